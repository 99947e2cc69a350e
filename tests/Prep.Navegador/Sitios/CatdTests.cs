using Microsoft.Playwright;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Sitios;

public sealed class CatdTests(Casa.Navegador navegador)
{
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
