using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Prep.Dominio;

namespace Prep.Operacion.Http;

/// <summary>Antiforgery of the JSON routes: a request that changes something and came with a cookie brings, in a header, what only our own screens know.</summary>
public static class Ficha
{
    public const string Encabezado = "X-Prep-Ficha";

    /// <summary>Claim that a sign-in by cookie adds; who signs in otherwise (a program with its key) sends nothing by itself, and needs no ficha.</summary>
    public const string PorGalleta = "por-galleta";

    internal static readonly Rechazo Falta = new("ficha_vencida", "La pantalla lleva mucho tiempo abierta o se abrió en otra sesión. Vuelva a cargarla: lo que escribió se conserva.", ClaseDeRechazo.NoPermitido);

    internal static async ValueTask<object?> ExigirAsync(EndpointFilterInvocationContext contexto, EndpointFilterDelegate siguiente)
    {
        var http = contexto.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || !http.User.HasClaim(c => c.Type == PorGalleta)
            || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await siguiente(contexto)
            : Falta.ToProblem();
    }
}
