using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The Secretaría issues a paper of a session: its PDF becomes a document of the session, to be signed; issued again, it is another version, with no signature yet.</summary>
public static class EmitirPapel
{
    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/{papel}/emision",
        async (string programa, int sesion, string papel, HttpContext http, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = await EjecutarAsync(programa, sesion, papel, plantillas, impresora, ajustes, c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerSesion.Ruta(programa, sesion)}#papeles", "Quedó emitido y está entre los documentos. Falta que se firme.")
                : await VerSesion.PintarAsync(programa, sesion, new("papeles", hecho.Rechazo.Mensaje, new Dictionary<string, string>()), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, <c>sesion_desconocida</c>, <c>papel_desconocido</c>, <c>sesion_en_curso</c>; those of the template, of the printer and of <see cref="EntregarDocumento"/>.</returns>
    public static async Task<Result<Programa>> EjecutarAsync(
        string programa, int sesion, string papel, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        var hallado = leido.Luego(p => VerPapel.Hallar(p, sesion, papel));
        if (!hallado.IsOk)
        {
            return hallado.Rechazo;
        }

        var (de, cual) = hallado.Value;
        if (!cual.SeEmite(de))
        {
            return new Rechazo("sesion_en_curso", $"{de.Nombre}: {PalabrasDeSesion.De(de.Estado).ToLowerInvariant()}. Se emite cuando termine; mientras, lea el proyecto.", ClaseDeRechazo.Conflicto);
        }

        return await DocumentoImpreso.EmitirAsync(
            programa,
            TextoDeSesion.Pagina(leido.Value, de, cual, proyecto: false, "", plantillas),
            new(Asunto.De(de), $"{cual}: {de.Nombre}", cual.Archivo(de), cual.Clase(), Numero: leido.Value.Emitido(de, cual)?.Numero),
            impresora, ajustes, c, ct);
    }
}
