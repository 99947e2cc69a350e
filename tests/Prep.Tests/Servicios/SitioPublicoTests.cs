using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
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
        _carpeta.Escribir("publicacion.seguimiento/index.html", "a medias");
        _carpeta.Escribir("publicacion/index.html", Pagina);
        _carpeta.Escribir("publicacion/actual.json",
            """{"corte":"20240603_2000","instante":"2024-06-03T20:00:00-06:00","siguiente":null,"manifiesto":"cortes/20240603_2000/manifiesto.json","sha256":""}""");
        _carpeta.Escribir("publicacion/cortes/20240603_2000/dip/distrito/001/index.html", Pagina);
        _carpeta.Escribir("publicacion/.candado", "1");
        _carpeta.Escribir("publicacion/.candado-seguimiento", "1");
        _carpeta.Escribir("publicacion/seguimiento/index.html", Pagina);
        _carpeta.Escribir("publicacion/seguimiento/documentos/ab/ab12.pdf", "%PDF");
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
    [InlineData("/.candado-seguimiento")]
    [InlineData("/../publicacion.seguimiento/index.html")]
    [InlineData("/cortes/.20240603_2000/index.html")]
    [InlineData("/cortes/%2e20240603_2000/index.html")]
    [InlineData("/cortes/20240603_2000")]
    [InlineData("/%00")]
    [InlineData("/index.html%00.css")]
    [InlineData("/%c0%ae%c0%ae/secreto.pem")]
    [InlineData("/%252e%252e/secreto.pem")]
    [InlineData("/%u002e%u002e/secreto.pem")]
    [InlineData(@"/..\secreto.pem")]
    [InlineData(@"/cortes\20240603_2000\index.html")]
    [InlineData("/cortes//20240603_2000/index.html")]
    [InlineData("/index.html/")]
    [InlineData("/index.html%0d%0aX-Otro:1")]
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
    [InlineData("/seguimiento/", "public, max-age=5")]
    [InlineData("/seguimiento/index.html", "public, max-age=5")]
    [InlineData("/cortes/20240603_2000/", "public, max-age=31536000, immutable")]
    [InlineData("/cortes/20240603_2000/index.html", "public, max-age=31536000, immutable")]
    public async Task Solo_los_apuntadores_son_efimeros(string ruta, string vida)
    {
        using var respuesta = await _cliente.GetAsync(ruta, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, respuesta.StatusCode);
        Assert.Equal(vida, respuesta.Headers.GetValues("Cache-Control").Single().Replace(" ", "").Replace(",", ", "));
        Assert.Equal("nosniff", respuesta.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Lo_del_seguimiento_se_ve_en_cuanto_cambia_y_sus_documentos_no_se_abren_como_pagina()
    {
        Assert.Equal(Pagina, await _cliente.GetStringAsync("/seguimiento/index.html"));
        _carpeta.Escribir("publicacion/seguimiento/index.html", "<p>otra sesión</p>");
        Assert.Equal("<p>otra sesión</p>", await _cliente.GetStringAsync("/seguimiento/index.html"));

        using var documento = await _cliente.GetAsync("/seguimiento/documentos/ab/ab12.pdf");
        Assert.Equal("attachment", documento.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", documento.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Antes_del_primer_corte_lo_de_la_Comision_se_comprueba_por_su_direccion()
    {
        var publicacion = _carpeta.En("antes");
        using var clave = ClaveDeFirma.AbrirOCrear(_carpeta.En("claves"));
        ArchivoPublicado pagina = new("seguimiento/index.html", Encoding.UTF8.GetBytes(Pagina));
        Assert.True(new PublicadorDeSeguimiento(publicacion, clave, TimeProvider.System).Publicar([pagina], [], [], 1).Value);
        await using var sitio = Servidores.Sitio(publicacion, "http://127.0.0.1:0");
        await sitio.StartAsync();

        Assert.Contains("seguimiento/index.html", await (await _cliente.GetAsync($"{sitio.Urls.Single()}/")).Content.ReadAsStringAsync());
        var informe = await Task.Run(() => Comprobador.Comprobar(sitio.Urls.Single(), new(clave.PemPublico), default).Value);

        Assert.Empty(informe.Faltas);
        Assert.Equal(1, informe.Revisado["archivos del seguimiento"]);
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

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("INVENTADO")]
    public async Task Solo_se_lee(string metodo)
    {
        using var peticion = new HttpRequestMessage(new(metodo), "/index.html");
        using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, respuesta.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], respuesta.Content.Headers.Allow);
        Assert.Equal("Esta publicación sólo se lee: use GET o HEAD.", await respuesta.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/actual/index.html")]
    [InlineData("/no-existe.html")]
    [InlineData("/cortes/20240603_2000/grande.csv")]
    public async Task Toda_respuesta_lleva_los_encabezados_que_protegen_y_otro_sitio_puede_leerla(string ruta)
    {
        using var respuesta = await _cliente.GetAsync(ruta, TestContext.Current.CancellationToken);

        foreach (var (nombre, valor) in SitioPublico.Encabezados)
        {
            Assert.Equal(valor.ToString(), string.Join(", ", respuesta.Headers.GetValues(nombre)));
        }

        Assert.DoesNotContain("unsafe", respuesta.Headers.GetValues("Content-Security-Policy").Single());
        using var antes = await _cliente.SendAsync(new(HttpMethod.Options, ruta), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, antes.StatusCode);
        Assert.Equal("*", antes.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public void El_nginx_del_manual_dice_los_mismos_encabezados()
    {
        var manual = File.ReadAllText(Path.Combine(Programa.Raiz, "docs", "operacion", "sitio.md"));

        Assert.All(SitioPublico.Encabezados, e => Assert.Contains($"add_header {e.Key} \"{e.Value}\" always;", manual));
    }

    [Theory]
    [InlineData("recursos/hoja.css", "br", "br")]
    [InlineData("recursos/hoja.css", "gzip", "gzip")]
    [InlineData("cortes/20240603_2000/larga.html", "gzip", "gzip")]
    [InlineData("recursos/hoja.css", "", null)]
    [InlineData("imagenes/ab/abc.jpg", "br, gzip", null)]
    public async Task Lo_que_no_tiene_gemelo_se_comprime_para_quien_lo_entiende(string ruta, string acepta, string? forma)
    {
        var texto = string.Concat(Enumerable.Range(0, 500).Select(i => $"a{i}{{color:red}}"));
        _carpeta.Escribir("publicacion/" + ruta, texto);
        for (var vez = 0; vez < 2; vez++)
        {
            using var peticion = new HttpRequestMessage(HttpMethod.Get, "/" + ruta);
            peticion.Headers.TryAddWithoutValidation("Accept-Encoding", acepta);
            using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);
            await using var crudo = await respuesta.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using var lector = new StreamReader(forma switch { "br" => new BrotliStream(crudo, CompressionMode.Decompress), "gzip" => new GZipStream(crudo, CompressionMode.Decompress), _ => crudo });

            Assert.Equal(forma, respuesta.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.True(forma is null || respuesta.Content.Headers.ContentLength < texto.Length / 2);
            Assert.Equal(texto, await lector.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/cortes/20240603_2000/index.html")]
    [InlineData("/cortes/20240603_2000/grande.csv")]
    public async Task Quien_ya_lo_tiene_no_lo_vuelve_a_recibir(string ruta)
    {
        using var primera = await _cliente.GetAsync(ruta, TestContext.Current.CancellationToken);
        var (etiqueta, fecha) = (primera.Headers.ETag!, primera.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, await EstadoAsync(p => p.IfNoneMatch.Add(etiqueta)));
        Assert.Equal(HttpStatusCode.NotModified, await EstadoAsync(p => p.IfModifiedSince = fecha));
        Assert.Equal(HttpStatusCode.OK, await EstadoAsync(p => p.IfNoneMatch.Add(new("\"otra\""))));
        Assert.Equal(HttpStatusCode.OK, await EstadoAsync(p => p.IfModifiedSince = fecha!.Value.AddDays(-1)));

        async Task<HttpStatusCode> EstadoAsync(Action<System.Net.Http.Headers.HttpRequestHeaders> pedir)
        {
            using var peticion = new HttpRequestMessage(HttpMethod.Get, ruta);
            pedir(peticion.Headers);
            using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);
            Assert.Equal(etiqueta, respuesta.Headers.ETag);
            return respuesta.StatusCode;
        }
    }

    [Theory]
    [InlineData("bytes=0-4", 206, "01234", "bytes 0-4/3000000")]
    [InlineData("bytes=2999998-", 206, "89", "bytes 2999998-2999999/3000000")]
    [InlineData("bytes=-3", 206, "789", "bytes 2999997-2999999/3000000")]
    [InlineData("bytes=2999999-99999999999", 206, "9", "bytes 2999999-2999999/3000000")]
    [InlineData("bytes=3000000-", 416, "", "bytes */3000000")]
    [InlineData("bytes=-0", 416, "", "bytes */3000000")]
    [InlineData("bytes=0-4,2-9,2-9", 200, null, null)]
    [InlineData("bytes=9-2", 200, null, null)]
    [InlineData("bytes=99999999999999999999999999-", 200, null, null)]
    [InlineData("renglones=0-4", 200, null, null)]
    [InlineData("bytes=", 200, null, null)]
    public async Task Un_archivo_se_reanuda_donde_quedo_y_un_rango_absurdo_no_rompe_nada(string rango, int estado, string? cuerpo, string? dice)
    {
        var texto = string.Concat(Enumerable.Repeat("0123456789", 300_000));
        _carpeta.Escribir("publicacion/base.csv", texto);
        using var peticion = new HttpRequestMessage(HttpMethod.Get, "/base.csv");
        peticion.Headers.TryAddWithoutValidation("Range", rango);
        using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);

        Assert.Equal(estado, (int)respuesta.StatusCode);
        Assert.Equal(dice, respuesta.Content.Headers.ContentRange?.ToString());
        Assert.Equal(cuerpo ?? texto, await respuesta.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Un_tramo_de_otra_version_se_responde_entero()
    {
        using var peticion = new HttpRequestMessage(HttpMethod.Get, "/index.html");
        peticion.Headers.TryAddWithoutValidation("Range", "bytes=0-1");
        peticion.Headers.TryAddWithoutValidation("If-Range", "\"de-antes\"");
        using var respuesta = await _cliente.SendAsync(peticion, TestContext.Current.CancellationToken);

        Assert.Equal(Pagina, await respuesta.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Un_corte_nuevo_se_ve_en_cuanto_se_publica()
    {
        for (var corte = 0; corte < 5; corte++)
        {
            var texto = $"<p>corte {corte}</p>";
            File.Move(_carpeta.Escribir("nueva.html", texto), _carpeta.En("publicacion", "index.html"), overwrite: true);
            File.SetLastWriteTimeUtc(_carpeta.En("publicacion", "index.html"), DateTime.UnixEpoch.AddSeconds(corte));

            Assert.Equal(texto, await _cliente.GetStringAsync("/", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Una_imagen_retirada_deja_de_servirse_y_los_caches_la_sueltan_pronto()
    {
        var imagen = _carpeta.Escribir("publicacion/imagenes/ab/abc.jpg", "imagen");
        using var antes = await _cliente.GetAsync("/imagenes/ab/abc.jpg", TestContext.Current.CancellationToken);
        File.Delete(imagen);
        using var despues = await _cliente.GetAsync("/imagenes/ab/abc.jpg", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, antes.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(10), antes.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotFound, despues.StatusCode);
    }

    [Fact]
    public async Task Un_corte_que_aun_no_se_publica_no_se_queda_en_los_caches()
    {
        _carpeta.Escribir("publicacion/cortes/20240603_2020/index.html", "primer intento");
        using var antes = await _cliente.GetAsync("/cortes/20240603_2020/index.html", TestContext.Current.CancellationToken);
        _carpeta.Escribir("publicacion/cortes/20240603_2020/index.html", "segundo intento");

        Assert.Equal(TimeSpan.FromSeconds(5), antes.Headers.CacheControl!.MaxAge);
        Assert.Equal("segundo intento", await _cliente.GetStringAsync("/cortes/20240603_2020/index.html", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Las_preguntas_de_una_direccion_no_llenan_la_memoria()
    {
        var memoria = _sitio.Services.GetRequiredService<SitioPublico>().Memoria;
        _ = await _cliente.GetStringAsync("/index.html", TestContext.Current.CancellationToken);
        var ocupado = memoria.Ocupado;
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(Pagina, await _cliente.GetStringAsync($"/index.html?v={i}", TestContext.Current.CancellationToken));
            _ = await _cliente.GetAsync($"/no-existe-{i}.html", TestContext.Current.CancellationToken);
        }

        Assert.NotEqual(0, ocupado);
        Assert.Equal(ocupado, memoria.Ocupado);
    }

    [Fact]
    public async Task Quien_lo_lee_todo_no_pasa_de_la_cota_de_memoria()
    {
        using var sitio = new SitioPublico(_carpeta.En("publicacion"), memoria: 64 << 10);
        for (var vuelta = 0; vuelta < 2; vuelta++)
        {
            for (var i = 0; i < 100; i++)
            {
                var texto = $"{i}" + new string('x', 4000);
                _carpeta.Escribir($"publicacion/actas/gub/{i}.html", texto);
                var contexto = new DefaultHttpContext { Request = { Method = "GET", Path = $"/actas/gub/{i}.html" }, Response = { Body = new MemoryStream() } };
                await sitio.ResponderAsync(contexto);

                Assert.Equal(texto.Length, contexto.Response.Body.Length);
                Assert.InRange(sitio.Memoria.Ocupado, 1, 64 << 10);
            }
        }
    }

    [Fact]
    public void De_la_memoria_sale_primero_lo_que_nadie_volvio_a_pedir()
    {
        var memoria = new MemoriaDeSitio(30_000);
        var cuerpo = new Cuerpo(new("text/html", Forma.Plana, true, "\"e\"", DateTimeOffset.UnixEpoch, ""), new byte[8000], null);
        foreach (var ruta in (string[])["/portada", "/a", "/b", "/c", "/d"])
        {
            memoria.Guardar(new(ruta, Forma.Plana), cuerpo with { });
            Assert.NotNull(memoria.Buscar(new("/portada", Forma.Plana)));
        }

        Assert.Null(memoria.Buscar(new("/a", Forma.Plana)));
        Assert.NotNull(memoria.Buscar(new("/d", Forma.Plana)));
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
