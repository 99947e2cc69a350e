using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Tablero;

namespace Prep.Navegador.Seguimiento;

public sealed class TableroDelProgramaTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task La_secretaria_dice_en_que_va_y_la_comision_lo_ve()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        servidor.Datos.Reloj.Ahora = new(2024, 2, 25, 18, 0, 0, TimeSpan.Zero);
        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        await irving.GotoAsync("/seguimiento");
        await irving.GetByText("Todavía no hay un plan de trabajo").WaitForAsync();
        await irving.SinFaltasAsync();
        await using (var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, servidor.Datos.Reloj, default))
        {
            var definicion = LectorDePrograma.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", "oaxaca-2023-2024")).Value;
            await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), servidor.Datos.Reloj), default);
        }

        await irving.GotoAsync("/seguimiento");
        Assert.EndsWith("/seguimiento/oaxaca-2023-2024", irving.Url);
        await irving.GetByText("0 de 33 cumplidas").WaitForAsync();
        await irving.GetByText("7 tarde").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento");

        await irving.GetByRole(AriaRole.Row).Filter(new() { HasText = "Proyecto de acuerdo por el que se determina el Proceso Técnico Operativo" }).GetByRole(AriaRole.Link).ClickAsync();
        await irving.GetByText("Nadie la ha movido todavía").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.GetByLabel("Estado").SelectOptionAsync("Aprobado");
        await irving.GetByLabel("Nota").FillAsync("En sesión ordinaria.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await irving.GetByText("diga qué órgano la aprobó").WaitForAsync();
        Assert.Equal("En sesión ordinaria.", await irving.GetByLabel("Nota").InputValueAsync());
        await irving.SinFaltasAsync();
        await irving.GetByLabel("Fecha").FillAsync("2023-12-21");
        await irving.GetByLabel("Número de acuerdo").FillAsync("IEEPCO-CG-52/2023");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await irving.GetByText("Quedó en: Aprobado.").WaitForAsync();
        await irving.GetByText("IEEPCO-CG-52/2023, el Consejo General, 21/12/2023").WaitForAsync();
        await irving.RetratarAsync("seguimiento-actividad");

        foreach (var pestana in new[] { "Entregables", "Línea de tiempo" })
        {
            await irving.GetByRole(AriaRole.Link, new() { Name = pestana, Exact = true }).ClickAsync();
            await irving.GetByRole(AriaRole.Heading, new() { Name = pestana, Level = 1 }).WaitForAsync();
            await irving.SinFaltasAsync();
            await irving.RetratarAsync(pestana == "Entregables" ? "seguimiento-entregables" : "seguimiento-linea");
        }

        await irving.GotoAsync(VerEntregable.Ruta("oaxaca-2023-2024", 8));
        await irving.GetByText("Anotar un envío").ClickAsync();
        await irving.GetByLabel("Fecha del envío").FillAsync("2024-02-20");
        await irving.GetByLabel("Número de oficio").FillAsync("UTSID/31/2024");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Anotar", Exact = true }).ClickAsync();
        await irving.GetByText("el 20/02/2024, oficio UTSID/31/2024").WaitForAsync();
        await irving.SinFaltasAsync();

        // A commissioner, on a telephone: sees it and changes nothing.
        var zaira = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("zaira", "INTEGRANTE", "CENTRAL"), ancho: 390, alto: 844);
        await zaira.GotoAsync(VerTableroDelPrograma.Ruta("oaxaca-2023-2024"));
        await zaira.GetByText("1 de 33 cumplidas").WaitForAsync();
        Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await zaira.SinFaltasAsync();
        await zaira.RetratarAsync("seguimiento-telefono");
        await zaira.GotoAsync(VerActividad.Ruta("oaxaca-2023-2024", "2024-01-4"));
        Assert.Equal(0, await zaira.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).CountAsync());
        await zaira.SinFaltasAsync();
    }
}
