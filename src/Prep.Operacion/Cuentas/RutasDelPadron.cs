using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Pantallas;

namespace Prep.Operacion.Cuentas;

/// <summary>Roster and computers, over HTTP: each site for who coordinates it, all for administration.</summary>
internal static class RutasDelPadron
{
    private const string Raiz = "/puestos/padron";

    public static void Map(RouteGroupBuilder grupo)
    {
        var padron = grupo.MapGroup(Raiz);
        padron.MapGet("/", (HttpContext http, string? sitio, ContextoDeCuentas c, CancellationToken ct) => VerAsync(http, sitio, c, ct)).RequireAuthorization(Permiso.CuentasDeSitio);
        padron.MapPost("/", CargarAsync).ConArchivo(_ => LectorDePadron.Maximo).RequireAuthorization(Permiso.AdministrarCuentas);
        padron.MapPost("/credenciales", CredencialesAsync).RequireAuthorization(Permiso.CuentasDeSitio);
        padron.MapPost("/equipo", EquipoAsync).RequireAuthorization(Permiso.CuentasDeSitio);
        padron.MapPost("/revocar", (HttpContext http, ContextoDeCuentas c, Sesiones s, CancellationToken ct) =>
            HacerAsync(http, s, (cual, _) => RevocarEquipo.EjecutarAsync(cual, c, ct), "El equipo ya no puede usarse.")).RequireAuthorization(Permiso.CuentasDeSitio);
        padron.MapPost("/desbloquear", (HttpContext http, ContextoDeCuentas c, Sesiones s, CancellationToken ct) =>
            HacerAsync(http, s, (cual, _) => DesbloquearCuenta.EjecutarAsync(cual, c, ct), "Ya puede intentar de nuevo.")).RequireAuthorization(Permiso.CuentasDeSitio);
        padron.MapPost("/segundo", (HttpContext http, ContextoDeCuentas c, Sesiones s, CancellationToken ct) =>
            HacerAsync(http, s, (cual, _) => QuitarSegundoFactor.EjecutarAsync(cual, c, ct), "Al entrar registrará otro segundo factor.")).RequireAuthorization(Permiso.AdministrarCuentas);
        padron.MapPost("/turno", (HttpContext http, ContextoDeCuentas c, Sesiones s, CancellationToken ct) =>
            HacerAsync(http, s, (cual, accion) => accion == "salida" ? RegistrarAsistencia.SalidaAsync(cual, c, ct) : RegistrarAsistencia.EntradaAsync(cual, c, ct), "Quedó registrado.")).RequireAuthorization(Permiso.CuentasDeSitio);
    }

    private static async Task<IResult> VerAsync(HttpContext http, string? sitio, ContextoDeCuentas c, CancellationToken ct, GenerarCodigoDeEquipo.Hecho? codigo = null, IReadOnlyList<string>? faltas = null) =>
        Http.Pantallas.Pantalla<PantallaDePadron>(new { Padron = await VerPadron.EjecutarAsync(sitio ?? "", c, ct), Codigo = codigo, Faltas = faltas ?? [] });

    private static async Task<IResult> CargarAsync(HttpContext http, ContextoDeCuentas c, Sesiones sesiones, CancellationToken ct)
    {
        var forma = FormaConArchivo.De(http);
        var archivo = await forma.BytesAsync(LectorDePadron.MuyGrande, ct);
        if (!archivo.IsOk)
        {
            return Vuelta.De(http, Raiz, archivo, "");
        }

        var lectura = LectorDePadron.Leer(Path.GetFileName(forma.Archivo), archivo.Value, LectorDePadron.SitiosDe(c.Proceso));
        var hecho = await CargarPadron.EjecutarAsync(lectura, c, ct);
        sesiones.Olvidar();
        if (!hecho.IsOk)
        {
            return await VerAsync(http, null, c, ct, faltas: [.. lectura.Lineas()]);
        }

        var (r, avisos) = (hecho.Value, lectura.Registro.Avisos.Count);
        Vuelta.Dejar(http, $"Padrón cargado: {r.Nuevas} nuevas, {r.Cambiadas} cambiadas, {r.Bajas} bajas, {r.Iguales} sin cambio.{(avisos > 0 ? $" {avisos} renglones con un sitio que no es CATD del catálogo: revíselos." : "")}",
            avisos > 0 ? TonoDeAviso.Atento : TonoDeAviso.Bien);
        return Formas.Ver(Raiz);
    }

    // Shown as the answer itself: what it carries must not be asked for twice.
    private static async Task<IResult> CredencialesAsync(HttpContext http, RecursosDePantalla recursos, ContextoDeCuentas c, Sesiones sesiones, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        var (persona, sitio) = (forma["cual"].ToString(), forma["sitio"].ToString());
        var hechas = await EmitirCredenciales.EjecutarAsync(persona.Length > 0 ? new([persona]) : new(Sitio: sitio), c, ct);
        sesiones.Olvidar();
        if (hechas.IsOk)
        {
            return Results.Content(HojaDeCredenciales.Html(hechas.Value, c.Proceso?.Nombre ?? "", recursos.Ruta("credenciales.css")), "text/html; charset=utf-8");
        }

        Vuelta.Dejar(http, hechas.Rechazo.Mensaje, TonoDeAviso.Atento);
        return Formas.Ver($"{Raiz}?sitio={Uri.EscapeDataString(sitio)}");
    }

    private static async Task<IResult> EquipoAsync(HttpContext http, ContextoDeCuentas c, CancellationToken ct)
    {
        var forma = await http.Request.ReadFormAsync(ct);
        var hecho = await GenerarCodigoDeEquipo.EjecutarAsync(new(forma["sitio"].ToString(), forma["nombre"].ToString()), c, ct);
        if (hecho.IsOk)
        {
            return await VerAsync(http, hecho.Value.Sitio, c, ct, hecho.Value);
        }

        Vuelta.Dejar(http, hecho.Rechazo.Mensaje, TonoDeAviso.Mal);
        return Formas.Ver(Raiz);
    }

    private static async Task<IResult> HacerAsync(HttpContext http, Sesiones sesiones, Func<string, string, Task<Dominio.Result<Acuse>>> trabajo, string bien)
    {
        var forma = await http.Request.ReadFormAsync();
        var hecho = await trabajo(forma["cual"].ToString(), forma["accion"].ToString());
        sesiones.Olvidar();
        return Vuelta.De(http, $"{Raiz}?sitio={Uri.EscapeDataString(forma["sitio"].ToString())}", hecho, bien);
    }
}
