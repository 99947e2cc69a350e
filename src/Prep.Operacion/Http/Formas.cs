using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Dominio;

namespace Prep.Operacion.Http;

/// <summary>What a plain form is answered: see other when it was done, the same screen with what was typed when it was not.</summary>
public static class Formas
{
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

    /// <summary>Forms of these screens bring their antiforgery token; without it nothing is done and the person is told how to go on: the screen that the form belongs to, its first two steps.</summary>
    public static RouteGroupBuilder ConFicha(this RouteGroupBuilder grupo) => grupo.DisableAntiforgery().AddEndpointFilter(async (contexto, siguiente) =>
    {
        var http = contexto.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await siguiente(contexto)
            : Pantallas.Pantalla<Puestos.PantallaDeFichaVencida>(new { Ruta = string.Join('/', http.Request.Path.Value!.Split('/').Take(3)) }).ConEstado(new("ficha_vencida", "", ClaseDeRechazo.Entrada));
    });

    /// <summary>A screen with the state of a refusal, or 200.</summary>
    public static IResult ConEstado<T>(this RazorComponentResult<T> pantalla, Rechazo? rechazo)
        where T : IComponent
    {
        pantalla.StatusCode = rechazo?.ToProblem().StatusCode ?? StatusCodes.Status200OK;
        return pantalla;
    }
}
