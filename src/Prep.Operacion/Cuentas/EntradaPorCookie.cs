using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Prep.Datos;
using Prep.Datos.Cuentas;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Cuentas;

/// <summary>The cookie of a session. It only names it: who the person is and what she may do are read from the store at each request.</summary>
public static class EntradaPorCookie
{
    public const string Esquema = "prep";

    /// <summary>Claim of a session at rest: no puesto and no permission come with it.</summary>
    public const string EnReposo = "en-reposo";

    /// <summary>Policy of what any signed-in person does with her own account, also before having a second factor.</summary>
    public const string Propia = "cuenta.propia";

    /// <summary>Without any request for so long, the cookie ends; the session's own end is <see cref="Sesiones.Turno"/>.</summary>
    public static readonly TimeSpan SinUso = TimeSpan.FromHours(2);

    /// <summary>Without a key or the mouse for so long, the screen covers itself.</summary>
    public const int MinutosDeReposo = 10;

    /// <summary>Services of accounts, the keys of cookies in their store, and the scheme <see cref="Esquema"/>, which the host may make its default.</summary>
    public static AuthenticationBuilder AddCuentas(this AuthenticationBuilder entrada, AlmacenDeCuentas cuentas, TimeProvider reloj)
    {
        var servicios = entrada.Services;
        servicios.AddSingleton(cuentas).AddSingleton<Sesiones>().AddSingleton<Retos>().AddSingleton<LlavesDeAcceso>().AddHttpContextAccessor();
        servicios.TryAddSingleton(reloj);
        servicios.AddDataProtection().SetApplicationName("prep");
        servicios.Configure<KeyManagementOptions>(o => o.XmlRepository = new LlavesEnLaBase(cuentas));
        servicios.AddScoped(s => De(s.GetRequiredService<IHttpContextAccessor>().HttpContext!, s));
        servicios.AddAuthorizationBuilder()
            .SetDefaultPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Reclamo.Puesto).Build())
            .AddPolicy(Propia, p => p.RequireAuthenticatedUser().RequireClaim(Reclamo.Sesion).RequireAssertion(a => !a.User.HasClaim(c => c.Type == EnReposo)));
        return entrada.AddCookie(Esquema, o =>
        {
            o.TimeProvider = reloj;
            o.Cookie.Name = "prep.sesion";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = SinUso;
            o.SlidingExpiration = true;
            o.Events.OnValidatePrincipal = ValidarAsync;
            o.Events.OnRedirectToLogin = contexto => NegarAsync(contexto, StatusCodes.Status401Unauthorized, RechazosDeCuenta.SesionTerminada);
            o.Events.OnRedirectToAccessDenied = contexto => SinPermisoAsync(contexto);
        });
    }

    /// <summary>Gives the cookie of a session just opened.</summary>
    public static Task DarCookieAsync(HttpContext http, Entrada.Abierta entrada)
    {
        http.RequestServices.GetRequiredService<Sesiones>().Olvidar();
        return http.SignInAsync(Esquema, new(new ClaimsIdentity([new(Reclamo.Persona, entrada.Persona), new(Reclamo.Sesion, entrada.Sesion)], Esquema)));
    }

    /// <summary>The session of this request, when it came by cookie.</summary>
    public static SesionViva? SesionDe(HttpContext http) => http.Items[typeof(SesionViva)] as SesionViva;

    /// <summary>Where to go after entering: a path of this same host, or the start.</summary>
    public static string Regreso(string? pedido) =>
        pedido is ['/', not ('/' or '\\'), ..] && !pedido.Any(c => char.IsControl(c) || c == '\\') && !pedido.StartsWith("/entrar", StringComparison.Ordinal) && !pedido.StartsWith("/salir", StringComparison.Ordinal)
            ? pedido
            : "/puestos";

    /// <summary>Whether a program asks, rather than a person who opens a page.</summary>
    public static bool EsDePrograma(HttpRequest peticion) =>
        peticion.Path.StartsWithSegments("/operacion") || peticion.HasJsonContentType() || peticion.Headers["Sec-Fetch-Dest"] == "empty" || peticion.Headers.ContainsKey(Ficha.Encabezado);

    private static async Task ValidarAsync(CookieValidatePrincipalContext contexto)
    {
        var http = contexto.HttpContext;
        var sesiones = http.RequestServices.GetRequiredService<Sesiones>();
        if (contexto.Principal?.FindFirstValue(Reclamo.Sesion) is not { } id
            || await sesiones.LeerAsync(id, http.RequestAborted) is not { Cierre: null } sesion)
        {
            contexto.RejectPrincipal();
            await http.SignOutAsync(Esquema);
            return;
        }

        http.Items[typeof(SesionViva)] = sesion;
        contexto.ReplacePrincipal(new(new ClaimsIdentity(Reclamos(sesion), Esquema)));
        await sesiones.VerAsync(id, http.RequestAborted);
    }

    private static IEnumerable<Claim> Reclamos(SesionViva s)
    {
        yield return new(Reclamo.Persona, s.Persona);
        yield return new(Reclamo.Nombre, s.Nombre);
        yield return new(Reclamo.Sitio, s.Sitio);
        yield return new(Reclamo.Sesion, s.Id);
        yield return new(Ficha.PorGalleta, "");

        // What the antiforgery token is bound to: it stays good when the puesto changes, and when the same person enters again in another tab.
        yield return new("sub", s.Persona);
        if (s.Equipo is not null)
        {
            yield return new(Reclamo.Equipo, s.Equipo);
        }

        if (s.EnReposo)
        {
            yield return new(EnReposo, "");
        }
        else if (s.Puesto.Length > 0)
        {
            yield return new(Reclamo.Puesto, s.Puesto);
            foreach (var puesto in s.Puestos)
            {
                yield return new(Reclamo.OtroPuesto, puesto);
            }

            foreach (var permiso in Puesto.Permisos.GetValueOrDefault(s.Puesto, []))
            {
                yield return new(Reclamo.Permiso, permiso);
            }
        }
    }

    private static ContextoDeCuentas De(HttpContext http, IServiceProvider servicios)
    {
        var quien = http.User;
        return new(new(quien.FindFirstValue(Reclamo.Persona) ?? "desconocida"), servicios.GetRequiredService<AlmacenDeCuentas>(),
            servicios.GetRequiredService<Almacen>().Catalogo?.Proceso, servicios.GetRequiredService<TimeProvider>())
        {
            Equipo = quien.FindFirstValue(Reclamo.Equipo),
            Ambito = quien.HasClaim(Reclamo.Permiso, Permiso.AdministrarCuentas) ? null : quien.FindFirstValue(Reclamo.Sitio) ?? "",
        };
    }

    private static Task SinPermisoAsync(RedirectContext<CookieAuthenticationOptions> contexto) => SesionDe(contexto.HttpContext) switch
    {
        { EnReposo: true } => NegarAsync(contexto, StatusCodes.Status423Locked, RechazosDeCuenta.SesionEnReposo, "/cuenta/reposo"),
        { Puesto: "" } => NegarAsync(contexto, StatusCodes.Status403Forbidden, RechazosDeCuenta.FaltaSegundoFactor, "/cuenta"),
        var sesion => NegarAsync(contexto, StatusCodes.Status403Forbidden, SinPermiso(sesion), null),
    };

    private static Rechazo SinPermiso(SesionViva? sesion) => new(
        "sin_permiso",
        $"En su puesto{(sesion is null ? "" : $", {NombreDePuesto.De(sesion.Puesto)},")} no se puede abrir ni hacer esto.{(sesion?.Puestos.Count > 1 ? " Si le toca en otro de sus puestos, cambie de puesto arriba." : "")}",
        ClaseDeRechazo.NoPermitido);

    private static async Task NegarAsync(RedirectContext<CookieAuthenticationOptions> contexto, int estado, Rechazo rechazo, string? pantalla = "/entrar")
    {
        var peticion = contexto.Request;
        if (pantalla is not null && !EsDePrograma(peticion))
        {
            var regresar = HttpMethods.IsGet(peticion.Method) ? $"{peticion.PathBase}{peticion.Path}{peticion.QueryString}" : "/puestos";
            contexto.Response.Redirect(regresar == "/puestos" ? pantalla : $"{pantalla}?regresar={Uri.EscapeDataString(regresar)}");
            return;
        }

        var problema = rechazo.ToProblem();
        problema.ProblemDetails.Status = estado;
        contexto.Response.StatusCode = estado;
        if (await RechazoEnPantalla.EscribirAsync(contexto.HttpContext, problema.ProblemDetails))
        {
            return;
        }

        await contexto.Response.WriteAsJsonAsync(problema.ProblemDetails, options: null, contentType: "application/problem+json");
    }
}
