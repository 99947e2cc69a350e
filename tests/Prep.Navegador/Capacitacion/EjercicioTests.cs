using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Captura;
using Prep.Navegador.Casa;
using Prep.Operacion;
using Prep.Operacion.Capacitacion;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Capacitacion;

public sealed class EjercicioTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Quien_practica_captura_como_siempre_ve_su_resultado_al_terminar_y_queda_en_el_padron()
    {
        await using var s = await ServidorConCuentas.CrearAsync(ClaseDeProceso.Practica, segundoFactor: false);
        var eleccion = s.Almacen.Catalogo!.Proceso.Elecciones[0];
        var acta = eleccion.Actas[0];

        // The paper says in each field its own place, but the fifth: whoever types places fails one of twelve.
        Cantidad[] papel = [.. Enumerable.Range(0, eleccion.Boleta(acta.Id).CamposDeVotos + 5).Select(i => Cantidad.Numero(i == 4 ? 777 : i))];
        (await GuardarRespuestas.EjecutarAsync(new(acta.Id, TiposDeDocumento.ActaPrep, papel, []), s.Cuentas.Consola, default)).Debe();
        (await RecibirImagen.EjecutarAsync(
            new(JpegDePrueba.De("una"), Origen.Casilla, Medio.Movil, acta.Id, Documento: TiposDeDocumento.ActaPrep),
            new Contexto(new("cae"), s.Almacen, s.Cuentas.Reloj), default)).Debe();
        var ana = await navegador.PaginaAsync(s.Raiz);
        await s.EntrarAsync(ana, "ana");
        await ana.WaitForURLAsync("**/puestos");
        await ana.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Mis ejercicios" }).ClickAsync();
        await ana.SinFaltasAsync();
        await ana.GetByText("Empezar").ClickAsync();
        await ana.GetByText("Ir a Captura").ClickAsync();
        await ana.Locator("#trabajo").WaitForAsync();
        await Mesa.EscribirAsync(ana, acta.Casilla);
        await ana.Keyboard.PressAsync("Enter");
        await Mesa.EntregadasAsync(ana, 1);
        await ana.GotoAsync("/cuenta/practica");
        await ana.SinFaltasAsync();
        Assert.DoesNotContain("777", await ana.ContentAsync());
        await ana.GetByText("Terminar y ver mi resultado").ClickAsync();
        await ana.GetByText("91 de 100: todavía no").WaitForAsync();
        Assert.Equal(1, await ana.GetByText("777").CountAsync());
        await ana.SinFaltasAsync();
        await ana.RetratarAsync("ejercicio-resultado");

        var coco = await navegador.PaginaAsync(s.Raiz);
        await s.EntrarAsync(coco, "coco");
        await coco.WaitForURLAsync("**/puestos");
        await coco.GotoAsync("/puestos/capacitacion");
        await coco.GetByText("no aprobada (91 de 100)").First.WaitForAsync();
        await coco.SinFaltasAsync();
        await coco.RetratarAsync("capacitacion");
        await coco.SetViewportSizeAsync(390, 844);
        Assert.True(await coco.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await coco.RetratarAsync("capacitacion-telefono");
    }
}
