namespace Prep.Seguimiento.Documentos;

/// <param name="Limite">Most bytes of a file.</param>
public sealed record AjustesDeDocumentos(long Limite)
{
    public const int MegasPorOmision = 500;

    public static readonly AjustesDeDocumentos PorOmision = De(MegasPorOmision);

    public static AjustesDeDocumentos De(int megas) => new(megas * 1024L * 1024);

    public string EnPalabras => PalabrasDeDocumentos.Peso(Limite);
}
