using Microsoft.Playwright;
using Prep.Navegador.Casa;
using Prep.Operacion.Hitos;

namespace Prep.Navegador.Hitos;

public sealed class HitosTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Una_propone_y_otra_confirma_con_el_acuerdo_a_la_vista()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var una = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("instancia1", "INSTANCIA_INTERNA", "CENTRAL"));
        await una.GotoAsync(MesaDeHitos.Ruta);
        await una.SinFaltasAsync();
        await una.RetratarAsync("hitos");
        await una.GetByText("Abrir el formulario").ClickAsync();
        await una.SinFaltasAsync();
        await una.GetByLabel("Número").FillAsync("CG-18/2024");
        await una.GetByLabel("Fecha").FillAsync("2024-06-01");
        await una.GetByLabel("Motivo del cambio").FillAsync("El Consejo acordó publicar más seguido.");
        await una.GetByLabel("Minutos entre actualizaciones de los datos").FillAsync("30");
        await una.GetByRole(AriaRole.Button, new() { Name = "Proponer" }).ClickAsync();
        await una.GetByText("son menos de tres actualizaciones por hora").WaitForAsync();
        Assert.Equal("CG-18/2024", await una.GetByLabel("Número").InputValueAsync());
        await una.SinFaltasAsync();
        await una.GetByLabel("Minutos entre actualizaciones de los datos").FillAsync("15");
        await una.GetByRole(AriaRole.Button, new() { Name = "Proponer" }).ClickAsync();
        await una.GetByText("La confirma otra persona").WaitForAsync();
        await una.SinFaltasAsync();
        await una.RetratarAsync("hitos-propuesta");

        // The other one, on a telephone and in the dark.
        var otra = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("instancia2", "INSTANCIA_INTERNA", "CENTRAL"), oscuro: true, ancho: 390, alto: 844);
        await otra.GotoAsync(MesaDeHitos.Ruta);
        Assert.True(await otra.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await otra.GetByRole(AriaRole.Button, new() { Name = "Confirmar" }).ClickAsync();
        await otra.GetByText("vale desde este momento").WaitForAsync();
        await otra.GetByText("Versión 1 de la configuración").WaitForAsync();
        await otra.SinFaltasAsync();

        Assert.Equal(97, servidor.Datos.Proceso.Calendario.Cortes().Count());
    }
}
