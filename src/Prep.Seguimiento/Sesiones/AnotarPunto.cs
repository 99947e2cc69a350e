using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Sesiones;

/// <summary>What was said of a point, also when the minuta is drafted after the close; or, while the session is open, that it is taken from the order of the day.</summary>
public static class AnotarPunto
{
    public sealed record Request(int Sesion, int Punto, string Nota, bool Retirado);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/puntos/{punto:int}/nota",
        async (string programa, int sesion, int punto, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesion.ResponderAsync(
                programa, sesion, $"nota-{punto}", campos, await EjecutarAsync(programa, new(sesion, punto, FormaDeSesion.Texto(campos, "nota"), campos["retirado"] == "si"), c, ct), $"Punto {punto + 1}: anotado.", http, c, ct))
        .RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>, <c>punto_desconocido</c>, <c>sesion_cerrada</c>, <c>punto_votado</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) => VerSesion.Anotable(programa, r.Sesion).Luego<Suceso>(sesion =>
        VerSesion.PuntoDesconocido(sesion, r.Punto) is { } desconocido ? desconocido
        : sesion.Estado == EstadoDeSesion.Cerrada && r.Retirado != sesion.De(r.Punto).Retirado ? new Rechazo("sesion_cerrada", "La sesión terminó: su orden del día ya no cambia. Sólo puede escribir lo que se dijo.", ClaseDeRechazo.Conflicto)
        : r.Retirado && sesion.De(r.Punto).Votacion is not null ? new Rechazo("punto_votado", "Ese punto ya se votó: no puede retirarse. Si la votación no vale, anúlela antes.")
        : r.Retirado && r.Nota.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué se retira el punto.", ClaseDeRechazo.Entrada)
        : new PuntoAnotado(r.Sesion, r.Punto, r.Nota, r.Retirado));
}
