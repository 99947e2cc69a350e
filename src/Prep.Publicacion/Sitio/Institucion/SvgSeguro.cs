using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Prep.Dominio;

namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>Admits an SVG that only draws. Whatever is not known to be harmless is refused by its name: script, events, what brings another file, what multiplies itself.</summary>
internal static partial class SvgSeguro
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Xlink = "http://www.w3.org/1999/xlink";
    private const string Consejo = "Guárdelo como SVG plano (o simple), con el texto convertido en trazos.";

    // Without use, symbol, pattern or mask: ten lines of them can draw a thing ten thousand million times.
    private static readonly FrozenSet<string> Elementos = FrozenSet.Create(
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "linearGradient", "radialGradient", "stop", "clipPath");

    private static readonly FrozenSet<string> Presentacion = FrozenSet.Create(
        "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
        "stroke-dashoffset", "opacity", "clip-path", "clip-rule", "stop-color", "stop-opacity", "color", "display", "visibility", "paint-order", "shape-rendering");

    private static readonly FrozenSet<string> Atributos = FrozenSet.Create(
        "id", "class", "version", "viewBox", "width", "height", "preserveAspectRatio", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "points",
        "transform", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "offset", "pathLength", "role", "style", "lang", "space");

    /// <returns>Its width by its height; refused with the reason, for a person.</returns>
    public static Result<double> Proporcion(byte[] bytes)
    {
        // No DTD: entities can grow without bound or name files of this machine.
        var opciones = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Logotipo.MaximoDeBytes };
        try
        {
            using var lector = XmlReader.Create(new MemoryStream(bytes), opciones);
            double? proporcion = null;
            while (lector.Read())
            {
                if (lector.NodeType == XmlNodeType.ProcessingInstruction)
                {
                    return No($"trae la instrucción «{lector.Name}»");
                }

                if (lector.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (lector.NamespaceURI != Svg || !Elementos.Contains(lector.LocalName))
                {
                    return No($"trae el elemento «{lector.Name}»");
                }

                if (lector.Depth == 0 && lector.LocalName != "svg")
                {
                    return No("no empieza con el elemento «svg»");
                }

                proporcion ??= Medida(lector);
                if (Malo(lector) is { } malo)
                {
                    return No($"trae «{malo}» en el elemento «{lector.LocalName}»");
                }
            }

            return proporcion is { } hallada ? hallada : No("no dice su tamaño: le falta viewBox, o width y height");
        }
        catch (XmlException e)
        {
            return No($"no se entiende en la línea {Math.Max(1, e.LineNumber)}");
        }
    }

    private static string? Malo(XmlReader lector)
    {
        while (lector.MoveToNextAttribute())
        {
            if (!EsInofensivo(lector))
            {
                var malo = lector.Name;
                lector.MoveToElement();
                return malo;
            }
        }

        lector.MoveToElement();
        return null;
    }

    private static bool EsInofensivo(XmlReader atributo)
    {
        var valor = atributo.Value;
        return (atributo.NamespaceURI, atributo.LocalName) switch
        {
            ("http://www.w3.org/2000/xmlns/", _) => true,
            (Xlink or "", "href") => Propio().IsMatch(valor),
            ("", "style") => valor.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(EsDeclaracion),
            ("" or "http://www.w3.org/XML/1998/namespace", var nombre) => (Atributos.Contains(nombre) || Presentacion.Contains(nombre)) && SinReferencias(valor),
            _ => false,
        };
    }

    private static bool EsDeclaracion(string declaracion) =>
        declaracion.Split(':', 2, StringSplitOptions.TrimEntries) is [var nombre, var valor] && Presentacion.Contains(nombre) && SinReferencias(valor);

    // A paint may name a gradient of the same file and nothing else; a backslash could write any of it in another way.
    private static bool SinReferencias(string valor) =>
        !valor.Contains('\\') && (!(valor.Contains('(') || valor.Contains('@')) || SoloFunciones().IsMatch(valor));

    private static double? Medida(XmlReader svg)
    {
        var caja = (svg.GetAttribute("viewBox") ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var (ancho, alto) = caja.Length == 4 ? (Numero(caja[2]), Numero(caja[3])) : (Numero(svg.GetAttribute("width")), Numero(svg.GetAttribute("height")));
        return ancho > 0 && alto > 0 ? ancho / alto : null;
    }

    private static double Numero(string? texto) =>
        double.TryParse(texto?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var numero) && double.IsFinite(numero) ? numero : 0;

    private static Rechazo No(string que) => new("logotipo_invalido", $"{que}. {Consejo}");

    [GeneratedRegex(@"\A#[\w.-]+\z")]
    private static partial Regex Propio();

    [GeneratedRegex(@"\A(?:[^()@]|url\(\s*[""']?#[\w.-]+[""']?\s*\)|(?<![\w-])(?:matrix|translate|scale|rotate|skewX|skewY|rgba?|hsla?)\([^()@]*\))*\z")]
    private static partial Regex SoloFunciones();
}
