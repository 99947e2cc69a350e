using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Sitios;

/// <summary>Screens of the coordinator, the centre and the consejos, and what their forms do: each calls a use case and comes back.</summary>
public static class PantallasDeSitio
{
    /// <summary>What a form of the coordinator does; the key is the last part of its address.</summary>
    private static readonly Dictionary<string, Func<Formulario, Contexto, CancellationToken, Task<Result<Anotado>>>> _delCatd = new()
    {
        ["punto"] = (f, c, ct) => f.Opcion<MomentoDeLista>("lista") is { } lista && f.Opcion<RespuestaDeLista>("respuesta") is { } respuesta
            ? RevisarPunto.EjecutarAsync(f.Sitio, new(lista, f["punto"], respuesta, f["nota"]), c, ct)
            : SinElegir("Elija Sí, No o No aplica."),
        ["apertura"] = (f, c, ct) => AbrirSitio.EjecutarAsync(f.Sitio, c, ct),
        ["cierre"] = (f, c, ct) => CerrarSitio.EjecutarAsync(f.Sitio, c, ct),
        ["incidente"] = (f, c, ct) => f.Opcion<CategoriaDeIncidente>("categoria") is not { } categoria
            ? SinElegir("Elija de qué es el incidente.")
            : f["hora"].Length > 0 && c.Proceso.UltimaHora(f["hora"], c.Ahora) is null
                ? SinElegir("Escriba la hora con cuatro dígitos, como 23:50.")
                : AbrirIncidente.EjecutarAsync(f.Sitio, new(categoria, f["texto"], c.Proceso.UltimaHora(f["hora"], c.Ahora)), c, ct),
        ["accion"] = (f, c, ct) => SeguirIncidente.EjecutarAsync(f.Sitio, f.Numero("incidente"), new(f["texto"], f["cierra"] == "si"), c, ct),
        ["sello"] = (f, c, ct) => SellarSitio.EjecutarAsync(f.Sitio, new(f["texto"]), c, ct),
        ["traslado"] = (f, c, ct) => TrasladarSitio.EjecutarAsync(f.Sitio, new(f["alterno"], f["texto"]), c, ct),
        ["reapertura"] = (f, c, ct) => ReabrirSitio.EjecutarAsync(f.Sitio, new(f.Numero("actas"), f["texto"]), c, ct),
        ["atencion"] = (f, c, ct) => AtenderObservacion.EjecutarAsync(f.Sitio, f.Numero("numero"), new(f["texto"]), c, ct),
    };

    internal static void Map(RouteGroupBuilder puestos)
    {
        puestos.MapGet("/catd", (Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) => DelCatdAsync(null, c, cuentas, ct)).RequireAuthorization(Permiso.OperarSitio);
        puestos.MapPost("/catd/{accion}", (string accion, IFormCollection campos, HttpContext http, Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) =>
            _delCatd.TryGetValue(accion, out var hacer)
                ? HacerAsync(http, c.Sitio ?? "", campos, accion, f => hacer(f, c, ct), "/puestos/catd", devuelto => DelCatdAsync(devuelto, c, cuentas, ct))
                : Task.FromResult(Results.NotFound())).RequireAuthorization(Permiso.OperarSitio);

        puestos.MapGet("/central", (Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) => DelCentroAsync(null, c, cuentas, ct)).RequireAuthorization(Permiso.ResponderIncidente);
        puestos.MapPost("/central/respuesta", (IFormCollection campos, HttpContext http, Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) =>
            HacerAsync(http, campos["sitio"].ToString(), campos, $"respuesta-{campos["sitio"]}-{campos["incidente"]}", f => ResponderIncidente.EjecutarAsync(f.Sitio, f.Numero("incidente"), new(f["texto"]), c, ct), "/puestos/central", devuelto => DelCentroAsync(devuelto, c, cuentas, ct)))
            .RequireAuthorization(Permiso.ResponderIncidente);
        puestos.MapPost("/central/reintento", async (IFormCollection campos, SenalDeReintento senal, HttpContext http, Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) =>
            await VerCortes.ReintentarAsync(senal, c, ct) is { IsOk: false } no
                ? await DelCentroAsync(Devuelto.De("reintento", no.Rechazo.Mensaje, campos), c, cuentas, ct)
                : Vuelta.Hecho(http, "/puestos/central", "Se pidió el reintento. El resultado aparece aquí en unos segundos."))
            .RequireAuthorization(Permiso.OperarCortes);

        puestos.MapGet("/consejo", (Contexto c, CancellationToken ct) => DelConsejoAsync(null, c, ct)).RequireAuthorization(Permiso.ObservarSitio);
        puestos.MapPost("/consejo/observacion", (IFormCollection campos, HttpContext http, Contexto c, CancellationToken ct) =>
            HacerAsync(http, campos["sitio"].ToString(), campos, $"observacion-{campos["sitio"]}", f => ObservarSitio.EjecutarAsync(f.Sitio, new(f["texto"]), c, ct), "/puestos/consejo", devuelto => DelConsejoAsync(devuelto, c, ct)))
            .RequireAuthorization(Permiso.ObservarSitio);

    }

    private static Task<Result<Anotado>> SinElegir(string mensaje) => Task.FromResult<Result<Anotado>>(new Rechazo("falta_elegir", mensaje, ClaseDeRechazo.Entrada));

    private static async Task<IResult> HacerAsync(
        HttpContext http, string sitio, IFormCollection campos, string formulario, Func<Formulario, Task<Result<Anotado>>> hacer, string ruta, Func<Devuelto, Task<IResult>> devolver)
    {
        var hecho = await hacer(new(sitio, campos));
        if (hecho.IsOk)
        {
            return Vuelta.Hecho(http, ruta, $"Quedó en la bitácora de {sitio} con el número {hecho.Value.Numero}.");
        }

        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await devolver(Devuelto.De(formulario, hecho.Rechazo.Mensaje, campos));
    }

    private static async Task<IResult> DelCatdAsync(Devuelto? devuelto, Contexto c, ContextoDeCuentas cuentas, CancellationToken ct)
    {
        var sitio = await VerSitios.UnoAsync(c.Sitio ?? "", c, ct);
        return sitio.IsOk
            ? Pintar<PantallaDeCatd>(new() { ["Sitio"] = sitio.Value, ["Personal"] = (await PersonalAsync(c, cuentas, ct)).GetValueOrDefault(sitio.Value.Clave, PersonalDeSitio.Nadie) }, devuelto)
            : Pintar<PantallaSinSitio>([], null);
    }

    private static async Task<IResult> DelCentroAsync(Devuelto? devuelto, Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) =>
        Pintar<PantallaDelCentro>(new() { ["Sitios"] = await VerSitios.TodosAsync(c, ct), ["Personal"] = await PersonalAsync(c, cuentas, ct), ["Cortes"] = await VerCortes.EjecutarAsync(c, ct) }, devuelto);

    private static Task<IReadOnlyDictionary<string, PersonalDeSitio>> PersonalAsync(Contexto c, ContextoDeCuentas cuentas, CancellationToken ct) => VerAsistencia.EjecutarAsync(VerSitios.Alcance(c), cuentas, ct);

    private static async Task<IResult> DelConsejoAsync(Devuelto? devuelto, Contexto c, CancellationToken ct) =>
        Pintar<PantallaDelConsejo>(new() { ["Sitios"] = await VerSitios.TodosAsync(c, ct) }, devuelto);

    private static RazorComponentResult Pintar<T>(Dictionary<string, object?> parametros, Devuelto? devuelto)
        where T : IComponent
    {
        if (devuelto is not null)
        {
            parametros["Devuelto"] = devuelto;
        }

        return new RazorComponentResult<T>(parametros) { StatusCode = devuelto is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Fields of a form, absent as empty.</summary>
    private sealed record Formulario(string Sitio, IFormCollection Campos)
    {
        public string this[string campo] => Campos[campo].ToString().Trim();

        public int Numero(string campo) => int.TryParse(this[campo], System.Globalization.NumberStyles.AllowLeadingSign, null, out var numero) ? numero : -1;

        public T? Opcion<T>(string campo)
            where T : struct, Enum => Enum.TryParse<T>(this[campo], out var valor) && Enum.IsDefined(valor) ? valor : null;
    }
}
