using Microsoft.AspNetCore.Http;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Pantallas;

namespace Prep.Seguimiento.Documentos;

/// <summary>A page that the follow-up words, as PDF: a draft to keep, or a document of the programme.</summary>
public static class DocumentoImpreso
{
    /// <summary>Issues it: its PDF becomes a document, or another version of the one that the request names.</summary>
    /// <returns>The refusal of the page; those of <see cref="Impresora.ImprimirAsync"/> and of <see cref="EntregarDocumento"/>.</returns>
    public static async Task<Result<Programa>> EmitirAsync(
        string programa, Result<string> pagina, EntregarDocumento.Request documento, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var pdf = await ImprimirAsync(pagina, impresora, c, ct);
        if (!pdf.IsOk)
        {
            return pdf.Rechazo;
        }

        using var contenido = new MemoryStream(pdf.Value.Bytes.ToArray(), writable: false);
        return await EntregarDocumento.EjecutarAsync(programa, documento, contenido, ajustes, c, ct);
    }

    /// <summary>Gives the draft. A person asked for a file: what cannot be done is said in a screen.</summary>
    /// <param name="archivo">How it is called in the person's computer.</param>
    /// <param name="pantalla">The address where it is said.</param>
    public static async Task<IResult> DarAsync(HttpContext http, Result<string> pagina, string archivo, string pantalla, Impresora impresora, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var pdf = await ImprimirAsync(pagina, impresora, c, ct);
        if (pdf.IsOk)
        {
            return Results.Bytes(pdf.Value.Bytes, "application/pdf", archivo);
        }

        Vuelta.Dejar(http, pdf.Rechazo.Mensaje, TonoDeAviso.Mal);
        return Formas.Ver(pantalla);
    }

    private static async Task<Result<Pdf>> ImprimirAsync(Result<string> pagina, Impresora impresora, ContextoDeSeguimiento c, CancellationToken ct) =>
        pagina.IsOk ? await impresora.ImprimirAsync(pagina.Value, c.Ahora, ct) : pagina.Rechazo;
}
