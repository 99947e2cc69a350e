using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>Evacuation: the CATD is sealed and its people leave (E10).</summary>
public static class SellarSitio
{
    public sealed record Request(string Motivo);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/sello", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.Sello(r.Motivo), null, c, propio: true, ct);
}

/// <summary>The CATD works somewhere else, as the continuity plan says (E9, E10).</summary>
public static class TrasladarSitio
{
    public sealed record Request(string Alterno, string Motivo);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/traslado", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.Traslado(r.Alterno, r.Motivo), null, c, propio: true, ct);
}

/// <summary>The CATD works again at its place, after its paper was counted.</summary>
public static class ReabrirSitio
{
    public sealed record Request(int ActasContadas, string Texto);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/reapertura", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.Reapertura(r.ActasContadas, r.Texto), null, c, propio: true, ct);
}
