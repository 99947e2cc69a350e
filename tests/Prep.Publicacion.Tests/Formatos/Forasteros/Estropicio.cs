using System.Text;

namespace Prep.Publicacion.Tests.Formatos.Forasteros;

/// <summary>What happens to files on their way: editors, spreadsheets, cut downloads. Each takes a file and gives it back spoiled.</summary>
internal static class Estropicio
{
    public static readonly IReadOnlyDictionary<string, Func<byte[], byte[]>> Todos = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["nada"] = b => b,
        ["vacio"] = _ => [],
        ["mitad"] = b => b[..(b.Length / 2)],
        ["sin final"] = b => b[..^Math.Min(b.Length, 37)],
        ["solo preámbulo"] = b => b[..Math.Max(0, Math.Min(b.Length, b.AsSpan().IndexOf("CLAVE_CASILLA"u8)))],
        ["solo CR"] = Texto(t => t.ReplaceLineEndings("\r")),
        ["CRLF"] = Texto(t => t.ReplaceLineEndings("\r\n")),
        ["una sola línea"] = Texto(t => t.ReplaceLineEndings(" ")),
        ["punto y coma"] = Texto(t => t.Replace(',', ';').Replace('|', ';')),
        ["tabuladores"] = Texto(t => t.Replace(',', '\t').Replace('|', '\t')),
        ["UTF-16"] = b => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(b))],
        ["UTF-16 de otro orden"] = b => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(b))],
        ["UTF-16 impar"] = b => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(b)), 0x41],
        ["Latin-1"] = b => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(b)),
        ["BOM"] = b => [0xEF, 0xBB, 0xBF, .. b],
        ["bytes altos"] = b => [.. b.Select((x, i) => i % 97 == 0 ? (byte)0xFF : x)],
        ["NUL"] = b => [.. b.Select((x, i) => i % 1009 == 1008 ? (byte)0 : x)],
        ["sin la primera columna"] = Celdas((c, _) => [.. c.Skip(1)]),
        ["sin la última columna"] = Celdas((c, _) => c[..^1]),
        ["sin la columna 25"] = Celdas((c, _) => [.. c.Where((_, i) => i != 25)]),
        ["columnas al revés"] = Celdas((c, _) => [.. c.Reverse()]),
        ["columnas de dos en dos"] = Celdas((c, _) => [.. c.Select((_, i) => c[(i ^ 1) < c.Length ? i ^ 1 : i])]),
        ["celdas en blanco"] = Celdas((c, l) => l < 8 ? c : [.. c.Select((x, i) => (i + l) % 5 == 0 ? "" : x)]),
        ["N/A en todo"] = Celdas((c, l) => l < 8 ? c : [.. c.Select(_ => "N/A")]),
        ["comillas sueltas"] = Celdas((c, l) => l < 8 ? c : [.. c.Select((x, i) => (i + l) % 11 == 0 ? "\"" + x : x)]),
        ["fórmulas"] = Celdas((c, l) => l < 8 ? c : [.. c.Select(x => $"=\"{x.Trim('=', '"', '\'')}\"")]),
        ["millares"] = Celdas((c, l) => l < 8 ? c : [.. c.Select(x => int.TryParse(x, out var n) && n > 999 ? $"\"{n / 1000},{n % 1000:000}\"" : x)]),
        ["números raros"] = Celdas((c, l) => l < 8 ? c : [.. c.Select((x, i) => i % 7 == 3 ? ((l + i) % 4) switch { 0 => "-3", 1 => "1e9", 2 => "99999999999999999999", _ => "2147483647" } : x)]),
        ["fechas raras"] = Celdas((c, l) => l < 8 ? c : [.. c.Select((x, i) => x.Contains(':') ? ((l + i) % 4) switch { 0 => "31/02/2021 25:61:61", 1 => "00/00/0000 00:00", 2 => "01/01/1990 24:00:00", _ => "hoy a las 5:00" } : x)]),
        ["desplazado"] = Celdas((c, l) => l % 9 == 8 ? ["", .. c] : c),
        ["textos largos"] = Celdas((c, l) => l == 9 ? [.. c.Select(x => new string('á', 5000))] : c),
        ["renglones repetidos"] = Lineas(l => l.SelectMany((x, i) => i > 8 && i % 6 == 0 ? new[] { x, x } : [x])),
        ["renglones al revés"] = Lineas(l => l.Length < 40 ? l : [.. l.Take(30), .. l.Skip(30).Reverse()]),
        ["todo dos veces"] = b => [.. b, .. b],
        ["sin encabezado"] = Lineas(l => l.SkipWhile(x => !x.Contains("CLAVE_CASILLA", StringComparison.Ordinal))),
        ["sin fecha"] = Lineas(l => l.Where((x, i) => i > 4 || !x.Contains(':'))),
    };

    /// <summary>Those that change how a file is written and nothing of what it says: it must still be replayed whole.</summary>
    public static readonly IReadOnlySet<string> Inocuos = new HashSet<string>
    {
        "nada", "solo CR", "CRLF", "UTF-16", "UTF-16 de otro orden", "Latin-1", "BOM", "sin la primera columna", "columnas de dos en dos", "fórmulas", "millares",
        "renglones al revés", "sin encabezado", "sin fecha",
    };

    public static TheoryData<string> Nombres => [.. Todos.Keys];

    private static Func<byte[], byte[]> Texto(Func<string, string> cambiar) => b => Encoding.UTF8.GetBytes(cambiar(Encoding.UTF8.GetString(b)));

    private static Func<byte[], byte[]> Lineas(Func<string[], IEnumerable<string>> cambiar) => Texto(t => string.Join('\n', cambiar(t.ReplaceLineEndings("\n").Split('\n'))));

    private static Func<byte[], byte[]> Celdas(Func<string[], int, string[]> cambiar) => Lineas(lineas =>
    {
        var separador = lineas.MaxBy(l => l.Length)!.Count(c => c == '|') > 9 ? '|' : ',';
        return lineas.Select((l, i) => l.Contains(separador) ? string.Join(separador, cambiar(l.Split(separador), i)) : l);
    });
}
