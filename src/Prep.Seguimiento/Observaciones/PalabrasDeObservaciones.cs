using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Observaciones;

/// <summary>The values of the observations as people say them.</summary>
public static class PalabrasDeObservaciones
{
    /// <summary>Things of a kind, as what is observed.</summary>
    public static string De(TipoDeAsunto tipo) => tipo switch
    {
        TipoDeAsunto.Plan => "las versiones del plan",
        TipoDeAsunto.Actividad => "las actividades",
        TipoDeAsunto.Entregable => "los entregables",
        TipoDeAsunto.Sesion => "las sesiones",
        TipoDeAsunto.Sitio => "los CATD y CCV del plan de instalación",
        TipoDeAsunto.Contrato => "el tercero y el ente auditor",
        TipoDeAsunto.Hallazgo => "los hallazgos de la auditoría",
        TipoDeAsunto.Revision => "las revisiones del COTAPREP",
        TipoDeAsunto.Difusor => "los difusores",
        TipoDeAsunto.Informe => "los informes",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo)),
    };

    public static string De(Atencion? atencion) => atencion switch
    {
        null => "Sin responder",
        Atencion.Atendida => "Atendida",
        Atencion.NoProcede => "No procede",
        Atencion.EnEstudio => "En estudio",
        _ => throw new ArgumentOutOfRangeException(nameof(atencion)),
    };
}
