using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Http;

/// <summary>A refusal as who asked can read it: a program, its code; a person who opens a page, a screen that says it and leads on.</summary>
public static class RechazoEnPantalla
{
    private const string NoHay = "En esa dirección no hay una pantalla: puede que esté incompleta, o que sea de algo que ya se guardó.";

    /// <summary>What a handler gave: its refusals become a screen for who reads one.</summary>
    public static object? De(HttpContext http, object? resultado) => resultado is ProblemHttpResult { ProblemDetails: var problema } && LoLee(http) ? Pantalla(http, problema) : resultado;

    /// <summary>The screen of a refusal decided before any handler, when a person reads it.</summary>
    /// <returns>False when a program asked: nothing was written.</returns>
    public static async Task<bool> EscribirAsync(HttpContext http, ProblemDetails problema)
    {
        if (!LoLee(http))
        {
            return false;
        }

        Pantallas.Proteger(http);
        await Pantalla(http, problema).ExecuteAsync(http);
        return true;
    }

    /// <summary>An address that is nobody's, or only takes forms, is told in a screen too.</summary>
    internal static void UsePantallaDeNadie(this IApplicationBuilder app) => app.UseStatusCodePages((StatusCodeContext contexto) =>
        EscribirAsync(contexto.HttpContext, new() { Status = contexto.HttpContext.Response.StatusCode, Detail = NoHay }));

    private static bool LoLee(HttpContext http) =>
        !EntradaPorCookie.EsDePrograma(http.Request)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && http.User.HasClaim(c => c.Type == Reclamo.Puesto);

    private static RazorComponentResult Pantalla(HttpContext http, ProblemDetails problema)
    {
        var pantalla = Pantallas.Pantalla<PantallaDeRechazo>(new
        {
            Titulo = problema.Status switch
            {
                StatusCodes.Status403Forbidden when HttpMethods.IsGet(http.Request.Method) => "Esto no es de su puesto",
                StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "No se encontró",
                _ => "No se hizo",
            },
            Mensaje = problema.Detail ?? "",
            Pantalla = Formas.PantallaDe(http.Request.Path.Value!),
        });
        pantalla.StatusCode = problema.Status;
        return pantalla;
    }
}
