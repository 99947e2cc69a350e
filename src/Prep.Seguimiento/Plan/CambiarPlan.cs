using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The plan becomes another: a version with its reason. The earlier ones are read for ever, and what has a history does not go unseen.</summary>
public static class CambiarPlan
{
    /// <param name="Retiradas">Keys of activities, and of deliverables as <c>entregable:8</c>, with a history, that are left out on purpose.</param>
    /// <param name="Sobre">The version that who changes it was looking at; null when it does not matter.</param>
    public sealed record Request(DefinicionDePrograma Definicion, string Motivo, ImmutableArray<string> Retiradas, int? Sobre = null);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(r.Definicion.Id, (p, _) => Decidir(p, r), ct);

    /// <returns><c>plan_cambiado</c>, <c>falta_motivo</c>, <c>sin_cambio</c>, <c>con_historia</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        if (r.Sobre is { } sobre && sobre != programa.Plan.Version)
        {
            var ultima = programa.Plan.Versiones[^1];
            return new Rechazo("plan_cambiado", $"Mientras usted escribía, el plan pasó a la versión {ultima.Version} ({programa.NombreDe(ultima.Persona)}: {ultima.Motivo}). Vea qué cambió y, si lo suyo sigue bien, guarde otra vez.", ClaseDeRechazo.Conflicto);
        }

        if (r.Motivo.Trim() is not { Length: > 0 } motivo)
        {
            return new Rechazo("falta_motivo", "Escriba por qué cambia el plan: queda en su historia.", ClaseDeRechazo.Entrada);
        }

        var antes = programa.Plan.Definicion;
        if (DiferenciaDelPlan.Entre(antes, r.Definicion).IsEmpty)
        {
            return new Rechazo("sin_cambio", $"Así está ya el plan, en su versión {programa.Plan.Version}: no hay nada que cambiar.", ClaseDeRechazo.Conflicto);
        }

        var (quedan, entregables) = (r.Definicion.Plan.Actividades.Select(a => a.Id).ToHashSet(), r.Definicion.Entregables.Select(e => e.Numero).ToHashSet());
        List<(string Clave, string Texto)> conHistoria =
        [
            .. antes.Plan.Actividades.Where(a => !quedan.Contains(a.Id) && TieneHistoria(programa, a)).Select(a => (a.Id, a.Texto)),
            .. antes.Entregables.Where(e => !entregables.Contains(e.Numero) && TieneHistoria(programa, e)).Select(e => ($"{Asunto.De(e)}", e.Nombre)),
        ];
        return conHistoria.Where(h => !r.Retiradas.Contains(h.Clave)).ToList() is { Count: > 0 } calladas
            ? new Rechazo("con_historia", $"Ya tiene historia, y el plan nuevo no lo trae: {string.Join("; ", calladas.Select(c => $"{c.Clave} «{c.Texto}»"))}. Déjelo, o confirme que se retira: su historia queda a la vista.")
            : new PlanCambiado(r.Definicion, motivo, [.. conHistoria.Select(h => h.Clave)]);
    }

    /// <summary>Somebody did or said something of it.</summary>
    public static bool TieneHistoria(Programa programa, Actividad actividad) =>
        programa.Plan.De(actividad.Id).Desde is not null
        || !programa.Plan.AcuerdosDe(actividad.Id).IsEmpty
        || programa.Sesiones.Todas.Values.Any(s => s.Orden.Any(p => p.Actividad == actividad.Id))
        || TienePapeles(programa, Asunto.De(actividad));

    private static bool TieneHistoria(Programa programa, Entregable entregable) =>
        programa.Entregables.Avances.ContainsKey(entregable.Numero) || !programa.Entregables.EnviosDe(entregable.Numero).IsEmpty || TienePapeles(programa, Asunto.De(entregable));

    private static bool TienePapeles(Programa programa, Asunto asunto) => programa.Documentos.De(asunto).Any() || programa.Observaciones.De(asunto).Any();

    /// <summary>The version that a form was painted over.</summary>
    internal static int? SobreDe(IFormCollection campos) => int.TryParse(campos["sobre"], CultureInfo.InvariantCulture, out var version) ? version : null;
}
