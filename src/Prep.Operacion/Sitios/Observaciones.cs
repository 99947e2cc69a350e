using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>A consejo writes, over its name, what it observed in one of its CATDs. The coordinator and the Commission read it.</summary>
public static class ObservarSitio
{
    public sealed record Request(string Texto);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/observaciones", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.ObservarSitio);

    public static async Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        VerSitios.Alcance(c).Contains(sitio)
            ? await Anotacion.EscribirAsync(sitio, new HechoDeSitio.Observacion(r.Texto), null, c, propio: false, ct)
            : VerSitios.Ajeno;
}

/// <summary>The coordinator says what was done about an observation.</summary>
public static class AtenderObservacion
{
    public sealed record Request(string Texto);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/observaciones/{numero:int}/atencion", (string sitio, int numero, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, numero, r, c, ct).ToHttp())
            .Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, int numero, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.ObservacionAtendida(numero, r.Texto), null, c, propio: true, ct);
}
