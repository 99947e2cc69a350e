using Microsoft.Playwright;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Sitios;

public sealed class CatdTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task La_coordinacion_abre_reporta_y_el_centro_le_responde()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var catd = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("coordinacion", "COORDINADOR_CATD", "CATD-01"));
        var centro = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Centro", "OPERADOR_PUBLICACION", "CENTRAL"));
        await catd.GotoAsync("/puestos/catd");
        await catd.SinFaltasAsync();
        await catd.GetByRole(AriaRole.Button, new() { Name = "Abrir el CATD" }).ClickAsync();
        Assert.Contains("Faltan puntos de la lista", await catd.GetByRole(AriaRole.Alert).InnerTextAsync());
        while (await catd.Locator("tr:has-text('Sin responder')").CountAsync() > 0)
        {
            await catd.Locator("tr:has-text('Sin responder')").First.GetByRole(AriaRole.Button, new() { Name = "Sí", Exact = true }).ClickAsync();
        }

        await catd.RetratarAsync("catd-apertura");
        await catd.GetByRole(AriaRole.Button, new() { Name = "Abrir el CATD" }).ClickAsync();
        await catd.GetByLabel("¿De qué es?").SelectOptionAsync("Energia");
        await catd.GetByLabel("¿Qué pasó?").FillAsync("Se fue la luz en toda la colonia; la planta no arranca.");
        await catd.GetByRole(AriaRole.Button, new() { Name = "Reportar al centro" }).ClickAsync();

        await centro.GotoAsync("/puestos/central");
        await centro.GetByLabel("Respuesta a CATD-01").FillAsync("Va en camino otra planta. Capture con el enlace móvil.");
        await centro.SinFaltasAsync();
        await centro.RetratarAsync("central");
        await centro.GetByRole(AriaRole.Button, new() { Name = "Responder" }).ClickAsync();

        await catd.ReloadAsync();
        Assert.Contains("Va en camino otra planta", await catd.InnerTextAsync("main"));
        await catd.GetByText("Sin energía o sin enlace, evacuación").ClickAsync();
        await catd.GetByText("Lista de cierre y cierre").ClickAsync();
        await catd.SinFaltasAsync();
        await catd.RetratarAsync("catd");
    }

    [Fact]
    public async Task El_centro_ve_solo_lo_nuevo_sin_perder_lo_que_escribe()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var centro = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Centro", "OPERADOR_PUBLICACION"));
        await centro.GotoAsync("/puestos/central");
        var contexto = servidor.Datos.Como("coord") with { Sitio = "CATD-01", Puesto = "COORDINADOR_CATD" };

        await Operacion.Sitios.AbrirIncidente.EjecutarAsync("CATD-01", new(Dominio.Sitios.CategoriaDeIncidente.Enlace, "Primero"), contexto, default);
        await RefrescarAsync(centro);
        await centro.GetByText("Primero").WaitForAsync();
        await centro.GetByLabel("Respuesta a CATD-01").FillAsync("a medias");
        await Operacion.Sitios.AbrirIncidente.EjecutarAsync("CATD-01", new(Dominio.Sitios.CategoriaDeIncidente.Enlace, "Segundo"), contexto, default);
        await RefrescarAsync(centro);
        await centro.Locator("[data-vivo=sitios] td.n", new() { HasTextString = "2" }).First.WaitForAsync();

        Assert.Equal("a medias", await centro.GetByLabel("Respuesta a CATD-01").InputValueAsync());
    }

    [Fact]
    public async Task El_consejo_observa_y_la_bitacora_se_imprime()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var consejo = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Consejo 01", "CONSEJO", "dip_loc/001"));
        await consejo.GotoAsync("/puestos/consejo");
        await consejo.GetByLabel("Su observación").FillAsync("Llegamos a las 18:10 y el CATD estaba listo.");
        await consejo.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();
        await consejo.SinFaltasAsync();
        await consejo.RetratarAsync("consejo");

        await consejo.GetByRole(AriaRole.Link, new() { Name = "Bitácora" }).ClickAsync();

        Assert.Contains("Observación: Llegamos a las 18:10", await consejo.InnerTextAsync("main"));
        await consejo.SinFaltasAsync();
        await consejo.RetratarAsync("bitacora");
    }

    // What the clock of the screen does every so often, and coming back to it does at once.
    private static Task RefrescarAsync(IPage pagina) => pagina.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
}
