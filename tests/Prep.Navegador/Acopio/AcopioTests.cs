using Microsoft.Playwright;
using Prep.Navegador.Casa;

namespace Prep.Navegador.Acopio;

public sealed class AcopioTests(Casa.Navegador navegador)
{
    private static async Task<(ServidorDePantallas, IPage)> AbrirAsync(Casa.Navegador navegador)
    {
        var servidor = await ServidorDePantallas.CrearAsync(casillas: 12);
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Rosa Elena", "ACOPIADOR", "CATD-01"));
        await pagina.GotoAsync("/puestos/acopio");
        return (servidor, pagina);
    }

    [Fact]
    public async Task Una_bolsa_se_recibe_con_el_teclado_y_salen_sus_etiquetas()
    {
        var (servidor, pagina) = await AbrirAsync(navegador);
        await using var _ = servidor;
        List<string> faltas = [];
        pagina.Console += (_, m) => faltas.Add(m.Text);
        await pagina.RetratarAsync("acopio-lista");

        await Assertions.Expect(pagina.Locator("#busca")).ToBeFocusedAsync();

        // The reader types the label and Enter; the box has the keyboard already.
        await pagina.Keyboard.TypeAsync("20|001|3|0004|B0100");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/casillas/200004B0100");
        await pagina.RetratarAsync("acopio-bolsa");

        await Assertions.Expect(pagina.Locator("[name^='como:dip_loc'][value='Viene']")).ToBeFocusedAsync();

        // Space takes the first, Tab goes to the next acta, an arrow says that it does not come.
        await pagina.Keyboard.PressAsync("Space");
        await pagina.Locator("[name^='documento:dip_loc']").WaitForAsync();
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.PressAsync("Space");
        await pagina.Keyboard.PressAsync("ArrowRight");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("Bolsa registrada").WaitForAsync();
        await Assertions.Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Imprimir etiquetas" })).ToBeFocusedAsync();
        await pagina.RetratarAsync("acopio-recibida");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/etiquetas");
        Assert.Equal(2, await pagina.Locator(".etiqueta svg").CountAsync());
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("acopio-etiquetas");
        foreach (var ruta in new[] { "/puestos/acopio", "/puestos/acopio?busca=nada", "/puestos/acopio/no-instaladas", "/puestos/acopio/casillas/200005B0100" })
        {
            await pagina.GotoAsync(ruta);
            await pagina.SinFaltasAsync();
        }

        Assert.DoesNotContain(faltas, f => !f.Contains("status of 400"));
    }

    [Fact]
    public async Task Lo_raro_de_una_bolsa_se_pide_solo_cuando_se_marca_y_volver_atras_no_repite()
    {
        var (servidor, pagina) = await AbrirAsync(navegador);
        await using var _ = servidor;
        await pagina.GotoAsync("/puestos/acopio/casillas/200001B0100");
        var dip = pagina.GetByRole(AriaRole.Group, new() { Name = "DIPUTACIONES" });
        var casilla = dip.GetByLabel("¿De qué casilla es?");
        Assert.False(await casilla.IsVisibleAsync());
        await dip.GetByLabel("Viene la de otra casilla").CheckAsync();
        await casilla.FillAsync("99 B1");
        await pagina.GetByRole(AriaRole.Group, new() { Name = "AYUNTAMIENTOS" }).GetByLabel("Viene la de otra elección").CheckAsync();
        await pagina.Locator("[name^='eleccion:ayun']").SelectOptionAsync("ajena");
        await pagina.Locator("[name^='quien:ayun']").FillAsync("INE, distrito 4");
        await pagina.Locator("[name^='recibo:ayun']").FillAsync("12");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("acopio-raro");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar la bolsa" }).ClickAsync();
        await pagina.GetByText("Ninguna casilla del catálogo es «99 B1»").WaitForAsync();
        Assert.Equal("99 B1", await casilla.InputValueAsync());
        Assert.Equal("INE, distrito 4", await pagina.Locator("[name^='quien:ayun']").InputValueAsync());

        await casilla.FillAsync("7 B1");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar la bolsa" }).ClickAsync();
        await pagina.GetByText("Bolsa registrada").WaitForAsync();
        await pagina.ReloadAsync();

        await pagina.GotoAsync("/puestos/acopio/casillas/200002B0100");
        await pagina.Keyboard.PressAsync("Alt+t");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("Bolsa registrada").WaitForAsync();
        await pagina.GoBackAsync();
        await pagina.GetByText("Ya recibidas").WaitForAsync();
        await using var db = servidor.Datos.Almacen.Base.Contexto();
        Assert.Equal(5, db.Bitacora.Count(b => b.Accion == "bolsa_registrada"));

        await pagina.GotoAsync("/puestos/acopio/casillas/200007B0100");
        await pagina.GetByText("No hay acta").ClickAsync();
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("acopio-sin-acta");
    }
}
