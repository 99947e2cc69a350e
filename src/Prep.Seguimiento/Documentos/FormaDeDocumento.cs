using Microsoft.AspNetCore.Http;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;

namespace Prep.Seguimiento.Documentos;

/// <summary>What a form about a document is answered: the screen of what it belongs to.</summary>
internal static class FormaDeDocumento
{
    public static async Task<IResult> ResponderAsync(string programa, int numero, string formulario, string frase, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, Func<Task<Result<Programa>>> hacer, CancellationToken ct)
    {
        var hecho = await hacer();
        var visto = hecho.IsOk ? hecho : await c.ProgramaAsync(programa, ct);
        if (!visto.IsOk || visto.Value.Documentos.Todos.GetValueOrDefault(numero) is not { } documento)
        {
            return (hecho.IsOk ? EntregarDocumento.Desconocido : hecho.Rechazo).ToProblem();
        }

        return hecho.IsOk
            ? Vuelta.Hecho(http, $"{AsuntosDelPrograma.De(visto.Value, documento.Asunto)?.Ruta ?? VerAsunto.Ruta(programa, documento.Asunto)}#documentos", frase)
            : await VerAsunto.PintarAsync(programa, $"{documento.Asunto}", Devuelto.De(formulario, hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
    }
}
