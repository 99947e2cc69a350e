using System.Text;

namespace Prep.Publicacion.Formatos;

/// <summary>One spelling for words that institutes write in any case, with accents or without, with <c>_</c> or spaces.</summary>
public static class Palabras
{
    /// <summary>Upper case without accents, one space between words, no quotes, brackets nor apostrophes.</summary>
    /// <param name="destino">At least as long as <paramref name="utf8"/>.</param>
    /// <returns>Bytes written.</returns>
    public static int Normalizar(ReadOnlySpan<byte> utf8, Span<byte> destino)
    {
        var n = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            if (b == 0xC3 && i + 1 < utf8.Length)
            {
                destino[n++] = SinAcento(utf8[++i]);
            }
            else if (b is (byte)'"' or (byte)'\'' or (byte)'[' or (byte)']')
            {
                continue;
            }
            else if (b is (byte)' ' or (byte)'_' or (byte)'\t' or (byte)'\n' or (byte)'\r' || (b == 0xA0 && i > 0 && utf8[i - 1] == 0xC2))
            {
                if (n > 0 && destino[n - 1] != ' ')
                {
                    destino[n++] = (byte)' ';
                }
            }
            else if (b != 0xC2)
            {
                destino[n++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            }
        }

        return n > 0 && destino[n - 1] == ' ' ? n - 1 : n;
    }

    public static string Normalizar(ReadOnlySpan<byte> utf8)
    {
        Span<byte> destino = utf8.Length <= 256 ? stackalloc byte[256] : new byte[utf8.Length];
        return Encoding.UTF8.GetString(destino[..Normalizar(utf8, destino)]);
    }

    public static string Normalizar(string texto) => Normalizar(Encoding.UTF8.GetBytes(texto));

    /// <summary>A column name: like <see cref="Normalizar(string)"/> with <c>_</c> between words.</summary>
    public static string Columna(string nombre)
    {
        var palabras = Normalizar(nombre).ToCharArray();
        var columna = new StringBuilder(palabras.Length);
        foreach (var c in palabras)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '#' or '%')
            {
                columna.Append(c);
            }
            else if (columna.Length > 0 && columna[^1] != '_')
            {
                columna.Append('_');
            }
        }

        return columna.ToString().TrimEnd('_');
    }

    /// <summary>A key or number of a key column without <c>'</c>, <c>=</c>, <c>"</c> nor spaces.</summary>
    public static ReadOnlySpan<byte> Clave(ReadOnlySpan<byte> celda)
    {
        while (!celda.IsEmpty && celda[0] is (byte)'\'' or (byte)'=' or (byte)'"' or (byte)' ' or (byte)'\t' or (byte)'`')
        {
            celda = celda[1..];
        }

        while (!celda.IsEmpty && celda[^1] is (byte)'\'' or (byte)'"' or (byte)' ' or (byte)'\t' or (byte)'`')
        {
            celda = celda[..^1];
        }

        // U+2019, that word processors put in place of an apostrophe
        return celda.StartsWith("’"u8) ? celda[3..] : celda;
    }

    /// <summary>Empty, <c>-</c>, <c>--</c> or N/A: nothing is said here.</summary>
    public static bool EsNada(ReadOnlySpan<byte> celda)
    {
        celda = Clave(celda);
        return celda.Length switch
        {
            0 => true,
            1 => celda[0] == '-',
            2 => celda[0] == '-' && celda[1] == '-',
            3 => celda[1] == '/' && (celda[0] | 0x20) == 'n' && (celda[2] | 0x20) == 'a',
            _ => false,
        };
    }

    // Second byte of U+00C0..U+00FF in UTF-8.
    private static byte SinAcento(byte segundo) => (byte)((segundo | 0x20) switch
    {
        >= 0xA0 and <= 0xA5 => 'A',
        0xA7 => 'C',
        >= 0xA8 and <= 0xAB => 'E',
        >= 0xAC and <= 0xAF => 'I',
        0xB1 => 'N',
        >= 0xB2 and <= 0xB6 => 'O',
        >= 0xB9 and <= 0xBC => 'U',
        _ => '?',
    });
}
