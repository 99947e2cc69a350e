using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Datos;
using Prep.Datos.Seguimiento;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Tests;
using Prep.Operacion.Tests.Cuentas;
using Prep.Operacion.Tests.Imagenes;
using Prep.Seguimiento;

namespace Prep.Navegador.Casa;

/// <summary>The screens on a real port with the real sign-in: credential, PIN, enrolled computer and second factor.</summary>
public sealed class ServidorConCuentas : IAsyncDisposable
{
    private readonly string _carpeta;
    private readonly WebApplication _app;

    private ServidorConCuentas(WebApplication app, Almacen almacen, CuentasDePrueba cuentas, string carpeta) => (_app, Almacen, Cuentas, _carpeta) = (app, almacen, cuentas, carpeta);

    public Almacen Almacen { get; }

    public CuentasDePrueba Cuentas { get; }

    /// <summary>By name: a passkey is of a domain, and a browser gives keys to this machine only.</summary>
    public string Raiz => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Every screen that the program answers: what a GET may ask and is not a file, a stream nor a piece of another.</summary>
    public IReadOnlyList<RouteEndpoint> Pantallas => [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Where(EsPantalla)];

    public static async Task<ServidorConCuentas> CrearAsync(ClaseDeProceso clase = ClaseDeProceso.Jornada, bool segundoFactor = true, Proceso? proceso = null, string padron = CuentasDePrueba.Padron)
    {
        var cuentas = await CuentasDePrueba.CrearAsync("sqlite", null!, clase, segundoFactor, proceso, padron);
        var carpeta = Path.Combine(Path.GetTempPath(), "prep-" + Path.GetRandomFileName());
        var almacen = await Almacen.AbrirAsync(new(carpeta), cuentas.Reloj, default);
        (await CargarProceso.EjecutarAsync(cuentas.Proceso, new(new("instancia"), almacen, cuentas.Reloj), default)).Debe();
        await almacen.ConCerosAsync(cuentas.Proceso.Calendario.PuestaEnCerosEn);
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        constructor.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = LimitesDeImagen.PorOmision.Bytes + 64 * 1024);   // as the program
        constructor.Services.AddSingleton<TallerDeImagenes>(_ => new(new(Obreros: 1, Comando: ObreroDePrueba.Sano)));
        constructor.Services.AddRouting().AddOperacion(almacen, cuentas.Reloj).AddSeguimiento(await AlmacenDeSeguimiento.AbrirAsync(new(carpeta), cuentas.Reloj, default)).AddPantallas(RutasDeSeguimiento.Pantallas);
        constructor.Services.AddAuthentication(EntradaPorCookie.Esquema).AddCuentas(cuentas.Almacen, cuentas.Reloj);
        var app = constructor.Build();
        app.UseOperacion();
        app.MapSeguimiento();
        await app.StartAsync();
        return new(app, almacen, cuentas, carpeta);
    }

    private static bool EsPantalla(RouteEndpoint e) =>
        e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        && e.RoutePattern.RawText is { } ruta
        && !ruta.StartsWith("/operacion", StringComparison.Ordinal)
        && !ruta.StartsWith("/recursos", StringComparison.Ordinal)
        && !ruta.StartsWith("/ayuda", StringComparison.Ordinal)   // AyudaTests looks at each manual
        && !ruta.StartsWith("/seguimiento", StringComparison.Ordinal)   // no work of a night: TableroDelProgramaTests looks at each
        && !ruta.EndsWith(".csv", StringComparison.Ordinal)
        && !ruta.EndsWith(".pdf", StringComparison.Ordinal)
        && ruta is not ("/tablero/vivo" or "/entrar/reto" or "/puestos/cotejo/siguiente");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Almacen.DisposeAsync();
        await Cuentas.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }
}
