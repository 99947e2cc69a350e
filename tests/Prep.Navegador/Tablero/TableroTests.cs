using Microsoft.Playwright;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Operacion;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Tablero;

public sealed class TableroTests(Casa.Navegador navegador)
{
    private const int Casillas = 60;

    [Fact]
    public async Task Se_entiende_de_un_vistazo_en_escritorio_y_en_telefono()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync(proceso: Proceso());
        await NocheAsync(servidor.Datos);
        foreach (var (nombre, ancho, alto) in new[] { ("tablero", 1366, 768), ("tablero-telefono", 390, 844) })
        {
            var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Luz", "INTEGRANTE"), ancho: ancho, alto: alto);
            var faltas = new List<string>();
            pagina.Console += (_, mensaje) => faltas.Add(mensaje.Text);
            await pagina.GotoAsync("/tablero");
            await pagina.GetByText("Se actualiza sola.").WaitForAsync();

            Assert.True(await pagina.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "la página no se desplaza a lo ancho");
            Assert.StartsWith("Alarmas:", await pagina.Locator("main h2").First.InnerTextAsync());
            await pagina.SinFaltasAsync();
            await pagina.RetratarAsync(nombre);
            await RetratarEnteraAsync(pagina, nombre);
            Assert.Equal([], faltas);
        }
    }

    [Fact]
    public async Task Lo_nuevo_aparece_solo_y_no_quita_el_foco_a_nadie()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync(proceso: Proceso());
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("coord", "COORDINADOR_CATD", "CATD-01"));
        await pagina.GotoAsync("/tablero");
        Assert.Equal(0, await pagina.Locator("[data-vivo] :is(a, button, input, summary, [tabindex])").CountAsync());
        await pagina.GetByRole(AriaRole.Region, new() { Name = "Por CATD", Exact = true }).FocusAsync();

        await servidor.Datos.ImagenAsync(servidor.Datos.Acta());
        await pagina.Locator("[data-vivo=cifras]", new() { HasTextString = "1, en imagen o en papel" }).WaitForAsync();

        Assert.Equal("Por CATD", await pagina.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
        await pagina.GotoAsync("/tablero/tablas/minutos");
        await pagina.SinFaltasAsync();
    }

    [Fact]
    public async Task Sin_javascript_se_lee_igual_y_se_vuelve_a_pedir_con_un_enlace()
    {
        await using var servidor = await ServidorDePantallas.CrearAsync(proceso: Proceso());
        await using var contexto = await navegador.Chromium.NewContextAsync(new() { BaseURL = servidor.Raiz, JavaScriptEnabled = false, ExtraHTTPHeaders = ServidorDePantallas.Como("aud", "AUDITOR") });
        var pagina = await contexto.NewPageAsync();

        await pagina.GotoAsync("/tablero");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Leer de nuevo" }).ClickAsync();

        Assert.Contains("Esta lectura no cambia sola.", await pagina.InnerTextAsync("main"));
    }

    private static Task RetratarEnteraAsync(IPage pagina, string nombre) => Environment.GetEnvironmentVariable("PREP_IMAGENES_ENTERAS") is { Length: > 0 } carpeta
        ? TomarAsync(pagina, Path.Combine(carpeta, nombre))
        : Task.CompletedTask;

    private static async Task TomarAsync(IPage pagina, string ruta)
    {
        foreach (var (tono, sufijo) in new[] { (ColorScheme.Light, "-claro"), (ColorScheme.Dark, "-oscuro") })
        {
            await pagina.EmulateMediaAsync(new() { ColorScheme = tono });
            await pagina.ScreenshotAsync(new() { Path = ruta + sufijo + ".png", FullPage = true });
        }
    }

    private static Proceso Proceso()
    {
        var proceso = CatalogoDePrueba.Proceso(casillas: Casillas);
        return proceso with { Nombre = "Elecciones locales 2024", Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select((a, i) => a with { Catd = $"CATD-{1 + (i % 6):00}" })] })] };
    }

    // Two hours and a half of a night: photographs first, bolsas behind, captures from two sites, cortes each twenty minutes.
    private static async Task NocheAsync(AlmacenDePrueba a)
    {
        var azar = new Random(2024);
        for (var sitio = 1; sitio <= 5; sitio++)
        {
            await AbrirAsync(a.Como("coord") with { Sitio = $"CATD-{sitio:00}", Puesto = "COORDINADOR_CATD" });
        }

        var actas = Enumerable.Range(0, Casillas).SelectMany(i => a.Proceso.Elecciones.Select(e => e.Actas[i])).ToArray();
        var siguiente = 0;
        for (var minuto = 0; minuto < 165; minuto++)
        {
            a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
            for (var llegan = minuto % 3; llegan > 0 && siguiente < actas.Length - 9; llegan -= 2, siguiente++)
            {
                var (acta, catd) = (actas[siguiente].Id, actas[siguiente].Catd!);
                if (azar.Next(3) > 0 || catd == "CATD-05")
                {
                    await a.ImagenAsync(acta);
                }

                if (catd != "CATD-05" && azar.Next(3) > 0)
                {
                    _ = await RegistrarBolsa.EjecutarAsync(new([new(acta)]), a.Como("acopio") with { Sitio = siguiente == 9 ? "CATD-02" : catd }, default);
                }
            }

            for (var n = 0; n < 2; n++)
            {
                await CapturarAsync(a, azar);
            }

            if (minuto % 20 == 19 && minuto >= 119)
            {
                await a.CorteAsync();
            }
        }

        _ = await Operacion.Sitios.AbrirIncidente.EjecutarAsync("CATD-04", new(Dominio.Sitios.CategoriaDeIncidente.Enlace, "Sin enlace"), a.Como("coord") with { Sitio = "CATD-04", Puesto = "COORDINADOR_CATD" }, default);
    }

    private static async Task CapturarAsync(AlmacenDePrueba a, Random azar)
    {
        var persona = azar.Next(40);
        if (await TomarActa.EjecutarAsync(a.Como($"p{persona}") with { Sitio = $"CCV-{1 + (persona % 3)}" }, default) is not { IsOk: true, Value: var tomada })
        {
            return;
        }

        var numero = await a.Almacen.Base.LeerAsync(tx => tx.EscalarAsync<long>("SELECT acta FROM turno WHERE id = @p0", tomada.Turno), default);
        if (azar.Next(14) == 0)
        {
            _ = await ReportarImagen.EjecutarAsync(new(tomada.Turno, DefectoDeImagen.Ilegible), a.Como($"p{persona}"), default);
            return;
        }

        var valores = AlmacenDePrueba.Valores(azar.Next(8) == 0 ? 101 : 100);
        _ = await CapturarActa.EjecutarAsync(
            new(tomada.Turno, ClaveEscrita.De(a.Almacen.Catalogo!.Acta(numero)!.Value.Acta.Casilla), [.. tomada.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), a.Como($"p{persona}"), default);
    }

    private static async Task AbrirAsync(Contexto c)
    {
        foreach (var punto in Dominio.Sitios.ListaDeComprobacion.De(Dominio.Sitios.MomentoDeLista.Apertura))
        {
            _ = await Operacion.Sitios.RevisarPunto.EjecutarAsync(c.Sitio!, new(Dominio.Sitios.MomentoDeLista.Apertura, punto.Clave, Dominio.Sitios.RespuestaDeLista.Si, ""), c, default);
        }

        _ = await Operacion.Sitios.AbrirSitio.EjecutarAsync(c.Sitio!, c, default);
    }
}
