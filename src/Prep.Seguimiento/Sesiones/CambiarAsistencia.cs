using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Sesiones;

/// <summary>Somebody comes late or leaves: who is there decides who votes and whether there is quorum.</summary>
public static class CambiarAsistencia
{
    /// <param name="Persona">The key of who is in the list, or the name of who comes new, who has no vote.</param>
    /// <param name="Cargo">Of who comes new.</param>
    public sealed record Request(int Sesion, string Persona, string Cargo, bool Presente);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/asistencia",
        async (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesion.ResponderAsync(
                programa, sesion, "asistencia", campos,
                await EjecutarAsync(programa, new(sesion, FormaDeSesion.Texto(campos, "persona"), FormaDeSesion.Texto(campos, "cargo"), campos["presente"] == "si"), c, ct), "La asistencia quedó anotada.", http, c, ct))
        .RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_en_curso</c>, <c>falta_nombre</c>, <c>persona_desconocida</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) => VerSesion.EnCurso(programa, r.Sesion).Luego<Suceso>(sesion =>
        r.Persona.Length == 0 ? new Rechazo("falta_nombre", "Escriba el nombre de quien llega.", ClaseDeRechazo.Entrada)
        : sesion.Asistentes.FirstOrDefault(a => a.EsQuien(r.Persona)) is { } conocido
            ? conocido.Presente == r.Presente
                ? new Rechazo("sin_cambio", $"{conocido.Nombre} ya estaba así en la lista.")
                : new AsistenciaCambiada(r.Sesion, conocido with { Presente = r.Presente })
            : r.Presente
                ? new AsistenciaCambiada(r.Sesion, new(r.Persona, r.Persona, r.Cargo, "", Vota: false, Presente: true))
                : new Rechazo("persona_desconocida", $"{r.Persona} no está en la lista de asistencia.", ClaseDeRechazo.NoExiste));
}
