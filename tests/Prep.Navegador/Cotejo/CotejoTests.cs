using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Navegador.Captura;
using Prep.Navegador.Casa;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Tests;
using Prep.Publicacion.Formatos;

namespace Prep.Navegador.Cotejo;

public sealed partial class CotejoTests(Casa.Navegador navegador, ActasDibujadas dibujos)
{
    private static async Task PublicarAsync(Mesa mesa, ActasDibujadas dibujos, Hecho hecho)
    {
        var datos = mesa.Servidor.Datos;
        (await RegistrarBolsa.EjecutarAsync(new([new(hecho.Id)]), datos.Como("acopio"), default)).Debe();
        await mesa.LlegarAsync(hecho.Id, hecho.Datos!);
        foreach (var persona in new[] { "ana", "beto" })
        {
            var tomada = (await TomarActa.EjecutarAsync(datos.Como(persona), default)).Debe();
            (await CapturarActa.EjecutarAsync(
                new(tomada.Turno, ClaveEscrita.De(dibujos.Casilla(hecho)), [.. tomada.Campos.Select(c => hecho.Datos!.Campos[c.Campo])]), datos.Como(persona), default)).Debe();
        }
    }

    [Fact]
    public async Task Un_acta_se_coteja_con_un_enter_por_renglon()
    {
        var hechos = dibujos.Hechos.Skip(60).Take(2).ToArray();
        await using var mesa = await Mesa.PonerAsync(navegador, dibujos);
        foreach (var hecho in hechos)
        {
            await PublicarAsync(mesa, dibujos, hecho);
        }

        await mesa.Servidor.Datos.CorteAsync();
        await using var db = mesa.Servidor.Datos.Almacen.Base.Contexto();
        var catd = db.Actas.First(a => a.Papel == "Recibido").Catd!;
        var pagina = await navegador.PaginaAsync(mesa.Servidor.Raiz, ServidorDePantallas.Como("Luis Mora", "COTEJADOR", catd));
        List<string> faltas = [];
        pagina.Console += (_, m) => faltas.Add(m.Text);
        await pagina.GotoAsync("/puestos/cotejo");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("cotejo-inicio");

        // The link has the keyboard; then one key a row, and Enter on the button that follows.
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/cotejo/actas/**");
        await ListaAsync(pagina);
        await pagina.SinFaltasAsync();
        var renglones = await pagina.Locator(".cotejo-campos tbody tr").CountAsync();
        for (var i = 0; i < renglones; i++)
        {
            if (i == 5)
            {
                await pagina.RetratarAsync("cotejo-acta");
            }

            await pagina.Keyboard.PressAsync("Enter");
        }

        Assert.Equal("Todo igual", await pagina.InnerTextAsync("#cuenta"));
        await pagina.SinFaltasAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByText("papel y publicación son iguales").WaitForAsync();

        // The second one differs in a row: D, and the reason takes the keyboard at the end.
        await ListaAsync(pagina);
        for (var i = 0; i < renglones; i++)
        {
            await pagina.Keyboard.PressAsync(i == 6 ? "d" : "Enter");
        }

        Assert.Contains("1 distinto", await pagina.InnerTextAsync("#cuenta"));
        await pagina.Locator("#aceptar").ClickAsync();
        await pagina.GetByText("Usted marcó distinto").WaitForAsync();
        Assert.Equal(1, await pagina.Locator("tr[data-marca=distinto]").CountAsync());
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("cotejo-distinto");
        await pagina.Locator("#motivo").FillAsync("el papel dice otra cosa");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Volver a capturar" }).ClickAsync();
        await pagina.GetByText("se pidió la corrección").WaitForAsync();
        await pagina.GetByText("No hay actas por cotejar para usted").WaitForAsync();
        await pagina.SinFaltasAsync();
        await using var despues = mesa.Servidor.Datos.Almacen.Base.Contexto();
        Assert.Equal([1, 3], despues.Actas.Where(a => a.Papel != "Esperado").OrderBy(a => a.Numero).Select(a => a.Cotejo));
        Assert.DoesNotContain(faltas, f => !Esperada().IsMatch(f));
    }

    private static Task ListaAsync(IPage pagina) => pagina.WaitForFunctionAsync(
        "() => document.getElementById('acta')?.naturalWidth > 0 && document.getElementById('visor-texto').hidden && document.activeElement?.name?.startsWith('campo')");

    [GeneratedRegex("status of 400")]
    private static partial Regex Esperada();
}
