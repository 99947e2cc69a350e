using Microsoft.AspNetCore.Http;
using Prep.Documentos;

namespace Prep.Operacion.Documentos;

/// <summary>The page of a document as the browser shows it: with the policy of its own styles and nothing else.</summary>
public static class DocumentoEnPantalla
{
    public static IResult De(HttpContext http, string pagina)
    {
        http.Response.Headers.ContentSecurityPolicy = $"{PoliticaDeDocumento.De(pagina)}; frame-ancestors 'none'";
        return Results.Content(pagina, "text/html; charset=utf-8");
    }
}
