using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Publico;

/// <summary>Where the public pages show each thing that a document or an observation is about.</summary>
public static class LugarPublico
{
    /// <returns>File of the programme with its anchor; null for what has no public page.</returns>
    public static string? De(Asunto asunto) => asunto.Tipo switch
    {
        TipoDeAsunto.Plan => SeccionDelSitio.Plan,
        TipoDeAsunto.Actividad => $"{SeccionDelSitio.Plan}#a-{asunto.Clave}",
        TipoDeAsunto.Entregable => $"{SeccionDelSitio.Entregables}#e-{asunto.Clave}",
        _ => null,
    };
}
