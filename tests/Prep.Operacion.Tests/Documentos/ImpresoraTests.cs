using System.Text;
using Prep.Documentos;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests.Documentos;

public sealed class ImpresoraTests : IDisposable
{
    private const string Pagina = "<!doctype html><html lang=\"es\"><head><meta charset=\"utf-8\"><title>Prueba</title><style>p{margin:0}</style></head><body><p>Uno</p></body></html>";

    private static readonly DateTimeOffset _fecha = new(2024, 6, 3, 2, 14, 5, TimeSpan.Zero);
    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("prep-prueba-");

    [Fact]
    public async Task La_misma_pagina_y_el_mismo_instante_dan_el_mismo_pdf()
    {
        using Impresora impresora = new();
        var dos = await Task.WhenAll(impresora.ImprimirAsync(Pagina, _fecha, default), impresora.ImprimirAsync(Pagina, _fecha, default));

        var pdf = dos[0].Debe();
        Assert.Equal(pdf.Codigo, dos[1].Debe().Codigo);
        Assert.Equal(CodigoDeIntegridad.De(pdf.Bytes.Span), pdf.Codigo);
        var texto = Encoding.Latin1.GetString(pdf.Bytes.Span);
        Assert.StartsWith("%PDF-", texto);
        Assert.Contains("/CreationDate (D:20240603021405", texto);
        Assert.Contains("/ModDate (D:20240603021405", texto);
    }

    [Fact]
    public async Task Sin_chromium_dice_como_instalarlo()
    {
        using Impresora impresora = new("chromium-que-no-esta");
        var no = (await impresora.ImprimirAsync(Pagina, _fecha, default)).Rechazo;

        Assert.Equal(Impresora.SinNavegador, no);
        Assert.Contains("apt-get install chromium-headless-shell", no.Mensaje);
    }

    [Theory]
    [InlineData("kill -9 $$")]                                              // killed
    [InlineData("exit 0")]                                                  // ends well and leaves nothing
    [InlineData("printf '%%PDF-1.4 la mitad' > \"$destino\"; exit 0")]      // half a file
    [InlineData("printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$destino\"; exit 7")]  // a whole file and a fault
    public async Task Un_navegador_que_falla_no_deja_medio_pdf(string guion)
    {
        using Impresora impresora = new(Falso(guion));

        Assert.Equal(Impresora.Fallo, (await impresora.ImprimirAsync(Pagina, _fecha, default)).Rechazo);
        Assert.False(Directory.Exists((await File.ReadAllTextAsync(Path.Combine(_carpeta.FullName, "donde"))).Trim()));
    }

    [Fact]
    public async Task Un_navegador_que_da_el_pdf_entero_y_no_acaba_no_lo_pierde()
    {
        using Impresora impresora = new(Falso("printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$destino\"; exec sleep 600"), TimeSpan.FromMilliseconds(900));

        var pdf = (await impresora.ImprimirAsync(Pagina, _fecha, default)).Debe();
        Assert.Equal("%PDF-1.4\n%%EOF\n", Encoding.ASCII.GetString(pdf.Bytes.Span));
    }

    [Fact]
    public async Task Un_navegador_que_no_acaba_se_corta_y_cede_su_turno()
    {
        using Impresora impresora = new(Falso("echo $$ > \"$(dirname \"$0\")/pid\"; exec sleep 600"), TimeSpan.FromMilliseconds(400), aLaVez: 1);

        Assert.Equal(Impresora.Tardo, (await impresora.ImprimirAsync(Pagina, _fecha, default)).Rechazo);
        Assert.Equal(Impresora.Tardo, (await impresora.ImprimirAsync(Pagina, _fecha, default)).Rechazo);
        var pid = (await File.ReadAllTextAsync(Path.Combine(_carpeta.FullName, "pid"))).Trim();
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public void Un_documento_solo_carga_lo_que_trae()
    {
        var politica = PoliticaDeDocumento.De(Pagina);

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", politica);
        Assert.DoesNotContain("unsafe", politica);
        Assert.DoesNotContain("script-src", politica);
    }

    public void Dispose() => _carpeta.Delete(recursive: true);

    private string Falso(string guion) => NavegadorDePrueba.Escribir(_carpeta, guion);
}
