using System.Text;
using System.Text.Unicode;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>A CSV as an office writes it: comma or semicolon, with or without BOM, LF or CRLF, quotes only when needed.</summary>
/// <remarks>Strict on content: UTF-8, known columns, one cell per column, no control characters, lines of at most 1 MiB.</remarks>
public sealed class TablaCsv
{
    public const int LineaMaxima = 1 << 20;

    private readonly Dictionary<string, int> _columnas;

    private TablaCsv(string archivo, Dictionary<string, int> columnas, List<FilaCsv> filas, RegistroDeFaltas registro) =>
        (Archivo, _columnas, Filas, Registro) = (archivo, columnas, filas, registro);

    public string Archivo { get; }

    public IReadOnlyList<FilaCsv> Filas { get; }

    internal RegistroDeFaltas Registro { get; }

    public bool Tiene(string columna) => _columnas.ContainsKey(columna);

    internal int Lugar(string columna) => _columnas.GetValueOrDefault(columna, -1);

    /// <param name="opcionales">Null accepts any other column.</param>
    /// <returns>Null when the header cannot be used; the faults say why. Rows with faults are left out.</returns>
    public static TablaCsv? Leer(string archivo, byte[] bytes, IReadOnlyList<string> requeridas, IReadOnlyList<string>? opcionales, RegistroDeFaltas registro)
    {
        TablaCsv? tabla = null;
        var filas = new List<FilaCsv>();
        var separador = ',';
        var numero = 0;
        foreach (var linea in LineasDe(bytes))
        {
            numero++;
            if (Decodificar(archivo, numero, linea.Span, registro) is not { } texto)
            {
                if (tabla is null)
                {
                    return null;
                }

                continue;
            }

            if (tabla is null)
            {
                if (texto.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                separador = texto.Count(c => c == ';') > texto.Count(c => c == ',') ? ';' : ',';
                if (Columnas(archivo, numero, Celdas(archivo, numero, texto, separador, registro), requeridas, opcionales, registro) is not { } columnas)
                {
                    return null;
                }

                tabla = new(archivo, columnas, filas, registro);
            }
            else if (Celdas(archivo, numero, texto, separador, registro) is { } celdas && !celdas.TrueForAll(c => c.Texto.Length == 0))
            {
                if (celdas.Count == tabla._columnas.Count)
                {
                    filas.Add(new(tabla, numero, celdas));
                }
                else
                {
                    registro.Falta("celdas_de_mas_o_de_menos", archivo, numero, celdas[^1].Columna,
                        $"La línea tiene {celdas.Count} celdas y el encabezado {tabla._columnas.Count}.", "Complete o quite celdas; encierre entre comillas las que llevan el separador.");
                }
            }
        }

        if (tabla is null)
        {
            registro.Falta("archivo_vacio", archivo, 1, 1, "El archivo está vacío.", $"Escriba el encabezado: {string.Join(',', requeridas)}.");
        }

        return tabla;
    }

    private static Dictionary<string, int>? Columnas(
        string archivo, int linea, List<CeldaCsv>? celdas, IReadOnlyList<string> requeridas, IReadOnlyList<string>? opcionales, RegistroDeFaltas registro)
    {
        if (celdas is null)
        {
            return null;
        }

        var antes = registro.Faltas.Count;
        var columnas = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < celdas.Count; i++)
        {
            var nombre = celdas[i].Texto;
            if (opcionales is not null && !requeridas.Contains(nombre, StringComparer.OrdinalIgnoreCase) && !opcionales.Contains(nombre, StringComparer.OrdinalIgnoreCase))
            {
                registro.Falta("columna_desconocida", archivo, linea, celdas[i].Columna, $"No se conoce la columna «{nombre}».",
                    $"Use: {string.Join(", ", requeridas.Concat(opcionales))}.");
            }
            else if (!columnas.TryAdd(nombre, i))
            {
                registro.Falta("columna_repetida", archivo, linea, celdas[i].Columna, $"La columna «{nombre}» está dos veces.", "Deje una sola.");
            }
        }

        foreach (var falta in requeridas.Where(r => !columnas.ContainsKey(r)))
        {
            registro.Falta("columna_ausente", archivo, linea, 1, $"Falta la columna «{falta}».", "Agréguela al encabezado.");
        }

        return registro.Faltas.Count == antes ? columnas : null;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> LineasDe(byte[] bytes)
    {
        ReadOnlyMemory<byte> resto = bytes;
        if (resto.Span.StartsWith("\uFEFF"u8))
        {
            resto = resto[3..];
        }

        while (resto.Length > 0)
        {
            var fin = resto.Span.IndexOf((byte)'\n');
            var linea = fin < 0 ? resto : resto[..fin];
            resto = fin < 0 ? default : resto[(fin + 1)..];
            yield return linea.Length > 0 && linea.Span[^1] == '\r' ? linea[..^1] : linea;
        }
    }

    private static string? Decodificar(string archivo, int numero, ReadOnlySpan<byte> linea, RegistroDeFaltas registro)
    {
        if (linea.Length > LineaMaxima)
        {
            registro.Falta("linea_demasiado_larga", archivo, numero, LineaMaxima + 1, "La línea pasa de 1 MiB.", "Revise que el archivo sea un CSV con un renglón por línea.");
            return null;
        }

        var texto = Encoding.UTF8.GetString(linea);
        if (!Utf8.IsValid(linea))
        {
            registro.Falta("no_es_utf8", archivo, numero, texto.IndexOf('\uFFFD') + 1, "El archivo no está en UTF-8.", "Guárdelo desde la hoja de cálculo como «CSV UTF-8».");
            return null;
        }

        for (var i = 0; i < texto.Length; i++)
        {
            if (char.IsControl(texto[i]) && texto[i] != '\t')
            {
                registro.Falta("caracter_de_control", archivo, numero, i + 1,
                    texto[i] == '\0' ? "Hay un byte NUL." : $"Hay un carácter de control (U+{(int)texto[i]:X4}).", "Bórrelo: el archivo puede estar dañado.");
                return null;
            }
        }

        return texto;
    }

    private static List<CeldaCsv>? Celdas(string archivo, int numero, string texto, char separador, RegistroDeFaltas registro)
    {
        var celdas = new List<CeldaCsv>();
        var i = 0;
        while (true)
        {
            var inicio = i;
            if (i < texto.Length && texto[i] == '"')
            {
                var celda = new StringBuilder();
                for (i++; i < texto.Length && (texto[i] != '"' || (i + 1 < texto.Length && texto[i + 1] == '"')); i++)
                {
                    i += texto[i] == '"' ? 1 : 0;
                    celda.Append(texto[i]);
                }

                if (i >= texto.Length || (i + 1 < texto.Length && texto[i + 1] != separador))
                {
                    registro.Falta("comillas_sin_cerrar", archivo, numero, inicio + 1, "Las comillas de esta celda no cierran donde termina.", "Escriba la celda en una sola línea; una comilla dentro va doble.");
                    return null;
                }

                i++;
                celdas.Add(new(celda.ToString().Trim(), inicio + 1));
            }
            else
            {
                var fin = texto.IndexOf(separador, i);
                i = fin < 0 ? texto.Length : fin;
                celdas.Add(new(texto[inicio..i].Trim(), inicio + 1));
            }

            if (i >= texto.Length)
            {
                return celdas;
            }

            i++;
        }
    }
}
