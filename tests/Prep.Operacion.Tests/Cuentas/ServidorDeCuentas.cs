using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Prep.Datos;
using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion;

namespace Prep.Operacion.Tests.Cuentas;

/// <summary>The operation with its real sign-in, by cookie, over a store of accounts that a test made.</summary>
public sealed class ServidorDeCuentas : IAsyncDisposable
{
    private readonly Almacen _almacen;
    private readonly WebApplication _app;
    private readonly string _carpeta;

    private ServidorDeCuentas(Almacen almacen, WebApplication app, CuentasDePrueba cuentas, string carpeta) => (_almacen, _app, Cuentas, _carpeta) = (almacen, app, cuentas, carpeta);

    public CuentasDePrueba Cuentas { get; }

    public static async Task<ServidorDeCuentas> CrearAsync(string @base, ClusterDePostgres cluster, ClaseDeProceso clase = ClaseDeProceso.Jornada, bool segundoFactor = true) =>
        await SobreAsync(await CuentasDePrueba.CrearAsync(@base, cluster, clase, segundoFactor));

    /// <summary>A host over accounts that were there: what a restart is.</summary>
    /// <param name="conProceso">Without one it is as months before the night.</param>
    public static async Task<ServidorDeCuentas> SobreAsync(CuentasDePrueba cuentas, bool conProceso = true)
    {
        var carpeta = Path.Combine(Path.GetTempPath(), "prep-" + Path.GetRandomFileName());
        var almacen = await Almacen.AbrirAsync(new(carpeta), cuentas.Reloj, default);
        if (conProceso)
        {
            (await CargarProceso.EjecutarAsync(cuentas.Proceso, new(new("instancia"), almacen, cuentas.Reloj), default)).Debe();
            await almacen.ConCerosAsync(cuentas.Proceso.Calendario.PuestaEnCerosEn);
        }

        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseTestServer();
        constructor.Services.AddRouting().AddOperacion(almacen, cuentas.Reloj).AddPantallas();
        constructor.Services.AddAuthentication(EntradaPorCookie.Esquema).AddCuentas(cuentas.Almacen, cuentas.Reloj);
        var app = constructor.Build();
        app.UseOperacion();
        await app.StartAsync();
        return new(almacen, app, cuentas, carpeta);
    }

    public Retos Retos => _app.Services.GetRequiredService<Retos>();

    public Persona Nadie() => new(_app.GetTestServer().CreateHandler(), this);

    /// <summary>Somebody who entered by the screen.</summary>
    public async Task<Persona> EntrarAsync(string persona, EquipoDePrueba? equipo)
    {
        var p = Nadie();
        var respuesta = await p.EntrarAsync(persona, equipo);
        Assert.Equal(HttpStatusCode.SeeOther, respuesta.StatusCode);
        return p;
    }

    /// <summary>A computer enrolled through the screen's route.</summary>
    public async Task<EquipoDePrueba> EquipoAsync(string nombre = "captura 1", string sitio = "CATD-01")
    {
        var codigo = (await GenerarCodigoDeEquipo.EjecutarAsync(new(sitio, nombre), Cuentas.Consola, default)).Debe().Codigo;
        EquipoDePrueba equipo = new();
        var p = Nadie();
        await p.GetAsync("/equipo");
        var hecho = await p.JsonAsync("/equipo", equipo.Inscripcion(codigo, Retos));
        hecho.EnsureSuccessStatusCode();
        equipo.Id = (await hecho.Content.ReadFromJsonAsync<InscribirEquipo.Hecho>())!.Equipo;
        return equipo;
    }

    public async ValueTask DisposeAsync()
    {
        await CerrarAsync();
        await Cuentas.DisposeAsync();
    }

    /// <summary>Stops the host and leaves the accounts.</summary>
    public async Task CerrarAsync()
    {
        if (Directory.Exists(_carpeta))
        {
            await _app.DisposeAsync();
            await _almacen.DisposeAsync();
            Directory.Delete(_carpeta, recursive: true);
        }
    }
}

/// <summary>A browser: cookies, the token of the last page, no redirections followed.</summary>
public sealed partial class Persona(HttpMessageHandler servidor, ServidorDeCuentas de) : IDisposable
{
    private readonly HttpClient _cliente = new(servidor) { BaseAddress = new("http://localhost") };

    public Dictionary<string, string> Cookies { get; private init; } = [];

    public string Ficha { get; set; } = "";

    /// <summary>The same cookies before another host.</summary>
    public Persona Ante(ServidorDeCuentas otro) => new(otro.Nadie().Manejador, otro) { Cookies = Cookies, Ficha = Ficha };

    private HttpMessageHandler Manejador => servidor;

    public async Task<HttpResponseMessage> GetAsync(string ruta)
    {
        var respuesta = await EnviarAsync(new(HttpMethod.Get, ruta));
        var ficha = DeMeta().Match(await respuesta.Content.ReadAsStringAsync());
        Ficha = ficha.Success ? WebUtility.HtmlDecode(ficha.Groups[1].Value) : Ficha;
        return respuesta;
    }

    public async Task<string> PaginaAsync(string ruta)
    {
        var respuesta = await GetAsync(ruta);
        Assert.Equal(HttpStatusCode.OK, respuesta.StatusCode);
        return WebUtility.HtmlDecode(await respuesta.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> FormaAsync(string ruta, params (string Nombre, string Valor)[] campos) => EnviarAsync(new(HttpMethod.Post, ruta)
    {
        Content = new FormUrlEncodedContent(campos.Append(("ficha", Ficha)).Select(c => KeyValuePair.Create(c.Item1, c.Item2))),
    });

    public Task<HttpResponseMessage> JsonAsync(string ruta, object cuerpo)
    {
        HttpRequestMessage peticion = new(HttpMethod.Post, ruta) { Content = JsonContent.Create(cuerpo) };
        peticion.Headers.Add("X-Prep-Ficha", Ficha);
        return EnviarAsync(peticion);
    }

    public async Task<HttpResponseMessage> EntrarAsync(string persona, EquipoDePrueba? equipo, string? pin = null, string regresar = "")
    {
        await GetAsync("/entrar");
        var prueba = equipo?.Probar(de.Retos);
        return await FormaAsync("/entrar", ("credencial", de.Cuentas.De(persona).Codigo), ("pin", pin ?? de.Cuentas.De(persona).Pin), ("regresar", regresar),
            ("equipo", prueba?.Equipo ?? ""), ("reto", prueba?.Reto ?? ""), ("firma", prueba?.Firma ?? ""));
    }

    public async Task<HttpResponseMessage> EnviarAsync(HttpRequestMessage peticion)
    {
        if (Cookies.Count > 0)
        {
            peticion.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var respuesta = await _cliente.SendAsync(peticion);
        foreach (var cookie in respuesta.Headers.TryGetValues("Set-Cookie", out var puestas) ? puestas : [])
        {
            var partes = cookie.Split(';')[0].Split('=', 2);
            if (partes[1].Length == 0)
            {
                Cookies.Remove(partes[0]);
            }
            else
            {
                Cookies[partes[0]] = partes[1];
            }
        }

        return respuesta;
    }

    public void Dispose() => _cliente.Dispose();

    [GeneratedRegex("<meta name=\"prep-ficha\" content=\"([^\"]*)\"")]
    private static partial Regex DeMeta();
}
