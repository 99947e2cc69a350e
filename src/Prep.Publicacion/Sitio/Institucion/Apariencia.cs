namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>How the site of an institute looks: the style of the house with its colours, and its mark.</summary>
/// <param name="Estilo">The stylesheet of every page.</param>
/// <param name="Logotipo">Null when it gave none.</param>
public sealed record Apariencia(ArchivoPublicado Estilo, Logotipo? Logotipo)
{
    public static Apariencia DeLaCasa { get; } = new(Sitio.Recursos.Estilo, null);

    /// <summary>All that its pages ask for besides themselves.</summary>
    public IReadOnlyList<ArchivoPublicado> Recursos { get; } = Logotipo is null ? [Estilo, .. DeSiempre] : [Estilo, .. DeSiempre, Logotipo.Archivo];

    private static IReadOnlyList<ArchivoPublicado> DeSiempre => [.. Sitio.Recursos.Modulos, Sitio.Recursos.Esquemas];

    public static Apariencia De(ColoresDelInstituto colores, Logotipo? logotipo) =>
        new(colores == ColoresDelInstituto.DeLaCasa ? Sitio.Recursos.Estilo : Sitio.Recursos.EstiloCon(colores.Css), logotipo);
}
