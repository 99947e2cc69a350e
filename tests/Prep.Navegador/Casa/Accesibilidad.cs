using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Prep.Navegador.Casa;

/// <summary>WCAG 2.2 AA of a page as it stands, light and dark.</summary>
public static class Accesibilidad
{
    private static readonly ConcurrentDictionary<(string Raiz, string Ruta), bool> _vistas = new();

    // Only what is wrong is told: saying where each thing is right takes longer than looking.
    private static readonly AxeRunOptions _reglas = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Paths of that host that were looked at.</summary>
    public static IEnumerable<string> Vistas(string raiz) => _vistas.Keys.Where(v => v.Raiz == new Uri(raiz).Authority).Select(v => v.Ruta);

    public static async Task SinFaltasAsync(this IPage pagina)
    {
        Uri url = new(pagina.Url);
        _vistas[(url.Authority, url.AbsolutePath)] = true;
        foreach (var tono in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await pagina.EmulateMediaAsync(new() { ColorScheme = tono });
            var resultado = await pagina.RunAxe(_reglas);
            Assert.True(resultado.Violations.Length == 0, $"{pagina.Url} ({tono}): " + string.Join("; ", resultado.Violations.Select(v => $"{v.Id}: {v.Help} en {string.Join(", ", v.Nodes.Select(n => n.Target))}")));
        }
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
