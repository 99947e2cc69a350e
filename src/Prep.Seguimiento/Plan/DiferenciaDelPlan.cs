using System.Collections.Immutable;

namespace Prep.Seguimiento.Plan;

/// <summary>What is different between two versions of a plan, for who must approve the second.</summary>
/// <param name="Lugar">The activity, or the part of the plan.</param>
/// <param name="Que">What of it; empty when the whole came or went.</param>
/// <param name="Antes">Empty when there was nothing.</param>
/// <param name="Despues">Empty when there is nothing.</param>
public sealed record CambioDelPlan(string Lugar, string Que, string Antes, string Despues);

/// <summary>Activity by activity first; then the rest of what the institute sets.</summary>
public static class DiferenciaDelPlan
{
    public static ImmutableArray<CambioDelPlan> Entre(DefinicionDePrograma antes, DefinicionDePrograma despues)
    {
        var (viejas, nuevas) = (antes.Plan.Actividades.ToDictionary(a => a.Id), despues.Plan.Actividades.ToDictionary(a => a.Id));
        return
        [
            .. antes.Plan.Actividades.Where(a => !nuevas.ContainsKey(a.Id)).Select(a => new CambioDelPlan(a.Texto, "", "Estaba en el plan", "Se retiró")),
            .. despues.Plan.Actividades.Where(a => !viejas.ContainsKey(a.Id)).Select(a => new CambioDelPlan(a.Texto, "", "No estaba", $"Se agregó en {a.Periodo.EnPalabras}")),
            .. despues.Plan.Actividades.Where(a => viejas.ContainsKey(a.Id)).SelectMany(a => DeActividad(viejas[a.Id], a, antes, despues)),
            .. DelResto(antes, despues),
        ];
    }

    private static IEnumerable<CambioDelPlan> DeActividad(Actividad a, Actividad b, DefinicionDePrograma antes, DefinicionDePrograma despues) => Distintos(
        b.Texto,
        ("Texto", a.Texto, b.Texto),
        ("Mes", a.Periodo.EnPalabras, b.Periodo.EnPalabras),
        ("Fecha límite", Palabras.De(a.Vence), Palabras.De(b.Vence)),
        ("Responsable", a.Responsable, b.Responsable),
        ("Forma", $"{a.Fase}", $"{b.Fase}"),
        ("Entregable", antes.EntregableDe(a)?.Nombre ?? "", despues.EntregableDe(b)?.Nombre ?? ""),
        ("Espera a", Textos(a, antes), Textos(b, despues)));

    private static IEnumerable<CambioDelPlan> DelResto(DefinicionDePrograma a, DefinicionDePrograma b) => Distintos(
        "El plan",
        ("Comisión", a.Plan.Comision.Nombre, b.Plan.Comision.Nombre),
        ("Objetivo", a.Plan.Objetivo, b.Plan.Objetivo),
        ("Objetivos específicos", Renglones(a.Plan.ObjetivosEspecificos), Renglones(b.Plan.ObjetivosEspecificos)),
        ("Sesiones", Renglones(a.Plan.Sesiones.Select(Sesion)), Renglones(b.Plan.Sesiones.Select(Sesion))),
        ("Jornada", Palabras.De(a.Jornada), Palabras.De(b.Jornada)),
        ("Calendario", $"{Palabras.De(a.Inicio)} a {Palabras.De(a.Fin)}", $"{Palabras.De(b.Inicio)} a {Palabras.De(b.Fin)}"),
        ("Zona", a.Zona, b.Zona),
        ("Reglas de sesión", Reglas(a.Reglas), Reglas(b.Reglas)),
        ("Integrantes", Renglones(a.Integrantes.Select(i => $"{i.Nombre}, {i.Cargo}")), Renglones(b.Integrantes.Select(i => $"{i.Nombre}, {i.Cargo}"))),
        ("Entregables", Renglones(a.Entregables.Select(Entregable)), Renglones(b.Entregables.Select(Entregable))));

    private static IEnumerable<CambioDelPlan> Distintos(string lugar, params (string Que, string Antes, string Despues)[] partes) =>
        partes.Where(p => p.Antes != p.Despues).Select(p => new CambioDelPlan(lugar, p.Que, p.Antes, p.Despues));

    private static string Textos(Actividad actividad, DefinicionDePrograma definicion) => Renglones(definicion.Plan.Actividades.Where(a => actividad.DependeDe.Contains(a.Id)).Select(a => a.Texto));

    private static string Sesion(SesionPrevista s) => $"{s.Nombre}, {s.Mes.EnPalabras}{(s.Fecha is { } fecha ? $", {Palabras.De(fecha)}" : "")}";

    private static string Reglas(ReglasDeSesion r) =>
        $"votan {string.Join(", ", r.Votan)}; convocatoria con {r.HorasOrdinaria} horas, extraordinaria con {r.HorasExtraordinaria}; segunda a los {r.MinutosSegundaConvocatoria} minutos, con {r.QuorumSegunda}";

    private static string Entregable(Entregable e) => $"{e.Numero}. {e.Nombre}: {Palabras.De(e.Aprueba)}, {e.Proyecto?.ToString() ?? "—"} / {e.Final?.ToString() ?? "—"}";

    private static string Renglones(IEnumerable<string> textos) => string.Join("\n", textos);
}
