using System.Globalization;
using System.Text.RegularExpressions;
using Prep.Dominio;
using Prep.Pantallas.Estilos;

namespace Prep.Publicacion.Sitio.Institucion;

/// <summary>The two colours of an institute, as the style of its site. The rest (softer, for bars, for the dark scheme) follows from them and always reads.</summary>
/// <param name="Principal">Behind the head of every page, with white letters on it.</param>
/// <param name="Acento">Of links, buttons and bars.</param>
/// <remarks>WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for graphics (1.4.11).</remarks>
public sealed partial record ColoresDelInstituto(Color? Principal, Color? Acento)
{
    public const double MinimoDeTexto = 4.5;

    public const double MinimoDeGrafica = 3;

    // Links of the dark scheme as clear as our own: the least is little on a phone at night.
    private const double ComodoDeTexto = 7;

    private static readonly (Color Fondo, Color Papel) Claro = (DeToken("fondo", 0), DeToken("papel", 0));

    private static readonly (Color Papel, Color Tinta) Oscuro = (DeToken("papel", 1), DeToken("tinta", 1));

    public static ColoresDelInstituto DeLaCasa { get; } = new(null, null);

    /// <summary>Rules to follow the style of the house; empty without colours.</summary>
    /// <remarks>Only for screens: paper has its own.</remarks>
    public string Css => this == DeLaCasa ? "" : $"@media screen {{\n  :root {{ {string.Join(' ', TokensClaros)} }}\n}}\n"
        + $"@media screen and (prefers-color-scheme: dark) {{\n  :root {{ {string.Join(' ', TokensOscuros)} }}\n{BordeOscuro}}}\n";

    private IEnumerable<string> TokensClaros
    {
        get
        {
            if (Principal is { } principal)
            {
                var tenue = principal.Con(Color.Blanco, 0.8).HastaQue(Color.Blanco, c => c.Contraste(principal) >= MinimoDeTexto);
                yield return $"--marca: {principal}; --sobre-marca: {Color.Blanco}; --marca-tenue: {tenue};";
            }

            if (Acento is { } acento)
            {
                var suave = Suave(acento);
                var barra = acento.Con(Color.Blanco, 0.3).HastaQue(acento, c => Math.Min(c.Contraste(suave), c.Contraste(Claro.Papel)) >= MinimoDeGrafica);
                yield return $"--acento: {acento}; --acento-suave: {suave}; --sobre-acento: {Color.Blanco}; --barra: {barra};";
            }
        }
    }

    private IEnumerable<string> TokensOscuros
    {
        get
        {
            if (PrincipalOscuro is { } principal)
            {
                var tenue = principal.Con(Oscuro.Tinta, 0.75).HastaQue(Color.Blanco, c => c.Contraste(principal) >= MinimoDeTexto);
                yield return $"--marca: {principal}; --sobre-marca: {Oscuro.Tinta}; --marca-tenue: {tenue};";
            }

            if (Acento is { } claro)
            {
                var acento = claro.HastaQue(Color.Blanco, c => c.Contraste(Oscuro.Papel) >= ComodoDeTexto && c.Contraste(SuaveOscuro(c)) >= MinimoDeTexto);
                var suave = SuaveOscuro(acento);
                var barra = acento.Con(Oscuro.Papel, 0.35).HastaQue(acento, c => Math.Min(c.Contraste(suave), c.Contraste(Oscuro.Papel)) >= MinimoDeGrafica);
                yield return $"--acento: {acento}; --acento-suave: {suave}; --sobre-acento: {Oscuro.Papel}; --barra: {barra};";
            }
        }
    }

    // Darker, and never below what its letters need.
    private Color? PrincipalOscuro => Principal?.Con(Oscuro.Papel, 0.35).HastaQue(Color.Negro, c => c.Contraste(Oscuro.Tinta) >= MinimoDeTexto);

    private string BordeOscuro => PrincipalOscuro is { } oscuro ? $"  .pie {{ border-color: {oscuro.Con(Oscuro.Tinta, 0.3)}; }}\n" : "";

    /// <returns>Refused when one is not a colour, or would not be read by all where it is drawn: the sentence says how far it is and the nearest that passes.</returns>
    public static Result<ColoresDelInstituto> Crear(string? principal, string? acento)
    {
        foreach (var (nombre, texto) in new[] { ("principal", principal), ("acento", acento) })
        {
            if (texto is not null && Color.Leer(texto) is null)
            {
                return new Rechazo("color_invalido", $"colores.{nombre} es un color escrito #rrggbb, como #0a3a53; dice «{texto}».");
            }
        }

        var colores = new ColoresDelInstituto(Color.Leer(principal), Color.Leer(acento));
        var falta = Falta("principal", colores.Principal, "las letras blancas del encabezado", c => c.Contraste(Color.Blanco))
            ?? Falta("acento", colores.Acento, "los fondos claros en que van sus enlaces", EnFondosClaros);
        return falta is null ? colores : falta;
    }

    private static Rechazo? Falta(string nombre, Color? color, string contra, Func<Color, double> contraste)
    {
        if (color is not { } dado || contraste(dado) >= MinimoDeTexto)
        {
            return null;
        }

        var pasa = dado.HastaQue(Color.Negro, c => contraste(c) >= MinimoDeTexto);
        return new("color_sin_contraste",
            $"colores.{nombre}: {dado} contrasta {Razon(contraste(dado))} con {contra} y hace falta al menos {Razon(MinimoDeTexto)} para que todos puedan leer. El más cercano que sirve es {pasa}.");
    }

    private static double EnFondosClaros(Color acento) =>
        new[] { Claro.Fondo, Claro.Papel, Suave(acento), Color.Blanco }.Min(acento.Contraste);

    private static Color Suave(Color acento) => Claro.Papel.Con(acento, 0.11);

    private static Color SuaveOscuro(Color acento) => Oscuro.Papel.Con(acento, 0.14);

    // Truncated: 4.4999 is not said to be 4.50.
    private static string Razon(double contraste) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(contraste * 100) / 100:0.00}:1");

    // What the tokens of the house say, first of the light scheme and then of the dark one.
    private static Color DeToken(string nombre, int esquema) => Color.Leer(Token().Matches(Tokens.Css).Where(t => t.Groups[1].Value == nombre).ElementAt(esquema).Groups[2].Value)!.Value;

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
