using System.Globalization;

namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>An opaque colour of the screen, sRGB.</summary>
public readonly record struct Color(byte Rojo, byte Verde, byte Azul)
{
    public static Color Blanco { get; } = new(255, 255, 255);

    public static Color Negro { get; }

    // WCAG 2.2, "relative luminance".
    private double Luminancia => (0.2126 * Lineal(Rojo)) + (0.7152 * Lineal(Verde)) + (0.0722 * Lineal(Azul));

    /// <param name="texto">Written <c>#rrggbb</c>.</param>
    public static Color? Leer(string? texto) =>
        texto is { Length: 7 } && texto[0] == '#' && int.TryParse(texto.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var valor)
            ? new Color((byte)(valor >> 16), (byte)((valor >> 8) & 255), (byte)(valor & 255))
            : null;

    /// <summary>Contrast ratio of WCAG 2.2, from 1 to 21; the same either way.</summary>
    public double Contraste(Color otro)
    {
        var (una, otra) = (Luminancia, otro.Luminancia);
        return (Math.Max(una, otra) + 0.05) / (Math.Min(una, otra) + 0.05);
    }

    /// <param name="parte">How much of <paramref name="otro"/>, 0 to 1.</param>
    public Color Con(Color otro, double parte) => new(Mezcla(Rojo, otro.Rojo, parte), Mezcla(Verde, otro.Verde, parte), Mezcla(Azul, otro.Azul, parte));

    /// <summary>The first colour on the way to <paramref name="hacia"/> that will do; that one when none does before.</summary>
    public Color HastaQue(Color hacia, Func<Color, bool> sirve)
    {
        for (var paso = 0; paso < 256; paso++)
        {
            if (Con(hacia, paso / 256.0) is var color && sirve(color))
            {
                return color;
            }
        }

        return hacia;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Rojo:x2}{Verde:x2}{Azul:x2}");

    private static byte Mezcla(byte uno, byte otro, double parte) => (byte)Math.Round(uno + ((otro - uno) * parte), MidpointRounding.AwayFromZero);

    private static double Lineal(byte canal) => canal / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
