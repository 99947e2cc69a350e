using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Prep.Servicios;
using Prep.Tests.Casa;

namespace Prep.Tests.EntradaMala;

/// <summary>Who misuses the public site, by raw sockets: refused or let go, and the next reader is served as if nothing happened.</summary>
public sealed class SitioHostilTests : IAsyncLifetime
{
    private const int Ociosas = 2000;
    private const int Grande = 40 << 20;
    private const string Pagina = "<p>página</p>";

    private readonly CarpetaPasajera _carpeta = new();
    private WebApplication _sitio = null!;
    private Uri _direccion = null!;

    public async ValueTask InitializeAsync()
    {
        _carpeta.Escribir("publicacion/index.html", Pagina);
        _carpeta.Escribir("publicacion/base.csv", new byte[Grande]);
        _sitio = Servidores.Sitio(_carpeta.En("publicacion"), "http://127.0.0.1:0");
        await _sitio.StartAsync();
        _direccion = new(_sitio.Urls.Single());
    }

    [Theory]
    [InlineData("encabezado de 20 KB", 431)]
    [InlineData("doscientos encabezados", 431)]
    [InlineData("dirección de 8 KB", 414)]
    [InlineData("sin versión", 400)]
    [InlineData("basura", 400)]
    [InlineData("dos largos", 400)]
    [InlineData("cuerpo enorme", 405)]
    public async Task Lo_que_no_es_una_peticion_se_rechaza_y_el_siguiente_lee(string cual, int estado)
    {
        var respuesta = await CrudaAsync(cual switch
        {
            "encabezado de 20 KB" => $"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('a', 20_000)}\r\n\r\n",
            "doscientos encabezados" => $"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 200))}\r\n",
            "dirección de 8 KB" => $"GET /{new string('a', 8_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            "sin versión" => "GET /\r\n\r\n",
            "basura" => "\u0016\u0003\u0001 no es http\r\n\r\n",
            "dos largos" => "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            _ => "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\nhola",
        });

        Assert.StartsWith($"HTTP/1.1 {estado} ", respuesta, StringComparison.Ordinal);
        Assert.Contains(Pagina, await LeerPortadaAsync());
    }

    [Fact]
    public async Task Miles_de_ociosos_lentos_y_mudos_no_estorban_a_quien_lee_y_se_les_suelta()
    {
        var enchufes = new List<Socket>();
        try
        {
            for (var i = 0; i < Ociosas; i++)
            {
                var enchufe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 8192 };
                enchufes.Add(enchufe);
                await enchufe.ConnectAsync(_direccion.Host, _direccion.Port);
            }

            var reloj = Stopwatch.StartNew();
            foreach (var lento in enchufes.Take(50))    // never end asking
            {
                await lento.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\nX-Le"));
            }

            foreach (var mudo in enchufes.Skip(50).Take(50))    // ask for 40 MB and read nothing
            {
                await mudo.SendAsync(Encoding.ASCII.GetBytes("GET /base.csv HTTP/1.1\r\nHost: x\r\n\r\n"));
            }

            for (var i = 0; i < 20; i++)
            {
                Assert.Contains(Pagina, await LeerPortadaAsync());
            }

            Assert.True(reloj.Elapsed < TimeSpan.FromSeconds(6), $"con {Ociosas} ociosos, veinte portadas tardaron {reloj.Elapsed}");
            await Task.Delay(TimeSpan.FromSeconds(17) - reloj.Elapsed, TestContext.Current.CancellationToken);
            var recibido = await Task.WhenAll(enchufes.Take(100).Select(HastaElFinAsync));
            Assert.All(recibido.Take(50), r => Assert.InRange(r, 0, 500));    // told that its time ran out, or nothing
            Assert.All(recibido.Skip(50), r => Assert.True(r < Grande, "al mudo se le guardó todo lo que no leía"));
            Assert.Contains(Pagina, await LeerPortadaAsync());
        }
        finally
        {
            enchufes.ForEach(e => e.Dispose());
        }
    }

    [Fact]
    public async Task Mil_peticiones_encimadas_en_una_conexion_se_responden_en_orden()
    {
        var respuesta = await CrudaAsync(string.Concat(Enumerable.Repeat("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 999)) + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Equal(1001, respuesta.Split("HTTP/1.1 200 ").Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _sitio.DisposeAsync();
        _carpeta.Dispose();
    }

    // What had already left for it; whom the server holds on to would take it all, or wait without end.
    private static async Task<long> HastaElFinAsync(Socket enchufe)
    {
        using var plazo = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        plazo.CancelAfter(TimeSpan.FromSeconds(8));
        var (total, bytes) = (0L, new byte[1 << 16]);
        try
        {
            for (int leidos; (leidos = await enchufe.ReceiveAsync(bytes, plazo.Token)) > 0;)
            {
                total += leidos;
            }
        }
        catch (SocketException)
        {
            // Reset: let go.
        }

        return total;
    }

    private Task<string> LeerPortadaAsync() => CrudaAsync("GET /?v=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    private async Task<string> CrudaAsync(string peticion)
    {
        using var enchufe = new TcpClient();
        await enchufe.ConnectAsync(_direccion.Host, _direccion.Port);
        await using var flujo = enchufe.GetStream();
        try
        {
            await flujo.WriteAsync(Encoding.ASCII.GetBytes(peticion), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It was refused before it was all said.
        }

        var recibido = new MemoryStream();
        try
        {
            await flujo.CopyToAsync(recibido, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Reset after the answer.
        }

        return Encoding.UTF8.GetString(recibido.ToArray());
    }
}
