namespace Prep.Dominio.Actas;

/// <summary>Bounds of a publishable image.</summary>
/// <param name="Bytes">Largest file, inclusive.</param>
/// <param name="LadoMinimo">Shortest side accepted, in pixels.</param>
/// <param name="LadoMaximo">Longest side accepted, in pixels.</param>
public sealed record LimitesDeImagen(int Bytes = 5 * 1024 * 1024, int LadoMinimo = 200, int LadoMaximo = 10_000)
{
    public static readonly LimitesDeImagen PorOmision = new();
}

/// <param name="Componentes">1 grey, 3 colour.</param>
public sealed record MedidasDeImagen(int Ancho, int Alto, int Componentes);

/// <summary>
/// Decides whether the bytes received can be published exactly as they are: a whole JPEG of the known profile, with nothing
/// in it but the picture. The server never rewrites an image; it refuses it with the remedy.
/// </summary>
/// <remarks>
/// Regla I-01. Fuente: Anexo 13, glosario VII ("código de integridad"); spec §14, CODIGO_INTEGRIDAD: «no EXIF, no GPS, known JPEG
/// profile». Only the markers are read; nothing is decoded.
/// </remarks>
public static class LimpiezaDeImagen
{
    private const string Remedio = "Vuelva a digitalizarla desde la estación del CATD o la aplicación, que guardan JPEG sin metadatos.";

    /// <returns>What a file is, for a person: «un PDF», «un PNG»…; null when it begins like a JPEG.</returns>
    public static string? FormatoAjeno(ReadOnlySpan<byte> bytes) => Actas.FormatoAjeno.Nombre(bytes);

    public static Result<MedidasDeImagen> EsPublicable(ReadOnlySpan<byte> bytes) => EsPublicable(bytes, LimitesDeImagen.PorOmision);

    /// <returns>The dimensions, or why not: <c>imagen_vacia</c>, <c>imagen_muy_grande</c>, <c>imagen_no_es_jpeg</c>, <c>imagen_con_metadatos</c>,
    /// <c>imagen_incompleta</c>, <c>imagen_con_sobrante</c>, <c>imagen_de_perfil_desconocido</c>, <c>imagen_fuera_de_medida</c>.</returns>
    public static Result<MedidasDeImagen> EsPublicable(ReadOnlySpan<byte> bytes, LimitesDeImagen limites)
    {
        if (bytes.IsEmpty)
        {
            return No("imagen_vacia", "El archivo de la imagen llegó vacío. Envíelo otra vez.");
        }

        if (bytes.Length > limites.Bytes)
        {
            return No("imagen_muy_grande", $"La imagen mide {bytes.Length:N0} bytes y el máximo es {limites.Bytes:N0}. {Remedio}");
        }

        if (FormatoAjeno(bytes) is { } otro)
        {
            return No("imagen_no_es_jpeg", $"El archivo es {otro} y sólo se publica JPEG. {Remedio}");
        }

        var lector = new LectorDeJpeg(bytes);
        if (lector.Recorrer() is { } falta)
        {
            return No(falta.Codigo, $"{falta.Texto} {Remedio}");
        }

        var m = lector.Medidas;
        return Math.Min(m.Ancho, m.Alto) < limites.LadoMinimo || Math.Max(m.Ancho, m.Alto) > limites.LadoMaximo
            ? No("imagen_fuera_de_medida", $"La imagen mide {m.Ancho} × {m.Alto} puntos; cada lado debe tener de {limites.LadoMinimo} a {limites.LadoMaximo:N0}. {Remedio}")
            : m;
    }

    private static Rechazo No(string codigo, string mensaje) => new(codigo, mensaje, ClaseDeRechazo.Entrada);
}
