using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Pantallas;

namespace Prep.Operacion.Cuentas;

/// <summary>What a person does with her own account, over HTTP.</summary>
internal static class RutasDeCuentaPropia
{
    public static void Map(RouteGroupBuilder grupo)
    {
        var cuenta = grupo.MapGroup("/cuenta").RequireAuthorization(EntradaPorCookie.Propia);
        cuenta.MapGet("/", async (HttpContext http, ContextoDeCuentas c, CancellationToken ct) =>
            Http.Pantallas.Pantalla<PantallaDeCuenta>(new { Vista = await VerCuenta.EjecutarAsync(Sesion(http), c, ct), Sesion = Sesion(http) }));
        cuenta.MapPost("/puesto", PuestoAsync);
        cuenta.MapPost("/pin", PinAsync);
        cuenta.MapPost("/turno", TurnoAsync);
        cuenta.MapPost("/sesion", CerrarAsync);
        cuenta.MapPost("/telefono", async (HttpContext http, ContextoDeCuentas c, CancellationToken ct) =>
            await RegistrarTotp.PrepararAsync(Sesion(http), c, ct) is { IsOk: true } preparado
                ? Http.Pantallas.Pantalla<PantallaDeTelefono>(new { Preparado = preparado.Value })
                : Http.Pantallas.Pantalla<PantallaDeTelefono>(new { Mal = RechazosDeCuenta.FaltaSegundoFactor.Mensaje }));
        cuenta.MapPost("/telefono/confirmar", TelefonoAsync);
        cuenta.MapPost("/llave/opciones", (HttpContext http, LlavesDeAcceso llaves, ContextoDeCuentas c, CancellationToken ct) =>
            llaves.PrepararRegistroAsync(Sesion(http), http, c, ct).ToHttp());
        cuenta.MapPost("/llave", async (LlavesDeAcceso.Request r, HttpContext http, LlavesDeAcceso llaves, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct) =>
        {
            var hecho = await llaves.RegistrarAsync(Sesion(http), r, http, c, ct);
            sesiones.Olvidar();
            return await Task.FromResult(hecho).ToHttp();
        });
        cuenta.MapPost("/reposo", async (HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct) =>
        {
            var hecho = await PonerEnReposo.EjecutarAsync(Sesion(http), c, ct);
            sesiones.Olvidar();
            return await Task.FromResult(hecho).ToHttp();
        });

        // While it rests, only these answer: signed in is enough.
        var reposo = grupo.MapGroup("/cuenta/reposo").RequireAuthorization(p => p.RequireAuthenticatedUser().RequireClaim(Reclamo.Sesion));
        reposo.MapGet("/", (HttpContext http, string? regresar) => Sesion(http).EnReposo
            ? Http.Pantallas.Pantalla<PantallaDeReposo>(new { Sesion(http).Nombre, Regresar = EntradaPorCookie.Regreso(regresar) })
            : Formas.Ver(EntradaPorCookie.Regreso(regresar)));
        reposo.MapPost("/salir", DelReposoAsync);
    }

    private static SesionViva Sesion(HttpContext http) => EntradaPorCookie.SesionDe(http) ?? throw new InvalidOperationException("Esta ruta es de quien entró por la pantalla.");

    private static async Task<IResult> PuestoAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        var hecho = await CambiarDePuesto.EjecutarAsync(Sesion(http), (await http.Request.ReadFormAsync(ct))["puesto"].ToString(), c, ct);
        sesiones.Olvidar();
        if (hecho.IsOk)
        {
            return Formas.Ver("/puestos");
        }

        Vuelta.Dejar(http, hecho.Rechazo.Mensaje, TonoDeAviso.Mal);
        return Formas.Ver("/cuenta");
    }

    private static async Task<IResult> PinAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        if (forma["nuevo"] != forma["otra"])
        {
            Vuelta.Dejar(http, "El PIN nuevo no es igual las dos veces. Escríbalo otra vez.", TonoDeAviso.Mal);
            return Formas.Ver("/cuenta");
        }

        var hecho = await CambiarPin.EjecutarAsync(Sesion(http), new(forma["actual"].ToString(), forma["nuevo"].ToString()), c, ct);
        sesiones.Olvidar();
        return Vuelta.De(http, "/cuenta", hecho, "Su PIN cambió. Sus otras sesiones se cerraron.");
    }

    private static async Task<IResult> TurnoAsync(HttpContext http, ContextoDeCuentas c, CancellationToken ct)
    {
        var persona = Sesion(http).Persona;
        return (await http.Request.ReadFormAsync(ct))["accion"] == "salida"
            ? Vuelta.De(http, "/cuenta", await RegistrarAsistencia.SalidaAsync(persona, c, ct), "Quedó registrada su salida.")
            : Vuelta.De(http, "/cuenta", await RegistrarAsistencia.EntradaAsync(persona, c, ct), "Quedó registrada su entrada.");
    }

    private static async Task<IResult> CerrarAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        var hecho = await CerrarSesion.EjecutarAsync((await http.Request.ReadFormAsync(ct))["sesion"].ToString(), Sesion(http).Persona, c, ct);
        sesiones.Olvidar();
        return Vuelta.De(http, "/cuenta", hecho, "La otra sesión se cerró.");
    }

    private static async Task<IResult> TelefonoAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        var hecho = await RegistrarTotp.ConfirmarAsync(Sesion(http), (await http.Request.ReadFormAsync(ct))["codigo"].ToString(), c, ct);
        sesiones.Olvidar();
        if (hecho.IsOk)
        {
            return Http.Pantallas.Pantalla<PantallaDeTelefono>(new { Codigos = hecho.Value.DeRecuperacion });
        }

        // Another secret is shown: a QR already read is read again, and the mistake costs half a minute.
        var otro = await RegistrarTotp.PrepararAsync(Sesion(http), c, ct);
        return Http.Pantallas.Pantalla<PantallaDeTelefono>(new { Preparado = otro.IsOk ? otro.Value : null, Mal = $"{hecho.Rechazo.Mensaje} El QR cambió: léalo otra vez." });
    }

    private static async Task<IResult> DelReposoAsync(HttpContext http, Sesiones sesiones, ContextoDeCuentas c, CancellationToken ct)
    {
        var programa = http.Request.HasJsonContentType();
        var (pin, regresar) = programa
            ? ((await http.Request.ReadFromJsonAsync<PinEscrito>(ct))?.Pin, "")
            : (await http.Request.ReadFormAsync(ct) is var forma ? forma["pin"].ToString() : "", http.Request.Form["regresar"].ToString());
        var hecho = await SalirDelReposo.EjecutarAsync(Sesion(http), pin ?? "", c, ct);
        sesiones.Olvidar();
        if (programa)
        {
            return await Task.FromResult(hecho).ToHttp();
        }

        return hecho.IsOk
            ? Formas.Ver(EntradaPorCookie.Regreso(regresar))
            : Http.Pantallas.Pantalla<PantallaDeReposo>(new { Mal = hecho.Rechazo.Mensaje, Sesion(http).Nombre, Regresar = EntradaPorCookie.Regreso(regresar) });
    }

    private sealed record PinEscrito(string Pin);
}
