using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Identificacion;

namespace Prep.Operacion.Digitalizacion;

/// <summary>How the sender knows which acta the image shows.</summary>
public enum FormaDeIdentificar
{
    /// <summary>Not known: two persons will say.</summary>
    Ninguna,

    /// <summary>Read from the QR label: it enters the queue at once.</summary>
    Qr,

    /// <summary>Picked by hand: a second person must agree.</summary>
    AMano,
}

/// <summary>Receives an image, from a phone at the casilla or a scanner at the CATD. It answers when image and row are durable.</summary>
public static class RecibirImagen
{
    /// <param name="Bytes">Exactly what will be published; empty only with <paramref name="Ajena"/>.</param>
    /// <param name="Ajena">Hash of an original whose bytes are not here; only in a repetición.</param>
    /// <param name="AcopioEn">Phone: instant of the photograph, corrected; null is now. CATD: reception of the bolsa it came in, when that bolsa has no row for its acta.</param>
    /// <param name="Acta">What the label or the person says; null when nobody knows.</param>
    public sealed record Request(
        ReadOnlyMemory<byte> Bytes,
        Origen? Origen,
        Medio? Medio,
        ActaId? Acta,
        FormaDeIdentificar Forma = FormaDeIdentificar.Qr,
        string Documento = "",
        DateTimeOffset? AcopioEn = null,
        CodigoDeIntegridad? Ajena = null);

    /// <param name="Imagen">Its number.</param>
    /// <param name="Repetida">The same bytes were already here: nothing changed.</param>
    public sealed record Recibida(long Imagen, CodigoDeIntegridad Codigo, EstadoDeImagen Estado, bool Repetida);

    /// <summary>The image is the body; what is known of it goes in the query.</summary>
    public sealed record Datos
    {
        public required Origen Origen { get; init; }

        public required Medio Medio { get; init; }

        public string? Acta { get; init; }

        public FormaDeIdentificar? Forma { get; init; }

        public string? Documento { get; init; }

        public DateTimeOffset? AcopioEn { get; init; }
    }

    internal static void Map(RouteGroupBuilder imagenes) =>
        imagenes.MapPost("/", (HttpRequest http, [AsParameters] Datos d, Contexto c, CancellationToken ct) => SubirAsync(http, d, c, ct).ToHttp())
            .Accepts<byte[]>("image/jpeg").Permite<Recibida>(Permiso.EnviarImagen);

    // A photograph's instant is kept inside the operation; a declared reception outside it is refused (spec §14, FECHA_HORA_ACOPIO).
    private static Result<long?> AcopioDe(Request r, Contexto c, DateTimeOffset ahora) => r.AcopioEn switch
    {
        null => r.Origen == Origen.Casilla ? ahora.AMicros() : (long?)null,
        { } declarado when c.EsRepeticion => declarado.AMicros(),
        { } declarado when declarado > ahora => RechazosDeActa.AcopioEnElFuturo,
        { } declarado when c.Proceso.Calendario.EnOperacion(declarado) => declarado.AMicros(),
        _ when r.Origen == Origen.Casilla => c.Proceso.Calendario.AperturaEn.AMicros(),
        _ => RechazosDeMarcha.FueraDeOperacion,
    };

    // At a CATD the bolsa comes first: without it nobody could say FECHA_HORA_ACOPIO of what is published (Regla A-06).
    private static bool SinAcopio(ImagenFila imagen, ActaAbierta? acta, Contexto c) =>
        imagen.Origen == nameof(Origen.Catd) && !c.EsRepeticion && imagen.AcopioEn is null && acta?.Fila.AcopioEn is null;

    private static async Task<Result<Recibida>> SubirAsync(HttpRequest http, Datos d, Contexto c, CancellationToken ct)
    {
        ActaId? acta = null;
        if (d.Acta is not null)
        {
            if (!TextoDeActa.TryParse(d.Acta, out var id))
            {
                return RechazosDeActa.ActaDesconocida;
            }

            acta = id;
        }

        if (http.ContentLength > LimitesDeImagen.PorOmision.Bytes)
        {
            return new Rechazo("imagen_muy_grande", $"La imagen pasa de {LimitesDeImagen.PorOmision.Bytes >> 20} MB. Digitalice con menor resolución.", ClaseDeRechazo.Entrada);
        }

        using MemoryStream bytes = new();
        await http.Body.CopyToAsync(bytes, ct);
        return await EjecutarAsync(new(bytes.ToArray(), d.Origen, d.Medio, acta, d.Forma ?? FormaDeIdentificar.Ninguna, d.Documento ?? "", d.AcopioEn), c, ct);
    }

    public static async Task<Result<Recibida>> EjecutarAsync(Request r, Contexto c, CancellationToken ct)
    {
        var ahora = c.Ahora;
        // Before anything is kept; it is asked again where it is registered.
        if (await c.SiCerradaAsync(ahora, ct) is { } cerrada)
        {
            return cerrada;
        }

        if (r.Ajena is not null && !c.EsRepeticion)
        {
            return RechazosDeActa.ImagenAjenaNoPermitida;
        }

        if (r.Ajena is null && LimpiezaDeImagen.EsPublicable(r.Bytes.Span) is { IsOk: false } sucia)
        {
            return sucia.Rechazo;
        }

        if (AcopioDe(r, c, ahora) is { IsOk: false } acopio)
        {
            return acopio.Rechazo;
        }

        var codigo = r.Ajena ?? await c.Almacen.Imagenes.GuardarAsync(r.Bytes, ct);
        return await c.EnTransaccionAsync<Recibida>(
            async tx =>
            {
                if (await c.SiCerradaAsync(tx, ahora) is { } yaCerrada)
                {
                    return yaCerrada;
                }

                var numero = r.Acta is { } id ? c.Catalogo.Buscar(id) : null;
                if (r.Acta is not null && numero is null)
                {
                    return RechazosDeActa.ActaDesconocida;
                }

                // Two uploads of the same bytes at once: the second one sees the first.
                await tx.Base.CerrojoAsync(tx, $"imagen {codigo.Hex}");
                var iguales = await ImagenFila.PorCodigoAsync(tx, codigo.Hex);
                if (iguales.Find(i => i.Acta == numero || numero is null) is { } repetida)
                {
                    return new Recibida(repetida.Id, codigo, repetida.Estado, true);
                }

                if (iguales.Count > 0 && !c.EsRepeticion)
                {
                    return RechazosDeActa.ImagenDeOtraActa;
                }

                ImagenFila imagen = new()
                {
                    Sha256 = codigo.Hex,
                    Estado = EstadoDeImagen.PorIdentificar,
                    Origen = r.Origen?.ToString(),
                    Medio = r.Medio?.ToString(),
                    Documento = r.Documento,
                    Ajena = r.Ajena is not null,
                    Clase = c.Proceso.Clase.ToString(),
                    AcopioEn = AcopioDe(r, c, ahora).Value,
                    RecibidaEn = ahora.AMicros(),
                    Persona = c.Persona.Valor,
                };
                var abierta = numero is { } n ? await ActaAbierta.AbrirAsync(tx, c, n) : default(Result<ActaAbierta>?);
                return SinAcopio(imagen, abierta?.Value, c)
                    ? RechazosDeActa.SinAcopio
                    : await AsignarImagen.RegistrarAsync(tx, c, imagen, abierta?.Value, r.Forma, ahora);
            },
            ct);
    }
}
