using System.Text;
using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Navegador.Seguimiento;

/// <summary>The Commission of the founding document lives its whole programme on its screens: drafts, observations, final versions, sessions with their agreements, a report each month, the act of the close and the last report.</summary>
public sealed class DeDiciembreAJunioTests(Casa.Navegador navegador)
{
    private const string Id = "oaxaca-2023-2024";

    [Fact]
    public async Task La_comision_va_de_su_instalacion_a_su_informe_final()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var reloj = servidor.Datos.Reloj;
        reloj.Ahora = A(2023, 11, 17, 9);
        var plan = await AbrirAsync(servidor);
        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        var ine = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("utsi", "INE", "CENTRAL"));

        // What a new installation has: 33 activities in seven months, eight sessions, four persons in their posts.
        Assert.Equal((33, 7, 8), (plan.Plan.Actividades.Length, plan.Plan.PorMes.Count(), plan.Plan.Sesiones.Length));
        Assert.Equal(["PRESIDENCIA", "INTEGRANTE", "INTEGRANTE", "SECRETARIA_TECNICA"], plan.Integrantes.Select(i => i.Puesto));
        await irving.GotoAsync("/seguimiento");
        await irving.GetByText("0 de 33 cumplidas").WaitForAsync();
        await irving.GetByText("Sesión de instalación").First.WaitForAsync();

        await SesionarAsync(irving, reloj, "Sesión de instalación", new(2023, 11, 21), "Queda instalada la Comisión.");
        foreach (var mes in plan.Plan.PorMes)
        {
            reloj.Ahora = A(mes.Key.Anio, mes.Key.Numero, 4, 9);
            // The last month has what must be kept as it was written: the act of the close and the reports.
            foreach (var actividad in mes.Key.Numero == 6 ? mes.ToArray() : [mes.First()])
            {
                await EntregarAsync(irving, actividad);
            }

            await ObservarAsync(ine, irving, mes.First());
            reloj.Ahora = A(mes.Key.Anio, mes.Key.Numero, 12, 9);
            foreach (var actividad in mes)
            {
                await MoverAsync(irving, plan, actividad);
            }

            await SesionarAsync(irving, reloj, plan.Plan.Sesiones.Single(s => s.Mes == mes.Key).Nombre, new(mes.Key.Anio, mes.Key.Numero, 20), $"Se tiene por recibido el avance de {mes.Key.EnPalabras}.");
            reloj.Ahora = A(mes.Key.Anio, mes.Key.Numero, 27, 9);
            await InformarAsync(irving, new(mes.Key));
        }

        await irving.GotoAsync(VerTableroDelPrograma.Ruta(Id));
        await irving.GetByText("33 de 33 cumplidas").WaitForAsync();
        await irving.GetByText("0 tarde").WaitForAsync();
        await irving.RetratarAsync("seguimiento-junio");
        await irving.GotoAsync(VerSesiones.Ruta(Id));
        Assert.Equal(8, await irving.GetByRole(AriaRole.Cell, new() { Name = "Celebrada", Exact = true }).CountAsync());

        // The last report asks for what no data say, and then is issued.
        await irving.GotoAsync(VerInformes.Ruta(Id, ClaveDeInforme.Final));
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir el informe" }).ClickAsync();
        await irving.GetByText("Antes de emitirlo escriba: Proceso técnico operativo").WaitForAsync();
        foreach (var s in ClaveDeInforme.Final.Secciones)
        {
            await irving.GetByLabel(s.Titulo, new() { Exact = true }).FillAsync($"{s.Titulo}: como se informó a la Comisión.\nSin más.");
        }

        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar los textos" }).ClickAsync();
        await irving.GetByText("Los textos quedaron guardados").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir el informe" }).ClickAsync();
        await irving.GetByText("El informe quedó emitido").WaitForAsync();
        await irving.GotoAsync($"{VerInformes.Ruta(Id, ClaveDeInforme.Final)}/pagina");
        await irving.GetByText("Todo lo previsto se cumplió").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-informe-final");

        await GuardarPdfAsync(irving, VerInformes.Ruta(Id, ClaveDeInforme.Final), "informe-final");
        await GuardarPdfAsync(irving, VerInformes.Ruta(Id, new(new Mes(2024, 3))), "informe-mensual");
        await irving.GotoAsync(VerSesiones.Ruta(Id));
        await irving.GetByRole(AriaRole.Link, new() { Name = "Cuarta sesión ordinaria" }).First.ClickAsync();
        await GuardarPdfAsync(irving, $"{irving.Url}/acta", "acta");

        // Who only looks finds all of it and changes nothing.
        var invitada = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("invitada", "INVITADO", "CENTRAL"), ancho: 390, alto: 844);
        await invitada.GotoAsync(VerEntregable.Ruta(Id, 28));
        await invitada.GetByText("Acta circunstanciada del cierre").First.WaitForAsync();
        await invitada.GetByText("Entregado").First.WaitForAsync();
        Assert.Equal(0, await invitada.Locator("main form").CountAsync());
        await invitada.SinFaltasAsync();
    }

    private static async Task<DefinicionDePrograma> AbrirAsync(ServidorDePantallas servidor)
    {
        await using var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, servidor.Datos.Reloj, default);
        var definicion = LectorDePrograma.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", Id)).Value;
        await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), servidor.Datos.Reloj), default);
        return definicion;
    }

    /// <summary>A draft comes in as a document of its activity.</summary>
    private static async Task EntregarAsync(IPage irving, Actividad actividad)
    {
        await irving.GotoAsync(VerActividad.Ruta(Id, actividad.Id));
        await irving.Locator("summary").Filter(new() { HasText = "Agregar un documento" }).ClickAsync();
        await irving.GetByLabel("Cómo se llama").FillAsync(actividad.Texto);
        await irving.GetByLabel("Archivo").SetInputFilesAsync(new FilePayload { Name = $"{actividad.Id}.pdf", MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes($"%PDF-1.4 {actividad.Texto}") });
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar el documento" }).ClickAsync();
        await irving.GetByText("Quedó guardado el documento").WaitForAsync();
    }

    /// <summary>The PDF of what is on the page that is read, for who must look at it.</summary>
    private static async Task GuardarPdfAsync(IPage irving, string ruta, string nombre)
    {
        var pdf = await irving.APIRequest.GetAsync($"{ruta}/pdf");
        var bytes = await pdf.BodyAsync();
        Assert.True(pdf.Ok && bytes.AsSpan().StartsWith("%PDF-"u8), $"{ruta}/pdf: {pdf.Status}");
        if (Environment.GetEnvironmentVariable("PREP_IMAGENES") is { Length: > 0 } carpeta)
        {
            await File.WriteAllBytesAsync(Path.Combine(carpeta, $"{nombre}.pdf"), bytes);
        }
    }

    /// <summary>INE observes it, and is answered.</summary>
    private static async Task ObservarAsync(IPage ine, IPage irving, Actividad actividad)
    {
        await ine.GotoAsync(VerActividad.Ruta(Id, actividad.Id));
        await ine.GetByLabel("Su observación").FillAsync("Falta citar el artículo 339 del Reglamento.");
        await ine.GetByRole(AriaRole.Button, new() { Name = "Enviar la observación" }).ClickAsync();
        await ine.GetByText("Quedó su observación").WaitForAsync();
        await irving.GotoAsync(VerActividad.Ruta(Id, actividad.Id));
        await irving.GetByText("Responder", new() { Exact = false }).Last.ClickAsync();
        await irving.GetByLabel("Respuesta").FillAsync("Se agregó.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la respuesta" }).ClickAsync();
        await irving.GetByText("Quedó la respuesta").WaitForAsync();
    }

    /// <summary>Final versions are approved by their body; the rest is delivered.</summary>
    private static async Task MoverAsync(IPage irving, DefinicionDePrograma plan, Actividad actividad)
    {
        await irving.GotoAsync(VerActividad.Ruta(Id, actividad.Id));
        var aprueba = actividad.Fase == FaseDeDocumento.VersionFinal && plan.EntregableDe(actividad)?.Aprueba == Organo.ConsejoGeneral;
        await irving.GetByLabel("Estado", new() { Exact = true }).SelectOptionAsync($"{(aprueba ? EstadoDeActividad.Aprobado : EstadoDeActividad.Entregado)}");
        if (aprueba)
        {
            var forma = irving.Locator("form[action$='/estado']");
            await forma.GetByLabel("Fecha").FillAsync(actividad.Periodo.Primero.AddDays(9).ToString("yyyy-MM-dd"));
            await forma.GetByLabel("Número de acuerdo").FillAsync($"IEEPCO-CG-{actividad.Periodo.Numero}{actividad.Id[^1]}/2024");
        }

        await irving.Locator("form[action$='/estado']").GetByRole(AriaRole.Button).ClickAsync();
        await irving.GetByText("Quedó en:").WaitForAsync();
    }

    private static async Task SesionarAsync(IPage irving, Prep.Operacion.Tests.RelojManual reloj, string nombre, DateOnly dia, string acuerdo)
    {
        await irving.GotoAsync(VerSesiones.Ruta(Id));
        await irving.GetByRole(AriaRole.Link, new() { Name = $"Convocar {nombre}" }).ClickAsync();
        await irving.GetByLabel("Día y hora").FillAsync($"{dia:yyyy-MM-dd}T12:00");
        await irving.GetByLabel("Lugar").FillAsync("Sala de sesiones del Instituto");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Convocar", Exact = true }).ClickAsync();
        await irving.GetByText("La sesión quedó convocada").WaitForAsync();
        reloj.Ahora = A(dia.Year, dia.Month, dia.Day, 12).AddMinutes(3);
        foreach (var persona in new[] { "Carmelita", "Jessica", "Zaira", "Irving" })
        {
            await irving.GetByLabel(persona).CheckAsync();
        }

        await irving.GetByRole(AriaRole.Button, new() { Name = "Abrir la sesión" }).ClickAsync();
        await irving.GetByText("La sesión está abierta").WaitForAsync();
        foreach (var favor in await irving.GetByLabel("A favor").AllAsync())
        {
            await favor.CheckAsync();
        }

        await irving.GetByLabel("Acuerdo, si queda alguno").First.FillAsync(acuerdo);
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la votación" }).ClickAsync();
        await irving.GetByText("Aprobado por unanimidad: 3 a favor").First.WaitForAsync();
        reloj.Ahora = reloj.Ahora.AddHours(1);
        await irving.GetByRole(AriaRole.Button, new() { Name = "Cerrar la sesión" }).ClickAsync();
        await irving.GetByText("La sesión está cerrada").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir para firma Minuta" }).ClickAsync();
        await irving.GetByText("Emitida: 0 de 4 firmas").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "La leí y la firmo Minuta" }).ClickAsync();
        await irving.GetByText("Emitida: 1 de 4 firmas").WaitForAsync();
    }

    private static async Task InformarAsync(IPage irving, ClaveDeInforme informe)
    {
        await irving.GotoAsync(VerInformes.Ruta(Id, informe));
        await irving.GetByLabel("Consideraciones").FillAsync("El mes se desarrolló conforme al plan.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar los textos" }).ClickAsync();
        await irving.GetByText("Los textos quedaron guardados").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir el informe" }).ClickAsync();
        await irving.GetByText("El informe quedó emitido").WaitForAsync();
        await irving.GetByText($"informe-{informe}.pdf").First.WaitForAsync();
    }

    // An hour of Oaxaca: six hours behind all the year.
    private static DateTimeOffset A(int anio, int mes, int dia, int hora) => new DateTimeOffset(anio, mes, dia, hora, 0, 0, TimeSpan.FromHours(-6)).ToUniversalTime();
}
