using System.Security.Claims;

namespace Prep.Operacion.Http;

/// <summary>Who is signed in, in which puesto and where: what a screen shows of the person and a use case needs to know. Read from the claims of <see cref="Reclamo"/>.</summary>
/// <param name="Puesto">The one active; a person with several changes it in one click.</param>
/// <param name="Sitio">CATD, CCV or central; null when the person has none.</param>
public sealed record Sesion(string Persona, string Nombre, string Puesto, string? Sitio, IReadOnlySet<string> Permisos, IReadOnlyList<string> Puestos)
{
    public bool Puede(string permiso) => Permisos.Contains(permiso);

    /// <returns>Null when nobody signed in.</returns>
    public static Sesion? De(ClaimsPrincipal? quien) => quien?.FindFirstValue(Reclamo.Persona) is { Length: > 0 } persona
        ? new(
            persona,
            quien.FindFirstValue(Reclamo.Nombre) ?? persona,
            quien.FindFirstValue(Reclamo.Puesto) ?? "",
            quien.FindFirstValue(Reclamo.Sitio),
            quien.FindAll(Reclamo.Permiso).Select(c => c.Value).ToHashSet(),
            [.. quien.FindAll(Reclamo.OtroPuesto).Select(c => c.Value)])
        : null;
}
