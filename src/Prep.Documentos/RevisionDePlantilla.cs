using System.Text.RegularExpressions;

namespace Prep.Documentos;

/// <summary>What is wrong in a template and in which line, in words for who edits it: the library says it in English, and often without a line.</summary>
internal static partial class RevisionDePlantilla
{
    /// <returns>The first fault that can be seen without values; null when none.</returns>
    public static (int Linea, string Que)? Falta(string texto)
    {
        Stack<(string Nombre, int Linea)> abiertos = new();
        foreach (Match marca in Marca().Matches(texto))
        {
            var linea = LineaDe(texto, marca.Index);
            var dentro = marca.Groups[1].Value;
            if (!marca.Groups[2].Success)
            {
                return (linea, $"«{Corto(marca.Value)}» no se cierra con }}}}.");
            }

            if (dentro is ['{' or '&', ..])
            {
                return (linea, $"«{Corto(marca.Value)}» pide un valor sin escapar: use dos llaves.");
            }

            var nombre = dentro.TrimStart('#', '/', '^').Split(' ', '\n')[0];
            switch (dentro)
            {
                case ['#' or '^', ..]:
                    abiertos.Push((nombre, linea));
                    break;
                case ['/', ..] when !abiertos.TryPop(out var abierto) || abierto.Nombre != nombre:
                    return (linea, $"{{{{/{nombre}}}}} cierra algo que no está abierto.");
            }
        }

        return abiertos.TryPop(out var sinCerrar) ? (sinCerrar.Linea, $"falta {{{{/{sinCerrar.Nombre}}}}}.") : null;
    }

    /// <summary>A complaint of the library, at the first line that names what it names.</summary>
    public static (int Linea, string Que) De(string texto, string mensaje)
    {
        if (Indefinido().Match(mensaje) is { Success: true } m)
        {
            var nombre = m.Groups[1].Value + m.Groups[2].Value;
            var lugar = Regex.Match(texto, $@"\{{\{{[^}}]*\b{Regex.Escape(nombre)}\b");
            return (lugar.Success ? LineaDe(texto, lugar.Index) : 1, $"no hay nada que se llame «{nombre}».");
        }

        return (EnLinea().Match(mensaje) is { Success: true } l ? int.Parse(l.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1 : 1, $"no se entiende ({mensaje.Split('\n')[0].Trim()}).");
    }

    private static int LineaDe(string texto, int lugar) => texto.AsSpan(0, lugar).Count('\n') + 1;

    private static string Corto(string marca) => marca.Length <= 40 ? marca.Trim() : marca[..40].Trim();

    [GeneratedRegex(@"\{\{([^}]*?)(?:(\}\}\}?)|$|(?=\{\{\w|\{\{[#/^]))", RegexOptions.Singleline)]
    private static partial Regex Marca();

    [GeneratedRegex("(?:^(.+) is undefined|^Referenced partial name '(.+)' could not)")]
    private static partial Regex Indefinido();

    [GeneratedRegex(@"Occured at: (\d+):")]
    private static partial Regex EnLinea();
}
