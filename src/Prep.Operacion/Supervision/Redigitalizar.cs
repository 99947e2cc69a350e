using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>Asks for another image of an acta whose image cannot be used (E4). All images are kept.</summary>
public static class Redigitalizar
{
    public sealed record Request(string Motivo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/redigitalizacion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) =>
        DecisionDeSupervision.EjecutarAsync(id, r.Motivo, "redigitalizacion_pedida", c,
            (_, acta, _) => Task.FromResult(MaquinaDeDatos.PedirRedigitalizacion(acta.Expediente)), ct);
}

/// <summary>No better image can be had, the paper itself is illegible (E4): the acta goes back to the queue and what cannot be read is captured as Ilegible.</summary>
public static class AceptarImagen
{
    public sealed record Request(string Motivo);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/aceptacion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) =>
        DecisionDeSupervision.EjecutarAsync(id, r.Motivo, "imagen_aceptada", c,
            (_, acta, _) => Task.FromResult(MaquinaDeDatos.AceptarImagen(acta.Expediente, acta.DeImagen(acta.Fila.Imagen))), ct);
}
