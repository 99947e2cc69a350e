using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Publico;

/// <summary>The plan and how far it is, as open data.</summary>
public static class DatosDelPlan
{
    private static readonly ColumnaPublica[] Columnas =
    [
        new("clave", "De la actividad; no cambia aunque cambie su texto."),
        new("mes", "Del plan: AAAA-MM."),
        new("actividad", "Como la dice el plan."),
        new("entregable_numero", "En la lista de documentos que pide el Reglamento de Elecciones, Anexo 13; vacío si no es de ninguno."),
        new("entregable", "Su nombre."),
        new("aprueba", "Órgano que aprueba ese entregable."),
        new("responsable", "Quién responde por ella; vacío si el plan no lo dice."),
        new("vence", "Hasta cuándo va a tiempo."),
        new("plazo_de_referencia", "El del Anexo 13, contado desde la jornada."),
        new("estado", "En qué va: Pendiente, En curso, Proyecto, En revisión, Versión final, Entregado o Aprobado."),
        new("desde", "Cuándo llegó a ese estado."),
        new("semaforo", "Sale de las fechas: Por venir, En su mes, Vence en…, Tarde… o Cumplida."),
        new("dias", "Los que faltan; negativo si va tarde."),
        new("acuerdo", "Número del acuerdo que la aprobó."),
        new("acuerdo_fecha", "Su fecha."),
        new("depende_de", "Claves de lo que debe estar antes."),
        new("nota", "Lo último que dijo la Secretaría Técnica."),
    ];

    public static TablaPublica De(Programa programa, DateOnly hoy) => new("plan", "Plan de trabajo y avance", Columnas, [.. programa.Plan.Definicion.Plan.Actividades.Select(a => Renglon(programa, a, hoy))]);

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
