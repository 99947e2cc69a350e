using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Captura;
using Prep.Navegador.Casa;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Tests;
using Prep.Publicacion.Formatos;

namespace Prep.Navegador.Supervision;

public sealed class SupervisionTests(Casa.Navegador navegador, ActasDibujadas dibujos)
{
    private const int Campo = 6;

    private static async Task CapturarAsync(Mesa mesa, string persona, Hecho hecho, Casilla casilla, int valor)
    {
        var datos = mesa.Servidor.Datos;
        var tomada = (await TomarActa.EjecutarAsync(datos.Como(persona), default)).Debe();
        Cantidad[] campos = [.. tomada.Campos.Select(c => c.Campo == Campo ? Cantidad.Numero(valor) : hecho.Datos!.Campos[c.Campo])];
        (await CapturarActa.EjecutarAsync(new(tomada.Turno, ClaveEscrita.De(casilla), campos), datos.Como(persona), default)).Debe();
    }

    [Fact]
    public async Task Se_decide_con_la_imagen_a_un_lado_y_sin_soltar_el_teclado()
    {
        var hecho = dibujos.Hechos[40];
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos, hecho);
        foreach (var (persona, valor) in new[] { ("ana", 81), ("beto", 87), ("caro", 37) })
        {
            await CapturarAsync(mesa, persona, hecho, dibujos.Casilla(hecho), valor);
        }

        var datos = mesa.Servidor.Datos;
        (await SinActa.ProponerAsync(new([dibujos.Hechos[41].Id], MotivoSinActa.PaqueteNoEntregado), datos.Como("acopio"), default)).Debe();
        (await RecibirImagen.EjecutarAsync(
            new(await dibujos.DibujarAsync(dibujos.Hechos[42].Id, dibujos.Hechos[42].Datos!), Origen.Casilla, Medio.Movil, null, FormaDeIdentificar.Ninguna, TiposDeDocumento.ActaPrep), datos.Como("cae"), default)).Debe();
        var pagina = await navegador.PaginaAsync(mesa.Servidor.Raiz, ServidorDePantallas.Como("Teresa Ruiz", "SUPERVISOR", "CENTRAL"));
        List<string> faltas = [];
        pagina.Console += (_, m) => faltas.Add(m.Text);
        await pagina.GotoAsync("/puestos/supervision");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("supervision-lista");

        await pagina.Locator("tr", new() { HasText = "Tres capturas" }).GetByRole(AriaRole.Link).FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await VistaAsync(pagina);
        var antes = await pagina.Locator("#acta").GetAttributeAsync("style");
        await pagina.Keyboard.PressAsync("+");
        Assert.NotEqual(antes, await pagina.Locator("#acta").GetAttributeAsync("style"));
        Assert.False(await pagina.GetByLabel("Por qué se lee así").IsVisibleAsync());
        await pagina.SinFaltasAsync();
        await pagina.GetByLabel("81", new() { Exact = true }).FocusAsync();
        Assert.True(await pagina.Locator("#renglon").IsVisibleAsync());
        await pagina.RetratarAsync("supervision-acta");

        await pagina.Keyboard.PressAsync("ArrowLeft");
        await pagina.GetByLabel("Por qué se lee así").WaitForAsync();
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.TypeAsync("97");
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.TypeAsync("la letra dice noventa y siete");
        await pagina.SinFaltasAsync();
        await pagina.Keyboard.PressAsync("Tab");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("nadie capturó ese valor").WaitForAsync();
        Assert.Equal("97", await pagina.GetByLabel("Dice", new() { Exact = true }).InputValueAsync());
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("supervision-rechazo");
        await pagina.GetByLabel("Por qué se lee así").FillAsync("el 9 no está tachado");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Dejar el acta verificada" }).ClickAsync();
        await pagina.GetByText("El acta quedó verificada").WaitForAsync();
        await pagina.ReloadAsync();
        Assert.Equal(0, await pagina.GetByText("El acta quedó verificada").CountAsync());

        await pagina.Locator("tr", new() { HasText = "Falta saber" }).GetByRole(AriaRole.Link).ClickAsync();
        await VistaAsync(pagina);
        var otra = dibujos.Casilla(dibujos.Hechos[42]);
        await pagina.GetByLabel("Sección, tipo y número").FillAsync($"{otra.Seccion} {otra.Etiqueta}");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("¿De cuál elección").WaitForAsync();
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("supervision-identidad");
        await pagina.GotoAsync("/puestos/supervision?ver=SinActa");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("supervision-sin-acta");
        await pagina.GotoAsync($"/puestos/supervision/actas/{hecho.Id}");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("supervision-historia");
        Assert.DoesNotContain(faltas, f => !f.Contains("status of 400"));
    }

    private static Task VistaAsync(IPage pagina) => pagina.WaitForFunctionAsync("() => document.getElementById('acta')?.naturalWidth > 0 && document.getElementById('visor-texto').hidden");
}
