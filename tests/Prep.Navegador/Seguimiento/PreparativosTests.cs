using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Prep.Navegador.Casa;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Tests.Paquete;
using Prep.Seguimiento.Publico;
using Prep.Seguimiento.Tests.Publico;
using Prep.Servicios;

namespace Prep.Navegador.Seguimiento;

/// <summary>What a citizen sees of the Commission, months before the night.</summary>
public sealed class PreparativosTests(Casa.Navegador navegador)
{
    [Fact]
    public async Task Una_ciudadana_ve_el_avance_busca_y_se_lleva_los_datos()
    {
        using CarpetaTemporal carpeta = new();
        var archivos = await SitioDeSeguimiento.ArchivosAsync(new([Programas.EnMarcha], Programas.Ahora, ConfiguracionDeSitio.Leer(carpeta.Raiz).Value, false), [Programas.EnMarcha], default);
        Assert.True(new PublicadorDeSeguimiento(carpeta.Publicacion, carpeta.Clave, TimeProvider.System).Publicar(archivos, [], [], 1).Value);
        await using var sitio = Servidores.Sitio(carpeta.Publicacion, "http://127.0.0.1:0");
        await sitio.StartAsync();
        var raiz = sitio.Urls.First();

        // Before the first corte the waiting page knows the way.
        var pagina = await navegador.PaginaAsync(raiz);
        await pagina.GotoAsync("/");
        await pagina.GetByRole(AriaRole.Link, new() { NameRegex = new("Preparativos") }).ClickAsync();
        await pagina.GetByText("de 33 actividades cumplidas").WaitForAsync();
        await pagina.RetratarAsync("preparativos");

        await pagina.GetByLabel("Actividad, acuerdo, documento…").FillAsync("tecnico OPERATIVO");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Buscar" }).ClickAsync();
        await pagina.GetByText("4 encontrados").WaitForAsync();
        await pagina.GetByLabel("Buscar", new() { Exact = true }).FillAsync("nada de esto");
        await pagina.GetByText("Nada tiene esas palabras").WaitForAsync();

        // On a telephone, without JavaScript: everything is still there.
        await using var sinGuiones = await navegador.Chromium.NewContextAsync(new() { BaseURL = raiz, JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 640 } });
        var telefono = await sinGuiones.NewPageAsync();
        await telefono.GotoAsync($"/seguimiento/{Programas.EnMarcha.Id}/buscar.html");
        await telefono.GetByRole(AriaRole.Link, new() { NameRegex = new("^Designación del ente auditor") }).ClickAsync();
        Assert.EndsWith("plan.html#a-2024-02-6", telefono.Url);

        var deTelefono = await navegador.PaginaAsync(raiz, ancho: 360, alto: 740);
        foreach (var seccion in SeccionDelSitio.Todas)
        {
            await deTelefono.GotoAsync($"/{HojaPublica.De(Programas.EnMarcha, seccion.Archivo)}");
            Assert.True(await deTelefono.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{seccion.Archivo} se sale a lo ancho");
            await deTelefono.SinFaltasAsync();
            await deTelefono.RetratarAsync($"preparativos-{Path.GetFileNameWithoutExtension(seccion.Archivo)}-telefono");
        }
    }
}
