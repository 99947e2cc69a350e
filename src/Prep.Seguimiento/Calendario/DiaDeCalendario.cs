using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Calendario;

/// <summary>Something with a day, or only with its month.</summary>
/// <param name="Dia">Null when only the month is known.</param>
/// <param name="Hora">As <c>12:00</c>; empty when it has none.</param>
/// <param name="Ruta">Where it is seen; empty when nowhere.</param>
/// <param name="Tachado">It was called off.</param>
public sealed record DiaDeCalendario(Mes Mes, DateOnly? Dia, string Hora, string Que, string Detalle, string Ruta, bool Tachado = false)
{
    /// <summary>Everything of a programme, in order; in a month, what has no day goes last.</summary>
    public static IEnumerable<DiaDeCalendario> Del(Programa programa, DateOnly hoy)
    {
        var definicion = programa.Plan.Definicion;
        return DeSesiones(programa, hoy)
            .Concat(programa.Sesiones.Acuerdos.Values.Where(a => a is { Abierto: true, Vence: not null }).Select(a =>
                new DiaDeCalendario(Mes.De(a.Vence!.Value), a.Vence, "", $"Vence el acuerdo {a.Folio}", a.Texto, VerAcuerdo.Ruta(programa.Id, a.Numero))))
            .Append(new(Mes.De(definicion.Jornada), definicion.Jornada, "", "Jornada electoral", "", ""))
            .OrderBy(d => d.Mes.Primero).ThenBy(d => d.Dia ?? DateOnly.MaxValue).ThenBy(d => d.Hora, StringComparer.Ordinal);
    }

    private static IEnumerable<DiaDeCalendario> DeSesiones(Programa programa, DateOnly hoy)
    {
        var definicion = programa.Plan.Definicion;
        foreach (var s in programa.Sesiones.Todas.Values)
        {
            var dia = definicion.Dia(s.Inicio);
            yield return new(Mes.De(dia), dia, PalabrasDeSesion.Hora(definicion, s.Inicio), s.Nombre, $"{PalabrasDeSesion.De(s.Estado)}. {PalabrasDeSesion.Donde(s)}", VerSesion.Ruta(programa.Id, s.Numero), s.Estado is EstadoDeSesion.Cancelada or EstadoDeSesion.NoCelebrada);
        }

        foreach (var s in definicion.Plan.Sesiones.Where(s => programa.Sesiones.DeLaPrevista(s.Nombre) is null))
        {
            yield return new(s.Mes, s.Fecha, "", s.Nombre, definicion.YaCelebrada(s) && s.Fecha < hoy ? "Celebrada, según el plan" : "Prevista en el plan, sin convocar", VerSesiones.Ruta(programa.Id));
        }
    }
}
