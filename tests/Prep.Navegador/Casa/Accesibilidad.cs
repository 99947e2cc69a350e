using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Prep.Navegador.Casa;

/// <summary>WCAG 2.2 AA of a page as it stands, light and dark.</summary>
public static class Accesibilidad
{
    private static readonly ConcurrentDictionary<(string Raiz, string Ruta), bool> _vistas = new();

    // Only what is wrong is told: saying where each thing is right takes longer than looking.
    private const string Reglas = """{ resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } }""";

    // Another tone changes colours and nothing else of a page.
    private const string ReglasDeColor = """{ resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }""";

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Paths of that host that were looked at.</summary>
    public static IEnumerable<string> Vistas(string raiz) => _vistas.Keys.Where(v => v.Raiz == new Uri(raiz).Authority).Select(v => v.Ruta);

    public static async Task SinFaltasAsync(this IPage pagina)
    {
        Uri url = new(pagina.Url);
        _vistas[(url.Authority, url.AbsolutePath)] = true;
        foreach (var (tono, reglas) in new[] { (ColorScheme.Light, Reglas), (ColorScheme.Dark, ReglasDeColor) })
        {
            await pagina.EmulateMediaAsync(new() { ColorScheme = tono });
            var faltas = await MirarAsync(pagina, reglas);
            Assert.True(faltas.Length == 0, $"{pagina.Url} ({tono}): {string.Join("; ", faltas)}");
        }
    }

    // In the page itself: the library's own way opens a blank page at each call to put together the frames, and there is none here.
    private static async Task<string[]> MirarAsync(IPage pagina, string reglas)
    {
        if (!await pagina.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await pagina.EvaluateAsync(_axe);
        }

        return await pagina.EvaluateAsync<string[]>($$"""async () => (await axe.run(document, {{reglas}})).violations.map(v => `${v.id}: ${v.help} en ${v.nodes.map(n => n.target.join(" ")).join(", ")}`)""");
    }

    /// <summary>Whether the pictures of the manuals are being taken.</summary>
    public static bool SeRetrata => Environment.GetEnvironmentVariable("PREP_IMAGENES") is { Length: > 0 };

    /// <summary>Keeps a picture of the page, in the manuals' folder when <c>PREP_IMAGENES</c> names it.</summary>
    public static async Task RetratarAsync(this IPage pagina, string nombre)
    {
        if (Environment.GetEnvironmentVariable("PREP_IMAGENES") is { Length: > 0 } carpeta)
        {
            await pagina.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await pagina.ScreenshotAsync(new() { Path = Path.Combine(carpeta, nombre + ".png") });
        }
    }
}
