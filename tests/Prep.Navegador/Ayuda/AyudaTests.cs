using Microsoft.Playwright;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Operacion.Ayuda;
using Prep.Operacion.Tests;
using Prep.Pantallas;

namespace Prep.Navegador.Ayuda;

public sealed class AyudaTests(Casa.Navegador navegador)
{
    private const string Largo = "Elecciones locales ordinarias concurrentes del estado de Oaxaca, proceso electoral 2023-2024";

    [Fact]
    public async Task La_ayuda_se_abre_aparte_y_ningun_manual_tiene_faltas()
    {
        var proceso = CatalogoDePrueba.Proceso(casillas: 3) with { Nombre = Largo };
        await using var servidor = await ServidorDePantallas.CrearAsync(ClaseDeProceso.Jornada, proceso: proceso);
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Guadalupe Hernandez Santiago", "COORDINADOR_CATD", "CATD-01"));
        List<string> faltas = [];
        pagina.Context.Console += (_, mensaje) => faltas.Add(mensaje.Text);
        await pagina.GotoAsync("/puestos/catd");
        await pagina.RetratarAsync("encabezado-largo");
        Assert.InRange((await pagina.Locator("header.marco").BoundingBoxAsync())!.Height, 30, 60);
        await pagina.GetByLabel("¿Qué pasó?").FillAsync("a medias");

        var ayuda = await pagina.RunAndWaitForPopupAsync(() => pagina.GetByRole(AriaRole.Link, new() { Name = "Ayuda" }).ClickAsync());
        await ayuda.GetByRole(AriaRole.Link, new() { Name = "Qué puede salir mal" }).ClickAsync();
        Assert.EndsWith("/ayuda/catd#qué-puede-salir-mal", Uri.UnescapeDataString(ayuda.Url));
        Assert.Equal("a medias", await pagina.GetByLabel("¿Qué pasó?").InputValueAsync());
        Assert.True(await ayuda.EvaluateAsync<bool>("[...document.images].every(i => i.complete && i.naturalWidth > 0)"));
        await ayuda.RetratarAsync("ayuda");

        foreach (var manual in new Manuales(new RecursosDePantalla(typeof(Manuales).Assembly)).Todos.Select(m => "/" + m.Nombre).Append(""))
        {
            await ayuda.GotoAsync("/ayuda" + manual);
            await ayuda.SinFaltasAsync();
        }

        await ayuda.SetViewportSizeAsync(390, 844);
        await ayuda.GotoAsync("/ayuda/captura");
        Assert.True(await ayuda.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "la página no se desplaza a lo ancho");
        await ayuda.RetratarAsync("ayuda-telefono");
        Assert.Equal([], faltas);
    }
}
