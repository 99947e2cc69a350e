using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Seguimiento.Sesiones;

/// <summary>One session: its call, who came, its points with their votes and agreements, and the form of the step that follows.</summary>
public static class VerSesion
{
    public static readonly Rechazo Desconocida = new("sesion_desconocida", "No hay una sesión con ese número.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapGet("/{sesion:int}",
        (string programa, int sesion, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, sesion, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, int sesion) => $"{VerSesiones.Ruta(programa)}/{sesion}";

    internal static async Task<IResult> PintarAsync(string programa, int sesion, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : leido.Value.Sesiones.Todas.GetValueOrDefault(sesion) is not { } hallada ? Desconocida.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeSesion>(new { Programa = leido.Value, Sesion = hallada, Ahora = c.Ahora, Devuelto = devuelto }).ConEstado(rechazo);
    }

    /// <summary>Back to the session with the sentence, or with the form that was refused.</summary>
    internal static async Task<IResult> ResponderAsync(string programa, int sesion, string forma, IFormCollection campos, Result<Programa> hecho, string frase, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        hecho.IsOk ? Vuelta.Hecho(http, Ruta(programa, sesion), frase) : await PintarAsync(programa, sesion, Devuelto.De(forma, hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_ya_empezo</c>.</returns>
    internal static Result<SesionColegiada> Esperando(Programa programa, int sesion) => Hallar(programa, sesion).Luego<SesionColegiada>(s =>
        s.Estado == EstadoDeSesion.Convocada ? s : new Rechazo("sesion_ya_empezo", $"{s.Nombre}: {PalabrasDeSesion.De(s.Estado).ToLowerInvariant()}. Eso se hace antes de que empiece.", ClaseDeRechazo.Conflicto));

    /// <summary>Open or in recess.</summary>
    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_en_curso</c>.</returns>
    internal static Result<SesionColegiada> EnCurso(Programa programa, int sesion) => Hallar(programa, sesion).Luego<SesionColegiada>(s =>
        s.EnCurso ? s : new Rechazo("sesion_no_en_curso", $"{s.Nombre}: {PalabrasDeSesion.De(s.Estado).ToLowerInvariant()}. Eso se hace mientras la sesión está en curso.", ClaseDeRechazo.Conflicto));

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>.</returns>
    internal static Result<SesionColegiada> Abierta(Programa programa, int sesion) => Hallar(programa, sesion).Luego<SesionColegiada>(s => s.Estado switch
    {
        EstadoDeSesion.Abierta => s,
        EstadoDeSesion.Suspendida => new Rechazo("sesion_no_abierta", "La sesión está en receso: reanúdela antes.", ClaseDeRechazo.Conflicto),
        _ => new Rechazo("sesion_no_abierta", $"{s.Nombre}: {PalabrasDeSesion.De(s.Estado).ToLowerInvariant()}. Eso se hace con la sesión abierta.", ClaseDeRechazo.Conflicto),
    });

    /// <summary>Open, or closed and being written down.</summary>
    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>.</returns>
    internal static Result<SesionColegiada> Anotable(Programa programa, int sesion) => Hallar(programa, sesion) is { IsOk: true, Value.Estado: EstadoDeSesion.Cerrada } cerrada ? cerrada : Abierta(programa, sesion);

    internal static Rechazo? PuntoDesconocido(SesionColegiada sesion, int punto) => punto >= 0 && punto < sesion.Orden.Length
        ? null
        : new("punto_desconocido", $"El orden del día no tiene un punto {punto + 1}.", ClaseDeRechazo.NoExiste);

    private static Result<SesionColegiada> Hallar(Programa programa, int sesion) => programa.Sesiones.Todas.GetValueOrDefault(sesion) is { } s ? s : Desconocida;
}
