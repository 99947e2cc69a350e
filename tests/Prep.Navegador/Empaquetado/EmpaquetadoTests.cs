using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Navegador.Casa;
using Prep.Operacion.Acopio;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Empaquetado;

public sealed class EmpaquetadoTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Se_empaca_con_el_lector_se_revisa_y_sale_el_recibo()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync(casillas: 12);
        var datos = servidor.Datos;
        (await RegistrarBolsa.EjecutarAsync(new([.. Enumerable.Range(0, 10).Select(i => new RegistrarBolsa.ActaEnBolsa(datos.Acta(i)))]), datos.Como("acopio"), default)).Debe();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Marta Gil", "COORDINADOR_CATD", "CATD-01"));
        List<string> faltas = [];
        pagina.Console += (_, m) => faltas.Add(m.Text);
        await pagina.GotoAsync("/puestos/empaquetado");
        await pagina.SinFaltasAsync();

        await pagina.Keyboard.TypeAsync("CATD-01-1");
        await pagina.Keyboard.PressAsync("Enter");
        foreach (var leido in new[] { "20|001|3|0004|B0100", "20]001]3]0002]B0100", "20|001|3|0004|B0100" })
        {
            await pagina.Keyboard.TypeAsync(leido);
            await pagina.Keyboard.PressAsync("Enter");
        }

        Assert.Equal("0004 B1, DIPUTACIONES LOCALES: ya estaba adentro.", await pagina.InnerTextAsync("#lector-dice"));
        await pagina.Keyboard.TypeAsync("20|001|3|0012|B0100");
        await pagina.Keyboard.PressAsync("Enter");
        Assert.Contains("no está entre las actas por empaquetar", await pagina.InnerTextAsync("#lector-dice"));
        Assert.Equal("2 de 10 marcadas", await pagina.InnerTextAsync("#cuenta"));
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("empaquetado-lista");
        await pagina.ReloadAsync();
        Assert.Equal("2 de 10 marcadas", await pagina.InnerTextAsync("#cuenta"));

        await pagina.GetByLabel("Etiqueta del paquete").FillAsync("CATD-01-1");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Revisar antes de cerrar" }).ClickAsync();
        await pagina.GetByText("14 actas esperadas no han llegado").WaitForAsync();
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("empaquetado-revision");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Volver a la lista" }).ClickAsync();
        Assert.Equal("CATD-01-1", await pagina.GetByLabel("Etiqueta del paquete").InputValueAsync());
        Assert.Equal("2 de 10 marcadas", await pagina.InnerTextAsync("#cuenta"));
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Revisar antes de cerrar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Cerrar con 2 actas" }).ClickAsync();
        await pagina.GetByText("quedó cerrado con 2 actas").WaitForAsync();
        Assert.Equal(["0002", "0004"], await pagina.Locator(".lista-de-paquete tbody td:nth-child(3)").AllInnerTextsAsync());
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("empaquetado-recibo");
        await pagina.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await pagina.Locator(".marco").IsVisibleAsync());
        await pagina.EmulateMediaAsync(new() { Media = Media.Screen });
        await pagina.GotoAsync("/puestos/empaquetado");
        Assert.Equal("0 de 8 marcadas", await pagina.InnerTextAsync("#cuenta"));
        await pagina.SinFaltasAsync();
        Assert.Empty(faltas);
    }
}
