using System.Text.RegularExpressions;

namespace Prep.Dominio.Tests.Casa;

/// <summary>Finds rule codes in text: <c>Regla C-02</c>, <c>Reglas F-01 a F-13</c>, <c>Reglas A-01, A-02 y A-03</c>.</summary>
internal static partial class CodigosDeRegla
{
    public static IReadOnlySet<string> En(string texto)
    {
        var codigos = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Match mencion in Mencion().Matches(texto))
        {
            var lista = Codigo().Matches(mencion.Value);
            for (var i = 0; i < lista.Count; i++)
            {
                codigos.Add(lista[i].Value);
                if (i > 0 && Rango().IsMatch(mencion.Value[(lista[i - 1].Index + lista[i - 1].Length)..lista[i].Index]))
                {
                    codigos.UnionWith(Entre(lista[i - 1].Value, lista[i].Value));
                }
            }
        }

        return codigos;
    }

    private static IEnumerable<string> Entre(string primero, string ultimo)
    {
        var letra = primero.Split('-')[0];
        return Enumerable.Range(int.Parse(primero.Split('-')[1]), Math.Max(0, int.Parse(ultimo.Split('-')[1]) - int.Parse(primero.Split('-')[1])))
            .Select(n => $"{letra}-{n:00}");
    }

    [GeneratedRegex(@"\bReglas?[\s/]+[A-Z]{1,2}-\d{2}(?:[\s/]*(?:,|\by\b|\be\b|\ba\b)[\s/]*[A-Z]{1,2}-\d{2}\b)*")]
    private static partial Regex Mencion();

    [GeneratedRegex(@"[A-Z]{1,2}-\d{2}")]
    private static partial Regex Codigo();

    [GeneratedRegex(@"^[\s/]*a[\s/]*$")]
    private static partial Regex Rango();
}
