using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A vote that was written wrong, or that the organ takes again, stops standing; it stays in the history, and the number of its agreement is not used twice.</summary>
public static class AnularVotacion
{
    public sealed record Request(int Sesion, int Punto, string Motivo);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/puntos/{punto:int}/anulacion",
        async (string programa, int sesion, int punto, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesion.ResponderAsync(programa, sesion, $"anular-{punto}", campos, await EjecutarAsync(programa, new(sesion, punto, FormaDeSesion.Texto(campos, "motivo")), c, ct), "La votación quedó anulada. Puede votarse otra vez.", http, c, ct))
        .RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>, <c>punto_desconocido</c>, <c>sin_votacion</c>, <c>falta_motivo</c>.</returns>
    public static Result<IReadOnlyList<Suceso>> Decidir(Programa programa, Request r)
    {
        var hallada = VerSesion.Abierta(programa, r.Sesion);
        if (!hallada.IsOk)
        {
            return hallada.Rechazo;
        }

        if (VerSesion.PuntoDesconocido(hallada.Value, r.Punto) is { } desconocido)
        {
            return desconocido;
        }

        if (hallada.Value.De(r.Punto).Votacion is null)
        {
            return new Rechazo("sin_votacion", "Ese punto no se ha votado.");
        }

        if (r.Motivo.Length == 0)
        {
            return new Rechazo("falta_motivo", "Escriba por qué se anula la votación.", ClaseDeRechazo.Entrada);
        }

        VotacionAnulada anulada = new(r.Sesion, r.Punto, r.Motivo);
        // What that agreement approved stops being so.
        return programa.Sesiones.Del(r.Sesion, r.Punto) is { } acuerdo && hallada.Value.Orden[r.Punto].Actividad is { } id && programa.Plan.De(id) is { Estado: EstadoDeActividad.Aprobado } avance && avance.Aprobacion?.Acuerdo == acuerdo.Folio
            ? new Suceso[] { anulada, new ActividadEnEstado(id, EstadoDeActividad.VersionFinal, $"Se anuló la votación del acuerdo {acuerdo.Folio}: {r.Motivo}", null) }
            : new Suceso[] { anulada };
    }
}
