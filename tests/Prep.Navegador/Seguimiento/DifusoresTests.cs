using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Seguimiento.Difusores;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Tests;

namespace Prep.Navegador.Seguimiento;

public sealed class DifusoresTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task La_secretaria_convoca_formaliza_y_emite_la_lista()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        servidor.Datos.Reloj.Ahora = new(2024, 5, 10, 18, 0, 0, TimeSpan.Zero);
        await using (var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, servidor.Datos.Reloj, default))
        {
            await AbrirPrograma.EjecutarAsync(DatosQueSeEntregan.Oaxaca, new("programa", "", new LibroDeSeguimiento(almacen), servidor.Datos.Reloj), default);
        }

        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        await irving.GotoAsync(VerDifusores.Ruta("oaxaca-2023-2024"));
        await irving.GetByText("Escribir la convocatoria").ClickAsync();
        await irving.GetByLabel("Se solicita desde el").FillAsync("2024-04-01");
        await irving.GetByLabel("y hasta el").FillAsync("2024-03-01");
        await irving.GetByLabel("Requisitos, uno por renglón").FillAsync("Servidor propio");
        await irving.Locator("form[action$=convocatoria] button").ClickAsync();
        await irving.GetByText("Cambie uno de los dos").WaitForAsync();
        await irving.GetByLabel("y hasta el").FillAsync("2024-05-20");
        await irving.Locator("form[action$=convocatoria] button").ClickAsync();
        await irving.GetByText("Quedó la convocatoria.").WaitForAsync();

        await irving.GetByText("Registrar una solicitud").ClickAsync();
        await irving.GetByLabel("Nombre", new() { Exact = true }).FillAsync("Universidad de Ejemplo");
        await irving.GetByLabel("Con quién tratar").FillAsync("rectoría");
        await irving.GetByLabel("Dirección donde publicaría").FillAsync("https://prep.universidad.mx");
        await irving.GetByLabel("Fecha de la solicitud").FillAsync("2024-04-15");
        await irving.Locator("form[action$=solicitudes] button").ClickAsync();
        await irving.GetByText("Quedó la solicitud.").WaitForAsync();
        await irving.GetByText("Revisar los requisitos").ClickAsync();
        await irving.GetByLabel("Cumple", new() { Exact = true }).CheckAsync();
        await irving.Locator("form[action$=revision] button").ClickAsync();
        await irving.Locator("summary", new() { HasText = "Formalizar" }).ClickAsync();
        await irving.GetByLabel("Instrumento, con su número").FillAsync("Convenio 1/2024");
        await irving.GetByLabel("Fecha", new() { Exact = true }).FillAsync("2024-05-09");
        await irving.SinFaltasAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Formalizar" }).ClickAsync();
        await irving.GetByText("Quedó formalizado").WaitForAsync();
        await irving.RetratarAsync("difusores");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir la lista en PDF" }).ClickAsync();
        await irving.GetByText("La lista quedó entre los documentos.").WaitForAsync();

        // Who only looks sees who is official, not whom to call.
        var zaira = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("zaira", "INTEGRANTE", "CENTRAL"), ancho: 390, alto: 844);
        await zaira.GotoAsync(VerDifusores.Ruta("oaxaca-2023-2024"));
        await zaira.GetByText("Convenio 1/2024").WaitForAsync();
        Assert.Equal(0, await zaira.GetByText("rectoría").CountAsync());
        Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await zaira.SinFaltasAsync();
        await zaira.RetratarAsync("difusores-telefono");
    }
}
