using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Prep.Publicacion.Formatos;

/// <summary>What one cell of a number says: the number, or one of these codes below zero.</summary>
public static class Celda
{
    public const int SinDato = -1;
    public const int Ilegible = -2;
    public const int NoAplica = -3;

    /// <summary><c>-</c> or <c>--</c>: nothing yet, or not on this boleta.</summary>
    public const int Guion = -4;
    public const int Vacia = -5;
    public const int SinActa = -6;

    /// <summary>A word that no known file uses in a number's place.</summary>
    public const int Palabra = -7;

    /// <summary>Begins like a number and is none: <c>-3</c>, <c>1e9</c>, <c>12a</c>, or larger than any acta.</summary>
    public const int MalNumero = -8;

    /// <summary>Largest number that a cell may hold (an electronic mesa abroad may pass the four boxes of a paper acta).</summary>
    public const int Maximo = 9_999_999;

    /// <summary>The cell of a larger text that begins at <paramref name="inicio"/> and ends before <paramref name="fin"/>.</summary>
    /// <remarks>
    /// One to four digits, nearly every cell of a real file, are read at once and without a branch for their number: the four bytes that end
    /// with the cell, those before it put to zero, each less '0'. A byte above 9 is not a digit.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Leer(byte[] texto, int inicio, int fin)
    {
        unchecked
        {
            var largo = fin - inicio;
            if ((uint)(largo - 1) < 4 && fin >= 4)
            {
                var ajenos = 32 - (8 * largo);
                var digitos = (Unsafe.ReadUnaligned<uint>(ref texto[fin - 4]) ^ 0x30303030) >> ajenos << ajenos;
                if (((digitos | (digitos + 0x76767676)) & 0x80808080) == 0)
                {
                    var pares = (digitos * 10) + (digitos >> 8);
                    return (int)(((pares & 0xFF) * 100) + ((pares >> 16) & 0xFF));
                }
            }

            return Leer(texto.AsSpan(inicio, largo));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Leer(ReadOnlySpan<byte> celda)
    {
        // One to four digits: nearly every cell of a real file.
        if (celda.Length is >= 1 and <= 4)
        {
            var valor = 0;
            foreach (var b in celda)
            {
                var d = unchecked((uint)b - (uint)'0');
                if (d > 9)
                {
                    return Despacio(celda);
                }

                valor = unchecked((valor * 10) + (int)d);
            }

            return valor;
        }

        return celda.IsEmpty ? Vacia : Despacio(celda);
    }

    private static int Despacio(ReadOnlySpan<byte> celda)
    {
        celda = Palabras.Clave(celda);
        if (celda.IsEmpty)
        {
            return Vacia;
        }

        if (celda[0] == '-' && celda.TrimStart((byte)'-').IsEmpty)
        {
            return Guion;
        }

        return char.IsAsciiDigit((char)celda[0]) || celda[0] is (byte)'-' or (byte)'+' or (byte)'.' ? Numero(celda) : PorPalabra(celda);
    }

    // 201.0 and 1,234 are how spreadsheets left some files.
    private static int Numero(ReadOnlySpan<byte> celda)
    {
        var punto = celda.IndexOf((byte)'.');
        if (punto > 0 && celda[(punto + 1)..].TrimEnd((byte)'0').IsEmpty)
        {
            celda = celda[..punto];
        }

        Span<byte> digitos = stackalloc byte[12];
        var n = 0;
        for (var i = 0; i < celda.Length; i++)
        {
            if (celda[i] == ',' && i > 0 && (celda.Length - i) % 4 == 0)
            {
                continue;
            }

            if (n == digitos.Length || !char.IsAsciiDigit((char)celda[i]))
            {
                return MalNumero;
            }

            digitos[n++] = celda[i];
        }

        return n > 0 && Utf8Parser.TryParse(digitos[..n], out int valor, out var usados) && usados == n && valor <= Maximo ? valor : MalNumero;
    }

    private static int PorPalabra(ReadOnlySpan<byte> celda)
    {
        if (celda.Length > 64)
        {
            return Palabra;
        }

        Span<byte> normal = stackalloc byte[64];
        var palabra = normal[..Palabras.Normalizar(celda, normal)];
        return palabra switch
        {
            _ when palabra.SequenceEqual("SIN DATO"u8) || palabra.SequenceEqual("SIN DATOS"u8) || palabra.SequenceEqual("VACIO"u8)
                || palabra.SequenceEqual("EN BLANCO"u8) || palabra.SequenceEqual("SINDATO"u8) => SinDato,
            _ when palabra.SequenceEqual("ILEGIBLE"u8) || palabra.SequenceEqual("ILEGIBLES"u8) => Ilegible,
            _ when palabra.SequenceEqual("N/A"u8) || palabra.SequenceEqual("NO APLICA"u8) => NoAplica,
            _ when palabra.StartsWith("SIN ACTA"u8) || palabra.SequenceEqual("SINACTA"u8) => SinActa,
            _ => Palabra,
        };
    }
}
