using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Publico;

/// <summary>The plan and how far it is, as open data.</summary>
public static class DatosDelPlan
{
    private static readonly string[] Columnas =
    [
        "clave", "mes", "actividad", "entregable_numero", "entregable", "aprueba", "responsable", "vence", "plazo_de_referencia", "estado", "desde", "semaforo", "dias", "acuerdo", "acuerdo_fecha", "depende_de", "nota",
    ];

    public static TablaPublica De(Programa programa, DateOnly hoy) => new("plan", Columnas, [.. programa.Plan.Definicion.Plan.Actividades.Select(a => Renglon(programa, a, hoy))]);

    private static IReadOnlyList<object?> Renglon(Programa programa, Actividad a, DateOnly hoy)
    {
        var (definicion, avance) = (programa.Plan.Definicion, programa.Plan.De(a.Id));
        var (entregable, luz) = (definicion.EntregableDe(a), Semaforo.De(a, avance, hoy));
        return
        [
            a.Id, a.Periodo.ToString(), a.Texto, entregable?.Numero, entregable?.Nombre, entregable is null ? null : Palabras.De(entregable.Aprueba), a.Responsable.Length > 0 ? a.Responsable : null, a.Vence, definicion.PlazoDeReferencia(a),
            Palabras.De(avance.Estado), avance.Desde, luz.EnPalabras, luz.Luz == Luz.Cumplida ? null : luz.Dias, avance.Aprobacion?.Acuerdo, avance.Aprobacion?.Fecha, a.DependeDe, avance.Nota.Length > 0 ? avance.Nota : null,
        ];
    }
}
