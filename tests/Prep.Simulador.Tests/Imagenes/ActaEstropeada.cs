namespace Prep.Simulador.Tests.Imagenes;

/// <summary>A drawn acta made worse on purpose: what careless scanners and phones give.</summary>
internal static class ActaEstropeada
{
    private const int Ancho = 1650, Alto = 1068;

    public static string Borrosa(string acta, double desviacion) => Envolver(acta, "", "filter=\"url(#b)\"", $"<filter id=\"b\" x=\"0\" y=\"0\" width=\"1\" height=\"1\"><feGaussianBlur stdDeviation=\"{desviacion}\"/></filter>");

    public static string Inclinada(string acta, double grados) => Envolver(acta, $"transform=\"translate({Ancho / 2} {Alto / 2}) scale(0.88) rotate({grados}) translate({-Ancho / 2} {-Alto / 2})\"");

    /// <param name="luz">1 as it is; 0 black.</param>
    public static string Oscura(string acta, double luz) => Envolver(acta, "", encima: $"<rect width=\"{Ancho}\" height=\"{Alto}\" fill=\"#000\" fill-opacity=\"{1 - luz}\"/>");

    public static string Deslavada(string acta, double cuanto) => Envolver(acta, "", encima: $"<rect width=\"{Ancho}\" height=\"{Alto}\" fill=\"#fff\" fill-opacity=\"{cuanto}\"/>");

    public static string Cortada(string acta, int puntos) => Envolver(acta, $"transform=\"translate({-puntos} 0)\"");

    /// <summary>On a dark table, as a phone sees it.</summary>
    public static string EnLaMesa(string acta) => Envolver(acta, $"transform=\"translate({Ancho / 2} {Alto / 2}) scale(0.88) rotate(1) translate({-Ancho / 2} {-Alto / 2})\"", mesa: "#3a2a1c");

    public static string Chica(string acta) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"518\" viewBox=\"0 0 {Ancho} {Alto}\">{acta}</svg>";

    /// <summary>No sheet: fur, grass and sky are all like this to who counts paper and ink.</summary>
    public static string Gato => $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><defs><filter id="t" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.12" numOctaves="5" seed="7"/>
        <feColorMatrix type="saturate" values="0"/></filter></defs><rect width="1600" height="1200" fill="#777"/><rect width="1600" height="1200" filter="url(#t)"/>
        <ellipse cx="800" cy="700" rx="420" ry="340" fill="#3b3026" fill-opacity="0.8"/><circle cx="660" cy="600" r="46" fill="#d8c24a"/><circle cx="940" cy="600" r="46" fill="#d8c24a"/></svg>
        """;

    private static string Envolver(string acta, string giro, string filtro = "", string defs = "", string encima = "", string mesa = "#fff") => $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{Ancho}" height="{Alto}"><defs>{defs}</defs><rect width="{Ancho}" height="{Alto}" fill="{mesa}"/>
        <g {giro} {filtro}><rect width="{Ancho}" height="{Alto}" fill="#fff"/>{acta}</g>{encima}</svg>
        """;
}
