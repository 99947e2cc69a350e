using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Sesiones;

/// <summary>Who attended signs what was issued, with the own account; for who signed by hand, the Secretaría writes it down, and it is seen that it was so.</summary>
public static class FirmarPapel
{
    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapPost("/{sesion:int}/{papel}/firma", async (string programa, int sesion, string papel, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            Responder(programa, sesion, await c.AnotarAsync(programa, (p, _) => Decidir(p, sesion, papel, c.Persona), ct), "Su firma quedó anotada.", http)).RequireAuthorization(Permiso.FirmarSesion);
        sesiones.MapPost("/{sesion:int}/{papel}/firma-en-papel", async (string programa, int sesion, string papel, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            Responder(programa, sesion, await c.AnotarAsync(programa, (p, _) => Decidir(p, sesion, papel, FormaDeSesion.Texto(campos, "persona")), ct), "La firma en papel quedó anotada.", http)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>sesion_desconocida</c>, <c>papel_desconocido</c>, <c>papel_sin_emitir</c>, <c>no_firma</c>, <c>papel_atrasado</c>, <c>ya_firmado</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, int sesion, string papel, string persona) => VerPapel.Hallar(programa, sesion, papel).Luego(h =>
        programa.Emitido(h.Sesion, h.Papel) is not { } documento ? new Rechazo("papel_sin_emitir", "Todavía no se emite: no hay qué firmar.")
        : h.Papel.Firman(programa, h.Sesion).All(a => a.Clave != persona) ? new Rechazo("no_firma", "Firma quien asistió con voto, y la Secretaría Técnica.", ClaseDeRechazo.NoPermitido)
        : h.Papel.Atrasado(h.Sesion, documento) ? new Rechazo("papel_atrasado", "Algo cambió después de que se emitió. Pida a la Secretaría Técnica que emita otra versión y firme ésa.", ClaseDeRechazo.Conflicto)
        : FirmarDocumento.Decidir(programa, documento.Numero, documento.Vigente.Version, persona));

    private static IResult Responder(string programa, int sesion, Result<Programa> hecho, string frase, HttpContext http) => Vuelta.De(http, $"{VerSesion.Ruta(programa, sesion)}#papeles", hecho, frase);
}
