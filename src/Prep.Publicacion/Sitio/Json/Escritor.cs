using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>Parts that several JSON documents share. Counts are integers; percentages, strings with four decimals.</summary>
internal static class Escritor
{
    /// <summary>Version of the documents, first property of each; described in <c>docs/esquemas/</c>.</summary>
    public const int Esquema = 1;

    private static readonly JsonWriterOptions Opciones = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="ruta">Where it will lie, relative to the root: from there it names its schema.</param>
    /// <param name="esquema">Of <c>docs/esquemas</c>, without its ending: <c>acta</c>.</param>
    public static byte[] Documento(string ruta, string esquema, Action<Utf8JsonWriter> escribir)
    {
        var bufer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bufer, Opciones))
        {
            json.WriteStartObject();
            json.WriteString("$schema", $"{Rutas.Relativa(ruta, Recursos.Esquemas.Ruta)}#/$defs/{esquema}");
            json.WriteNumber("esquema", Esquema);
            escribir(json);
            json.WriteEndObject();
        }

        return bufer.WrittenSpan.ToArray();
    }

    /// <summary>Of what says nothing of its corte.</summary>
    public static void Encabezado(Utf8JsonWriter json, Proceso proceso)
    {
        json.WriteString("proceso", proceso.Id);
        json.WriteString("clase", Clase(proceso.Clase));
        json.WriteString("aviso", "Resultados preliminares, sin efectos jurídicos");
    }

    public static void Encabezado(Utf8JsonWriter json, Corte corte)
    {
        Encabezado(json, corte.Proceso);
        json.WriteString("corte", corte.Id.Valor);
    }

    public static void Encabezado(Utf8JsonWriter json, Corte corte, Eleccion eleccion)
    {
        Encabezado(json, corte);
        DeEleccion(json, eleccion);
    }

    public static void DeEleccion(Utf8JsonWriter json, Eleccion eleccion)
    {
        json.WriteStartObject("eleccion");
        json.WriteString("id", eleccion.Id.Valor);
        json.WriteString("titulo", eleccion.Titulo);
        json.WriteEndObject();
    }

    public static void Cifras(Utf8JsonWriter json, Cifras cifras) => Cifras(json, cifras.Valores);

    /// <param name="valores">As published, aligned with <see cref="Dominio.Computo.Cifras.Nombres"/>.</param>
    public static void Cifras(Utf8JsonWriter json, IReadOnlyList<string> valores)
    {
        json.WriteStartObject("cifras");
        for (var i = 0; i < valores.Count; i++)
        {
            var nombre = Dominio.Computo.Cifras.Nombres[i];
            if (nombre.StartsWith("PORCENTAJE", StringComparison.Ordinal))
            {
                json.WriteString(nombre, valores[i]);
            }
            else
            {
                json.WritePropertyName(nombre);
                json.WriteRawValue(valores[i], skipInputValidation: true);
            }
        }

        json.WriteEndObject();
    }

    public static void Area(Utf8JsonWriter json, Area area)
    {
        json.WriteStartObject("area");
        json.WriteString("clave", area.Id.Clave);
        json.WriteString("nombre", area.Nombre);
        json.WriteString("tipo", area.Tipo switch { TipoDeArea.Municipio => "municipio", TipoDeArea.SinArea => "sin_area", _ => "distrito" });
        json.WriteEndObject();
    }

    /// <summary>A number, or the word in its place: <c>"ILEGIBLE"</c>, <c>"SIN DATO"</c>, <c>"N/A"</c>.</summary>
    public static void Cantidad(Utf8JsonWriter json, string nombre, Cantidad cantidad)
    {
        if (cantidad.Valor is { } numero)
        {
            json.WriteNumber(nombre, numero);
        }
        else
        {
            json.WriteString(nombre, cantidad.ToString().ToUpperInvariant());
        }
    }

    public static void Numero(Utf8JsonWriter json, string nombre, int? numero)
    {
        if (numero is { } n)
        {
            json.WriteNumber(nombre, n);
        }
        else
        {
            json.WriteNull(nombre);
        }
    }

    public static void Texto(Utf8JsonWriter json, string nombre, string? texto)
    {
        if (string.IsNullOrEmpty(texto))
        {
            json.WriteNull(nombre);
        }
        else
        {
            json.WriteString(nombre, texto);
        }
    }

    public static void Instante(Utf8JsonWriter json, string nombre, DateTimeOffset? instante) =>
        Texto(json, nombre, instante is { } i ? Escrito.Iso(i) : null);

    public static void Observaciones(Utf8JsonWriter json, RegistroDeActa registro)
    {
        json.WriteStartArray("observaciones");
        foreach (var o in Observado.De(registro.Conteo.Observacion))
        {
            json.WriteStringValue(o.Codigo);
        }

        json.WriteEndArray();
    }

    private static string Clase(ClaseDeProceso clase) => clase switch
    {
        ClaseDeProceso.Jornada => "jornada",
        ClaseDeProceso.Simulacro => "simulacro",
        ClaseDeProceso.Practica => "practica",
        _ => "repeticion",
    };
}
