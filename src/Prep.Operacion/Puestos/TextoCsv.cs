using System.Text;

namespace Prep.Operacion.Puestos;

/// <summary>Rows as CSV for a spreadsheet: comma, CRLF, quotes only when needed.</summary>
public static class TextoCsv
{
    public static string De(IEnumerable<IReadOnlyList<string>> renglones)
    {
        StringBuilder texto = new();
        foreach (var renglon in renglones)
        {
            Linea(texto, renglon);
        }

        return texto.ToString();
    }

    public static void Linea(StringBuilder texto, IEnumerable<string> celdas) => texto.AppendJoin(',', celdas.Select(Citar)).Append("\r\n");

    // A text that a spreadsheet would run as a formula is not one.
    private static string Citar(string celda)
    {
        var segura = celda is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + celda : celda;
        return segura.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{segura.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : segura;
    }
}
