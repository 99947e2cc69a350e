using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>Two different actas for one casilla (E6): nobody captures until a supervisor decides with the consejo.</summary>
public static class RetenerActa
{
    /// <param name="Imagen">The other acta: an image already linked to this one.</param>
    public sealed record Request(long Imagen, string Motivo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/retencion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) =>
        DecisionDeSupervision.EjecutarAsync(id, r.Motivo, "acta_retenida", c,
            async (tx, acta, _) =>
            {
                var otra = (await ImagenFila.DeActaAsync(tx, acta.Fila.Numero)).Find(i => i.Id == r.Imagen && i.Id != acta.Fila.Imagen);
                if (otra is null)
                {
                    return RechazosDeActa.ImagenDeOtra;
                }

                var retenida = MaquinaDeDatos.Retener(acta.Expediente);
                if (retenida.IsOk)
                {
                    otra.Estado = EstadoDeImagen.Retenida;
                    await otra.GuardarAsync(tx);
                }

                return retenida;
            },
            ct);
}

/// <summary>The supervisor says which of the images of a held acta is captured; the others are kept.</summary>
public static class LiberarActa
{
    public sealed record Request(long Imagen, string Motivo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/liberacion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) =>
        DecisionDeSupervision.EjecutarAsync(id, r.Motivo, "acta_liberada", c,
            async (tx, acta, ahora) =>
            {
                var doble = await DobleFila.AbiertaAsync(tx, acta.Fila.Numero);
                await DobleFila.ResolverAsync(tx, acta.Fila.Numero, ahora);
                if (doble && acta.Expediente.Datos is EstadoDeDatos.Verificada { SinActa: false } && r.Imagen == acta.Fila.Imagen)
                {
                    // Found when it was already verified, and the verified one is the good one: nothing is captured again.
                    return acta.Expediente;
                }

                var liberada = MaquinaDeDatos.Liberar(acta.Expediente, new(r.Imagen), acta.DeImagen(r.Imagen));
                return liberada.IsOk && await DecisionDeSupervision.CambiarImagenAsync(tx, acta, r.Imagen) is { } rechazo ? rechazo : liberada;
            },
            ct);
}
