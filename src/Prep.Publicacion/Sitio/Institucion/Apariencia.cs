namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>How the site of an institute looks: the style of the house with its colours, and its mark.</summary>
/// <param name="Estilo">The stylesheet of every page.</param>
/// <param name="Logotipo">Null when it gave none.</param>
public sealed record Apariencia(ArchivoPublicado Estilo, Logotipo? Logotipo)
{
    public static Apariencia DeLaCasa { get; } = new(Sitio.Recursos.Estilo, null);

    /// <summary>What its pages ask for besides themselves and their modules.</summary>
    public IReadOnlyList<ArchivoPublicado> Recursos { get; } = Logotipo is null ? [Estilo, Sitio.Recursos.Esquemas] : [Estilo, Sitio.Recursos.Esquemas, Logotipo.Archivo];

    public static Apariencia De(ColoresDelInstituto colores, Logotipo? logotipo) =>
        new(colores == ColoresDelInstituto.DeLaCasa ? Sitio.Recursos.Estilo : Sitio.Recursos.EstiloCon(colores.Css), logotipo);
}
