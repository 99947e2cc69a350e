using System.Reflection;

namespace Prep.Pantallas.Estilos;

/// <summary>The look that every screen shares: colours, type, spacing, tables. Pages add their own rules after it.</summary>
public static class Tokens
{
    /// <summary>Text of <c>tokens.css</c>, embedded: nothing is read from disk at run time.</summary>
    public static string Css { get; } = Leer();

    private static string Leer()
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream("tokens.css")!;
        using var lector = new StreamReader(flujo);
        return lector.ReadToEnd();
    }
}
