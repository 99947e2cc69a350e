using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The steps of a session besides its points: put off, called off, suspended, resumed, closed.</summary>
public static class PasosDeSesion
{
    /// <param name="Notificada">When those called were told of the change; null is now.</param>
    public sealed record Reprogramacion(int Sesion, DateTimeOffset? Notificada, DateTimeOffset Inicio, string Lugar, string Enlace, string Motivo);

    /// <param name="Hora">By the clock of the room; null is now, while the session is being held.</param>
    public sealed record Paso(int Sesion, DateTimeOffset? Hora, string Motivo = "");

    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapPost("/{sesion:int}/reprogramar", async (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            var pedida = leido.IsOk ? FormaDeSesion.Reprogramacion(sesion, campos, leido.Value.Plan.Definicion) : leido.Rechazo;
            var hecho = pedida.IsOk ? await c.AnotarAsync(programa, (p, ahora) => Reprogramar(p, pedida.Value, ahora), ct) : pedida.Rechazo;
            return await VerSesion.ResponderAsync(programa, sesion, "reprogramar", campos, hecho, "La sesión quedó reprogramada. Notifique el cambio.", http, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/{sesion:int}/cancelar", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            DarAsync(programa, sesion, "cancelar", campos, (p, paso, _) => Cancelar(p, paso), "La sesión quedó cancelada. Notifíquelo.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/{sesion:int}/suspender", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            DarAsync(programa, sesion, "suspender", campos, Suspender, "La sesión está en receso.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/{sesion:int}/reanudar", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            DarAsync(programa, sesion, "reanudar", campos, Reanudar, "La sesión se reanudó.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/{sesion:int}/cerrar", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            DarAsync(programa, sesion, "cerrar", campos, Cerrar, "La sesión está cerrada.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>sesion_desconocida</c>, <c>sesion_ya_empezo</c>, <c>falta_motivo</c>, or those of <see cref="ConvocarSesion.Impedimento"/>.</returns>
    public static Result<Suceso> Reprogramar(Programa programa, Reprogramacion r, DateTimeOffset ahora) => VerSesion.Esperando(programa, r.Sesion).Luego<Suceso>(sesion =>
        r.Motivo.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué cambia la sesión: lo lee quien ya estaba convocado.", ClaseDeRechazo.Entrada)
        : ConvocarSesion.Impedimento(programa.Plan.Definicion, sesion.Organo, sesion.Tipo, r.Notificada ?? ahora, r.Inicio, r.Lugar, r.Enlace, ahora) is { } impedimento ? impedimento
        : new SesionReprogramada(r.Sesion, r.Notificada ?? ahora, r.Inicio, r.Lugar, r.Enlace, r.Motivo));

    /// <returns><c>sesion_desconocida</c>, <c>sesion_ya_empezo</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Cancelar(Programa programa, Paso paso) => VerSesion.Esperando(programa, paso.Sesion).Luego<Suceso>(_ =>
        paso.Motivo.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué se cancela: lo lee quien ya estaba convocado.", ClaseDeRechazo.Entrada) : new SesionCancelada(paso.Sesion, paso.Motivo));

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_abierta</c>, <c>falta_motivo</c>, <c>antes_de_lo_anotado</c>, and those of <see cref="HoraDeSesion.De"/>.</returns>
    public static Result<Suceso> Suspender(Programa programa, Paso paso, DateTimeOffset ahora) => VerSesion.Abierta(programa, paso.Sesion).Luego<Suceso>(sesion =>
        paso.Motivo.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué se suspende y cuándo sigue.", ClaseDeRechazo.Entrada)
        : Hora(programa, sesion, paso, ahora).Luego<Suceso>(hora => new SesionSuspendida(paso.Sesion, hora, paso.Motivo)));

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_suspendida</c>, <c>sin_quorum</c>, <c>antes_de_lo_anotado</c>, and those of <see cref="HoraDeSesion.De"/>.</returns>
    public static Result<Suceso> Reanudar(Programa programa, Paso paso, DateTimeOffset ahora) => VerSesion.EnCurso(programa, paso.Sesion).Luego<Suceso>(sesion =>
        sesion.Estado != EstadoDeSesion.Suspendida ? new Rechazo("sesion_no_suspendida", "La sesión no está en receso.", ClaseDeRechazo.Conflicto)
        : Hora(programa, sesion, paso, ahora).Luego<Suceso>(hora => sesion.VotantesA(hora).Count() is var estan && estan < sesion.Quorum
            ? new Rechazo("sin_quorum", $"No hay quórum para reanudar: están {estan} con voto y hacen falta {sesion.Quorum}. Anote en la asistencia a quien llegue.")
            : new SesionReanudada(paso.Sesion, hora)));

    /// <returns><c>sesion_desconocida</c>, <c>sesion_no_en_curso</c>, <c>falta_votar</c>, <c>antes_de_lo_anotado</c>, and those of <see cref="HoraDeSesion.De"/>.</returns>
    public static Result<Suceso> Cerrar(Programa programa, Paso paso, DateTimeOffset ahora) => VerSesion.Abierta(programa, paso.Sesion).Luego<Suceso>(sesion =>
        sesion.PorVotar is { } punto ? new Rechazo("falta_votar", $"Falta votar el punto {punto + 1}, «{sesion.Orden[punto].Texto}». Vótelo, o retírelo del orden del día y diga por qué.")
        : Hora(programa, sesion, paso, ahora).Luego<Suceso>(hora => DespuesDe(programa.Plan.Definicion, sesion, hora) is { } despues ? despues : new SesionCerrada(paso.Sesion, hora)));

    private static Result<DateTimeOffset> Hora(Programa programa, SesionColegiada sesion, Paso paso, DateTimeOffset ahora) =>
        HoraDeSesion.De(programa.Plan.Definicion, sesion, paso.Hora, ahora).Luego<DateTimeOffset>(hora => hora < HoraDeSesion.AlMinuto(sesion.DesdeEn!.Value)
            ? new Rechazo("antes_de_lo_anotado", $"{(sesion.Estado == EstadoDeSesion.Suspendida ? "El receso empezó" : "La sesión se reanudó")} a las {PalabrasDeSesion.Momento(programa.Plan.Definicion, sesion.DesdeEn.Value)}: esa hora es anterior.", ClaseDeRechazo.Entrada)
            : hora);

    // Nobody comes, leaves or votes after the close.
    private static Rechazo? DespuesDe(DefinicionDePrograma definicion, SesionColegiada sesion, DateTimeOffset hora) =>
        sesion.Movimientos.FirstOrDefault(m => m.En is { } en && hora < HoraDeSesion.AlMinuto(en)) is { } tarde
            ? new("antes_de_lo_anotado", $"{sesion.Asistentes.First(a => a.Clave == tarde.Clave).Nombre} {PalabrasDeSesion.De(definicion, sesion, tarde)}: la sesión no pudo terminar antes. Revise esa hora o corríjala en la asistencia.", ClaseDeRechazo.Entrada)
        : sesion.VotosConHora().Where(v => hora < HoraDeSesion.AlMinuto(v.En))
            .Select(v => new Rechazo("antes_de_lo_anotado", $"El punto {v.Punto + 1} se votó a las {PalabrasDeSesion.Momento(definicion, v.En)}: la sesión no pudo terminar antes.", ClaseDeRechazo.Entrada)).FirstOrDefault();

    private static async Task<IResult> DarAsync(
        string programa, int sesion, string forma, IFormCollection campos, Func<Programa, Paso, DateTimeOffset, Result<Suceso>> decidir, string frase, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        var hora = leido.IsOk ? FormaDeSesion.HoraOpcional(campos, "hora", leido.Value.Plan.Definicion) : leido.Rechazo;
        var hecho = hora.IsOk ? await c.AnotarAsync(programa, (p, ahora) => decidir(p, new(sesion, hora.Value, FormaDeSesion.Texto(campos, "motivo")), ahora), ct) : hora.Rechazo;
        return await VerSesion.ResponderAsync(programa, sesion, forma, campos, hecho, frase, http, c, ct);
    }
}
