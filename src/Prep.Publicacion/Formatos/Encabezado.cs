using System.Globalization;

namespace Prep.Publicacion.Formatos;

/// <summary>One figure of the header as published.</summary>
/// <param name="Nombre">As the file names it.</param>
/// <param name="Texto">As written, trimmed.</param>
/// <param name="Valor">The number times 10,000, cut at four decimals; null when empty or not a number.</param>
/// <param name="Decimales">Decimals written.</param>
public sealed record CifraPublicada(string Nombre, string Texto, long? Valor, int Decimales, int Linea, int Columna)
{
    public long? Entero => Valor is { } v && v % 10_000 == 0 ? v / 10_000 : null;

    public bool Vacia => Texto.Length == 0;
}

/// <summary>Lines before the table: title, hour of the corte and the figures.</summary>
/// <param name="Cifras">By official name of <see cref="Dominio.Computo.Cifras.Nombres"/>.</param>
/// <param name="Desfase">Offset of UTC that the file declares, in minutes.</param>
public sealed record Encabezado(
    string Titulo,
    DateTime? CorteLocal,
    int? Desfase,
    int LineaDeCorte,
    IReadOnlyDictionary<string, CifraPublicada> Cifras)
{
    /// <summary>Which of the 13 a name means; null when it is none.</summary>
    public static string? Oficial(string nombre)
    {
        var n = Palabras.Columna(nombre);
        var porcentaje = n.Contains("PORCENTAJE", StringComparison.Ordinal) || n.Contains('%');
        return n switch
        {
            _ when porcentaje && n.Contains("PARTICIPACION", StringComparison.Ordinal) => "PORCENTAJE_PARTICIPACION_CIUDADANA",
            _ when porcentaje && n.Contains("INCONSISTENCIA", StringComparison.Ordinal) => "PORCENTAJE_ACTAS_INCONSISTENCIAS",
            _ when porcentaje && n.Contains("NO_CONTABILIZADA", StringComparison.Ordinal) => null,
            _ when porcentaje && n.Contains("CONTABILIZADA", StringComparison.Ordinal) => "PORCENTAJE_ACTAS_CONTABILIZADAS",
            _ when porcentaje && n.Contains("CAPTURADA", StringComparison.Ordinal) => "PORCENTAJE_ACTAS_CAPTURADAS",
            _ when porcentaje => null,
            "LISTA_NOMINAL_ACTAS_CONTABILIZADAS" or "LISTA_NOMINAL_DE_ACTAS_CONTABILIZADAS" or "LISTA_NOMINAL_ACTAS_CONTABILZADAS" => "LISTA_NOMINAL_ACTAS_CONTABILIZADAS",
            "TOTAL_VOTOS_C_CS" or "TOTAL_VOTOS_CON_CS" or "TOTAL_VOTOS_CCS" => "TOTAL_VOTOS_C_CS",
            "TOTAL_VOTOS_S_CS" or "TOTAL_VOTOS_SIN_CS" or "TOTAL_VOTOS_SCS" => "TOTAL_VOTOS_S_CS",
            "PARTICIPACION_CIUDADANA" => "PORCENTAJE_PARTICIPACION_CIUDADANA",
            _ when !n.StartsWith("ACTAS_", StringComparison.Ordinal) && !n.StartsWith("TOTAL_ACTAS_", StringComparison.Ordinal) => null,
            _ when n.EndsWith("ESPERADAS", StringComparison.Ordinal) => "ACTAS_ESPERADAS",
            _ when n.EndsWith("REGISTRADAS", StringComparison.Ordinal) => "ACTAS_REGISTRADAS",
            _ when n.Contains("FUERA", StringComparison.Ordinal) => "ACTAS_FUERA_CATALOGO",
            _ when n.EndsWith("CAPTURADAS", StringComparison.Ordinal) => "ACTAS_CAPTURADAS",
            _ when n.EndsWith("NO_CONTABILIZADAS", StringComparison.Ordinal) => "ACTAS_NO_CONTABILIZADAS",
            _ when n.EndsWith("CONTABILIZADAS", StringComparison.Ordinal) => "ACTAS_CONTABILIZADAS",
            _ => null,
        };
    }

    /// <summary>Reads a header cell: <c>'100.0000%</c>, <c>"51,695"</c>, <c>201.0</c>, empty.</summary>
    public static CifraPublicada Leer(string nombre, string celda, int linea, int columna)
    {
        var texto = celda.Trim().Trim('\'', '=', '"').Trim();
        var limpio = texto.TrimEnd('%').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var punto = limpio.IndexOf('.');
        var decimales = punto < 0 ? 0 : limpio.Length - punto - 1;
        return decimal.TryParse(limpio, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var valor)
            && Math.Abs(valor) < 1_000_000_000_000m
            ? new(nombre, texto, (long)decimal.Truncate(valor * 10_000), decimales, linea, columna)
            : new(nombre, texto, null, 0, linea, columna);
    }
}
