using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Captura;
using Prep.Navegador.Casa;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Camino;

/// <summary>Actas go from the bolsa to the package through every post, each person with an account, a PIN and a computer of their own. The exceptions E1 to E8 go along.</summary>
public sealed partial class CaminoTests(Casa.Navegador navegador)
{
    // The casilla of each story.
    private const int Discutida = 1, SinActa = 2, Ajena = 3, DeOtroCatd = 4, Ilegible = 5, Repetida = 6, DosActas = 7, SinEtiqueta = 8, Fuera = 9;

    private const int Pan = 4;

    [Fact]
    public async Task Las_actas_pasan_por_todos_los_puestos_y_llegan_al_publico()
    {
        await using var noche = await Noche.CrearAsync(navegador, casillas: 12, DeOtroCatd);
        await AbrirAsync(noche);
        await RecibirAsync(noche);
        await DigitalizarAsync(noche);
        await IdentificarAsync(noche);
        await ConfirmarYElegirAsync(noche);
        await CapturarAsync(noche);
        await ResolverAsync(noche);
        await noche.CorteAsync();
        await VerPublicadaAsync(noche, Discutida, 1, "81");
        await CotejarAsync(noche);
        await CorregirAsync(noche);
        await noche.CorteAsync();
        await VerPublicadaAsync(noche, SinEtiqueta, 2, "107");
        await ValidarAsync(noche);
        await EmpacarAsync(noche);
        await TableroYDemasAsync(noche);
        Assert.DoesNotContain(noche.Faltas, f => !Esperada().IsMatch(f));

        var vistas = Accesibilidad.Vistas(noche.Servidor.Raiz).ToArray();
        Assert.All(noche.Servidor.Pantallas, p => Assert.Contains(vistas, v => Corresponde(p.RoutePattern.RawText!, v)));
    }

    private static async Task AbrirAsync(Noche noche)
    {
        var catd = await noche.PersonaAsync("coordinador-catd");
        await catd.GotoAsync("/puestos/catd");
        await catd.SinFaltasAsync();
        await catd.GetByRole(AriaRole.Button, new() { Name = "Abrir el CATD" }).ClickAsync();
        Assert.Contains("Faltan puntos de la lista", await catd.GetByRole(AriaRole.Alert).InnerTextAsync());
        while (await catd.Locator("tr:has-text('Sin responder')").CountAsync() > 0)
        {
            await catd.Locator("tr:has-text('Sin responder')").First.GetByRole(AriaRole.Button, new() { Name = "Sí", Exact = true }).ClickAsync();
        }

        await catd.RetratarAsync("catd-apertura");
        await catd.GetByRole(AriaRole.Button, new() { Name = "Abrir el CATD" }).ClickAsync();
        await catd.GetByLabel("¿De qué es?").SelectOptionAsync("Energia");
        await catd.GetByLabel("¿Qué pasó?").FillAsync("Se fue la luz en toda la colonia; la planta no arranca.");
        await catd.GetByRole(AriaRole.Button, new() { Name = "Reportar al centro" }).ClickAsync();

        var centro = await noche.PersonaAsync("operador-publicacion");
        await centro.GotoAsync("/puestos/central");
        await centro.GetByLabel("Respuesta a CATD-01").FillAsync("Va en camino otra planta. Capture con el enlace móvil.");
        await centro.SinFaltasAsync();
        await centro.RetratarAsync("central");
        await centro.GetByRole(AriaRole.Button, new() { Name = "Responder" }).ClickAsync();

        await catd.ReloadAsync();
        Assert.Contains("Va en camino otra planta", await catd.InnerTextAsync("main"));
        await catd.GetByText("Sin energía o sin enlace, evacuación").ClickAsync();
        await catd.GetByText("Lista de cierre y cierre").ClickAsync();
        await catd.SinFaltasAsync();
        await catd.RetratarAsync("catd");
    }

    private static async Task RecibirAsync(Noche noche)
    {
        var acopio = await noche.PersonaAsync("acopiador");
        await acopio.GotoAsync("/puestos/acopio");
        await acopio.SinFaltasAsync();
        foreach (var casilla in new[] { Discutida, Ilegible, Repetida, SinEtiqueta, DeOtroCatd })
        {
            await acopio.GotoAsync("/puestos/acopio");
            await acopio.Locator("[name=busca]:focus").WaitForAsync();
            await acopio.Keyboard.TypeAsync($"20|001|3|{casilla:0000}|B0100");
            await acopio.Keyboard.PressAsync("Enter");
            await acopio.WaitForURLAsync($"**/casillas/20{casilla:0000}B0100");
            await acopio.Keyboard.PressAsync("Alt+t");
            await acopio.Keyboard.PressAsync("Enter");
            await acopio.GetByText("Bolsa registrada").WaitForAsync();
        }

        await acopio.Locator("a.boton:focus").WaitForAsync();
        await acopio.Keyboard.PressAsync("Enter");
        await acopio.WaitForURLAsync("**/etiquetas");
        Assert.Equal(2, await acopio.Locator(".etiqueta svg").CountAsync() / 2);
        await acopio.SinFaltasAsync();

        // E3: its data travel from here; its paper goes on with a receipt.
        await acopio.GotoAsync("/puestos/acopio?ver=PorTrasladar");
        var envio = acopio.Locator("form[action$='/traslados']").First;
        await envio.GetByLabel("Recibo").FillAsync("7");
        await envio.GetByRole(AriaRole.Button, new() { Name = "Enviar el papel" }).ClickAsync();
        await acopio.GetByText("El envío del papel quedó registrado").WaitForAsync();

        // E1: nothing came.
        await IrAsync(acopio, SinActa);
        await acopio.GetByText("No hay acta").ClickAsync();
        await acopio.Locator("[name=motivo][value=PaqueteNoEntregado]").CheckAsync();
        await acopio.SinFaltasAsync();
        await acopio.GetByRole(AriaRole.Button, new() { Name = "Proponer sin acta" }).ClickAsync();
        await acopio.GetByText("Propuesta registrada").WaitForAsync();

        // E2: that of another election came instead.
        await IrAsync(acopio, Ajena);
        await Grupo(acopio, "DIPUTACIONES").GetByLabel("Viene", new() { Exact = true }).CheckAsync();
        await Grupo(acopio, "AYUNTAMIENTOS").GetByLabel("Viene la de otra elección").CheckAsync();
        await acopio.Locator("[name^='eleccion:ayun']").SelectOptionAsync("ajena");
        await acopio.Locator("[name^='quien:ayun']").FillAsync("INE, distrito 4");
        await acopio.Locator("[name^='recibo:ayun']").FillAsync("12");
        await RegistrarBolsaAsync(acopio);

        // E6: two different ones of the same casilla.
        await IrAsync(acopio, DosActas);
        await Grupo(acopio, "DIPUTACIONES").GetByLabel("Vienen dos distintas").CheckAsync();
        await Grupo(acopio, "AYUNTAMIENTOS").GetByLabel("Viene", new() { Exact = true }).CheckAsync();
        await RegistrarBolsaAsync(acopio);
        await acopio.GotoAsync("/puestos/acopio/no-instaladas");
        await acopio.SinFaltasAsync();
    }

    private static async Task DigitalizarAsync(Noche noche)
    {
        var digital = await noche.PersonaAsync("digitalizador1");
        await digital.GotoAsync("/puestos/digitalizacion");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c1.jpg", Discutida), "entra a captura", mirar: true);
        await DigitalizarAsync(digital, await noche.EscanearAsync("c4.jpg", DeOtroCatd), "entra a captura");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c5-mala.jpg", Ilegible), "entra a captura");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c6.jpg", Repetida), "entra a captura");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c7-una.jpg", DosActas), "retenida, decide supervisión");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c7-otra.jpg", DosActas, pan: 55), "retenida, decide supervisión");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c8.jpg", SinEtiqueta, sinEtiqueta: true), "dos personas dirán de qué acta es");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c9.jpg", Fuera, sinEtiqueta: true), "dos personas dirán de qué acta es");
    }

    private static async Task DigitalizarAsync(IPage pagina, FilePayload archivo, string fin, bool mirar = false)
    {
        await pagina.Locator("#archivos").SetInputFilesAsync([archivo]);
        await Assertions.Expect(pagina.Locator("#nombre")).ToHaveTextAsync(archivo.Name);
        await Assertions.Expect(pagina.Locator("#etiqueta")).Not.ToBeEmptyAsync();
        if (mirar)
        {
            await pagina.SinFaltasAsync();
        }

        if (fin.StartsWith("dos personas", StringComparison.Ordinal))
        {
            await pagina.GetByLabel("No se puede saber").CheckAsync();
        }

        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(pagina.Locator("#cola li", new() { HasText = archivo.Name }).Locator(".digi-estado")).ToContainTextAsync(fin);
    }

    // E7 and E8: two persons say the same, each without seeing the other.
    private static async Task IdentificarAsync(Noche noche)
    {
        foreach (var persona in new[] { "digitalizador2", "supervisor2" })
        {
            var pagina = await noche.PersonaAsync(persona);
            await pagina.GotoAsync("/puestos/identificacion");
            await pagina.GetByLabel("Sección").FillAsync($"{SinEtiqueta}");
            await pagina.GetByRole(AriaRole.Button, new() { Name = "Buscar" }).ClickAsync();
            await pagina.GetByLabel($"Sección {SinEtiqueta:0000} B1 · DIPUTACIONES").CheckAsync();
            await pagina.SinFaltasAsync();
            await pagina.GetByRole(AriaRole.Button, new() { Name = "Esto es lo que veo" }).ClickAsync();
            await pagina.GetByText("Quedó registrado lo que usted vio").WaitForAsync();
            await pagina.GetByLabel("No está en el catálogo").CheckAsync();
            await pagina.GetByLabel("Pero es de la elección").SelectOptionAsync("dip_loc");
            await pagina.GetByRole(AriaRole.Button, new() { Name = "Esto es lo que veo" }).ClickAsync();
            await pagina.GetByText("No hay imágenes por identificar para usted").WaitForAsync();
            Assert.Equal(persona == "supervisor2", await noche.LeerAsync(db => db.Actas.Any(a => a.Clave == "FC-0001")));
        }
    }

    private static async Task ConfirmarYElegirAsync(Noche noche)
    {
        var pagina = await noche.PersonaAsync("supervisor1");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await pagina.WaitForURLAsync("**/entrar");
        await noche.Servidor.EntrarAsync(pagina, "supervisor1");
        await pagina.WaitForURLAsync("**/entrar/segundo**");
        await pagina.SinFaltasAsync();
        noche.Servidor.Cuentas.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        await pagina.GetByLabel("Código").FillAsync(Operacion.Cuentas.Totp.Codigo(noche.Telefonos["supervisor1"], Operacion.Cuentas.Totp.Paso(noche.Servidor.Cuentas.Reloj.Ahora)));
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/puestos");
        await pagina.SinFaltasAsync();

        await pagina.GotoAsync("/puestos/supervision?ver=SinActa");
        foreach (var caja in await pagina.Locator("[name=acta]").AllAsync())
        {
            await caja.CheckAsync();
        }

        await pagina.SinFaltasAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Confirmar que no hay acta en las marcadas" }).ClickAsync();
        await pagina.GetByText("Se confirmó que no hay acta en 2").WaitForAsync();

        await pagina.GotoAsync("/puestos/supervision");
        await pagina.Locator("tr", new() { HasText = "Dos actas distintas" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await pagina.Locator("form[action$='/liberacion'] [name=imagen]").First.CheckAsync();
        await pagina.GetByLabel("Motivo: qué dijo el consejo").FillAsync("la primera es la del paquete");
        await pagina.SinFaltasAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Vale la elegida" }).ClickAsync();
        await pagina.GetByText("Quedó elegida la imagen que vale").WaitForAsync();

        var identidad = await noche.LeerAsync(db => db.Imagenes.Single(i => i.Estado == Datos.Filas.EstadoDeImagen.FueraDeCatalogo).Id);
        await pagina.GotoAsync($"/puestos/supervision/imagenes/{identidad}");
        await pagina.SinFaltasAsync();
    }

    private static async Task CapturarAsync(Noche noche)
    {
        await TurnoAsync(noche, "captura1", reporta: Ilegible, mirar: true);
        await TurnoAsync(noche, "captura2");

        // E4: the image that nobody can read is asked for again.
        var digital = await noche.PersonaAsync("digitalizador1");
        await digital.GotoAsync("/puestos/digitalizacion");
        await digital.GetByText("Por digitalizar en").ClickAsync();
        Assert.Contains("Otra vez: 0005 B1", await digital.InnerTextAsync(".digi-pendientes"));
        await DigitalizarAsync(digital, await noche.EscanearAsync("c5-bien.jpg", Ilegible, pan: 90), "entra a captura");
        await TurnoAsync(noche, "captura2");
        await TurnoAsync(noche, "captura3");
        await TurnoAsync(noche, "captura4");
        Assert.Equal(
            ["Supervision", "Verificada", "Verificada", "Verificada", "Verificada", "Verificada"],
            await EstadosAsync(noche, Discutida, DeOtroCatd, Ilegible, Repetida, DosActas, SinEtiqueta));
    }

    // By keyboard alone, until the queue has nothing for that person.
    private static async Task TurnoAsync(Noche noche, string persona, int? reporta = null, bool mirar = false)
    {
        var pagina = await noche.PersonaAsync(persona);
        await pagina.GotoAsync("/puestos/captura");
        for (var hechas = 0; ; hechas++)
        {
            await pagina.WaitForFunctionAsync("() => document.getElementById('espera').checkVisibility() && document.getElementById('espera').textContent.includes('No hay actas por capturar') || !document.getElementById('trabajo').hidden && document.getElementById('acta').naturalWidth > 0 && document.getElementById('visor-texto').hidden");
            if (!await pagina.IsVisibleAsync("#trabajo"))
            {
                break;
            }

            var entregadas = int.Parse(await pagina.InnerTextAsync("#hechas"), System.Globalization.CultureInfo.InvariantCulture);
            if (await EnManoAsync(noche, persona) is not var (casilla, orden))
            {
                // Just delivered: the next one, or none, is on its way.
                await pagina.WaitForTimeoutAsync(100);
                continue;
            }

            if (mirar && hechas == 0)
            {
                await pagina.SinFaltasAsync();
                await pagina.RetratarAsync("captura-clave");
            }

            if (casilla == reporta)
            {
                await TeclearAsync(pagina, "x", "2", "Enter");
            }
            else
            {
                await TeclearAsync(pagina, [.. $"{casilla:0000}".Select(c => $"{c}"), "Enter", "b"]);
                var campos = await Mesa.CamposAsync(pagina);
                if (orden == 3)
                {
                    Assert.Equal(Pan, Assert.Single(campos));
                    await pagina.RetratarAsync("captura-tercera");
                }

                foreach (var campo in campos)
                {
                    await TeclearAsync(pagina, Teclas(casilla, orden, campo));
                }

                await TeclearAsync(pagina, "Enter");
            }

            await Mesa.EntregadasAsync(pagina, entregadas + 1);
        }

        if (mirar)
        {
            await pagina.SinFaltasAsync();
            await pagina.RetratarAsync("captura-sin-actas");
        }

        // Not waiting for more: the next person finds what is left.
        await pagina.GotoAsync("/puestos");
    }

    private static string[] Teclas(int casilla, int orden, int campo) => (casilla, orden, campo) switch
    {
        (Discutida, _, Pan) => [.. new[] { "81", "87", "37" }[orden - 1].Select(c => $"{c}"), "Enter"],
        (Ilegible, 1, Pan) => ["8", "1", "Enter"],
        (Ilegible, _, Pan) => ["8", "7", "Enter"],
        (Repetida, _, Pan) when orden < 10 => ["*"],
        _ => [.. $"{AlmacenDePrueba.Valores(99 + casilla)[campo]}".Select(c => $"{c}"), "Enter"],
    };

    /// <summary>The casilla that a person has in front, which the screen does not say, and which capture of its image it is. From 10 on, of a correction.</summary>
    private static Task<(int Casilla, int Orden)?> EnManoAsync(Noche noche, string persona) => noche.LeerAsync<(int Casilla, int Orden)?>(db =>
    {
        if (db.Turnos.Where(t => t.Persona == persona && t.EntregadoEn == null && !t.Apartado).OrderByDescending(t => t.TomadoEn).FirstOrDefault() is not { } turno)
        {
            return null;
        }

        var antes = db.Capturas.Count(c => c.Acta == turno.Acta && c.Version == turno.Version && c.Imagen == turno.Imagen);
        return ((int)turno.Acta, antes + 1 + (turno.Version > 1 ? 10 : 0));
    });

    private static async Task ResolverAsync(Noche noche)
    {
        var pagina = await noche.PersonaAsync("supervisor1");
        await pagina.GotoAsync("/puestos/supervision");
        await pagina.Locator("tr", new() { HasText = "Tres capturas" }).GetByRole(AriaRole.Link).ClickAsync();
        await pagina.SinFaltasAsync();
        await pagina.GetByLabel("81", new() { Exact = true }).CheckAsync();
        await pagina.GetByLabel("Motivo: qué se ve en la imagen").FillAsync("la letra dice ochenta y uno");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Dejar el acta verificada" }).ClickAsync();
        await pagina.GetByText("El acta quedó verificada").WaitForAsync();
    }

    private static async Task VerPublicadaAsync(Noche noche, int casilla, int version, string valor)
    {
        var pagina = await noche.PublicaAsync(casilla, version);
        Assert.Contains(await pagina.Locator("td").AllInnerTextsAsync(), t => t.Trim() == valor);
        await pagina.SinFaltasAsync();
    }

    // One key a row. That of no label differs, and is asked to be captured again.
    private static async Task CotejarAsync(Noche noche)
    {
        var pagina = await noche.PersonaAsync("cotejador1");
        await pagina.GotoAsync("/puestos/cotejo");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("cotejo-inicio");
        await CotejarTodasAsync(pagina, async titulo =>
        {
            if (!titulo.Contains($"{SinEtiqueta:0000}"))
            {
                return false;
            }

            await MarcarAsync(pagina, distinto: 6);
            await pagina.Locator("#motivo").FillAsync("el papel dice otra cosa");
            await pagina.SinFaltasAsync();
            await pagina.RetratarAsync("cotejo-distinto");
            await pagina.GetByRole(AriaRole.Button, new() { Name = "Volver a capturar" }).ClickAsync();
            return true;
        });
        var marcas = await noche.LeerAsync(db => db.Actas.Where(a => a.Numero == Discutida || a.Numero == SinEtiqueta).OrderBy(a => a.Numero).Select(a => a.Cotejo).ToArray());
        Assert.Equal([1, 3], marcas);
    }

    private static async Task CotejarTodasAsync(IPage pagina, Func<string, Task<bool>> distinta)
    {
        await Assertions.Expect(pagina.Locator("#siguiente")).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/cotejo/actas/**");
        while (pagina.Url.Contains("/actas/", StringComparison.Ordinal))
        {
            await pagina.WaitForFunctionAsync("() => document.getElementById('acta')?.naturalWidth > 0 && document.getElementById('visor-texto').hidden && document.activeElement?.name?.startsWith('campo')");
            var (antes, titulo) = (pagina.Url, await pagina.InnerTextAsync("h1"));
            if (!await distinta(titulo))
            {
                await MarcarAsync(pagina);
                Assert.Equal("Todo igual", await pagina.InnerTextAsync("#cuenta"));
                await pagina.RetratarAsync("cotejo-acta");
                await pagina.Keyboard.PressAsync("Enter");
            }

            await pagina.WaitForURLAsync(u => u != antes);
        }

        await pagina.GetByText("No hay actas por cotejar para usted").WaitForAsync();
    }

    private static async Task MarcarAsync(IPage pagina, int? distinto = null)
    {
        var renglones = await pagina.Locator(".cotejo-campos tbody tr").CountAsync();
        for (var i = 0; i < renglones; i++)
        {
            await pagina.Keyboard.PressAsync(i == distinto ? "d" : "Enter");
        }
    }

    // E5: a better image came second; and what the cotejo asked for. Both by captors who never had those actas.
    private static async Task CorregirAsync(Noche noche)
    {
        var digital = await noche.PersonaAsync("digitalizador1");
        await DigitalizarAsync(digital, await noche.EscanearAsync("c6-mejor.jpg", Repetida, pan: 106), "guardada junto a la que ya tenía el acta");
        var pagina = await noche.PersonaAsync("supervisor1");
        await pagina.GotoAsync("/puestos/supervision?ver=OtraImagen");
        await pagina.Locator("tr", new() { HasText = "Llegó otra imagen" }).GetByRole(AriaRole.Link).ClickAsync();
        await pagina.GetByText("Abrir una corrección").ClickAsync();
        await pagina.Locator("form[action$='/correccion'] label", new() { HasText = "llegó después" }).Locator("input").CheckAsync();
        await pagina.GetByLabel("Motivo: qué está mal en lo publicado").FillAsync("un campo ilegible se lee en la otra");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Abrir la corrección" }).ClickAsync();
        await pagina.GetByText("La corrección está abierta").WaitForAsync();
        await TurnoAsync(noche, "captura3");
        await TurnoAsync(noche, "captura4");
        Assert.Equal(["Verificada", "Verificada"], await EstadosAsync(noche, Repetida, SinEtiqueta));
    }

    // Another cotejador validates what the first one sent back.
    private static async Task ValidarAsync(Noche noche)
    {
        var pagina = await noche.PersonaAsync("cotejador2");
        await pagina.GotoAsync("/puestos/cotejo");
        await CotejarTodasAsync(pagina, _ => Task.FromResult(false));
        Assert.Equal(2, await noche.LeerAsync(db => db.Actas.Single(a => a.Numero == SinEtiqueta).Cotejo));
    }

    private static async Task EmpacarAsync(Noche noche)
    {
        var pagina = await noche.PersonaAsync("coordinador-catd");
        await pagina.GotoAsync("/puestos/empaquetado");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Marcar todas" }).ClickAsync();
        await pagina.GetByLabel("Etiqueta del paquete").FillAsync("CATD-01-1");
        await pagina.SinFaltasAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Revisar antes de cerrar" }).ClickAsync();
        await pagina.SinFaltasAsync();
        await pagina.GetByRole(AriaRole.Button, new() { NameRegex = new("^Cerrar con") }).ClickAsync();
        await pagina.GetByText("quedó cerrado con").WaitForAsync();
        await pagina.SinFaltasAsync();
        Assert.Equal("Empaquetado", await noche.LeerAsync(db => db.Actas.Single(a => a.Numero == Discutida).Papel));
    }

    // What the rest of the night looks at.
    private static async Task TableroYDemasAsync(Noche noche)
    {
        var comision = await noche.PersonaAsync("integrante1");
        await comision.GotoAsync("/tablero");
        await comision.GetByText("Se actualiza sola.").WaitForAsync();
        await comision.SinFaltasAsync();
        foreach (var (persona, ruta) in new[]
        {
            ("integrante1", "/tablero/tablas/minutos"), ("consejo", "/puestos/consejo"), ("coordinador-catd", "/puestos/sitios/CATD-01/bitacora"),
            ("integrante1", "/puestos/hitos"), ("admin-ti", "/puestos/padron"), ("admin-ti", "/puestos/capacitacion"), ("captura1", "/cuenta/practica"), ("captura1", "/puestos"), ("captura1", "/cuenta"), ("captura1", "/equipo"),
        })
        {
            var pagina = await noche.PersonaAsync(persona);
            await pagina.GotoAsync(ruta);
            await pagina.SinFaltasAsync();
        }

        var descansa = await noche.PersonaAsync("captura1");
        await descansa.GotoAsync("/puestos");
        await descansa.RunAndWaitForResponseAsync(
            () => descansa.GetByRole(AriaRole.Button, new() { Name = "Cubrir la pantalla" }).ClickAsync(), r => r.Url.EndsWith("/cuenta/reposo", StringComparison.Ordinal));
        await descansa.GotoAsync("/cuenta/reposo");
        await descansa.SinFaltasAsync();
        await descansa.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await descansa.WaitForURLAsync("**/entrar");
        await descansa.SinFaltasAsync();
    }

    private static Task IrAsync(IPage pagina, int casilla) => pagina.GotoAsync($"/puestos/acopio/casillas/20{casilla:0000}B0100");

    private static ILocator Grupo(IPage pagina, string eleccion) => pagina.GetByRole(AriaRole.Group, new() { Name = eleccion });

    private static async Task RegistrarBolsaAsync(IPage pagina)
    {
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar la bolsa" }).ClickAsync();
        await pagina.GetByText("Bolsa registrada").WaitForAsync();
    }

    private static async Task TeclearAsync(IPage pagina, params string[] teclas)
    {
        foreach (var tecla in teclas)
        {
            await pagina.Keyboard.PressAsync(tecla);
        }
    }

    private static Task<string[]> EstadosAsync(Noche noche, params int[] casillas) =>
        noche.LeerAsync(db => casillas.Select(n => db.Actas.Single(a => a.Numero == n).Estado).ToArray());

    private static bool Corresponde(string ruta, string vista) =>
        Regex.IsMatch(vista, "^" + Regex.Replace(ruta.TrimEnd('/'), @"\{[^}]+\}", "[^/]+") + "/?$");

    [GeneratedRegex("status of 4")]
    private static partial Regex Esperada();
}
