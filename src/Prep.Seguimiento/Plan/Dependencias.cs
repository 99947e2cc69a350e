namespace Prep.Seguimiento.Plan;

/// <summary>What waits for what.</summary>
public static class Dependencias
{
    /// <param name="dependen">Each with those that it waits for.</param>
    /// <returns>Those that wait for each other in a circle; null when none do.</returns>
    public static string? Ciclo(IEnumerable<(string Id, IEnumerable<string> DependeDe)> dependen)
    {
        var pendientes = dependen.ToDictionary(a => a.Id, a => a.DependeDe.ToHashSet());
        while (pendientes.FirstOrDefault(a => !a.Value.Any(pendientes.ContainsKey)) is { Key: not null } libre)
        {
            pendientes.Remove(libre.Key);
        }

        return pendientes.Count > 0 ? string.Join(", ", pendientes.Keys) : null;
    }
}
