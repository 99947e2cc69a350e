using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>An activity leaves the plan: another version of it. What was done of it is still read.</summary>
public static class QuitarActividad
{
    /// <param name="Confirmada">Who asks knows that it has a history.</param>
    public sealed record Request(string Id, string Motivo, bool Confirmada, int? Sobre = null);

    internal static void Map(RouteGroupBuilder plan) => plan.MapPost("/actividades/{actividad}/retiro",
        async (string programa, string actividad, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = await c.AnotarAsync(programa, (p, _) => Decidir(p, new(actividad, campos["motivo"].ToString(), campos["confirmada"] == "si", CambiarPlan.SobreDe(campos))), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerPlan.Ruta(programa), $"La actividad se retiró. Quedó la versión {hecho.Value.Plan.Version} del plan.")
                : await EditarActividad.PintarAsync(programa, actividad, Devuelto.De("retirar", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>actividad_desconocida</c>, <c>otras_dependen</c>, or those of <see cref="CambiarPlan"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var (definicion, plan) = (programa.Plan.Definicion, programa.Plan.Definicion.Plan);
        return programa.Plan.Actividad(r.Id) is not { } actividad ? VerActividad.Desconocida
            : plan.Actividades.Where(a => a.DependeDe.Contains(r.Id)).ToList() is { Count: > 0 } esperan
                ? new Rechazo("otras_dependen", $"La esperan: {string.Join("; ", esperan.Select(a => a.Texto))}. Primero quíteles esa espera.")
            : CambiarPlan.Decidir(programa, new(definicion with { Plan = plan with { Actividades = plan.Actividades.Remove(actividad) } }, r.Motivo, r.Confirmada ? [r.Id] : [], r.Sobre));
    }
}
