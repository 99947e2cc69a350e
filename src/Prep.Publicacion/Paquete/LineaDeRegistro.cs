using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Paquete;

/// <summary>One line of the log: all that was published of one version of an acta, in stable words that no layout changes.</summary>
/// <param name="Pagina">SHA-256 of its HTML page; null when the publication has no pages.</param>
public sealed record LineaDeRegistro(RegistroDeActa Registro, string? Pagina, string? Json)
{
    /// <summary>Only in the line that says what became of a fuera de catálogo: the acta that it turned out to be.</summary>
    public ActaId? Es { get; init; }

    private const string Ajena = "ajena";
    private const string Retirada = "retirada";
    private static readonly JsonWriterOptions Escritura = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>UTF-8 JSON without line end: the bytes that the Merkle leaf hashes.</summary>
    public byte[] Escribir(Eleccion eleccion)
    {
        var bufer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bufer, Escritura))
        {
            json.WriteStartObject();
            EscribirIdentidad(json);
            EscribirCampos(json, eleccion);
            EscribirImagen(json);
            json.WriteString("ruta", RutasDePaquete.Acta(Registro.Id, Registro.Version));
            json.WriteString("pagina", Pagina);
            json.WriteString("json", Json);
            EscribirDestino(json);
            json.WriteEndObject();
        }

        return bufer.WrittenSpan.ToArray();
    }

    private void EscribirIdentidad(Utf8JsonWriter json)
    {
        json.WriteString("eleccion", Registro.Id.Eleccion.Valor);
        json.WriteString("area", Registro.Id.Area.Clave);
        json.WriteString("clave", Registro.Id.ClaveActa);
        json.WriteNumber("ordinal", Registro.Id.Ordinal);
        json.WriteNumber("version", Registro.Version);
        json.WriteString("contenido", Es is null ? Palabras.De(Registro.Contenido) : Palabras.Reidentificada);
        json.WriteNumber("contabilizada", (int)Registro.Conteo.Contabilizada);
        json.WriteStartArray("observaciones");
        foreach (var palabra in Palabras.De(Registro.Conteo.Observacion))
        {
            json.WriteStringValue(palabra);
        }

        json.WriteEndArray();
    }

    // Named and in the order of the boleta.
    private void EscribirCampos(Utf8JsonWriter json, Eleccion eleccion)
    {
        if (Registro.Datos is not { } datos)
        {
            json.WriteNull("campos");
            return;
        }

        json.WriteStartObject("campos");
        var nombres = NombresDeCampos.De(eleccion, eleccion.Boleta(Registro.Id));
        var campos = datos.Campos;
        for (var i = 0; i < nombres.Count; i++)
        {
            if (campos[i].Valor is { } numero)
            {
                json.WriteNumber(nombres[i], numero);
            }
            else
            {
                json.WriteString(nombres[i], Palabras.De(campos[i]));
            }
        }

        json.WriteEndObject();
    }

    private void EscribirImagen(Utf8JsonWriter json)
    {
        json.WriteString("documento", Registro.Documento);
        json.WriteString("origen", Registro.Imagen?.Origen is { } origen ? Palabras.De(origen) : null);
        json.WriteString("digitalizacion", Registro.Imagen?.Medio is { } medio ? Palabras.De(medio) : null);
        json.WriteString("acopioEn", Registro.AcopioEn is { } acopio ? Instantes.Utc(acopio) : null);
        json.WriteString("capturaEn", Registro.CapturaEn is { } captura ? Instantes.Utc(captura) : null);
        json.WriteString("verificadaEn", Instantes.Utc(Registro.VerificadaEn));
        json.WriteNumber("cotejada", (int)Registro.Cotejo);
        json.WriteString("codigoIntegridad", Registro.Imagen?.Codigo.Hex);
        json.WriteString("imagen", Registro.Imagen switch
        {
            null => null,
            { Ajena: true } => Ajena,
            { Retirada: true } => Retirada,
            var imagen => imagen.Codigo.Hex,
        });
    }

    private void EscribirDestino(Utf8JsonWriter json)
    {
        if (Es is not { } es)
        {
            return;
        }

        json.WriteStartObject("es");
        json.WriteString("eleccion", es.Eleccion.Valor);
        json.WriteString("area", es.Area.Clave);
        json.WriteString("clave", es.ClaveActa);
        json.WriteNumber("ordinal", es.Ordinal);
        json.WriteEndObject();
    }

    /// <summary>Reads one line of the log back into what it records.</summary>
    /// <exception cref="JsonException">Not a line of the log, or not of <paramref name="eleccion"/>'s catalogue.</exception>
    public static LineaDeRegistro Leer(ReadOnlyMemory<byte> linea, Eleccion eleccion)
    {
        using var documento = JsonDocument.Parse(linea);
        var raiz = documento.RootElement;
        try
        {
            var id = new ActaId(eleccion.Id, new(Texto(raiz, "area")!), Texto(raiz, "clave")!, raiz.GetProperty("ordinal").GetInt32());
            var observacion = raiz.GetProperty("observaciones").EnumerateArray().Aggregate(
                Observacion.Ninguna, (suma, palabra) => suma | Palabras.Observacion(palabra.GetString()!));
            var registro = new RegistroDeActa(
                id,
                raiz.GetProperty("version").GetInt32(),
                Contenido(raiz, eleccion, id, observacion),
                new((Contabilizada)raiz.GetProperty("contabilizada").GetInt32(), observacion),
                Imagen(raiz),
                Texto(raiz, "documento")!,
                Instante(raiz, "acopioEn"),
                Instante(raiz, "capturaEn"),
                Instante(raiz, "verificadaEn")!.Value,
                (Cotejo)raiz.GetProperty("cotejada").GetInt32());
            return new(registro, Texto(raiz, "pagina"), Texto(raiz, "json")) { Es = Destino(raiz) };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new JsonException($"La línea no es del registro de {eleccion.Id}: {e.Message}", e);
        }
    }

    private static Contenido Contenido(JsonElement raiz, Eleccion eleccion, ActaId id, Observacion observacion) => Texto(raiz, "contenido") switch
    {
        Palabras.Capturada => new Contenido.Capturada(DatosDeActa.DeCampos(
            eleccion.Boleta(id),
            [.. raiz.GetProperty("campos").EnumerateObject().Select(c => c.Value.ValueKind == JsonValueKind.Number
                ? Cantidad.Numero(c.Value.GetInt32())
                : Palabras.Cantidad(c.Value.GetString()!))])),
        Palabras.SinActa => new Contenido.SinActa(Palabras.Motivo(observacion)),
        Palabras.FueraDeCatalogo or Palabras.Reidentificada => new Contenido.FueraDeCatalogo(),
        var otro => throw new FormatException($"contenido desconocido: {otro}"),
    };

    private static ActaId? Destino(JsonElement raiz) => Texto(raiz, "contenido") != Palabras.Reidentificada
        ? null
        : raiz.GetProperty("es") is var es
            ? new ActaId(new(Texto(es, "eleccion")!), new(Texto(es, "area")!), Texto(es, "clave")!, es.GetProperty("ordinal").GetInt32())
            : null;

    private static ImagenDeActa? Imagen(JsonElement raiz)
    {
        if (!CodigoDeIntegridad.TryParse(Texto(raiz, "codigoIntegridad"), out var codigo))
        {
            return null;
        }

        var estado = Texto(raiz, "imagen");
        return new(codigo, Palabras.Origen(Texto(raiz, "origen")), Palabras.Medio(Texto(raiz, "digitalizacion")), estado == Ajena, estado == Retirada);
    }

    private static string? Texto(JsonElement raiz, string nombre) => raiz.GetProperty(nombre).GetString();

    private static DateTimeOffset? Instante(JsonElement raiz, string nombre) => Texto(raiz, nombre) switch
    {
        null => null,
        var texto when Instantes.TryParse(texto, out var instante) => instante,
        var texto => throw new FormatException($"{nombre}: {texto}"),
    };
}
