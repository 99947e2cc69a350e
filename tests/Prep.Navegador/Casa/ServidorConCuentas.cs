using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Prep.Datos;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Tests;
using Prep.Operacion.Tests.Cuentas;

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

    public static async Task<ServidorConCuentas> CrearAsync(ClaseDeProceso clase = ClaseDeProceso.Jornada, bool segundoFactor = true)
    {
        var cuentas = await CuentasDePrueba.CrearAsync("sqlite", null!, clase, segundoFactor);
        var carpeta = Path.Combine(Path.GetTempPath(), "prep-" + Path.GetRandomFileName());
        var almacen = await Almacen.AbrirAsync(new(carpeta), cuentas.Reloj, default);
        (await CargarProceso.EjecutarAsync(cuentas.Proceso, new(new("instancia"), almacen, cuentas.Reloj), default)).Debe();
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        constructor.Services.AddRouting().AddOperacion(almacen, cuentas.Reloj).AddPantallas();
        constructor.Services.AddAuthentication(EntradaPorCookie.Esquema).AddCuentas(cuentas.Almacen, cuentas.Reloj);
        var app = constructor.Build();
        app.UseOperacion();
        await app.StartAsync();
        return new(app, almacen, cuentas, carpeta);
    }

    /// <summary>By the screen, as a person does it where no second factor is asked.</summary>
    public async Task EntrarAsync(IPage pagina, string persona)
    {
        await pagina.GotoAsync("/entrar");
        await pagina.GetByLabel("Credencial").FocusAsync();
        await pagina.Keyboard.TypeAsync(Cuentas.De(persona).Codigo);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.GetByLabel("PIN").FocusAsync();
        await pagina.Keyboard.TypeAsync(Cuentas.De(persona).Pin);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/puestos");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Almacen.DisposeAsync();
        await Cuentas.DisposeAsync();
        Directory.Delete(_carpeta, recursive: true);
    }
}
