using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>What the plan wants, in other words: another version of it.</summary>
public static class EditarObjetivos
{
    public sealed record Request(string Objetivo, IReadOnlyList<string> Especificos, string Motivo, int? Sobre = null);

    internal static void Map(RouteGroupBuilder plan) => plan.MapPost("/objetivos",
        async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            Request r = new(campos["objetivo"].ToString().Trim(), campos["especificos"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), campos["motivo"].ToString(), CambiarPlan.SobreDe(campos));
            var hecho = await c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerPlan.Ruta(programa), $"Quedó la versión {hecho.Value.Plan.Version} del plan.")
                : await VerPlan.PintarAsync(programa, Devuelto.De("objetivos", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>falta_objetivo</c>, or those of <see cref="CambiarPlan"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var antes = programa.Plan.Definicion;
        return r.Objetivo.Length == 0 || r.Especificos.Count == 0
            ? new Rechazo("falta_objetivo", "Escriba el objetivo, y los específicos uno por renglón.", ClaseDeRechazo.Entrada)
            : CambiarPlan.Decidir(programa, new(antes with { Plan = antes.Plan with { Objetivo = r.Objetivo, ObjetivosEspecificos = [.. r.Especificos] } }, r.Motivo, [], r.Sobre));
    }
}
