namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>Colours of the national parties, for catalogues inferred from a file, which name none. A catalogue's own colour comes first.</summary>
internal static class Paleta
{
    private static readonly Dictionary<string, string> PorNombre = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PAN"] = "#0339A6",
        ["PRI"] = "#038C33",
        ["PRD"] = "#F2B705",
        ["PT"] = "#D91136",
        ["PVEM"] = "#A7C957",
        ["MC"] = "#F27405",
        ["MORENA"] = "#A6032F",
        ["MOR"] = "#A6032F",
        ["NA"] = "#03A6A6",
        ["PES"] = "#642484",
    };

    public static string? De(string partido) => PorNombre.GetValueOrDefault(partido);
}
