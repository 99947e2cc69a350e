using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>The coordinator reports something that went wrong, with its hour.</summary>
public static class AbrirIncidente
{
    /// <param name="OcurridoEn">When it happened; null is now.</param>
    public sealed record Request(CategoriaDeIncidente Categoria, string Texto, DateTimeOffset? OcurridoEn = null);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/incidentes", (string sitio, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, r, c, ct).ToHttp()).Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.IncidenteAbierto(r.Categoria, r.Texto), r.OcurridoEn, c, propio: true, ct);
}

/// <summary>The coordinator says what is being done, or that it is over.</summary>
public static class SeguirIncidente
{
    /// <param name="Cierra">This was the last of it.</param>
    public sealed record Request(string Texto, bool Cierra = false);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/incidentes/{incidente:int}/acciones", (string sitio, int incidente, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, incidente, r, c, ct).ToHttp())
            .Permite<Anotado>(Permiso.OperarSitio);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, int incidente, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, r.Cierra ? new HechoDeSitio.IncidenteCerrado(incidente, r.Texto) : new HechoDeSitio.AccionTomada(incidente, r.Texto), null, c, propio: true, ct);
}

/// <summary>The centre answers an incident of any CATD.</summary>
public static class ResponderIncidente
{
    public sealed record Request(string Texto);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapPost("/{sitio}/incidentes/{incidente:int}/respuestas", (string sitio, int incidente, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(sitio, incidente, r, c, ct).ToHttp())
            .Permite<Anotado>(Permiso.ResponderIncidente);

    public static Task<Result<Anotado>> EjecutarAsync(string sitio, int incidente, Request r, Contexto c, CancellationToken ct) =>
        Anotacion.EscribirAsync(sitio, new HechoDeSitio.RespuestaDelCentro(incidente, r.Texto), null, c, propio: false, ct);
}
