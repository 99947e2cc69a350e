using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Http;

namespace Prep.Operacion.Digitalizacion;

/// <summary>Takes what a scanner or a camera gave and makes, in front of who digitises, what would be published: cleaned, turned, measured, its label read. Nothing is registered yet.</summary>
/// <remarks>Fuente: spec §14, CODIGO_INTEGRIDAD. The original is kept apart with its own hash, unpublished.</remarks>
public static class PrepararImagen
{
    /// <param name="Codigo">Of the clean image: what would be its CODIGO_INTEGRIDAD.</param>
    /// <param name="Original">Of the file as it came.</param>
    /// <param name="Giro">Quarters of a turn given to it, clockwise.</param>
    /// <param name="Lectura">What the reader of codes found.</param>
    /// <param name="Acta">Of the label; null when none was read or it names no acta of the catalogue.</param>
    public sealed record Preparada(CodigoDeIntegridad Codigo, CodigoDeIntegridad Original, int Giro, int Ancho, int Alto, IReadOnlyList<Reparo> Reparos, LecturaDeQr Lectura, string? Etiqueta, ActaPorDigitalizar? Acta);

    internal static void Map(RouteGroupBuilder digitalizacion)
    {
        digitalizacion.MapPost("/preparaciones", (HttpRequest http, Contexto c, TallerDeImagenes taller, LectorDeQr lector, CancellationToken ct, int giro = 0) => SubirAsync(http, giro, c, taller, lector, ct).ToHttp())
            .Accepts<byte[]>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(LimitesDeOriginal.Bytes + 1024)).Permite<Preparada>(Permiso.Digitalizar);
        digitalizacion.MapPost("/preparaciones/{original}/giro/{giro:int}", (string original, int giro, Contexto c, TallerDeImagenes taller, LectorDeQr lector, CancellationToken ct) => GirarAsync(original, giro, c, taller, lector, ct).ToHttp())
            .Permite<Preparada>(Permiso.Digitalizar);
        digitalizacion.MapGet("/preparaciones/{codigo}/archivo", (string codigo, Contexto c, CancellationToken ct) => VerAsync(codigo, c, ct)).Permite<byte[]>(Permiso.Digitalizar);
    }

    public static async Task<Result<Preparada>> EjecutarAsync(ReadOnlyMemory<byte> original, int giro, Contexto c, TallerDeImagenes taller, LectorDeQr lector, CancellationToken ct)
    {
        if (await c.SiCerradaAsync(c.Ahora, ct) is { } cerrada)
        {
            return cerrada;
        }

        var limpia = await taller.LimpiarAsync(original, giro, ct);
        if (!limpia.IsOk)
        {
            return limpia.Rechazo;
        }

        var medidas = LimpiezaDeImagen.EsPublicable(limpia.Value.Jpeg);
        if (!medidas.IsOk)
        {
            return medidas.Rechazo;
        }

        var (lectura, texto) = await lector.LeerAsync(limpia.Value.Jpeg, ct);
        PreparadaFila fila = new()
        {
            Codigo = (await c.Almacen.Apartadas.GuardarAsync(limpia.Value.Jpeg, ct)).Hex,
            Original = (await c.Almacen.Apartadas.GuardarAsync(original, ct)).Hex,
            Giro = giro,
            Lectura = lectura.ToString(),
            Etiqueta = texto is { Length: <= 200 } ? texto : null,
            Reparos = string.Join(' ', Calidad.Juzgar(limpia.Value.Medidas, AjustesDeCalidad.PorOmision).Select(r => $"{r.Que}:{r.Gravedad}")),
            Persona = c.Persona.Valor,
            Sitio = c.Sitio,
            PreparadaEn = c.Ahora.AMicros(),
        };
        await c.EnTransaccionAsync<bool>(
            async tx =>
            {
                await fila.InsertarAsync(tx);
                return true;
            },
            ct);
        return new Preparada(
            CodigoDeIntegridad.De(limpia.Value.Jpeg),
            CodigoDeIntegridad.De(original.Span),
            giro,
            medidas.Value.Ancho,
            medidas.Value.Alto,
            Calidad.Juzgar(limpia.Value.Medidas, AjustesDeCalidad.PorOmision),
            lectura,
            fila.Etiqueta,
            DeEtiqueta(fila.Etiqueta, c) is { } acta ? await ActaPorDigitalizar.LeerAsync(acta, c, ct) : null);
    }

    /// <summary>The expected acta that a label names; null when it is not a label of ours, names none, or names several.</summary>
    internal static ActaId? DeEtiqueta(string? texto, Contexto c) =>
        EtiquetaDeActa.TryParse(texto, out var etiqueta) && BuscarCasilla.PorEtiqueta(etiqueta, c).ToArray() is [var numero] ? c.Catalogo.Acta(numero)!.Value.Acta.Id : null;

    private static async Task<Result<Preparada>> SubirAsync(HttpRequest http, int giro, Contexto c, TallerDeImagenes taller, LectorDeQr lector, CancellationToken ct)
    {
        if (http.ContentLength > LimitesDeOriginal.Bytes)
        {
            return LimitesDeOriginal.MuyGrande;
        }

        using MemoryStream bytes = new();
        try
        {
            await http.Body.CopyToAsync(bytes, ct);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return LimitesDeOriginal.MuyGrande;
        }

        return await EjecutarAsync(bytes.ToArray(), giro, c, taller, lector, ct);
    }

    private static async Task<Result<Preparada>> GirarAsync(string original, int giro, Contexto c, TallerDeImagenes taller, LectorDeQr lector, CancellationToken ct) =>
        CodigoDeIntegridad.TryParse(original, out var codigo) && await c.Almacen.Apartadas.LeerAsync(codigo, ct) is { } bytes
            ? await EjecutarAsync(bytes, giro, c, taller, lector, ct)
            : RechazosDeActa.ImagenDesconocida;

    private static async Task<IResult> VerAsync(string texto, Contexto c, CancellationToken ct) =>
        CodigoDeIntegridad.TryParse(texto, out var codigo)
            && await c.Almacen.Base.LeerAsync(tx => PreparadaFila.LeerAsync(tx, codigo.Hex), ct) is not null
            && await c.Almacen.Apartadas.LeerAsync(codigo, ct) is { } bytes
            ? TypedResults.Bytes(bytes, "image/jpeg")
            : RechazosDeActa.ImagenDesconocida.ToProblem();
}
