using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Datos.Seguimiento;
using Prep.Dominio.Actas;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tablero;
using Prep.Publicacion.Paquete;
using Prep.Seguimiento;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Publico;

namespace Prep.Servicios;

/// <summary>The hosts that the program runs: the operation, the public site, and the cortes by the clock. Loopback unless told otherwise.</summary>
public static class Servidores
{
    public static WebApplication Operacion(Almacen almacen, AlmacenDeCuentas cuentas, AlmacenDeSeguimiento seguimiento, TimeProvider reloj, string url, SenalDeReintento senal, AjustesDeTablero? tablero = null, AjustesDeDocumentos? anexos = null)
    {
        // An image and its envelope; what says more in JSON than that is not a capture.
        var constructor = Constructor(url, LimitesDeImagen.PorOmision.Bytes + 64 * 1024);
        constructor.Services.AddRouting().AddOperacion(almacen, reloj).AddSeguimiento(seguimiento).AddPantallas(RutasDeSeguimiento.Pantallas);
        constructor.Services.AddSingleton(senal).AddSingleton(tablero ?? AjustesDeTablero.PorOmision).AddSingleton(anexos ?? AjustesDeDocumentos.PorOmision);
        constructor.Services.AddAuthentication(EntradaPorCookie.Esquema).AddCuentas(cuentas, reloj);
        var app = constructor.Build();
        app.UseOperacion();
        app.MapSeguimiento();
        app.MapGet("/", () => Results.Redirect("/puestos")).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi();
        return app;
    }

    /// <summary>Anyone may read it, and anyone may misuse it: small headers, little patience with who does not read or does not finish asking.</summary>
    public static WebApplication Sitio(string carpeta, string url)
    {
        var constructor = Constructor(url, 0);
        constructor.WebHost.ConfigureKestrel(k =>
        {
            k.Limits.MaxRequestLineSize = 4 * 1024;
            k.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            k.Limits.MaxRequestHeaderCount = 64;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(8);
            k.Limits.MinResponseDataRate = new(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(5));
        });
        // Nothing takes long here, so an answer is made where its request was read; what goes to the disk leaves by itself.
        constructor.WebHost.UseSockets(s => s.UnsafePreferInlineScheduling = true);
        // It makes a scope for each request, for messages that nobody writes.
        constructor.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        constructor.Services.AddSingleton(_ => new SitioPublico(carpeta));
        var app = constructor.Build();
        app.Run(app.Services.GetRequiredService<SitioPublico>().ResponderAsync);
        return app;
    }

    public static IHost Cortes(Almacen almacen, Publicador publicador, string carpeta, TimeProvider reloj, SenalDeReintento senal)
    {
        var constructor = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        constructor.Logging.AddRenglones().AddFilter("Microsoft", LogLevel.Warning);
        constructor.Services.AddHostedService(s => new CortesProgramados(almacen, publicador, carpeta, reloj, s.GetRequiredService<ILogger<CortesProgramados>>(), senal));
        return constructor.Build();
    }

    /// <summary>The public pages of the Commission, which follow its book.</summary>
    public static IHost Seguimiento(PublicarSeguimiento publicar, TimeProvider reloj)
    {
        var constructor = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        constructor.Logging.AddRenglones().AddFilter("Microsoft", LogLevel.Warning);
        constructor.Services.AddHostedService(s => new SeguimientoAlDia(publicar, reloj, s.GetRequiredService<ILogger<SeguimientoAlDia>>()));
        return constructor.Build();
    }

    /// <param name="cuerpo">Largest body of a request, in bytes.</param>
    private static WebApplicationBuilder Constructor(string url, long cuerpo)
    {
        // The content root is beside the program: started from anywhere, nothing else is watched nor served.
        var constructor = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls(url);
        constructor.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = cuerpo;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            k.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        });
        // It warns that the keys of cookies lie unencrypted: they do, in a store that must be guarded anyway (docs/operacion/cuentas.md).
        constructor.Logging.AddRenglones().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return constructor;
    }
}
