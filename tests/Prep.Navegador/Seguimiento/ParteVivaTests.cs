using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Operacion.Tests;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Navegador.Seguimiento;

/// <summary>What the Commission follows outside its own plan: the installation.</summary>
public sealed class ParteVivaTests(Casa.Navegador navegador)
{
    private const string Programa = "/seguimiento/oaxaca-2023-2024";

    [Fact]
    public async Task La_secretaria_sigue_la_instalacion()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        servidor.Datos.Reloj.Ahora = new(2024, 5, 20, 18, 0, 0, TimeSpan.Zero);
        await using (var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, servidor.Datos.Reloj, default))
        {
            var definicion = LectorDePrograma.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", "oaxaca-2023-2024")).Value;
            await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), servidor.Datos.Reloj), default);
        }

        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        await irving.GotoAsync($"{Programa}/instalacion");
        await irving.GetByText("Agregar un sitio al plan").ClickAsync();
        await irving.GetByLabel("Clave").FillAsync("CCV-01");
        await irving.GetByLabel("Tipo").SelectOptionAsync("Ccv");
        await irving.GetByLabel("Domicilio").FillAsync("Heroica Escuela Naval Militar 1212, Reforma");
        await irving.GetByLabel("Personas que necesita").FillAsync("24");
        await irving.GetByLabel("Debe estar listo el").FillAsync("2024-05-31");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar en el plan" }).ClickAsync();
        await irving.GetByText("Quedó en el plan: CCV-01.").WaitForAsync();
        await irving.GetByText("Anotar una visita").ClickAsync();
        await irving.GetByLabel("Quiénes fueron").FillAsync("Mtra. Sibaja y el Mtro. Robles");
        foreach (var i in Enumerable.Range(0, 10))
        {
            await irving.Locator($"input[name=punto-{i}][value={(i == 4 ? "No" : "Si")}]").CheckAsync();
        }

        await irving.Locator("#nota-4").FillAsync("El proveedor lo instala el 27");
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-visita");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Anotar la visita" }).ClickAsync();
        await irving.GetByText("Quedó anotada la visita").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-sitio");
        await irving.GotoAsync($"{Programa}/instalacion");
        await irving.GetByText("20/05/2024, 1 por resolver").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-instalacion");
        await irving.GotoAsync($"{Programa}/actividades/2024-02-4");
        await irving.GetByText("Avance observado").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-observado");

        var zaira = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("zaira", "INTEGRANTE", "CENTRAL"), ancho: 390, alto: 844);
        foreach (var (ruta, retrato) in new[] { ("instalacion", "seguimiento-instalacion-telefono"), ("instalacion/CCV-01", "seguimiento-sitio-telefono") })
        {
            await zaira.GotoAsync($"{Programa}/{ruta}");
            Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{ruta} se sale a lo ancho");
            await zaira.SinFaltasAsync();
            await zaira.RetratarAsync(retrato);
        }
    }
}
