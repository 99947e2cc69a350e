using Microsoft.Playwright;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Sitio;

/// <summary>The public site in a browser: on a phone and a desk, with and without JavaScript, from a folder of another site and from a disk.</summary>
public sealed class SitioTests(Casa.Navegador navegador, SitioPublicado sitio) : IClassFixture<SitioPublicado>
{
    private const string SinDesborde = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private (string Nombre, string Ruta)[] Vistas() =>
    [
        ("portada", "index.html"),
        ("estado", En("dip_loc/index.html")),
        ("distrito", En("dip_loc/distrito/002/index.html")),
        ("municipio", En("ayun/municipio/002/index.html")),
        ("seccion", En("dip_loc/distrito/001/seccion/0100.html")),
        ("acta", sitio.Acta),
        ("participacion", En("dip_loc/participacion.html")),
        ("inconsistencias", En("dip_loc/inconsistencias.html")),
        ("base-de-datos", En("base-de-datos.html")),
        ("verificar", En("verificar.html")),
        ("secciones", En("dip_loc/secciones.html")),
        ("ayuda", En("ayuda.html")),
    ];

    // The pictures of the documents: what a phone shows first; of an acta, its image too.
    private static async Task RetratarAsync(IPage pagina, string nombre)
    {
        await pagina.RetratarAsync("sitio/" + nombre);
        if (nombre == "acta")
        {
            await pagina.Locator(".imagen img").ScrollIntoViewIfNeededAsync();
            await pagina.EvaluateAsync("document.querySelector('.imagen img').decode()");
            await pagina.RetratarAsync("sitio/imagen");
        }
    }

    private string En(string ruta) => $"cortes/{sitio.Corte}/{ruta}";

    [Fact]
    public async Task Cada_vista_se_lee_en_un_telefono_y_en_un_escritorio()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz, ancho: 390, alto: 844);
        await using var apagado = await navegador.Chromium.NewContextAsync(new() { BaseURL = sitio.Raiz, JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var sinPrograma = await apagado.NewPageAsync();
        foreach (var (nombre, ruta) in Vistas())
        {
            await pagina.SetViewportSizeAsync(390, 844);
            await pagina.GotoAsync(ruta);
            await RetratarAsync(pagina, nombre);
            await pagina.SinFaltasAsync();
            foreach (var ancho in new[] { 320, 1366 })
            {
                await pagina.SetViewportSizeAsync(ancho, 900);
                Assert.True(await pagina.EvaluateAsync<int>(SinDesborde) <= 0, $"{ruta} se sale a {ancho} puntos de ancho.");
            }

            await sinPrograma.GotoAsync(ruta);
            Assert.Equal(1, await sinPrograma.Locator("main h1").CountAsync());
            Assert.True(await sinPrograma.GetByText("Resultados preliminares, sin efectos jurídicos").First.IsVisibleAsync());
        }

        await sinPrograma.GotoAsync(En("dip_loc/index.html"));
        var participacion = sinPrograma.GetByRole(AriaRole.Navigation, new() { Name = "Vistas de la elección" }).GetByRole(AriaRole.Link, new() { Name = "Participación" });
        Assert.False(await participacion.IsVisibleAsync());
        await sinPrograma.Locator("summary", new() { HasTextString = "Menú" }).ClickAsync();
        await participacion.ClickAsync();
        Assert.EndsWith("participacion.html", sinPrograma.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task El_lector_comprueba_el_acta_en_su_navegador_y_mira_su_imagen()
    {
        var pagina = await navegador.PaginaAsync(sitio.Raiz);
        await pagina.GotoAsync(sitio.Acta);
        await pagina.GetByText("en esta versión").WaitForAsync();
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
            Assert.NotEqual("rgba(0, 0, 0, 0)", await pagina.EvaluateAsync<string>("getComputedStyle(document.querySelector('.cabecera')).backgroundColor"));
        }

        Assert.Empty(faltan);
    }
}
