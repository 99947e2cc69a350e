using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Informes;

/// <summary>Which report: that of a month, written <c>2024-01</c>, or the last one of all, <c>final</c>.</summary>
/// <param name="Mes">Null for the last.</param>
public readonly record struct ClaveDeInforme(Mes? Mes)
{
    public static readonly ClaveDeInforme Final = new(null);

    public string Titulo => Mes is { } mes ? $"Informe de avance de {mes.EnPalabras}" : "Informe final";

    /// <summary>What its documents and its observations are about.</summary>
    public Asunto Asunto => new(TipoDeAsunto.Informe, $"{this}");

    /// <summary>What the Secretaría Técnica writes in it, because no data say it.</summary>
    public IReadOnlyList<SeccionDeInforme> Secciones => Mes is null ? SeccionDeInforme.DelFinal : SeccionDeInforme.DelMes;

    public static bool TryParse(string texto, out ClaveDeInforme clave)
    {
        var esMes = Plan.Mes.TryParse(texto, out var mes);
        clave = esMes ? new(mes) : Final;
        return esMes || texto == $"{Final}";
    }

    public override string ToString() => Mes?.ToString() ?? "final";
}

/// <summary>A part of a report that a person writes.</summary>
/// <param name="Clave">As the book and the template name it: does not change.</param>
/// <param name="Obligatoria">Without it the report is not issued.</param>
public sealed record SeccionDeInforme(string Clave, string Titulo, string Ayuda, bool Obligatoria)
{
    public static readonly IReadOnlyList<SeccionDeInforme> DelMes =
    [
        new("consideraciones", "Consideraciones", "Lo que la Comisión debe saber del mes y no está en los datos.", false),
    ];

    /// <remarks>Fuente: spec §9.6.</remarks>
    public static readonly IReadOnlyList<SeccionDeInforme> DelFinal =
    [
        new("proceso", "Proceso técnico operativo", "Cómo se recibieron, digitalizaron, capturaron y publicaron las actas.", true),
        new("personal", "Personal", "Cuántas personas, en qué puestos, cómo se eligieron y capacitaron.", true),
        new("infraestructura", "Infraestructura", "CATD y CCV, equipos, enlaces, energía, centros de datos.", true),
        new("pruebas", "Pruebas, simulacros y auditoría", "Qué se probó, qué se halló y cómo se atendió.", true),
        new("jornada", "La jornada", "Inicio, avance, último corte y cierre, con lo que se apartó de lo previsto.", true),
        new("trafico", "Tráfico del sitio", "Visitas, picos y disponibilidad.", true),
        new("seguridad", "Seguridad", "Intentos, incidentes y respuesta.", true),
        new("computos", "Diferencias con los cómputos", "Cuánto se apartaron los resultados preliminares de los cómputos y por qué.", true),
        new("costos", "Costos", "Lo previsto y lo ejercido.", true),
        new("recomendaciones", "Recomendaciones", "Para el siguiente proceso.", true),
    ];
}
