using System.Globalization;
using System.Text;

namespace Prep.Simulador.Imagenes;

/// <summary>Writes SVG elements; coordinates in points of the final image, at most one decimal, so that the bytes repeat.</summary>
internal sealed class Lienzo
{
    private readonly StringBuilder _svg = new(120_000);

    public Lienzo(int ancho, int alto)
    {
        Ancho = ancho;
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ancho}\" height=\"{alto}\" viewBox=\"0 0 {ancho} {alto}\" font-family=\"DejaVu Sans\" font-size=\"12\">\n");
        Rectangulo(0, 0, ancho, alto, "#fdfdfb");
    }

    public int Ancho { get; }

    public void Rectangulo(double x, double y, double ancho, double alto, string relleno, string? borde = null, double grueso = 1)
    {
        _svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(ancho)}\" height=\"{N(alto)}\" fill=\"{relleno}\"");
        if (borde is not null)
        {
            _svg.Append($" stroke=\"{borde}\" stroke-width=\"{N(grueso)}\"");
        }

        _svg.Append("/>\n");
    }

    public void Linea(double x1, double y1, double x2, double y2, string color, double grueso = 1) =>
        _svg.Append($"<path d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\" stroke=\"{color}\" stroke-width=\"{N(grueso)}\"/>\n");

    public void Elipse(double x, double y, double rx, double ry, string relleno, string borde, double grueso = 1) =>
        _svg.Append($"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(rx)}\" ry=\"{N(ry)}\" fill=\"{relleno}\" stroke=\"{borde}\" stroke-width=\"{N(grueso)}\"/>\n");

    /// <summary>Filled shape from path data.</summary>
    public void Figura(string datos, string relleno) => _svg.Append($"<path d=\"{datos}\" fill=\"{relleno}\" shape-rendering=\"crispEdges\"/>\n");

    /// <summary>Pen strokes from path data.</summary>
    public void Tinta(string datos, string color, double grueso) =>
        _svg.Append($"<path d=\"{datos}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{N(grueso)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");

    /// <param name="y">Of the baseline.</param>
    /// <param name="anchoMaximo">Narrows the letters when the text would be wider.</param>
    /// <param name="ancla"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Texto(string texto, double x, double y, double cuerpo, string color = "#111", bool negrita = false, string ancla = "start", double anchoMaximo = double.MaxValue)
    {
        var natural = AnchoDeLetra.De(texto, cuerpo, negrita);
        var estrecho = Math.Min(1, anchoMaximo / Math.Max(natural, 1));
        var desde = x - (natural * estrecho * (ancla switch { "middle" => 0.5, "end" => 1, _ => 0 }));
        _svg.Append(estrecho < 0.995
            ? $"<text transform=\"translate({N(desde)} {N(y)}) scale({estrecho.ToString("0.###", CultureInfo.InvariantCulture)} 1)\""
            : $"<text x=\"{N(desde)}\" y=\"{N(y)}\"");
        _svg.Append($" font-size=\"{N(cuerpo)}\" fill=\"{color}\"").Append(negrita ? " font-weight=\"bold\"" : "");
        _svg.Append('>').Append(Escapar(texto)).Append("</text>\n");
    }

    /// <summary>Text turned around its own anchor.</summary>
    public void TextoGirado(string texto, double x, double y, double grados, double cuerpo, string color, double opacidad = 1) =>
        _svg.Append($"<text transform=\"translate({N(x)} {N(y)}) rotate({N(grados)})\" font-size=\"{N(cuerpo)}\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"{color}\" fill-opacity=\"{opacidad.ToString("0.##", CultureInfo.InvariantCulture)}\">{Escapar(texto)}</text>\n");

    public string Terminar() => _svg.Append("</svg>\n").ToString();

    /// <summary>At most one decimal, always a point.</summary>
    public static string N(double valor) => valor.ToString("0.#", CultureInfo.InvariantCulture);

    // XML forbids control characters even escaped; a name that carries one is drawn without it.
    private static string Escapar(string texto) => new StringBuilder(string.Concat(texto.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < '\uFFFE')))
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
