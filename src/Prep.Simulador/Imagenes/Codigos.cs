using System.Text;
using QRCoder;

namespace Prep.Simulador.Imagenes;

/// <summary>The two codes of the sheet as path data: the QR of the label and the bars of the folio.</summary>
internal static class Codigos
{
    private const int ModulosPorLetra = 13;   // six thin, three of double width, one between letters

    // Code 39 (ISO/IEC 16388): nine elements a character, three of them wide. 1 = wide; bar, space, bar…
    private static readonly Dictionary<char, string> Barras39 = new()
    {
        ['0'] = "000110100", ['1'] = "100100001", ['2'] = "001100001", ['3'] = "101100000", ['4'] = "000110001", ['5'] = "100110000",
        ['6'] = "001110000", ['7'] = "000100101", ['8'] = "100100100", ['9'] = "001100100", ['A'] = "100001001", ['B'] = "001001001",
        ['C'] = "101001000", ['D'] = "000011001", ['E'] = "100011000", ['F'] = "001011000", ['G'] = "000001101", ['H'] = "100001100",
        ['I'] = "001001100", ['J'] = "000011100", ['K'] = "100000011", ['L'] = "001000011", ['M'] = "101000010", ['N'] = "000010011",
        ['O'] = "100010010", ['P'] = "001010010", ['Q'] = "000000111", ['R'] = "100000110", ['S'] = "001000110", ['T'] = "000010110",
        ['U'] = "110000001", ['V'] = "011000001", ['W'] = "111000000", ['X'] = "010010001", ['Y'] = "110010000", ['Z'] = "011010000",
        ['-'] = "010000101", ['.'] = "110000100", [' '] = "011000100", ['*'] = "010010100",
    };

    /// <summary>High correction (a third of it may be lost), quiet zone of four modules included.</summary>
    /// <returns>The path, and its side in points.</returns>
    public static (string Datos, double Lado) Qr(string texto, double x, double y, double ladoMaximo)
    {
        using var codigo = QRCodeGenerator.GenerateQrCode(texto, QRCodeGenerator.ECCLevel.H);
        var filas = codigo.ModuleMatrix;
        var modulo = Math.Floor(ladoMaximo / filas.Count);   // whole points: no module falls between two
        var datos = new StringBuilder();
        for (var f = 0; f < filas.Count; f++)
        {
            for (var c = 0; c < filas.Count; c++)
            {
                var desde = c;
                while (c < filas.Count && filas[f][c])
                {
                    c++;
                }

                if (c > desde)
                {
                    Bloque(datos, x + (desde * modulo), y + (f * modulo), (c - desde) * modulo, modulo);
                }
            }
        }

        return (datos.ToString(), modulo * filas.Count);
    }

    /// <summary>Code 39 of a folio; what it cannot write is left out, and all of it when a bar would be thinner than a point.</summary>
    /// <param name="fino">Width of a thin bar, in points.</param>
    public static (string Datos, double Ancho) Barras(string texto, double x, double y, double alto, double anchoMaximo, double fino = 2)
    {
        var letras = $"*{string.Concat(texto.ToUpperInvariant().Where(c => c != '*' && Barras39.ContainsKey(c)))}*";
        var modulo = Math.Min(fino, Math.Floor(anchoMaximo / (letras.Length * ModulosPorLetra)));
        if (modulo < 1)
        {
            return ("", anchoMaximo);
        }

        var datos = new StringBuilder();
        var lugar = x;
        foreach (var letra in letras)
        {
            var elementos = Barras39[letra];
            for (var i = 0; i < elementos.Length; i++)
            {
                var ancho = (elementos[i] == '1' ? 2 : 1) * modulo;
                if (i % 2 == 0)
                {
                    Bloque(datos, lugar, y, ancho, alto);
                }

                lugar += ancho;
            }

            lugar += modulo;
        }

        return (datos.ToString(), lugar - x);
    }

    private static void Bloque(StringBuilder datos, double x, double y, double ancho, double alto) =>
        datos.Append($"M{Lienzo.N(x)} {Lienzo.N(y)}h{Lienzo.N(ancho)}v{Lienzo.N(alto)}h-{Lienzo.N(ancho)}z");
}
