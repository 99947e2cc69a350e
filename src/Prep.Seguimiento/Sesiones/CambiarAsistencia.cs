using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>Somebody comes late or leaves: who is there at each hour decides who votes and whether there is quorum.</summary>
public static class CambiarAsistencia
{
    /// <param name="Persona">The key of who is in the list, or the name of who comes new, who has no vote.</param>
    /// <param name="Cargo">Of who comes new.</param>
    /// <param name="Presente">As the person already is, with an hour, mends the hour of her last coming or going.</param>
    /// <param name="Hora">By the clock of the room; null is now, while the session is being held.</param>
    public sealed record Request(int Sesion, string Persona, string Cargo, bool Presente, DateTimeOffset? Hora = null);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/asistencia",
        async (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            var hora = leido.IsOk ? FormaDeSesion.HoraOpcional(campos, "hora", leido.Value.Plan.Definicion) : leido.Rechazo;
            var hecho = hora.IsOk ? await EjecutarAsync(programa, new(sesion, FormaDeSesion.Texto(campos, "persona"), FormaDeSesion.Texto(campos, "cargo"), campos["presente"] == "si", hora.Value), c, ct) : hora.Rechazo;
            return await VerSesion.ResponderAsync(programa, sesion, "asistencia", campos, hecho, "La asistencia quedó anotada.", http, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_en_curso</c>, <c>falta_nombre</c>, <c>persona_desconocida</c>, <c>sin_cambio</c>, <c>antes_de_su_hora</c>, <c>otra_votacion</c>, and those of <see cref="HoraDeSesion.De"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora) => VerSesion.EnCurso(programa, r.Sesion).Luego<Suceso>(sesion =>
    {
        var definicion = programa.Plan.Definicion;
        var conocido = sesion.Asistentes.FirstOrDefault(a => a.EsQuien(r.Persona));
        if (r.Persona.Length == 0 || (conocido is null && !r.Presente))
        {
            return r.Persona.Length == 0
                ? new Rechazo("falta_nombre", "Escriba el nombre de quien llega.", ClaseDeRechazo.Entrada)
                : new Rechazo("persona_desconocida", $"{r.Persona} no está en la lista de asistencia.", ClaseDeRechazo.NoExiste);
        }

        var suyos = sesion.Movimientos.Where(m => m.Clave == conocido?.Clave).ToList();
        var corrige = conocido?.Presente == r.Presente;
        if (corrige && (suyos.Count == 0 || r.Hora is null || r.Hora == suyos[^1].En))
        {
            return new Rechazo("sin_cambio", $"{conocido!.Nombre} ya estaba así en la lista.");
        }

        var asistente = conocido is null ? new(r.Persona, r.Persona, r.Cargo, "", Vota: false, Presente: true) : conocido with { Presente = r.Presente };
        return HoraDeSesion.De(definicion, sesion, r.Hora, ahora).Luego<Suceso>(hora =>
            suyos.SkipLast(corrige ? 1 : 0).LastOrDefault() is { En: { } antes } anterior && hora < HoraDeSesion.AlMinuto(antes)
                ? new Rechazo("antes_de_su_hora", $"{asistente.Nombre} {PalabrasDeSesion.De(definicion, sesion, anterior)}: esa hora es anterior.", ClaseDeRechazo.Entrada)
                : OtraVotacion(definicion, sesion.Con(0, asistente, hora), asistente) is { } otra ? otra
                : new AsistenciaCambiada(r.Sesion, asistente, hora));
    });

    // A vote whose hour is known was of who was there at that hour.
    private static Rechazo? OtraVotacion(DefinicionDePrograma definicion, SesionColegiada despues, Asistente quien) => despues.VotosConHora()
        .Where(v => quien.Vota && despues.EstabaA(quien, v.En) != v.Votacion.Votos.Any(x => x.Persona == quien.Clave))
        .Select(v => new Rechazo("otra_votacion", $"El punto {v.Punto + 1} se votó a las {PalabrasDeSesion.Momento(definicion, v.En)} {(despues.EstabaA(quien, v.En) ? "sin" : "con")} el voto de {quien.Nombre}. Revise la hora o, si la votación está mal, anúlela antes."))
        .FirstOrDefault();
}
