using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Navegador.Seguimiento;

public sealed class SesionesDelProgramaTests(Casa.Navegador navegador)
{
    private const string Sesiones = "/seguimiento/oaxaca-2023-2024/sesiones";

    [Fact]
    public async Task Una_sesion_se_convoca_se_abre_se_vota_y_se_cierra()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync();
        var reloj = servidor.Datos.Reloj;
        reloj.Ahora = new(2023, 12, 13, 18, 0, 0, TimeSpan.Zero);
        await using (var almacen = await AlmacenDeSeguimiento.AbrirAsync(servidor.Datos.Opciones, reloj, default))
        {
            var definicion = LectorDePrograma.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "seguimiento", "oaxaca-2023-2024")).Value;
            await AbrirPrograma.EjecutarAsync(definicion, new("programa", "", new LibroDeSeguimiento(almacen), reloj), default);
        }

        var irving = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("irving", "SECRETARIA_TECNICA", "CENTRAL"));
        await irving.GotoAsync(Sesiones);
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("sesiones");
        await irving.GetByRole(AriaRole.Link, new() { Name = "Convocar Primera sesión ordinaria" }).ClickAsync();
        await irving.GetByLabel("Día y hora").FillAsync("2023-12-15T11:00");
        await irving.GetByLabel("Lugar").FillAsync("Sala de sesiones del Instituto");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Convocar", Exact = true }).ClickAsync();
        await irving.GetByText("se convoca con 48 horas de anticipación").WaitForAsync();
        Assert.Equal("Sala de sesiones del Instituto", await irving.GetByLabel("Lugar").InputValueAsync());
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("sesiones-convocar");
        await irving.GetByLabel("Día y hora").FillAsync("2023-12-20T12:00");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Convocar", Exact = true }).ClickAsync();
        await irving.GetByText("La sesión quedó convocada").WaitForAsync();

        reloj.Ahora = new(2023, 12, 20, 18, 2, 0, TimeSpan.Zero);
        await irving.GetByLabel("Carmelita").CheckAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Abrir la sesión" }).ClickAsync();
        await irving.GetByText("Espere a la segunda convocatoria, a las 12:30").WaitForAsync();
        await irving.GetByLabel("Jessica").CheckAsync();
        await irving.GetByLabel("Irving").CheckAsync();
        await irving.GetByLabel("Otras personas").FillAsync("Lic. Rosa Pérez, Representación del Partido Uno");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Abrir la sesión" }).ClickAsync();
        await irving.GetByText("La sesión está abierta").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Llegó: Mtra. Zaira" }).ClickAsync();
        await irving.GetByText("La asistencia quedó anotada").WaitForAsync();
        foreach (var (nombre, voto) in new[] { ("Carmelita", "A favor"), ("Jessica", "A favor"), ("Zaira", "En contra") })
        {
            await irving.GetByRole(AriaRole.Group).Filter(new() { HasText = nombre, HasNot = irving.GetByRole(AriaRole.Group) }).GetByLabel(voto).CheckAsync();
        }

        await irving.GetByLabel("Acuerdo, si queda alguno").First.FillAsync("Se aprueba el orden del día, \u202Esin cambios.");    // copied with a mark that turns the rest around
        var otroPunto = irving.Locator("form[action$='puntos/2/nota']");
        await otroPunto.Locator("xpath=../summary").ClickAsync();
        await otroPunto.GetByLabel("Qué se dijo").FillAsync("La Consejera preguntó por la fecha");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la votación" }).ClickAsync();
        await irving.GetByText("Aprobado por mayoría: 2 a favor, 1 en contra.").First.WaitForAsync();
        await irving.GetByText("CTPREP-01/2023").WaitForAsync();
        await irving.GetByText("Se aprueba el orden del día, sin cambios.").First.WaitForAsync();
        await otroPunto.GetByText("todavía no se guarda").WaitForAsync();
        Assert.Equal("La Consejera preguntó por la fecha", await otroPunto.GetByLabel("Qué se dijo").InputValueAsync());
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("sesiones-en-curso");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Cerrar la sesión" }).ClickAsync();
        await irving.GetByText("La sesión está cerrada").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Emitir para firma Acta" }).ClickAsync();
        await irving.GetByText("Quedó emitido").WaitForAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "La leí y la firmo Acta" }).ClickAsync();
        await irving.GetByLabel("Quién firmó en papel: Acta").SelectOptionAsync("jessica");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Firmó en papel Acta" }).ClickAsync();
        await irving.GetByText("Emitida: 2 de 4 firmas").WaitForAsync();
        var sesion = new Uri(irving.Url).AbsolutePath;
        await irving.SinFaltasAsync();
        await irving.GotoAsync("/seguimiento/oaxaca-2023-2024/calendario");
        await irving.GetByText("Diciembre de 2023 · este mes").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("sesiones-calendario");

        // A commissioner, on a telephone, signs, asks for another one and sees the agreement.
        var zaira = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("zaira", "INTEGRANTE", "CENTRAL"), ancho: 390, alto: 844);
        await zaira.GotoAsync(sesion);
        await zaira.GetByRole(AriaRole.Button, new() { Name = "La leí y la firmo Acta" }).ClickAsync();
        await zaira.GetByText("Faltan de firmar: Mtra. Carmelita Sibaja Ochoa").WaitForAsync();
        Assert.Equal(0, await zaira.GetByRole(AriaRole.Button, new() { Name = "Emitir para firma" }).CountAsync());
        Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await zaira.RetratarAsync("sesiones-firma-telefono");
        await zaira.GotoAsync(Sesiones);
        await zaira.GetByLabel("Pedir una sesión extraordinaria").FillAsync("Revisar a los candidatos a ente auditor");
        await zaira.GetByRole(AriaRole.Button, new() { Name = "Pedirla" }).ClickAsync();
        await zaira.GetByText("La piden 1 de 3 con voto en la Comisión (hacen falta 2)").WaitForAsync();
        await zaira.SinFaltasAsync();
        await zaira.RetratarAsync("sesiones-telefono");
        await zaira.GotoAsync("/seguimiento/oaxaca-2023-2024/acuerdos");
        await zaira.GetByText("Se aprueba el orden del día, sin cambios.").WaitForAsync();
        await zaira.GetByRole(AriaRole.Link, new() { Name = "CTPREP-01/2023" }).ClickAsync();
        await zaira.GetByText("Nadie lo ha movido todavía.").WaitForAsync();
        Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La pantalla se sale a lo ancho");
        await zaira.SinFaltasAsync();

        // The Secretaría mends a word of it: who looks sees what it said.
        await irving.GotoAsync(new Uri(zaira.Url).AbsolutePath);
        await irving.GetByText("Fe de erratas: el texto quedó mal escrito").ClickAsync();
        await irving.GetByLabel("Lo que debe decir, completo").FillAsync("Se aprueba el orden del día.");
        await irving.GetByLabel("Por qué se corrige").FillAsync("Sobraban dos palabras");
        await irving.GetByLabel("Sesión que lo aprobó").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await irving.SinFaltasAsync();
        await irving.GetByRole(AriaRole.Button, new() { Name = "Guardar la fe de erratas" }).ClickAsync();
        await irving.GetByText("Decía: «Se aprueba el orden del día, sin cambios.». Motivo: Sobraban dos palabras").WaitForAsync();
        await irving.RetratarAsync("sesiones-fe-de-erratas");
    }
}
