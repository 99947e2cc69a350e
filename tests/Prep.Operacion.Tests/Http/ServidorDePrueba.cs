using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Datos.Tests;
using Prep.Documentos;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Http;
using Prep.Operacion.Tests.Imagenes;
using Prep.Seguimiento;
using Prep.Seguimiento.Documentos;

[assembly: AssemblyFixture(typeof(ClusterDePostgres))]

namespace Prep.Operacion.Tests.Http;

/// <summary>What a request got back.</summary>
public sealed record Respuesta(HttpStatusCode Estado, string Texto)
{
    public JsonElement Json => JsonDocument.Parse(Texto).RootElement;

    public Respuesta Bien()
    {
        Assert.True(Estado == HttpStatusCode.OK, $"{Estado}: {Texto}");
        return this;
    }

    public void Rechaza(HttpStatusCode estado, string codigo)
    {
        Assert.True(Estado == estado, $"{Estado}: {Texto}");
        Assert.Equal(codigo, Json.GetProperty("codigo").GetString());
    }
}

/// <summary>The operation over HTTP on one of the two databases, with a sign-in that believes the headers.</summary>
public sealed class ServidorDePrueba : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServidorDePrueba(WebApplication app, AlmacenDePrueba datos, AlmacenDeCuentas cuentas) => (_app, Datos, Cuentas) = (app, datos, cuentas);

    public AlmacenDePrueba Datos { get; }

    public AlmacenDeCuentas Cuentas { get; }

    /// <summary>All that captors were answered, for the proofs of blindness.</summary>
    public List<string> Respuestas { get; } = [];

    public static TheoryData<string> Bases => new("sqlite", "postgres");

    public static async Task<ServidorDePrueba> CrearAsync(string @base, ClusterDePostgres cluster, ClaseDeProceso clase = ClaseDeProceso.Jornada, int casillas = 3, LectorDeQr? lector = null, Impresora? impresora = null, ILoggerProvider? bitacora = null, Proceso? proceso = null, bool conProceso = true, AjustesDeDocumentos? anexos = null, bool conRed = false)
    {
        var datos = await AlmacenDePrueba.CrearAsync(clase, casillas, @base == "postgres" ? await cluster.NuevaBaseAsync() : null, proceso, conProceso: conProceso);
        var cuentas = await AlmacenDeCuentas.AbrirAsync(datos.Opciones, datos.Reloj, default);
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        if (conRed)
        {
            // What is of the wire, as the limit of a body, only shows on it.
            constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = LimitesDeImagen.PorOmision.Bytes + 64 * 1024);
        }
        else
        {
            constructor.WebHost.UseTestServer();
        }

        if (bitacora is not null)
        {
            constructor.Services.AddSingleton(bitacora).AddLogging(l => l.SetMinimumLevel(LogLevel.Trace));
        }

        constructor.Services.AddSingleton<TallerDeImagenes>(_ => new(new(Obreros: 1, Comando: ObreroDePrueba.Sano))).AddSingleton(lector ?? new LectorDeQr()).AddSingleton(_ => impresora ?? new Impresora()).AddSingleton(anexos ?? AjustesDeDocumentos.PorOmision);
        constructor.Services.AddRouting().AddOperacion(datos.Almacen, datos.Reloj).AddSeguimiento(await AlmacenDeSeguimiento.AbrirAsync(datos.Opciones, datos.Reloj, default)).AddPantallas(RutasDeSeguimiento.Pantallas);
        constructor.Services.AddAuthentication("prueba").AddScheme<AuthenticationSchemeOptions, EntradaDePrueba>("prueba", null).AddCuentas(cuentas, datos.Reloj);
        var app = constructor.Build();
        app.UseOperacion();
        app.MapSeguimiento();
        app.MapOpenApi();
        await app.StartAsync();
        return new(app, datos, cuentas);
    }

    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Puntos => _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    /// <summary>For who must see the answers whole, with their headers.</summary>
    public HttpClient Cliente() => _app.GetTestClient();

    public Task<Respuesta> PostAsync(string persona, string puesto, string ruta, object? cuerpo = null) =>
        EnviarAsync(HttpMethod.Post, persona, puesto, ruta, cuerpo is null ? null : JsonContent.Create(cuerpo));

    public Task<Respuesta> GetAsync(string persona, string puesto, string ruta, string? sitio = null) => EnviarAsync(HttpMethod.Get, persona, puesto, ruta, null, sitio);

    /// <summary>Only what an address answers first: one that goes on and on (server-sent events) is left there.</summary>
    public async Task<Respuesta> AbrirAsync(string persona, string puesto, string ruta)
    {
        using var cliente = Cliente(persona, puesto);
        using var respuesta = await cliente.GetAsync(ruta, HttpCompletionOption.ResponseHeadersRead);
        return new(respuesta.StatusCode, "");
    }

    public async Task<Respuesta> EnviarAsync(HttpMethod metodo, string? persona, string puesto, string ruta, HttpContent? cuerpo, string? sitio = null)
    {
        using HttpRequestMessage peticion = new(metodo, ruta) { Content = cuerpo };
        if (persona is not null)
        {
            peticion.Headers.Add("X-Persona", persona);
            peticion.Headers.Add("X-Puesto", puesto);
        }

        if (sitio is not null)
        {
            peticion.Headers.Add("X-Sitio", sitio);
        }

        using var cliente = _app.GetTestClient();
        using var respuesta = await cliente.SendAsync(peticion);
        var texto = await respuesta.Content.ReadAsStringAsync();
        if (puesto == "CAPTURA")
        {
            Respuestas.Add($"{string.Join('\n', respuesta.Headers)}\n{texto}");
        }

        return new(respuesta.StatusCode, texto);
    }

    /// <summary>Opens a screen and sends its form as a browser would: cookie and token of the page, then what the answer points to.</summary>
    /// <returns>The screen that the person ends up seeing, with the state of the form's own answer.</returns>
    public async Task<Respuesta> FormaAsync(string persona, string puesto, string sitio, string pantalla, string destino, params (string Caja, string Valor)[] cajas)
    {
        using var cliente = Cliente(persona, puesto, sitio);
        using var pagina = await cliente.GetAsync(pantalla);
        var texto = await pagina.Content.ReadAsStringAsync();
        Assert.True(pagina.IsSuccessStatusCode, texto);
        var ficha = System.Text.RegularExpressions.Regex.Match(texto, "name=\"prep-ficha\" content=\"([^\"]+)\"").Groups[1].Value;
        using FormUrlEncodedContent forma = new([new("ficha", ficha), .. cajas.Select(c => KeyValuePair.Create(c.Caja, c.Valor))]);
        using var respuesta = await cliente.PostAsync(destino, forma);
        if (respuesta.StatusCode != HttpStatusCode.SeeOther)
        {
            return new(respuesta.StatusCode, WebUtility.HtmlDecode(await respuesta.Content.ReadAsStringAsync()));
        }

        using var vista = await cliente.GetAsync(respuesta.Headers.Location);
        return new(HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await vista.Content.ReadAsStringAsync()));
    }

    /// <summary>As a person who works at a site.</summary>
    public async Task<Respuesta> EnviarEnSitioAsync(string persona, string puesto, string sitio, string ruta, object? cuerpo, HttpMethod? metodo = null)
    {
        using var cliente = Cliente(persona, puesto, sitio);
        using HttpRequestMessage peticion = new(metodo ?? HttpMethod.Post, ruta) { Content = cuerpo is null ? null : JsonContent.Create(cuerpo) };
        using var respuesta = await cliente.SendAsync(peticion);
        return new(respuesta.StatusCode, await respuesta.Content.ReadAsStringAsync());
    }

    /// <summary>A browser of that person: keeps cookies, follows nothing.</summary>
    public HttpClient Cliente(string persona, string puesto, string? sitio = null)
    {
        var red = _app.Urls.FirstOrDefault();
        HttpMessageHandler camino = red is null ? _app.GetTestServer().CreateHandler() : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        HttpClient cliente = new(new ConGalletas { InnerHandler = camino }) { BaseAddress = new(red ?? "http://localhost") };
        cliente.DefaultRequestHeaders.Add("X-Persona", persona);
        cliente.DefaultRequestHeaders.Add("X-Puesto", puesto);
        if (sitio is not null)
        {
            cliente.DefaultRequestHeaders.Add("X-Sitio", sitio);
        }

        return cliente;
    }

    /// <summary>Sends an image as a person of the CATD, its acta read from the QR unless told; it says when its bolsa arrived, unless <paramref name="extra"/> does or it is told not to.</summary>
    public Task<Respuesta> ImagenAsync(string contenido, string? acta, string forma = "Qr", string origen = "Catd", string persona = "digi", string extra = "", bool conAcopio = true)
    {
        extra += conAcopio && origen == "Catd" && extra.Length == 0 ? $"&acopioEn={Datos.Reloj.Ahora:yyyy-MM-ddTHH:mm:ss.ffffffZ}" : "";
        ByteArrayContent bytes = new(contenido.Length == 0 ? [] : JpegDePrueba.De(contenido));
        bytes.Headers.ContentType = new("image/jpeg");
        var consulta = $"?origen={origen}&medio=Escaner&forma={forma}&documento=ACTA%20PREP{(acta is null ? "" : "&acta=" + Uri.EscapeDataString(acta))}{extra}";
        return EnviarAsync(HttpMethod.Post, persona, "DIGITALIZADOR", "/operacion/imagenes/" + consulta, bytes);
    }

    public string Acta(int i = 0) => Datos.Acta(i).ToString();

    /// <summary>Claims and types; the key is that of acta <paramref name="i"/>.</summary>
    public async Task<Respuesta> CapturarAsync(string persona, int pan, int i = 0)
    {
        var turno = (await PostAsync(persona, "CAPTURA", "/operacion/captura/turnos")).Bien().Json;
        return await PostAsync(persona, "CAPTURA", "/operacion/captura/capturas", Captura(turno, pan, i));
    }

    public object Captura(JsonElement turno, int pan, int i = 0)
    {
        var clave = ClaveEscrita.De(Datos.Proceso.Dip().Actas[i].Casilla);
        var valores = AlmacenDePrueba.Valores(pan);
        return new
        {
            turno = turno.GetProperty("turno").GetString(),
            clave = new { seccion = clave.Seccion, tipo = clave.Tipo, numero = clave.Numero, extContigua = clave.ExtContigua },
            campos = turno.GetProperty("campos").EnumerateArray().Select(c => valores[c.GetProperty("campo").GetInt32()]).Select(v => v == -2 ? (object)"Ilegible" : v).ToArray(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Cuentas.DisposeAsync();
        await Datos.DisposeAsync();
    }
}
