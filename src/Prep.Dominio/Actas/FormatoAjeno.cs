namespace Prep.Dominio.Actas;

/// <summary>Names, for a person, what a file is when it is not a JPEG.</summary>
internal static class FormatoAjeno
{
    private const int LargoDelInicio = 1024;

    /// <returns>«un PNG», «un PDF»…; null when it begins like a JPEG.</returns>
    public static string? Nombre(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "un PNG",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "un PDF",
        [(byte)'I', (byte)'I', 0x2A or 0x2B, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A or 0x2B, ..] => "un TIFF",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "un GIF",
        [(byte)'B', (byte)'M', ..] => "un BMP",
        [(byte)'P', (byte)'K', 3, 4, ..] => "un ZIP (o un documento de oficina)",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "un WebP",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "un HEIC, AVIF o video",
        _ when EsTexto(bytes, "<svg"u8) => "un SVG",
        _ when EsTexto(bytes, "<html"u8) || EsTexto(bytes, "<!DOCTYPE"u8) => "una página web",
        _ => "de un formato que no se reconoce",
    };

    private static bool EsTexto(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> marca) =>
        bytes[..Math.Min(bytes.Length, LargoDelInicio)].IndexOf(marca) >= 0;
}
