namespace Prep.Seguimiento.Observaciones;

/// <summary>The values of the observations as people say them.</summary>
public static class PalabrasDeObservaciones
{
    public static string De(Atencion? atencion) => atencion switch
    {
        null => "Sin responder",
        Atencion.Atendida => "Atendida",
        Atencion.NoProcede => "No procede",
        Atencion.EnEstudio => "En estudio",
        _ => throw new ArgumentOutOfRangeException(nameof(atencion)),
    };
}
