using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Sesiones;

/// <summary>Who votes asks for an extraordinary session, or joins who asked; with the majority of those who vote it must be called.</summary>
public static class PedirSesion
{
    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapPost("/peticiones", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesiones.ResponderAsync(programa, "pedir", campos, await EjecutarAsync(programa, DeForma.Opcion<OrganoColegiado>(campos["organo"]) ?? OrganoColegiado.Comision, FormaDeSesion.Texto(campos, "asunto"), c, ct), "Su petición quedó anotada. Las demás personas con voto la ven y pueden sumarse.", http, c, ct))
            .RequireAuthorization(Permiso.PedirSesion);
        sesiones.MapPost("/peticiones/{peticion:int}/apoyo", async (string programa, int peticion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesiones.ResponderAsync(programa, "apoyar", campos, await ApoyarAsync(programa, peticion, c, ct), "Se sumó a la petición.", http, c, ct)).RequireAuthorization(Permiso.PedirSesion);
    }

    public static Task<Result<Programa>> EjecutarAsync(string programa, OrganoColegiado organo, string asunto, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => Decidir(p, organo, asunto, c.Persona), ct);

    public static Task<Result<Programa>> ApoyarAsync(string programa, int peticion, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => DecidirApoyo(p, peticion, c.Persona), ct);

    /// <returns><c>pide_sin_voto</c>, <c>falta_asunto</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, OrganoColegiado organo, string asunto, string persona) =>
        SinVoto(programa, organo, persona) is { } sinVoto ? sinVoto
        : asunto.Length == 0 ? new Rechazo("falta_asunto", "Escriba para qué pide la sesión.", ClaseDeRechazo.Entrada)
        : new SesionPedida(organo, asunto);

    /// <returns><c>peticion_desconocida</c>, <c>peticion_atendida</c>, <c>pide_sin_voto</c>, <c>ya_la_pidio</c>.</returns>
    public static Result<Suceso> DecidirApoyo(Programa programa, int peticion, string persona) => programa.Sesiones.Peticiones.GetValueOrDefault(peticion) switch
    {
        null => new Rechazo("peticion_desconocida", "No hay una petición con ese número.", ClaseDeRechazo.NoExiste),
        { Sesion: not null } => new Rechazo("peticion_atendida", "Esa petición ya tiene su sesión.", ClaseDeRechazo.Conflicto),
        var p when SinVoto(programa, p.Organo, persona) is { } sinVoto => sinVoto,
        var p when p.Piden.Contains(persona) => new Rechazo("ya_la_pidio", "Usted ya la pidió: cada persona cuenta una vez.", ClaseDeRechazo.Conflicto),
        _ => new PeticionApoyada(peticion),
    };

    /// <summary>Whether it must be called: more than half of those who vote today asked for it.</summary>
    public static bool TieneMayoria(Programa programa, PeticionDeSesion peticion)
    {
        var votan = programa.QueVotan(peticion.Organo).Select(i => i.Clave()).ToHashSet();
        return peticion.Piden.Count(votan.Contains) >= Miembros.Mayoria(votan.Count);
    }

    private static Rechazo? SinVoto(Programa programa, OrganoColegiado organo, string persona) => programa.QueVotan(organo).Any(i => i.Persona == persona)
        ? null
        : new("pide_sin_voto", $"Piden una sesión extraordinaria quienes tienen voto en {PalabrasDeSesion.De(organo)}. Pídala por escrito a la Secretaría Técnica.", ClaseDeRechazo.NoPermitido);
}
