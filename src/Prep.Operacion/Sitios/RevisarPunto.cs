using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>The coordinator answers one point of a checklist; the last answer counts and all stay.</summary>
public static class RevisarPunto
{
    public sealed record Request(MomentoDeLista Lista, string Punto, RespuestaDeLista Respuesta, string Nota = "");

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/puntos", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.PuntoRevisado(r.Lista, r.Punto, r.Respuesta, r.Nota), null, c, propio: true, ct);
}
