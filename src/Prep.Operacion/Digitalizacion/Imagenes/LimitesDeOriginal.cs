using Prep.Dominio;
using Prep.Dominio.Actas;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>What a CATD may upload before it is cleaned: a JPEG or a PNG of a scanner or a camera. Anything else is refused with its remedy, before anybody opens it.</summary>
public static class LimitesDeOriginal
{
    /// <summary>Largest file, inclusive: a sheet at 600 points an inch in colour is 8 MB of JPEG.</summary>
    public const int Bytes = 24 * 1024 * 1024;

    /// <summary>Largest picture, in points: what a phone of 50 megapixels gives.</summary>
    public const long Puntos = 60_000_000;

    private const string Remedio = "Ponga el escáner en JPEG, 200 a 300 puntos por pulgada, o tome una fotografía del acta.";

    private static readonly byte[] _png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when it may be opened.</returns>
    public static Rechazo? Revisar(ReadOnlySpan<byte> original) => original switch
    {
        { IsEmpty: true } => No("imagen_vacia", "El archivo llegó vacío. Digitalice el acta otra vez."),
        { Length: > Bytes } => MuyGrande,
        _ when EsPng(original) => null,
        _ when LimpiezaDeImagen.FormatoAjeno(original) is { } otro => No("imagen_no_se_acepta", $"El archivo es {otro}; aquí se aceptan JPEG y PNG. {Remedio}"),
        _ => null,
    };

    public static Rechazo MuyGrande => No("imagen_muy_grande", $"El archivo pasa de {Bytes >> 20} MB. {Remedio}");

    internal static bool EsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(_png);

    private static Rechazo No(string codigo, string mensaje) => new(codigo, mensaje, ClaseDeRechazo.Entrada);
}
