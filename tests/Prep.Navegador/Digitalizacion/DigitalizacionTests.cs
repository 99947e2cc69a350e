using Microsoft.Playwright;
using Prep.Navegador.Casa;
using Prep.Operacion.Acopio;
using Prep.Operacion.Tests;

namespace Prep.Navegador.Digitalizacion;

public sealed class DigitalizacionTests(Casa.Navegador navegador)
{
    private static FilePayload Archivo(string nombre, byte[] bytes, string tipo = "image/jpeg") => new() { Name = nombre, MimeType = tipo, Buffer = bytes };

    private static async Task<ServidorDePantallas> ServidorAsync()
    {
        var servidor = await ServidorDePantallas.CrearAsync(casillas: 6);
        (await RegistrarBolsa.EjecutarAsync(new([.. servidor.Datos.Proceso.Dip().Actas.Select(a => new RegistrarBolsa.ActaEnBolsa(a.Id))]), servidor.Datos.Como("acopio"), default)).Debe();
        return servidor;
    }

    private static ILocator Estado(IPage pagina, string nombre) => pagina.Locator("#cola li", new() { HasText = nombre }).Locator(".digi-estado");

    [Fact]
    public async Task De_varios_archivos_cada_uno_llega_a_su_fin_y_los_malos_dicen_por_que()
    {
        await using var servidor = await ServidorAsync();
        var proceso = servidor.Datos.Proceso;
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Dario", "DIGITALIZADOR", "CATD-01"));
        List<string> faltas = [];
        pagina.Console += (_, m) => faltas.Add(m.Text);
        await pagina.GotoAsync("/puestos/digitalizacion");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("digitalizacion-vacia");
        var buena = await ActaDibujada.JpegAsync(proceso, 0);

        await pagina.Locator("#archivos").SetInputFilesAsync(
        [
            Archivo("scan-001.jpg", buena),
            Archivo("scan-002-oscura.jpg", await ActaDibujada.JpegAsync(proceso, 1, oscura: true)),
            Archivo("manual.pdf", [.. "%PDF-1.7"u8], "application/pdf"),
            Archivo("cortada.jpg", buena[..(buena.Length / 2)]),
            Archivo("malo.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8], "image/svg+xml"),
        ]);

        // Two are prepared at once: the first to be ready is shown, the person chooses any.
        await Assertions.Expect(Estado(pagina, "scan-001")).ToContainTextAsync("Por revisar");
        await pagina.Locator("#cola button", new() { HasText = "scan-001" }).ClickAsync();
        await pagina.Locator("#etiqueta", new() { HasText = "La etiqueta dice: 0001 B1" }).WaitForAsync();
        await Assertions.Expect(Estado(pagina, "manual.pdf")).ToContainTextAsync("un PDF");
        await Assertions.Expect(Estado(pagina, "cortada.jpg")).ToContainTextAsync("cortado o dañado");
        await Assertions.Expect(Estado(pagina, "malo.svg")).ToContainTextAsync("un SVG");
        await Assertions.Expect(Estado(pagina, "oscura")).ToContainTextAsync("Por revisar");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("digitalizacion-revision");

        // The button has the keyboard: Enter registers and the next one comes.
        await pagina.Locator("#registro .principal").FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Estado(pagina, "scan-001")).ToContainTextAsync("entra a captura");
        await Assertions.Expect(pagina.Locator("#nombre")).ToHaveTextAsync("scan-002-oscura.jpg");
        await Assertions.Expect(pagina.Locator("#reparos")).ToContainTextAsync("Está oscura");
        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(pagina.Locator("#mal")).ToContainTextAsync("apenas se lee");
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("digitalizacion-reparos");
        await pagina.GetByLabel("El papel está así").CheckAsync();
        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(Estado(pagina, "scan-002")).ToContainTextAsync("entra a captura");

        // The same file again, and the same bytes under another name.
        await pagina.Locator("#archivos").SetInputFilesAsync([Archivo("copia.jpg", buena)]);
        await Assertions.Expect(pagina.Locator("#aviso")).ToContainTextAsync("ya estaba en la lista");

        // Larger than what a published image may be: an original may.
        await pagina.Locator("#archivos").SetInputFilesAsync([Archivo("pesada.jpg", [.. buena, .. new byte[7 << 20]])]);
        await Assertions.Expect(pagina.Locator("#nombre")).ToHaveTextAsync("pesada.jpg");
        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(Estado(pagina, "pesada")).ToContainTextAsync("ya estaba registrada, no cambió nada");
        await using var db = servidor.Datos.Almacen.Base.Contexto();
        Assert.Equal(2, db.Imagenes.Count());
        Assert.DoesNotContain(faltas, f => !f.Contains("status of 4"));
    }

    [Fact]
    public async Task Recargar_a_la_mitad_no_pierde_nada_y_girar_no_sube_otra_vez()
    {
        await using var servidor = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Dario", "DIGITALIZADOR", "CATD-01"));
        await pagina.GotoAsync("/puestos/digitalizacion");
        await pagina.Locator("#archivos").SetInputFilesAsync([Archivo("volteada.jpg", await ActaDibujada.JpegAsync(servidor.Datos.Proceso, 2, sinEtiqueta: true, volteada: true))]);
        await pagina.Locator("#etiqueta", new() { HasText = "No se leyó ningún código QR" }).WaitForAsync();

        await pagina.ReloadAsync();
        await Assertions.Expect(pagina.Locator("#nombre")).ToHaveTextAsync("volteada.jpg");
        var antes = await pagina.Locator("#vista").GetAttributeAsync("src");
        await pagina.Locator("[data-hacer='derecha']").ClickAsync();
        await Assertions.Expect(pagina.Locator("#vista")).Not.ToHaveAttributeAsync("src", antes!);
        var acostada = await pagina.Locator("#vista").GetAttributeAsync("src");
        await pagina.Locator("[data-hacer='derecha']").ClickAsync();
        await Assertions.Expect(pagina.Locator("#vista")).Not.ToHaveAttributeAsync("src", acostada!);

        await pagina.GetByLabel("Otra: sección, tipo y número").FillAsync("3 B1");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByLabel("0003 B1 · DIPUTACIONES").CheckAsync();
        await pagina.SinFaltasAsync();
        await pagina.RetratarAsync("digitalizacion-a-mano");
        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(Estado(pagina, "volteada")).ToContainTextAsync("otra persona debe confirmar");

        // A second person says the same in Identificación, without knowing that anybody spoke.
        var otra = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Irma", "DIGITALIZADOR", "CATD-01"));
        await otra.GotoAsync("/puestos/identificacion");
        await otra.SinFaltasAsync();
        await otra.GetByLabel("Sección").FillAsync("3");
        await otra.GetByRole(AriaRole.Button, new() { Name = "Buscar" }).ClickAsync();
        await otra.GetByLabel("Sección 0003 B1 · DIPUTACIONES").CheckAsync();
        await otra.SinFaltasAsync();
        await otra.RetratarAsync("identificacion");
        await otra.GetByRole(AriaRole.Button, new() { Name = "Esto es lo que veo" }).ClickAsync();
        await otra.GetByText("Quedó registrado lo que usted vio").WaitForAsync();
        await otra.SinFaltasAsync();
        await using var db = servidor.Datos.Almacen.Base.Contexto();
        Assert.Equal("EnCola", db.Actas.Single(a => a.Numero == 3).Estado);
    }

    [Fact]
    public async Task Desde_un_telefono_se_fotografia_y_se_registra()
    {
        await using var servidor = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Dario", "DIGITALIZADOR", "CATD-01"), ancho: 390, alto: 844);
        await pagina.GotoAsync("/puestos/digitalizacion");
        Assert.Equal("environment", await pagina.Locator("#camara").GetAttributeAsync("capture"));
        await pagina.RetratarAsync("telefono-vacia");
        await pagina.Locator("#camara").SetInputFilesAsync([Archivo("IMG_0001.jpg", await ActaDibujada.JpegAsync(servidor.Datos.Proceso, 3))]);
        await pagina.Locator("#etiqueta", new() { HasText = "0004 B1" }).WaitForAsync();
        await pagina.SinFaltasAsync();
        Assert.True(await pagina.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "La página se sale de la pantalla.");
        await pagina.RetratarAsync("telefono-revision");
        await pagina.Locator("#registro .principal").ClickAsync();
        await Assertions.Expect(Estado(pagina, "IMG_0001")).ToContainTextAsync("entra a captura");
        await using var db = servidor.Datos.Almacen.Base.Contexto();
        Assert.Equal("Movil", db.Imagenes.Single().Medio);
    }

    [Fact]
    public async Task Un_archivo_de_200_MB_se_rechaza_sin_enviarlo()
    {
        await using var servidor = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Dario", "DIGITALIZADOR", "CATD-01"));
        await pagina.GotoAsync("/puestos/digitalizacion");
        var enviados = 0;
        pagina.Request += (_, peticion) => enviados += peticion.Method == "POST" ? 1 : 0;
        await Assertions.Expect(pagina.Locator("body")).ToHaveAttributeAsync("data-listo", "si");
        await pagina.EvaluateAsync("""
            () => {
              const grande = new File([new Blob(Array.from({ length: 200 }, () => new Uint8Array(1048576)))], 'enorme.jpg', { type: 'image/jpeg' });
              const carga = new DataTransfer();
              carga.items.add(grande);
              dispatchEvent(new DragEvent('drop', { dataTransfer: carga, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(Estado(pagina, "enorme.jpg")).ToContainTextAsync("Pesa 200 MB y el máximo es 24");
        Assert.Equal(0, enviados);
    }

    [Fact]
    public async Task Sin_red_los_archivos_esperan_y_siguen_solos()
    {
        await using var servidor = await ServidorAsync();
        var pagina = await navegador.PaginaAsync(servidor.Raiz, ServidorDePantallas.Como("Dario", "DIGITALIZADOR", "CATD-01"));
        await pagina.GotoAsync("/puestos/digitalizacion");
        await pagina.Context.SetOfflineAsync(true);
        await pagina.Locator("#archivos").SetInputFilesAsync([Archivo("sin-red.jpg", await ActaDibujada.JpegAsync(servidor.Datos.Proceso, 4))]);
        await Assertions.Expect(pagina.Locator("#aviso")).ToContainTextAsync("No hay comunicación con el centro");
        await pagina.Context.SetOfflineAsync(false);
        await pagina.Locator("#etiqueta", new() { HasText = "0005 B1" }).WaitForAsync();
    }
}
