using System.Globalization;

namespace Prep.Publicacion.Sitio.Mapas;

/// <summary>Patterns that tell forces apart on paper, in grey and for who does not see the colours. The first is plain.</summary>
public static class Tramas
{
    // Drawn on a tile of 8 by 8; each continues in the next tile.
    private static readonly string[] Dibujos =
    [
        "",
        "M-2 2L2-2M0 8L8 0M6 10L10 6",
        "M0 4h8",
        "M2 2h2v2h-2z",
        "M-2 6L2 10M0 0L8 8M6-2L10 2",
        "M4 0v8",
        "M0 4h8M4 0v8",
        "M0 8L8 0M0 0L8 8",
    ];

    public static int Cuantas => Dibujos.Length;

    public static string Dibujo(int trama) => Dibujos[trama];

    /// <summary>Black or white, whichever stands out on the colour.</summary>
    public static string Sobre(string color)
    {
        int Canal(int lugar) => int.Parse(color.AsSpan(lugar, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (Canal(1) * 299) + (Canal(3) * 587) + (Canal(5) * 114) > 128_000 ? "#000" : "#fff";
    }
}
