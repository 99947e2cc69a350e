namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>The worker's part of cleaning: opens with the one loader that its first bytes name, turns, shrinks, greys, measures and encodes.</summary>
internal static class Limpieza
{
    /// <exception cref="InvalidOperationException">With a word of <see cref="ImagenLimpia"/>.</exception>
    public static ImagenLimpia Limpiar(byte[] original, int giro)
    {
        try
        {
            var (gris, ancho, alto, anchoDeOrigen, altoDeOrigen) = Vips.AGris(original, LimitesDeOriginal.EsPng(original) ? "pngload_buffer" : "jpegload_buffer", giro, ImagenLimpia.Perfil.LadoMayor);
            return new(Vips.GrisAJpeg(gris, ancho, alto, ImagenLimpia.Perfil.Calidad), Medicion.Medir(gris, ancho, alto, anchoDeOrigen, altoDeOrigen));
        }
        catch (InvalidOperationException e) when (e.Message != ImagenLimpia.DemasiadosPuntos)
        {
            throw new InvalidOperationException(ImagenLimpia.Danada, e);
        }
    }
}
