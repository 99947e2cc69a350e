using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Prep.Servicios;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary>The public site over HTTP: only what is published, with the headers that caches and browsers obey.</summary>
public sealed class SitioPublicoTests : IAsyncLifetime
{
    private const string Pagina = "<p>páginas del corte</p>";

    private readonly CarpetaPasajera _carpeta = new();
    private readonly HttpClient _cliente = new();
    private WebApplication _sitio = null!;

    public async ValueTask InitializeAsync()
    {
        _carpeta.Escribir("secreto.pem", "clave privada");
        _carpeta.Escribir("publicacion-otra/index.html", "de otra publicación");
        _carpeta.Escribir("publicacion/index.html", Pagina);
        _carpeta.Escribir("publicacion/actual.json",
            """{"corte":"20240603_2000","instante":"2024-06-03T20:00:00-06:00","siguiente":null,"manifiesto":"cortes/20240603_2000/manifiesto.json","sha256":""}""");
        _carpeta.Escribir("publicacion/cortes/20240603_2000/dip/distrito/001/index.html", Pagina);
        _carpeta.Escribir("publicacion/.candado", "1");
        _carpeta.Escribir("publicacion/cortes/.20240603_2000/index.html", "a medias");
        _carpeta.Escribir("publicacion/cortes/20240603_2000/index.html", Pagina);
        _carpeta.Escribir("publicacion/cortes/20240603_2000/index.html.br", Comprimida());
        _carpeta.Escribir("publicacion/cortes/20240603_2000/grande.csv", new string('x', 3 << 20));
        File.CreateSymbolicLink(_carpeta.En("publicacion", "actual"), "cortes/20240603_2000");
        _sitio = Servidores.Sitio(_carpeta.En("publicacion"), "http://127.0.0.1:0");
        await _sitio.StartAsync();
        _cliente.BaseAddress = new(_sitio.Urls.Single());
    }

    [Theory]
    [InlineData("/../secreto.pem")]
    [InlineData("/%2e%2e/secreto.pem")]
    [InlineData("/..%2fsecreto.pem")]
    [InlineData("/cortes/../../secreto.pem")]
    [InlineData("/cortes/..%5c..%5csecreto.pem")]
    [InlineData("//etc/hostname")]
    [InlineData("/../publicacion-otra/index.html")]
    [InlineData("/.candado")]
    [InlineData("/cortes/.20240603_2000/index.html")]
    [InlineData("/cortes/%2e20240603_2000/index.html")]
    [InlineData("/cortes/20240603_2000")]
    [InlineData("/%00")]
    [InlineData("/index.html%00.css")]
    public async Task Fuera_de_la_publicacion_no_hay_nada(string ruta)
    {
        var respuesta = await CrudaAsync($"GET {ruta} HTTP/1.1");

        Assert.Matches("^HTTP/1.1 (404|400) ", respuesta);
        Assert.DoesNotContain("clave privada", respuesta);
    }

    [Fact]
    public async Task El_404_dice_en_español_adonde_volver()
    {
        using var respuesta = await _cliente.GetAsync("/no-existe.html", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, respuesta.StatusCode);
        Assert.Equal("No existe en esta publicación. Vuelva al inicio: /index.html", await respuesta.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/", "public, max-age=5")]
    [InlineData("/index.html", "public, max-age=5")]
    [InlineData("/actual.json", "public, max-age=5")]
    [InlineData("/cortes/20240603_2000/", "public, max-age=31536000, immutable")]
    [InlineData("/cortes/20240603_2000/index.html", "public, max-age=31536000, immutable")]
    public async Task Solo_los_apuntadores_son_efimeros(string ruta, string vida)
    {
        using var respuesta = await _cliente.GetAsync(ruta, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, respuesta.StatusCode);
        Assert.Equal(vida, respuesta.Headers.GetValues("Cache-Control").Single().Replace(" ", "").Replace(",", ", "));
        Assert.Equal("nosniff", respuesta.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/actual", "cortes/20240603_2000/index.html")]
    [InlineData("/actual/", "../cortes/20240603_2000/index.html")]
    [InlineData("/actual/index.html", "../cortes/20240603_2000/index.html")]
    [InlineData("/actual/dip/distrito/001/index.html", "../../../../cortes/20240603_2000/dip/distrito/001/index.html")]
    public async Task Lo_de_actual_lleva_al_corte_donde_sus_enlaces_llegan(string ruta, string lugar)
    {
        using var sinSeguir = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _cliente.BaseAddress };
        using var respuesta = await sinSeguir.GetAsync(ruta, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, respuesta.StatusCode);
        Assert.Equal(lugar, respuesta.Headers.GetValues("Location").Single());
        Assert.Equal("public, max-age=5", respuesta.Headers.GetValues("Cache-Control").Single().Replace(" ", "").Replace(",", ", "));
        Assert.Equal(Pagina, await _cliente.GetStringAsync(ruta, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sin_corte_publicado_no_hay_actual()
    {
        File.Delete(_carpeta.En("publicacion", "actual.json"));
        using var respuesta = await _cliente.GetAsync("/actual/index.html", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, respuesta.StatusCode);
    }

    [Theory]
    [InlineData("br, gzip", true)]
    [InlineData("gzip, deflate, br;q=0.5", true)]
    [InlineData("gzip", false)]
    [InlineData("br;q=0, gzip", false)]
    [InlineData("", false)]
    public async Task El_gemelo_comprimido_va_solo_a_quien_lo_pide(string acepta, bool comprimida)
    {
        for (var vez = 0; vez < 2; vez++)    // the second comes from memory
        {
            using var peticion = new HttpRequestMessage(HttpMethod.Get, "/cortes/20240603_2000/index.html");
            peticion.Headers.TryAddWithoutValidation("Accept-Encoding", acepta);
            using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);
            var cuerpo = await respuesta.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Equal(comprimida ? ["br"] : [], respuesta.Content.Headers.ContentEncoding);
            Assert.Equal("Accept-Encoding", respuesta.Headers.Vary.Single());
            Assert.Equal("text/html; charset=utf-8", respuesta.Content.Headers.ContentType!.ToString());
            Assert.Equal(comprimida ? Comprimida() : Encoding.UTF8.GetBytes(Pagina), cuerpo);
        }
    }

    [Theory]
    [InlineData("/index.html", 25)]
    [InlineData("/cortes/20240603_2000/grande.csv", 3 << 20)]
    public async Task HEAD_da_los_encabezados_sin_cuerpo(string ruta, long largo)
    {
        var respuesta = await CrudaAsync($"HEAD {ruta} HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 200 ", respuesta, StringComparison.Ordinal);
        Assert.Contains($"Content-Length: {largo}\r\n", respuesta);
        Assert.EndsWith("\r\n\r\n", respuesta, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solo_se_lee()
    {
        using var respuesta = await _cliente.PostAsync("/index.html", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, respuesta.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _cliente.Dispose();
        await _sitio.DisposeAsync();
        _carpeta.Dispose();
    }

    private static byte[] Comprimida()
    {
        var bytes = Encoding.UTF8.GetBytes(Pagina);
        var destino = new byte[1024];
        Assert.True(BrotliEncoder.TryCompress(bytes, destino, out var escritos, 6, 22));
        return destino[..escritos];
    }

    // As an attacker writes it: no client tidies the path.
    private async Task<string> CrudaAsync(string peticion)
    {
        using var enchufe = new TcpClient();
        await enchufe.ConnectAsync(_cliente.BaseAddress!.Host, _cliente.BaseAddress.Port);
        await using var flujo = enchufe.GetStream();
        await flujo.WriteAsync(Encoding.ASCII.GetBytes($"{peticion}\r\nHost: x\r\nConnection: close\r\n\r\n"));
        using var lector = new StreamReader(flujo);
        return await lector.ReadToEndAsync();
    }
}
