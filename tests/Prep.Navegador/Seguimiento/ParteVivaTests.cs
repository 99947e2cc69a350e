using Microsoft.Playwright;
using Prep.Datos.Seguimiento;
using Prep.Navegador.Casa;
using Prep.Operacion.Tests;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Navegador.Seguimiento;

/// <summary>What the Commission follows outside its own plan: the installation, the contracts, the audit and the COTAPREP.</summary>
public sealed class ParteVivaTests(Casa.Navegador navegador)
{
    private const string Programa = "/seguimiento/oaxaca-2023-2024";

    [Fact]
    public async Task La_secretaria_sigue_la_instalacion_y_el_auditor_sus_hallazgos()
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

        // A consejo, on a telephone, writes its own visit; of another place it only reads.
        var consejo = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Consejo 01", "CONSEJO", "dip_loc/001"), ancho: 390, alto: 844);
        await consejo.GotoAsync($"{Programa}/instalacion/CCV-01");
        Assert.Equal(0, await consejo.GetByText("Anotar una visita").CountAsync());
        await consejo.GotoAsync($"{Programa}/instalacion/CATD-01");
        await consejo.GetByText("Anotar una visita").ClickAsync();
        await consejo.GetByLabel("Quiénes fueron").FillAsync("Las consejeras del distrito 01");
        foreach (var i in Enumerable.Range(0, 10))
        {
            await consejo.Locator($"input[name=punto-{i}][value=Si]").CheckAsync();
        }

        await consejo.GetByRole(AriaRole.Button, new() { Name = "Anotar la visita" }).ClickAsync();
        await consejo.GetByText("Quedó anotada la visita").WaitForAsync();
        await consejo.GetByText("La anotó Consejo 01").WaitForAsync();
        await consejo.GetByText("Agregar un documento").ClickAsync();
        await consejo.SinFaltasAsync();
        await consejo.RetratarAsync("seguimiento-visita-del-consejo");
        await consejo.GetByLabel("Cómo se llama").FillAsync("Fachada y rampa");
        await consejo.GetByLabel("Archivo").SetInputFilesAsync(new FilePayload { Name = "fachada.jpg", MimeType = "image/jpeg", Buffer = [1, 2, 3] });
        await consejo.GetByRole(AriaRole.Button, new() { Name = "Guardar el documento" }).ClickAsync();
        await consejo.GetByText("Quedó guardado el documento.").WaitForAsync();
        await irving.GotoAsync($"{Programa}/actividades/2024-02-4");
        await irving.GetByText("Avance observado").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-observado");

        await irving.GotoAsync($"{Programa}/contratos/ente-auditor");
        await irving.GetByText("Un candidato", new() { Exact = true }).ClickAsync();
        await irving.GetByLabel("Nombre").FillAsync("Universidad de la Sierra");
        await irving.GetByLabel("Experiencia").FillAsync("Auditó el PREP de 2021 y el de 2022.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Agregar a la lista" }).ClickAsync();
        await irving.GetByText("La designación", new() { Exact = true }).ClickAsync();
        await irving.Locator("#designacion-fecha").FillAsync("2024-02-15");
        await irving.Locator("#designacion-acuerdo").FillAsync("IEEPCO-CG-30/2024");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Anotar la designación" }).ClickAsync();
        await irving.GetByText("Universidad de la Sierra. IEEPCO-CG-30/2024, el Consejo General, 15/02/2024").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-contrato");

        var auditor = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("audi", "AUDITOR", "CENTRAL"));
        await auditor.GotoAsync($"{Programa}/auditoria");
        await auditor.GetByText("Registrar un hallazgo").ClickAsync();
        await auditor.GetByLabel("Clave, como H-01").FillAsync("H-01");
        await auditor.GetByLabel("Severidad").SelectOptionAsync("Alta");
        await auditor.GetByLabel("Qué se halló").FillAsync("La sesión no vence");
        await auditor.GetByLabel("Evidencia").FillAsync("Cuatro horas después seguía abierta.");
        await auditor.GetByLabel("Recomendación").FillAsync("Que venza a los diez minutos.");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Registrar" }).ClickAsync();
        await auditor.GetByText("Quedó registrado el hallazgo.").WaitForAsync();
        await auditor.SinFaltasAsync();
        await auditor.RetratarAsync("seguimiento-auditoria");
        await irving.GotoAsync($"{Programa}/auditoria/H-01");
        await irving.GetByLabel("Estado").SelectOptionAsync("Corregido");
        await irving.GetByLabel("Qué se hizo, o por qué").FillAsync("Vence a los diez minutos desde la versión 2.");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Anotar" }).ClickAsync();
        await auditor.GotoAsync($"{Programa}/auditoria/H-01");
        await auditor.Locator("#reprueba-pasa").SelectOptionAsync("si");
        await auditor.GetByLabel("Se probó el").FillAsync("2024-05-20");
        await auditor.GetByLabel("Qué se vio").FillAsync("Venció a los diez minutos.");
        await auditor.SinFaltasAsync();
        await auditor.RetratarAsync("seguimiento-hallazgo");
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Anotar la prueba" }).ClickAsync();
        await auditor.GetByText("Cerrado").First.WaitForAsync();

        await irving.GotoAsync($"{Programa}/cotaprep");
        await irving.GetByText("Nombrar a un integrante").ClickAsync();
        await irving.GetByLabel("Nombre completo").FillAsync("Dra. Laura Cruz");
        await irving.GetByLabel("En qué es especialista").FillAsync("Redes y seguridad");
        await irving.GetByLabel("Clave en el padrón, si ya tiene cuenta").First.FillAsync("laura");
        await irving.GetByLabel("Desde el día").First.FillAsync("2024-01-10");
        await irving.GetByLabel("Acuerdo que lo dice").FillAsync("IEEPCO-CG-3/2024");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Nombrar", Exact = true }).ClickAsync();
        await irving.GetByText("Sólo tiene 1: debe tener de 3 a 5").WaitForAsync();
        await irving.GetByText("Abrir una revisión").ClickAsync();
        await irving.GetByLabel("Qué versión y dónde se ve").FillAsync("Versión 1, en el sitio de pruebas");
        await irving.GetByLabel("Se reciben observaciones hasta el").FillAsync("2024-05-30");
        await irving.GetByRole(AriaRole.Button, new() { Name = "Abrir la revisión" }).ClickAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-cotaprep");
        await irving.GetByRole(AriaRole.Link, new() { Name = "Prototipo navegable, revisión 1" }).ClickAsync();
        await irving.GetByText("La revisión sigue abierta.").WaitForAsync();
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-revision");
        await irving.GotoAsync($"{Programa}/cotaprep/informe");
        await irving.SinFaltasAsync();
        await irving.RetratarAsync("seguimiento-informe-cotaprep");

        // She asks for a session of her own organ, and it is called as that organ's.
        var laura = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("laura", "COTAPREP", "CENTRAL"), ancho: 390, alto: 844);
        await laura.GotoAsync($"{Programa}/sesiones");
        await laura.GetByLabel("Pedir una sesión extraordinaria del COTAPREP").FillAsync("Revisar el prototipo");
        await laura.GetByRole(AriaRole.Button, new() { Name = "Pedirla" }).ClickAsync();
        await laura.GetByText("La piden 1 de 1 con voto en el COTAPREP (hacen falta 1): Dra. Laura Cruz").WaitForAsync();
        await laura.SinFaltasAsync();
        await laura.RetratarAsync("seguimiento-pedir-cotaprep");
        await irving.GotoAsync($"{Programa}/sesiones");
        await irving.GetByRole(AriaRole.Link, new() { Name = "Convocarla" }).ClickAsync();
        await irving.GetByText("Convocar: otra sesión del COTAPREP").First.WaitForAsync();
        await irving.RetratarAsync("seguimiento-convocar-cotaprep");

        var zaira = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("zaira", "INTEGRANTE", "CENTRAL"), ancho: 390, alto: 844);
        foreach (var (ruta, retrato) in new[] { ("instalacion", "seguimiento-instalacion-telefono"), ("instalacion/CCV-01", "seguimiento-sitio-telefono"), ("contratos", "seguimiento-contratos-telefono"), ("auditoria", "seguimiento-auditoria-telefono"), ("cotaprep", "seguimiento-cotaprep-telefono"), ("", "seguimiento-tablero-vivo-telefono") })
        {
            await zaira.GotoAsync($"{Programa}/{ruta}");
            Assert.True(await zaira.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{ruta} se sale a lo ancho");
            await zaira.SinFaltasAsync();
            await zaira.RetratarAsync(retrato);
        }

        // The board, last: the operation says by itself how the installation goes.
        await zaira.GetByText("0 de 2 sitios con su lista de apertura completa").WaitForAsync();
    }
}
