using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Operacion.Http;
using Prep.Pantallas;

namespace Prep.Operacion.Cuentas;

/// <summary>The door over HTTP: entering, enrolling a computer, leaving. Nobody has signed in yet.</summary>
public static class RutasDeEntrada
{
    private const string Paso = "prep.paso";

    /// <summary>All the screens of accounts: the door, one's own account, the roster.</summary>
    internal static void MapCuentas(this IEndpointRouteBuilder rutas)
    {
        var grupo = rutas.MapGroup("").ExcludeFromDescription().ConProteccion().ConFicha();
        var puerta = grupo.MapGroup("").AllowAnonymous();
        puerta.MapGet("/entrar", (string? regresar, ContextoDeCuentas c) => Entrada(c, regresar));
        puerta.MapGet("/entrar/reto", (Retos retos) => Results.Ok(new { reto = retos.Nuevo() }));
        puerta.MapPost("/entrar", EntrarAsync);
        puerta.MapGet("/entrar/segundo", (string? regresar, string? llave) => Segundo(regresar, llave == "si", null));
        puerta.MapPost("/entrar/segundo", SegundoAsync);
        puerta.MapPost("/entrar/llave/opciones", (HttpContext http, Retos retos, LlavesDeAcceso llaves, ContextoDeCuentas c, CancellationToken ct) =>
            PasoDe(http, retos) is { } paso ? llaves.PrepararEntradaAsync(paso, http, c, ct).ToHttp() : Task.FromResult<IResult>(RechazosDeCuenta.PasoVencido.ToProblem()));
        puerta.MapPost("/entrar/llave", ConLlaveAsync);
        puerta.MapGet("/equipo", () => Http.Pantallas.Pantalla<PantallaDeEquipo>());
        puerta.MapPost("/equipo", (InscribirEquipo.Request r, Retos retos, ContextoDeCuentas c, CancellationToken ct) => InscribirEquipo.EjecutarAsync(r, retos, c, ct).ToHttp());
        puerta.MapPost("/salir", SalirAsync);
        RutasDeCuentaPropia.Map(grupo);
        RutasDelPadron.Map(grupo);
        Capacitacion.RutasDeCapacitacion.Map(grupo.MapGroup("").ConProceso());
    }

    private static IResult Entrada(ContextoDeCuentas c, string? regresar, string? mal = null, string? credencial = null) =>
        Http.Pantallas.Pantalla<PantallaDeEntrada>(new { Mal = mal, Regresar = EntradaPorCookie.Regreso(regresar), Credencial = credencial, ExigeEquipo = c.ExigeSegundoFactor });

    private static IResult Segundo(string? regresar, bool conLlave, string? mal) =>
        Http.Pantallas.Pantalla<PantallaDeSegundo>(new { Mal = mal, Regresar = EntradaPorCookie.Regreso(regresar), ConLlave = conLlave });

    private static async Task<IResult> EntrarAsync(HttpContext http, Retos retos, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        var (credencial, pin, regresar) = (forma["credencial"].ToString(), forma["pin"].ToString(), forma["regresar"].ToString());
        if (credencial.Length is 0 or > 60 || pin.Length is 0 or > 20)
        {
            return Entrada(c, regresar, null, credencial.Length is 0 or > 60 ? null : credencial);
        }

        var prueba = forma["equipo"].ToString() is { Length: > 0 } equipo ? new PruebaDeEquipo(equipo, forma["reto"].ToString(), forma["firma"].ToString()) : null;
        var entrada = await Cuentas.Entrar.EjecutarAsync(new(credencial, pin, prueba), retos, c, ct);
        if (!entrada.IsOk)
        {
            return Entrada(c, regresar, entrada.Rechazo.Mensaje, null);
        }

        if (entrada.Value is Entrada.FaltaSegundo falta)
        {
            http.Response.Cookies.Append(Paso, retos.Guardar(falta.Paso), Galleta(http));
            return Formas.Ver($"/entrar/segundo?regresar={Uri.EscapeDataString(EntradaPorCookie.Regreso(regresar))}{(falta.ConLlave ? "&llave=si" : "")}");
        }

        return await AbrirAsync(http, (Entrada.Abierta)entrada.Value, regresar);
    }

    private static async Task<IResult> SegundoAsync(HttpContext http, Retos retos, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        var regresar = forma["regresar"].ToString();
        if (PasoDe(http, retos) is not { } paso)
        {
            return Entrada(c, regresar, RechazosDeCuenta.PasoVencido.Mensaje);
        }

        var entrada = await DarSegundoFactor.EjecutarAsync(new(paso, forma["codigo"].ToString()), c, ct);
        if (entrada.IsOk)
        {
            return await AbrirAsync(http, (Entrada.Abierta)entrada.Value, regresar);
        }

        return entrada.Rechazo == RechazosDeCuenta.PasoVencido
            ? Entrada(c, regresar, entrada.Rechazo.Mensaje)
            : Segundo(regresar, await c.LeerAsync(db => SegundoFactor.TieneLlaveAsync(db, paso.Persona, ct), ct), entrada.Rechazo.Mensaje);
    }

    private static async Task<IResult> ConLlaveAsync(LlavesDeAcceso.Request r, HttpContext http, Retos retos, LlavesDeAcceso llaves, ContextoDeCuentas c, CancellationToken ct)
    {
        if (PasoDe(http, retos) is not { } paso)
        {
            return RechazosDeCuenta.PasoVencido.ToProblem();
        }

        var entrada = await llaves.EntrarAsync(paso, r, http, c, ct);
        if (!entrada.IsOk)
        {
            return entrada.Rechazo.ToProblem();
        }

        await AbrirAsync(http, (Entrada.Abierta)entrada.Value, null);
        return Results.Ok(new { entro = true });
    }

    private static async Task<IResult> AbrirAsync(HttpContext http, Entrada.Abierta abierta, string? regresar)
    {
        http.Response.Cookies.Delete(Paso);
        await EntradaPorCookie.DarCookieAsync(http, abierta);
        return Formas.Ver(abierta.Puesto.Length == 0 ? "/cuenta" : EntradaPorCookie.Regreso(regresar));
    }

    private static async Task<IResult> SalirAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        if (EntradaPorCookie.SesionDe(http) is { } sesion)
        {
            await CerrarSesion.EjecutarAsync(sesion.Id, sesion.Persona, c, ct);
            sesiones.Olvidar();
        }

        await http.SignOutAsync(EntradaPorCookie.Esquema);
        return Formas.Ver("/entrar");
    }

    private static PasoPendiente? PasoDe(HttpContext http, Retos retos) => retos.Abrir(http.Request.Cookies[Paso]);

    private static CookieOptions Galleta(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = Retos.VidaDePaso,
    };
}
