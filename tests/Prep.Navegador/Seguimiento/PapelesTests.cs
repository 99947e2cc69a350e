using System.Security.Cryptography;
using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Publicacion.Tests.Paquete;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Navegador.Seguimiento;

/// <summary>The papers of the Commission: a document with its versions, what is observed of it, and the plan that changes.</summary>
public sealed class PapelesTests(Casa.Navegador navegador)
{
    private const string Programa = "/seguimiento/oaxaca-2023-2024", Pto = $"{Programa}/actividades/2024-01-4";

    [Fact]
    public async Task Un_documento_se_entrega_se_observa_se_aprueba_y_se_sustituye()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        servidor.Datos.Reloj.Ahora = new(2024, 1, 20, 18, 0, 0, TimeSpan.Zero);
        await using (var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, servidor.Datos.Reloj, default))
        {
            var definicion = LectorDePrograma.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", "oaxaca-2023-2024")).Value;
            await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), servidor.Datos.Reloj), default);
        }

        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        await irving.GotoAsync(Pto);
        await irving.Locator("summary").Filter(new() { HasText = "Agregar un documento" }).ClickAsync();
        await irving.GetByLabel("Cómo se llama").FillAsync("Proceso Técnico Operativo");
        await irving.GetByLabel("Qué es").SelectOptionAsync("VersionFinal");
        using CarpetaTemporal carpeta = new();
        var anexo = RandomNumberGenerator.GetBytes(20_000_000);    // more than any other request may weigh
        var enDisco = Path.Combine(carpeta.Raiz, "PTO versión final.pdf");    // the browser opens it: in a message of the test it would take seconds
        await File.WriteAllBytesAsync(enDisco, anexo);
        await irving.EvaluateAsync("document.querySelector('[data-limite]').dataset.limite = 10");
        await irving.GetByLabel("Archivo").SetInputFilesAsync(new FilePayload { Name = "grande.pdf", MimeType = "application/pdf", Buffer = new byte[11] });
        Assert.Contains("El archivo pasa de", await irving.EvaluateAsync<string>("document.querySelector('[data-limite]').validationMessage"));
        await irving.EvaluateAsync("document.querySelector('[data-limite]').dataset.limite = 1e9");
        await irving.GetByLabel("Archivo").SetInputFilesAsync(enDisco);
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar el documento" }).ClickAsync();
        await irving.GetByText("Quedó guardado el documento.").WaitForAsync();
        await irving.GetByText(Convert.ToHexStringLower(SHA256.HashData(anexo))).WaitForAsync();

        var ine = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("utsi", "INE", "CENTRAL"), ancho: 390, alto: 844);
        await ine.GotoAsync(Pto);
        var descarga = await ine.RunAndWaitForDownloadAsync(() => ine.GetByRole(AriaRole.Link, new() { Name = "Proceso Técnico Operativo", Exact = true }).ClickAsync());
        Assert.Equal("PTO versión final.pdf", descarga.SuggestedFilename);
        Assert.Equal(anexo, await File.ReadAllBytesAsync(await descarga.PathAsync()));
        await ine.GetByLabel("Su observación").FillAsync("Falta decir qué hace el acopiador cuando la bolsa llega abierta.");
        await ine.GetByRole(AriaRole.Button, new() { Name = "Enviar la observación" }).ClickAsync();
        await ine.GetByText("Quedó su observación").WaitForAsync();
        Assert.True(await ine.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await ine.SinFaltasAsync();
        await ine.RetratarAsync("seguimiento-observacion-telefono");

        await irving.GotoAsync($"{Programa}/observaciones");
        await irving.Locator("summary").Filter(new() { HasText = "Responder" }).ClickAsync();
        await irving.GetByLabel("Respuesta").FillAsync("Se agrega al numeral 12.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la respuesta" }).ClickAsync();
        await irving.GetByText("Quedó la respuesta.").WaitForAsync();
        await irving.GotoAsync($"{Programa}/observaciones");
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-observaciones");

        await irving.GotoAsync(Pto);
        await irving.Locator("summary").Filter(new() { HasText = "Quedó aprobada" }).ClickAsync();
        await irving.Locator("[id^=aprobar-][name=fecha]").FillAsync("2042-01-19");
        await irving.Locator("[id^=aprobar-][name=acuerdo]").FillAsync("IEEPCO-CG-10/2024");
        await irving.EvaluateAsync("document.querySelector('[id^=aprobar-][name=fecha]').form.noValidate = true");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la aprobación" }).ClickAsync();
        await irving.GetByText("está fuera del calendario electoral").WaitForAsync();
        Assert.Equal("IEEPCO-CG-10/2024", await irving.Locator("[id^=aprobar-][name=acuerdo]").InputValueAsync());
        await irving.SinFaltasAsync();
        await irving.Locator("[id^=aprobar-][name=fecha]").FillAsync("2024-01-19");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la aprobación" }).ClickAsync();
        await irving.GetByText("Quedó aprobada la versión 1.").WaitForAsync();
        await irving.Locator("summary").Filter(new() { HasText = "Entregar otra versión" }).ClickAsync();
        await irving.GetByLabel("Archivo").First.SetInputFilesAsync(new FilePayload { Name = "pto.html", MimeType = "text/html", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar esta versión" }).ClickAsync();
        await irving.GetByText("La que se aprobó es la versión 1; ésta es posterior.").WaitForAsync();
        await irving.Locator("summary").Filter(new() { HasText = "Versiones anteriores (1)" }).ClickAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-documentos");
        await irving.GotoAsync($"{Programa}/documentos?busca=tecnico");
        await irving.GetByText("1 documento con «tecnico»").WaitForAsync();
        await irving.SinFaltasAsync();

        // The plan changes; what it said stays.
        await irving.GotoAsync(Pto);
        await irving.GetByText("Cambiar lo que el plan dice de ella").ClickAsync();
        await irving.GetByLabel("Responsable").FillAsync("Unidad Técnica de Informática");
        await irving.GetByLabel("Fecha límite").FillAsync("2024-01-08");
        await irving.GetByLabel("Por qué cambia").FillAsync("Se ajusta al plazo del Anexo 13");
        await irving.SinFaltasAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar como versión 2" }).ClickAsync();
        await irving.GetByText("Quedó la versión 2 del plan.").WaitForAsync();
        await irving.GotoAsync($"{Programa}/plan/2");
        await irving.Locator("summary").Filter(new() { HasText = "Quedó aprobada en sesión" }).ClickAsync();
        await irving.GetByLabel("En qué sesión").FillAsync("Segunda Sesión Ordinaria");
        await irving.GetByLabel("Fecha de la sesión").FillAsync("2024-01-18");
        await irving.GetByLabel("Número de acuerdo").First.FillAsync("CTPREP/03/2024");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la aprobación" }).First.ClickAsync();
        await irving.GetByText("Quedó aprobada la versión 2.").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-version");
        await irving.GotoAsync($"{Programa}/plan");
        await irving.GetByText("Segunda Sesión Ordinaria del 18/01/2024, acuerdo CTPREP/03/2024").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-plan");

        foreach (var (ruta, retrato) in new[] { ("plan", "seguimiento-plan-telefono"), ("plan/2", "seguimiento-version-telefono"), ("actividades/2024-01-4", "seguimiento-actividad-telefono"), ("documentos", "seguimiento-documentos-telefono") })
        {
            await ine.GotoAsync($"{Programa}/{ruta}");
            Assert.True(await ine.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{ruta} se sale a lo ancho");
            await ine.RetratarAsync(retrato);
        }
    }
}
