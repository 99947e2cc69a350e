namespace Prep.Dominio.Actas;

/// <summary>Why an acta that was already published is published again: a closed list, so that the public reads a reason and never a supervisor's notes.</summary>
/// <remarks>Fuente: spec §3.4, §3.5 y §14 (E5, E14); las transiciones de docs/estados.md que hacen una versión.</remarks>
public enum MotivoDeVersion
{
    /// <summary>The cotejador found that the paper says something else.</summary>
    Cotejo,

    /// <summary>A supervisor had the same image captured again.</summary>
    Supervision,

    /// <summary>Another image of the acta takes the place of the one that was captured.</summary>
    ImagenNueva,

    /// <summary>The image that had been published was of another acta.</summary>
    Reidentificacion,

    /// <summary>It had been published without acta and the acta appeared.</summary>
    LlegoElActa,
}

/// <summary>Decides the motive of a version from what the one before said and what became of its image. The first case that holds wins.</summary>
public static class MotivosDeVersion
{
    /// <param name="eraDeOtra">The image of the earlier version no longer belongs to this acta.</param>
    /// <param name="porCotejo">The last correction was asked by cotejo, not by supervision.</param>
    /// <param name="otraImagen">This version shows other bytes than the one before.</param>
    public static MotivoDeVersion Decidir(bool sinActa, bool eraDeOtra, bool porCotejo, bool otraImagen) => (sinActa, eraDeOtra, porCotejo, otraImagen) switch
    {
        (true, _, _, _) => MotivoDeVersion.LlegoElActa,
        (_, true, _, _) => MotivoDeVersion.Reidentificacion,
        (_, _, true, _) => MotivoDeVersion.Cotejo,
        (_, _, _, true) => MotivoDeVersion.ImagenNueva,
        _ => MotivoDeVersion.Supervision,
    };
}
