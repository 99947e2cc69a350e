using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Calendario;

/// <summary>The sessions of a programme as a calendar that any telephone reads (iCalendar): those called, at their hour; those the plan foresees, as the day or the month it gives.</summary>
public static class CalendarioIcs
{
    public const string Tipo = "text/calendar; charset=utf-8";

    // What a calendar shows of a session that has not ended: nobody said how long it takes.
    private static readonly TimeSpan _reserva = TimeSpan.FromHours(1);

    /// <param name="publico">Without the addresses to attend from afar: they are for those called.</param>
    public static string Escribir(Programa programa, bool publico)
    {
        Ical.Net.Calendar calendario = new() { ProductId = "-//Prep//Seguimiento//ES" };
        calendario.AddProperty("X-WR-CALNAME", programa.Plan.Definicion.Plan.Comision.Nombre);
        calendario.Events.AddRange(programa.Sesiones.Todas.Values.Select(s => De(programa, s, publico)));
        calendario.Events.AddRange(programa.Plan.Definicion.Plan.Sesiones.Where(s => programa.Sesiones.DeLaPrevista(s.Nombre) is null).Select(s => De(programa, s)));
        return new CalendarSerializer().SerializeToString(calendario) ?? "";
    }

    private static CalendarEvent De(Programa programa, SesionColegiada s, bool publico)
    {
        CalendarEvent evento = new()
        {
            Uid = $"sesion-{s.Numero}@{programa.Id}",
            DtStamp = Utc(s.Movida),
            Sequence = s.Cambios,
            Summary = s.Nombre,
            Location = PalabrasDeSesion.Donde(s),
            Description = string.Join('\n', s.Orden.Select((p, i) => $"{i + 1}. {p.Texto}")),
            Status = s.Estado is EstadoDeSesion.Cancelada or EstadoDeSesion.NoCelebrada ? "CANCELLED" : "CONFIRMED",
            DtStart = Utc(s.AbiertaEn ?? s.Inicio),
            DtEnd = Utc(s.Estado == EstadoDeSesion.Cerrada && s.CerradaEn > s.AbiertaEn ? s.CerradaEn.Value : (s.AbiertaEn ?? s.Inicio) + _reserva),
        };
        if (!publico && s.Enlace.Length > 0)
        {
            evento.Url = new(s.Enlace);
        }

        return evento;
    }

    // Takes no time of anybody: it is not known yet which day, or which hour.
    private static CalendarEvent De(Programa programa, SesionPrevista s) => new()
    {
        Uid = $"prevista-{s.Mes}-{EnClave(s.Nombre)}@{programa.Id}",
        DtStamp = Utc(programa.Plan.Versiones[^1].En),
        Summary = programa.Plan.Definicion.YaCelebrada(s) ? s.Nombre : $"{s.Nombre} (prevista)",
        Status = programa.Plan.Definicion.YaCelebrada(s) ? "CONFIRMED" : "TENTATIVE",
        Transparency = "TRANSPARENT",
        DtStart = new CalDateTime(s.Fecha ?? s.Mes.Primero),
        DtEnd = new CalDateTime((s.Fecha ?? s.Mes.Ultimo).AddDays(1)),
    };

    private static string EnClave(string nombre) => new([.. nombre.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

    private static CalDateTime Utc(DateTimeOffset en) => new(en.UtcDateTime, hasTime: true);
}
