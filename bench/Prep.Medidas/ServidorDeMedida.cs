using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Prep.Operacion.Http;

namespace Prep.Medidas;

/// <summary>A host with the screens that a measure asks for, where everyone is one person in one puesto; and a clock that stands still.</summary>
public static class ServidorDeMedida
{
    public static WebApplication Crear(string puesto, Action<IServiceCollection> servicios, Action<WebApplication> rutas)
    {
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        servicios(constructor.Services.AddRouting());
        constructor.Services.AddAuthentication("medida").AddScheme<Opciones, Entrada>("medida", o => o.Puesto = puesto);
        var app = constructor.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        rutas(app);
        return app;
    }

    private sealed class Opciones : AuthenticationSchemeOptions
    {
        public string Puesto { get; set; } = "";
    }

    private sealed class Entrada(IOptionsMonitor<Opciones> opciones, ILoggerFactory bitacora, UrlEncoder codificador) : AuthenticationHandler<Opciones>(opciones, bitacora, codificador)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(new(
            new(new ClaimsIdentity([new(Reclamo.Persona, "luz"), new(Reclamo.Puesto, Options.Puesto), .. Puesto.Permisos[Options.Puesto].Select(p => new Claim(Reclamo.Permiso, p))], "medida")), "medida")));
    }
}

internal sealed class RelojFijo(DateTimeOffset inicio) : TimeProvider
{
    public DateTimeOffset Ahora { get; set; } = inicio;

    public override DateTimeOffset GetUtcNow() => Ahora;
}
