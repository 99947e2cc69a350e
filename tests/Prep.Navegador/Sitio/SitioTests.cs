using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Prep.Navegador.Casa;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Navegador.Sitio;

/// <summary>The public site in a browser: on a phone and a desk, with and without JavaScript, from a folder of another site and from a disk.</summary>
public sealed class SitioTests(Casa.Navegador navegador, SitioPublicado sitio) : IClassFixture<SitioPublicado>
{
    private const string SinDesborde = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    // All but the empty place of the news, which every page has with its module.
    private const string Contenido = "[...document.body.children].filter(e => !e.matches('.nuevo')).map(e => e.outerHTML).join()";

    // Every page of the process and of an election, and one of each kind below them.
    private IEnumerable<string> Vistas() =>
    [
        "index.html", sitio.Acta,
        .. new[] { "", "dip_loc/" }.SelectMany(c => Directory.EnumerateFiles(Path.Combine(sitio.Carpeta, En(c)), "*.html")).Select(r => Path.GetRelativePath(sitio.Carpeta, r)).Order(StringComparer.Ordinal),
        En("ayun/index.html"), En("ayun/municipio/002/index.html"), En("dip_loc/distrito/002/index.html"), En("dip_loc/municipio/002/index.html"), En("dip_loc/distrito/001/seccion/0100.html"),
    ];

    private string En(string ruta) => $"cortes/{sitio.Corte}/{ruta}";

    [Fact]
    public async Task Cada_vista_se_lee_en_un_telefono_y_en_un_escritorio_con_programa_y_sin_el()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz, ancho: 390, alto: 844);
        var quieta = await navegador.PaginaAsync(sitio.Raiz);
        await quieta.RouteAsync("**/*.js", ruta => ruta.AbortAsync());
        await using var apagado = await navegador.Chromium.NewContextAsync(new() { BaseURL = sitio.Raiz, JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var sinPrograma = await apagado.NewPageAsync();
        foreach (var ruta in Vistas())
        {
            await pagina.GotoAsync(ruta);
            foreach (var ancho in new[] { 320, 1366, 390 })
            {
                await pagina.SetViewportSizeAsync(ancho, ancho < 1000 ? 844 : 768);
                await EntraAsync(pagina, ruta, ancho);
                if (ancho > 320)
                {
                    await pagina.SinFaltasAsync();
                }
            }

            // Where no module changed a thing, the page without them is the one just looked at.
            await quieta.GotoAsync(ruta);
            if (await quieta.EvaluateAsync<string>(Contenido) != await pagina.EvaluateAsync<string>(Contenido))
            {
                foreach (var ancho in new[] { 1366, 390 })
                {
                    await quieta.SetViewportSizeAsync(ancho, ancho < 1000 ? 844 : 768);
                    await quieta.SinFaltasAsync();
                }
            }

            await sinPrograma.GotoAsync(ruta);
            Assert.Equal(1, await sinPrograma.Locator("main h1").CountAsync());
            Assert.True(await sinPrograma.GetByText("Resultados preliminares, sin efectos jurídicos").First.IsVisibleAsync());
        }

        // On paper: the numbers and their warning, without what only a screen can use.
        await pagina.GotoAsync(En("dip_loc/index.html"));
        await pagina.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await pagina.Locator(".navegar").IsVisibleAsync());
        Assert.True(await pagina.Locator(".preliminar").IsVisibleAsync());
        Assert.True(await pagina.Locator(".votos").First.IsVisibleAsync());

        await sinPrograma.GotoAsync(En("dip_loc/index.html"));
        var participacion = sinPrograma.GetByRole(AriaRole.Navigation, new() { Name = "Vistas de la elección" }).GetByRole(AriaRole.Link, new() { Name = "Participación" });
        Assert.False(await participacion.IsVisibleAsync());
        await sinPrograma.Locator("summary", new() { HasTextString = "Menú" }).ClickAsync();
        await participacion.ClickAsync();
        Assert.EndsWith("participacion.html", sinPrograma.Url, StringComparison.Ordinal);
    }

    private static async Task EntraAsync(IPage pagina, string ruta, int ancho)
    {
        Assert.True(await pagina.EvaluateAsync<int>(SinDesborde) <= 0, $"{ruta} se sale a {ancho} puntos de ancho.");
        var anchas = await pagina.EvaluateAsync<string>("[...document.querySelectorAll('.tabla')].filter(t => t.scrollWidth > t.clientWidth).map(t => t.querySelector('caption').textContent).join()");
        Assert.True(anchas.Length == 0, $"{ruta}: a {ancho} puntos no cabe {anchas}.");
    }

    [Fact]
    public async Task El_mapa_se_recorre_con_el_teclado_y_dice_lo_mismo_que_su_tabla()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz);
        await pagina.GotoAsync(En("dip_loc/index.html"));
        var areas = await pagina.Locator(".mapa a").CountAsync();
        Assert.Equal(4, areas);
        await pagina.Locator("section:has(.mapa) a[href='#tabla-de-areas']").FocusAsync();
        for (var i = 0; i < areas; i++)
        {
            await pagina.Keyboard.PressAsync("Tab");
            var dice = await pagina.EvaluateAsync<string>("document.activeElement.querySelector('title').textContent");
            var fila = pagina.Locator("#tabla-de-areas tbody tr").Nth(i);
            Assert.Contains((await fila.Locator("th").InnerTextAsync()).Trim(), dice, StringComparison.Ordinal);
            var quien = (await fila.Locator("td").First.InnerTextAsync()).Split('\n')[0].Trim();
            Assert.Contains(quien, dice, StringComparison.Ordinal);
            var trazo = pagina.Locator(".mapa a").Nth(i).Locator("path");
            Assert.StartsWith("3", await trazo.EvaluateAsync<string>("e => getComputedStyle(e).strokeWidth"), StringComparison.Ordinal);
            Assert.StartsWith("url(", await trazo.GetAttributeAsync("fill"), StringComparison.Ordinal);
        }

        Assert.NotEqual(0, await pagina.Locator(".leyenda .muestra").CountAsync());
        await pagina.Keyboard.PressAsync("Enter");
        await Assertions.Expect(pagina).ToHaveURLAsync(new Regex("/dip_loc/distrito/004/index.html$"));
    }

    [Fact]
    public async Task Dos_cortes_escogidos_se_comparan_con_sus_propios_numeros()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz, ancho: 390, alto: 844);
        await pagina.GotoAsync(En("dip_loc/cambios.html"));
        var desde = pagina.GetByLabel("Desde");
        await desde.Locator("option").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });    // the module puts them when it knows them
        var cortes = await desde.Locator("option").EvaluateAllAsync<string[]>("os => os.map(o => o.value)");
        var (uno, otro) = (cortes[0], cortes[1]);
        await desde.SelectOptionAsync(uno);
        await pagina.GetByLabel("Hasta").SelectOptionAsync(otro);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Comparar" }).ClickAsync();
        var tabla = pagina.Locator("[data-comparar] table");
        await tabla.WaitForAsync();
        Assert.Equal($"Del corte {uno} al {otro}", await tabla.Locator("caption").InnerTextAsync());
        await pagina.SinFaltasAsync();
        await EntraAsync(pagina, "cambios.html", 390);

        var (antes, ahora) = (Actas(uno), Actas(otro));
        var filas = await tabla.Locator("tbody tr").AllAsync();
        Assert.NotEmpty(filas);
        foreach (var fila in filas)
        {
            var clave = (await fila.Locator("th").InnerTextAsync())[..3];
            var dijo = (await fila.Locator("td").Nth(0).InnerTextAsync(), await fila.Locator("td").Nth(1).InnerTextAsync());
            Assert.Equal((ConSigno(ahora[clave].Actas - antes[clave].Actas), ConSigno(ahora[clave].Votos - antes[clave].Votos)), dijo);
        }
    }

    private Dictionary<string, (long Actas, long Votos)> Actas(string corte)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sitio.Carpeta, "cortes", corte, "dip_loc", "resultados.json")));
        return json.RootElement.GetProperty("areas").EnumerateArray().ToDictionary(
            a => a.GetProperty("area").GetProperty("clave").GetString()!,
            a => (Numero(a, "ACTAS_CONTABILIZADAS"), Numero(a, "TOTAL_VOTOS_C_CS")));
        static long Numero(JsonElement area, string cifra) => area.GetProperty("cifras").GetProperty(cifra).GetInt64();
    }

    private static string ConSigno(long n) => (n < 0 ? "−" : "+") + Math.Abs(n).ToString("N0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Cuarenta_candidaturas_con_nombres_de_ciento_veinte_letras_caben_en_un_telefono()
    {
        using CarpetaTemporal carpeta = new();
        NocheSintetica noche = new(extrema: true);
        var publicador = carpeta.Publicador(new() { Instituto = new string('I', 120) });
        Assert.True((await publicador.PublicarAsync(noche.Corte(1, 6), noche.Fuente, default)).IsOk);
        Assert.True((await publicador.PublicarAsync(noche.Corte(2, 6), noche.Fuente, default)).IsOk);
        var pagina = await navegador.PaginaAsync(new Uri(carpeta.Publicacion + "/").AbsoluteUri, ancho: 390, alto: 844);
        // The pages of an acta of one kind are alike: some are enough.
        var rutas = Directory.EnumerateFiles(carpeta.Publicacion, "*.html", SearchOption.AllDirectories).Select(r => Path.GetRelativePath(carpeta.Publicacion, r))
            .Where(r => !r.StartsWith("actual", StringComparison.Ordinal) && !r.Contains("/raiz/", StringComparison.Ordinal) && (!r.StartsWith("cortes", StringComparison.Ordinal) || r.Contains(carpeta.Actual().Corte, StringComparison.Ordinal)))
            .Where((r, i) => !r.StartsWith("actas", StringComparison.Ordinal) || i % 6 == 0).ToList();
        Assert.True(rutas.Count > 45, $"sólo {rutas.Count}");
        foreach (var ruta in rutas)
        {
            await pagina.GotoAsync(ruta, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await EntraAsync(pagina, ruta, 390);
        }
    }

    [Fact]
    public async Task El_lector_comprueba_el_acta_en_su_navegador_y_mira_su_imagen()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz);
        await pagina.GotoAsync(sitio.Acta);
        await pagina.GetByText("Qué cambió en la versión 2").WaitForAsync();
        var boton = pagina.GetByRole(AriaRole.Button, new() { Name = "Comprobar en mi navegador" });
        await boton.ClickAsync();
        await pagina.GetByText("Todo coincide.").WaitForAsync();
        Assert.Equal(4, await pagina.Locator(".comprobar li b.bien").CountAsync());
        await pagina.SinFaltasAsync();

        await pagina.Locator("a.imagen").ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Acercar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Girar" }).ClickAsync();
        Assert.Contains("rotate(90deg)", await pagina.Locator(".lienzo img").GetAttributeAsync("style"));
        await pagina.Keyboard.PressAsync("Escape");
        await Assertions.Expect(pagina.Locator("dialog")).ToHaveCountAsync(0);

        await pagina.RouteAsync("**/imagenes/**", ruta => ruta.FulfillAsync(new() { BodyBytes = [1, 2, 3] }));
        await boton.ClickAsync();
        await pagina.GetByText("Algo no coincide").WaitForAsync();
        await pagina.UnrouteAllAsync();

        await pagina.RouteAsync("**/manifiesto.json", ruta => ruta.FulfillAsync(new() { Body = "{}" }));
        await pagina.GotoAsync(En("verificar.html"));
        await boton.ClickAsync();
        await pagina.GetByText("La firma no corresponde").WaitForAsync();
    }

    [Fact]
    public async Task Un_corte_nuevo_se_anuncia_y_el_lector_sigue_donde_estaba()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz, ancho: 390, alto: 844);
        await pagina.Clock.InstallAsync();
        var antes = sitio.Corte;
        await pagina.GotoAsync($"cortes/{antes}/dip_loc/index.html");
        sitio.Ahora = sitio.Ahora.AddMinutes(30);
        await pagina.Clock.FastForwardAsync("06:00");
        await pagina.GetByText("se retrasa").WaitForAsync();

        await sitio.PublicarAsync();
        await pagina.EvaluateAsync("scrollTo(0, 900)");
        var enlace = pagina.Locator("#tabla-de-areas a").First;
        await enlace.FocusAsync();
        var alto = await pagina.EvaluateAsync<double>("scrollY");
        await pagina.Clock.FastForwardAsync("06:00");
        var ver = pagina.GetByRole(AriaRole.Button, new() { Name = "Ver los resultados nuevos" });
        await ver.WaitForAsync();
        Assert.Equal(alto, await pagina.EvaluateAsync<double>("scrollY"));
        await pagina.SinFaltasAsync();

        await ver.ClickAsync();
        await pagina.WaitForURLAsync($"**/cortes/{sitio.Corte}/dip_loc/index.html");
        Assert.NotEqual(antes, sitio.Corte);
        await pagina.WaitForFunctionAsync("document.activeElement?.closest('#tabla-de-areas') !== null");
        Assert.Equal(alto, await pagina.EvaluateAsync<double>("scrollY"), 2);
    }

    [Fact]
    public async Task Funciona_en_la_carpeta_de_otro_sitio_y_se_lee_desde_un_disco()
    {
        var pagina = await navegador.PaginaAsync(sitio.Espejo);
        List<string> faltan = [];
        pagina.Response += (_, r) => { if (r.Status >= 400) faltan.Add(r.Url); };
        foreach (var raiz in new[] { sitio.Espejo, new Uri(sitio.Carpeta + "/").AbsoluteUri })
        {
            await pagina.GotoAsync(raiz + "index.html");
            await pagina.GetByRole(AriaRole.Link, new() { Name = "Ver resultados" }).First.ClickAsync();
            await pagina.Locator("#tabla-de-areas a").First.ClickAsync();
            await pagina.GetByRole(AriaRole.Link, new() { Name = "0100", Exact = true }).ClickAsync();
            await pagina.Locator(".actas a").First.ClickAsync();
            await pagina.GetByRole(AriaRole.Heading, new() { Name = "Historia del acta" }).WaitForAsync();
            Assert.StartsWith(raiz + "actas/", pagina.Url, StringComparison.Ordinal);
            Assert.Matches(@"^\d+$", (await pagina.Locator("tfoot td.n").First.InnerTextAsync()).Replace(",", "", StringComparison.Ordinal));
            Assert.NotEqual("rgba(0, 0, 0, 0)", await pagina.EvaluateAsync<string>("getComputedStyle(document.querySelector('.cabecera')).backgroundColor"));
        }

        Assert.Empty(faltan);
    }
}
