using Prep.Dominio;

namespace Prep.Operacion.Acopio;

/// <summary>A list of casillas as the consejo sends it, one a line: CLAVE_CASILLA, or section, type and number.</summary>
public static class ListaDeCasillas
{
    private const int Maximo = 500;

    /// <returns>Their keys; every line that is not one casilla is said, and then none is taken.</returns>
    public static Result<IReadOnlyList<string>> Leer(string texto, Contexto c)
    {
        List<string> claves = [];
        List<string> faltas = [];
        foreach (var (numero, renglon) in texto.Split('\n').Index().Where(r => r.Item.Trim().Length > 0))
        {
            var hallada = BuscarCasilla.Ejecutar(renglon.Trim(), c);
            if (hallada is { IsOk: true, Value: [var unica] })
            {
                claves.Add(unica.Clave);
            }
            else
            {
                faltas.Add($"renglón {numero + 1}, «{renglon.Trim()}»{(hallada.IsOk ? " (son varias casillas)" : "")}");
            }
        }

        return faltas.Count > 0
            ? new Rechazo("lista_ilegible", $"No se propuso ninguna. Corrija {string.Join("; ", faltas.Take(10))}{(faltas.Count > 10 ? $" y {faltas.Count - 10} más" : "")}.", ClaseDeRechazo.Entrada)
            : claves.Count is 0 or > Maximo
                ? new Rechazo("lista_ilegible", $"Escriba de una a {Maximo} casillas, una en cada renglón.", ClaseDeRechazo.Entrada)
                : (Result<IReadOnlyList<string>>)claves.Distinct(StringComparer.Ordinal).ToArray();
    }
}
