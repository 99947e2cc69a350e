using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Dominio;
using Prep.Operacion.Cuentas;
using Prep.Pantallas;

namespace Prep.Operacion.Http;

/// <summary>What a plain form is answered: see other when it was done, the same screen with what was typed when it was not.</summary>
public static class Formas
{
    private sealed record LimiteDeArchivo(Func<IServiceProvider, long> De);

    private sealed class Vuelta(string ruta) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = ruta;
            return Task.CompletedTask;
        }
    }

    /// <summary>Done: the browser asks for that screen, so that reloading sends nothing again.</summary>
    public static IResult Ver(string ruta) => new Vuelta(ruta);

    /// <summary>Forms and modules of these screens bring their antiforgery token; without it nothing is done and who asked is told how to go on.</summary>
    public static RouteGroupBuilder ConFicha(this RouteGroupBuilder grupo) => grupo.DisableAntiforgery().AddEndpointFilter(async (contexto, siguiente) =>
        contexto.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LimiteDeArchivo>() is { } limite ? await ConArchivoAsync(contexto, siguiente, limite)
        : HttpMethods.IsGet(contexto.HttpContext.Request.Method) || await SinFichaAsync(contexto.HttpContext) is not { } sinFicha ? await siguiente(contexto) : sinFicha);

    /// <summary>The form of this route, in a group <see cref="ConFicha"/>, brings a file: a <see cref="FormaConArchivo"/>, read to its end whatever is answered.</summary>
    /// <param name="limite">Most bytes of the file.</param>
    public static RouteHandlerBuilder ConArchivo(this RouteHandlerBuilder ruta, Func<IServiceProvider, long> limite) => ruta.WithMetadata(new LimiteDeArchivo(limite));

    /// <summary>What a request without its antiforgery token is answered: a module its code, a person the screen that the form belongs to, and the door who is not in yet.</summary>
    /// <param name="ficha">The token, when who asks read it from the form himself, as an upload that is not kept in memory does.</param>
    /// <returns>Null when it brings it.</returns>
    public static async Task<IResult?> SinFichaAsync(HttpContext http, string? ficha = null) => await TraeFichaAsync(http, ficha) ? null
        : EntradaPorCookie.EsDePrograma(http.Request) ? Ficha.Falta.ToProblem()
        : http.User.HasClaim(c => c.Type == Reclamo.Puesto) ? Pantallas.Pantalla<Puestos.PantallaDeFichaVencida>(new { Ruta = PantallaDe(http.Request.Path.Value!) }).ConEstado(Ficha.Falta with { Clase = ClaseDeRechazo.Entrada })
        : OtraVez(http);

    private static async ValueTask<object?> ConArchivoAsync(EndpointFilterInvocationContext contexto, EndpointFilterDelegate siguiente, LimiteDeArchivo limite)
    {
        var http = contexto.HttpContext;
        var (forma, respuesta) = await FormaConArchivo.LeerAsync(http, limite.De(http.RequestServices), http.RequestAborted);
        if (forma is null)
        {
            return respuesta;
        }

        http.Features.Set(forma);
        var dicho = await siguiente(contexto);
        await forma.TirarAsync(http.RequestAborted);
        return dicho;
    }

    private static async Task<bool> TraeFichaAsync(HttpContext http, string? ficha)
    {
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        if (ficha is null || http.Request.Headers.ContainsKey(Ficha.Encabezado))
        {
            return await antiforgery.IsRequestValidAsync(http);
        }

        http.Request.Headers[Ficha.Encabezado] = ficha;
        var trae = await antiforgery.IsRequestValidAsync(http);
        http.Request.Headers.Remove(Ficha.Encabezado);    // it says, besides, that a program asks
        return trae;
    }

    // The screen of a form is the first step of its address, and the second below /puestos.
    internal static string PantallaDe(string ruta) => string.Join('/', ruta.Split('/').Take(ruta.StartsWith("/puestos/", StringComparison.Ordinal) ? 3 : 2));

    private static IResult OtraVez(HttpContext http)
    {
        Http.Vuelta.Dejar(http, "La pantalla llevaba mucho tiempo abierta. Hágalo otra vez.", TonoDeAviso.Atento);
        return Ver(http.User.Identity?.IsAuthenticated == true ? "/cuenta" : "/entrar");
    }

    /// <summary>A screen with the state of a refusal, or 200.</summary>
    public static IResult ConEstado(this RazorComponentResult pantalla, Rechazo? rechazo)
    {
        pantalla.StatusCode = rechazo?.ToProblem().StatusCode ?? StatusCodes.Status200OK;
        return pantalla;
    }
}
