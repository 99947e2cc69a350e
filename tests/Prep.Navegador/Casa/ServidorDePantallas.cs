using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Tests.Imagenes;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Http;
using Prep.Operacion.Tests;
using Prep.Operacion.Tests.Http;
using Prep.Seguimiento;

namespace Prep.Navegador.Casa;

/// <summary>The screens on a real port over a store of their own, with a sign-in that believes headers: for what a screen does once the person is in.</summary>
public sealed class ServidorDePantallas : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServidorDePantallas(WebApplication app, AlmacenDePrueba datos, AlmacenDeCuentas cuentas) => (_app, Datos, Cuentas) = (app, datos, cuentas);

    public AlmacenDePrueba Datos { get; }

    public AlmacenDeCuentas Cuentas { get; }

    public string Raiz => _app.Urls.First();

    public static async Task<ServidorDePantallas> CrearAsync(ClaseDeProceso clase = ClaseDeProceso.Jornada, int casillas = 3, Proceso? proceso = null)
    {
        var datos = await AlmacenDePrueba.CrearAsync(clase, casillas, proceso: proceso);
        var cuentas = await AlmacenDeCuentas.AbrirAsync(datos.Opciones, datos.Reloj, default);
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        constructor.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = LimitesDeImagen.PorOmision.Bytes + 64 * 1024);   // as the program
        constructor.Services.AddSingleton<TallerDeImagenes>(_ => new(new(Obreros: 1, Comando: ObreroDePrueba.Sano)));
        constructor.Services.AddRouting().AddOperacion(datos.Almacen, datos.Reloj).AddSeguimiento(await AlmacenDeSeguimiento.AbrirAsync(datos.Opciones, datos.Reloj, default)).AddPantallas(RutasDeSeguimiento.Pantallas);
        constructor.Services.AddAuthentication("prueba").AddScheme<AuthenticationSchemeOptions, EntradaDePrueba>("prueba", null).AddCuentas(cuentas, datos.Reloj);
        var app = constructor.Build();
        app.UseOperacion();
        app.MapSeguimiento();
        await app.StartAsync();
        return new(app, datos, cuentas);
    }

    public static IReadOnlyDictionary<string, string> Como(string persona, string puesto, string? sitio = null)
    {
        Dictionary<string, string> encabezados = new() { ["X-Persona"] = persona, ["X-Puesto"] = puesto };
        if (sitio is not null)
        {
            encabezados["X-Sitio"] = sitio;
        }

        return encabezados;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Cuentas.DisposeAsync();
        await Datos.DisposeAsync();
    }
}
