using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Digitalizacion;

/// <summary>The bytes of an image: a captor sees that of the lease in hand; who identifies, supervises or compares sees any. Withdrawn ones nobody.</summary>
public static class VerImagen
{
    internal static void Map(RouteGroupBuilder imagenes, RouteGroupBuilder captura)
    {
        imagenes.MapGet("/{imagen:long}/archivo", (long imagen, Contexto c, CancellationToken ct) => AArchivoAsync(PorNumeroAsync(imagen, c, ct))).Permite<byte[]>(Permiso.VerImagen);
        captura.MapGet("/turnos/{turno}/imagen", (string turno, Contexto c, CancellationToken ct) => AArchivoAsync(DelTurnoAsync(turno, c, ct))).Permite<byte[]>(Permiso.Capturar);
    }

    public static async Task<Result<byte[]>> PorNumeroAsync(long imagen, Contexto c, CancellationToken ct) =>
        await LeerAsync(await c.Almacen.Base.LeerAsync(tx => ImagenFila.LeerSinBloqueoAsync(tx, imagen), ct), c, ct);

    public static async Task<Result<byte[]>> DelTurnoAsync(string turno, Contexto c, CancellationToken ct)
    {
        var ahora = c.Ahora.AMicros();
        var imagen = await c.Almacen.Base.LeerAsync(
            async tx => await TurnoFila.LeerSinBloqueoAsync(tx, turno) is { EntregadoEn: null } t && t.Persona == c.Persona.Valor && t.VenceEn >= ahora
                ? await ImagenFila.LeerSinBloqueoAsync(tx, t.Imagen)
                : null,
            ct);
        return imagen is null ? RechazosDeActa.TurnoDesconocido : await LeerAsync(imagen, c, ct);
    }

    private static async Task<Result<byte[]>> LeerAsync(ImagenFila? fila, Contexto c, CancellationToken ct) =>
        fila is { RetiradaEn: null } && CodigoDeIntegridad.TryParse(fila.Sha256, out var codigo) && await c.Almacen.Imagenes.LeerAsync(codigo, ct) is { } bytes
            ? bytes
            : RechazosDeActa.ImagenDesconocida;

    private static async Task<IResult> AArchivoAsync(Task<Result<byte[]>> tarea) =>
        await tarea is { IsOk: true } hecho ? TypedResults.Bytes(hecho.Value, "image/jpeg") : (await tarea).Rechazo.ToProblem();
}
