using System.Globalization;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <param name="Columna">Character where the cell begins, from 1.</param>
public readonly record struct CeldaCsv(string Texto, int Columna);

/// <summary>One row of a table, read cell by cell; what is wrong is recorded at the cell's place.</summary>
public sealed class FilaCsv(TablaCsv tabla, int linea, IReadOnlyList<CeldaCsv> celdas)
{
    public int Linea => linea;

    /// <summary>The cell without spaces around; empty when the table lacks the column.</summary>
    public string this[string columna] => tabla.Lugar(columna) is >= 0 and var i ? celdas[i].Texto : "";

    public void Falta(string columna, string codigo, string mensaje, string remedio) =>
        tabla.Registro.Falta(codigo, tabla.Archivo, linea, Lugar(columna), mensaje, remedio);

    public void Aviso(string columna, string codigo, string mensaje) => tabla.Registro.Aviso(codigo, tabla.Archivo, linea, Lugar(columna), mensaje);

    /// <returns>Null, and a fault, when the cell is empty.</returns>
    public string? Obligatoria(string columna)
    {
        if (this[columna] is { Length: > 0 } texto)
        {
            return texto;
        }

        Falta(columna, "celda_vacia", $"La columna «{columna}» está vacía.", "Escriba su valor.");
        return null;
    }

    /// <summary>Digits only: no sign, thousands separator, decimals nor exponent.</summary>
    /// <returns>Null when empty, or with a fault when it is not a number of the range.</returns>
    public int? Entero(string columna, int minimo, int maximo)
    {
        var texto = this[columna];
        if (texto.Length == 0)
        {
            return null;
        }

        if (int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var valor) && valor >= minimo && valor <= maximo)
        {
            return valor;
        }

        Falta(columna, "numero_invalido", $"«{Corta(texto)}» no es un número entero de {minimo} a {maximo} (columna «{columna}»).", "Escriba sólo dígitos.");
        return null;
    }

    /// <summary>A key of fixed width whose leading zeros a spreadsheet may have eaten: <c>5</c> is <c>005</c>.</summary>
    /// <returns>Null, with a fault, when it is empty or has anything but digits.</returns>
    public string? Clave(string columna, int ancho)
    {
        if (Obligatoria(columna) is not { } texto)
        {
            return null;
        }

        var digitos = texto.TrimStart('\'').TrimStart('0');
        if (digitos.Length <= ancho && digitos.All(char.IsAsciiDigit))
        {
            return digitos.PadLeft(ancho, '0');
        }

        Falta(columna, "clave_invalida", $"«{Corta(texto)}» no es una clave de {ancho} dígitos (columna «{columna}»).", "Escriba sólo dígitos.");
        return null;
    }

    /// <summary>A word of a closed list, in any case.</summary>
    public TValor? Palabra<TValor>(string columna, IReadOnlyDictionary<string, TValor> palabras, TValor? porOmision = null)
        where TValor : struct
    {
        var texto = this[columna];
        if (texto.Length == 0 && porOmision is not null)
        {
            return porOmision;
        }

        if (palabras.TryGetValue(texto.ToLowerInvariant(), out var valor))
        {
            return valor;
        }

        Falta(columna, "palabra_desconocida", $"«{Corta(texto)}» no es un valor de la columna «{columna}».", $"Use: {string.Join(", ", palabras.Keys)}.");
        return null;
    }

    /// <summary>Keys joined by <c>|</c>.</summary>
    public IReadOnlyList<string> Lista(string columna) =>
        this[columna].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static string Corta(string texto) => texto.Length <= 60 ? texto : texto[..60] + "…";

    private int Lugar(string columna) => tabla.Lugar(columna) is >= 0 and var i ? celdas[i].Columna : 1;
}
