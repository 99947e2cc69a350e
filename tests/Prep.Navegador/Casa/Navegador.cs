using Microsoft.Playwright;
using Prep.Documentos;

[assembly: AssemblyFixture(typeof(Prep.Navegador.Casa.Navegador))]

namespace Prep.Navegador.Casa;

/// <summary>One Chromium for all tests; each test has contexts of its own, which share nothing.</summary>
public sealed class Navegador : IAsyncLifetime
{
    // In milliseconds. It costs a passing test nothing, and the machine that runs them may be busy.
    private const float Paciencia = 60_000;

    private IPlaywright _playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Paciencia);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Impresora.Conocidos.Select(c => Path.Combine("/usr/bin", c)).First(File.Exists), Args = ["--no-sandbox"] });
    }

    /// <summary>A browser of one person on an old laptop.</summary>
    /// <param name="encabezados">The headers of <c>EntradaDePrueba</c>, when the test does not sign in through the screen.</param>
    public async Task<IPage> PaginaAsync(string raiz, IReadOnlyDictionary<string, string>? encabezados = null, bool oscuro = false, int ancho = 1366, int alto = 768)
    {
        var contexto = await Chromium.NewContextAsync(new()
        {
            BaseURL = raiz,
            Locale = "es-MX",
            ViewportSize = new() { Width = ancho, Height = alto },
            ColorScheme = oscuro ? ColorScheme.Dark : ColorScheme.Light,
            ExtraHTTPHeaders = encabezados,
        });
        contexto.SetDefaultTimeout(Paciencia);
        return await contexto.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
