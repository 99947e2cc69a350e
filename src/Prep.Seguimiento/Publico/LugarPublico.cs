using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Publico;

/// <summary>Where the public pages show each thing that a document or an observation is about.</summary>
public static class LugarPublico
{
    /// <summary>What the ente auditor found says where a system is weak: its documents and observations stay inside, whatever they are marked.</summary>
    public static bool EsPublico(Asunto asunto) => asunto.Tipo != TipoDeAsunto.Hallazgo;

    /// <returns>The same; null for what the programme does not have, and for what has no page yet.</returns>
    public static string? De(Programa programa, Asunto asunto) =>
        AsuntosDelPrograma.De(programa, asunto) is not null && De(asunto) is { } lugar && SeccionDelSitio.Todas.Any(s => s.Archivo == lugar.Split('#')[0] && s.Hay(programa)) ? lugar : null;

    /// <returns>File of the programme with its anchor; null for what has no public page.</returns>
    public static string? De(Asunto asunto) => asunto.Tipo switch
    {
        TipoDeAsunto.Plan => SeccionDelSitio.Plan,
        TipoDeAsunto.Actividad => $"{SeccionDelSitio.Plan}#a-{asunto.Clave}",
        TipoDeAsunto.Entregable => $"{SeccionDelSitio.Entregables}#e-{asunto.Clave}",
        TipoDeAsunto.Sesion => $"{SeccionDelSitio.Sesiones}#s-{asunto.Clave}",
        TipoDeAsunto.Difusor => SeccionDelSitio.Difusores,
        _ => null,
    };
}
