using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>Opens the CATD: every point of its opening list has an answer.</summary>
public static class AbrirSitio
{
    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/apertura", (string sitio, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.Apertura(), null, c, propio: true, ct);
}

/// <summary>Closes the CATD: closing list answered, no incident open, no paper out of its package. Its bitácora takes only observations after that.</summary>
public static class CerrarSitio
{
    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/cierre", (string sitio, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.Cierre(), null, c, propio: true, ct);
}
