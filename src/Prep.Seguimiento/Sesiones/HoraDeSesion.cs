using Prep.Dominio;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The hour of what happens in a session, by the clock of the room: it may be written down after.</summary>
internal static class HoraDeSesion
{
    /// <summary>What was written; now, when nothing was and the session is being held.</summary>
    /// <returns><c>falta_hora_de_la_sala</c>, <c>hora_por_venir</c>, <c>antes_de_abrir</c>.</returns>
    public static Result<DateTimeOffset> De(DefinicionDePrograma definicion, SesionColegiada sesion, DateTimeOffset? escrita, DateTimeOffset ahora) => escrita switch
    {
        null when SeCelebra(definicion, sesion, ahora) => ahora,
        null => new Rechazo("falta_hora_de_la_sala", $"La sesión no es de hoy, es del {Palabras.Larga(definicion.Dia(sesion.DesdeEn!.Value))}: escriba a qué hora fue, por el reloj de la sala.", ClaseDeRechazo.Entrada),
        { } hora when hora > ahora => new Rechazo("hora_por_venir", "Esa hora todavía no llega. Si es ahora, déjela en blanco.", ClaseDeRechazo.Entrada),
        { } hora when hora < AlMinuto(sesion.AbiertaEn!.Value) => new Rechazo("antes_de_abrir", $"La sesión empezó a las {PalabrasDeSesion.Momento(definicion, sesion.AbiertaEn.Value)}: esa hora es anterior.", ClaseDeRechazo.Entrada),
        { } hora => hora,
    };

    /// <summary>What is written now happens now: it began, stopped or went on today.</summary>
    public static bool SeCelebra(DefinicionDePrograma definicion, SesionColegiada sesion, DateTimeOffset ahora) => sesion.EnCurso && definicion.Dia(sesion.DesdeEn!.Value) == definicion.Dia(ahora);

    /// <summary>As the boxes of a form give an hour: what happened within a minute happened in it.</summary>
    public static DateTimeOffset AlMinuto(DateTimeOffset en) => en.AddTicks(-(en.Ticks % TimeSpan.TicksPerMinute));
}
