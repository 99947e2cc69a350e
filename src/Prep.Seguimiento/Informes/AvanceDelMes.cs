using System.Collections.Immutable;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Informes;

/// <summary>How the plan stood at the end of a day and what moved in a month: what a report tells, worked out from the book alone.</summary>
/// <param name="Al">The day it stands at: the last of the month, or today while the month runs.</param>
/// <param name="DelMes">What the plan asks in the month.</param>
/// <param name="Tarde">Of other months, oldest first.</param>
/// <param name="Documentos">The versions that came in during the month.</param>
/// <param name="Observaciones">Those made or answered in the month, and those that still wait.</param>
/// <param name="Sesiones">Held, called off or not held in the month.</param>
/// <param name="Acuerdos">Taken in the month, and those that still owe something.</param>
/// <param name="Siguientes">What the plan asks in the month after.</param>
public sealed record AvanceDelMes(
    Programa Programa,
    Mes Mes,
    DateOnly Al,
    int Cumplidas,
    int Total,
    ImmutableArray<RenglonDeAvance> DelMes,
    ImmutableArray<RenglonDeAvance> Tarde,
    ImmutableArray<Movimiento> Movimientos,
    ImmutableArray<(DateOnly Dia, Documento Documento, VersionDeDocumento Version)> Documentos,
    ImmutableArray<Observacion> Observaciones,
    ImmutableArray<SesionColegiada> Sesiones,
    ImmutableArray<AcuerdoDeSesion> Acuerdos,
    ImmutableArray<Actividad> Siguientes)
{
    public static AvanceDelMes De(Programa programa, Mes mes, DateOnly hoy)
    {
        var al = mes.Ultimo < hoy ? mes.Ultimo : hoy;
        var entonces = programa.Al(al);
        var actividades = entonces.Plan.Definicion.Plan.Actividades;
        var renglones = actividades.Select(a => RenglonDeAvance.De(entonces, a, al)).ToImmutableArray();
        var siguiente = Mes.De(mes.Ultimo.AddDays(1));
        return new(
            entonces,
            mes,
            al,
            renglones.Count(r => r.Luz.Luz == Luz.Cumplida),
            renglones.Length,
            [.. renglones.Where(r => r.Actividad.Periodo == mes)],
            [.. renglones.Where(r => r.Luz.Luz == Luz.Tarde && r.Actividad.Periodo != mes).OrderBy(r => r.Luz.Dias)],
            [.. Movimiento.Del(entonces, mes)],
            [.. entonces.Documentos.Todos.Values.Where(d => LugarPublico.EsPublico(d.Asunto)).SelectMany(d => d.Versiones.Select(v => (Dia: Dia(v.En), Documento: d, Version: v))).Where(d => Mes.De(d.Dia) == mes).OrderBy(d => d.Version.En)],
            [.. entonces.Observaciones.Todas.Values.Where(o => LugarPublico.EsPublico(o.Asunto) && (o.Pendiente || DelMes(o.En) || o.Respuestas.Any(r => DelMes(r.En))))],
            [.. entonces.Sesiones.Todas.Values.Where(s => DelMes(s.Inicio)).OrderBy(s => s.Inicio)],
            [.. entonces.Sesiones.Acuerdos.Values.Where(a => a.Abierto || Mes.De(a.Fecha) == mes)],
            [.. actividades.Where(a => a.Periodo == siguiente)]);

        DateOnly Dia(DateTimeOffset en) => programa.Plan.Definicion.Dia(en);
        bool DelMes(DateTimeOffset en) => Mes.De(Dia(en)) == mes;
    }
}

/// <summary>An activity as it stood.</summary>
public sealed record RenglonDeAvance(Actividad Actividad, AvanceDeActividad Avance, Semaforo Luz)
{
    public static RenglonDeAvance De(Programa programa, Actividad actividad, DateOnly al)
    {
        var avance = programa.Plan.De(actividad.Id);
        return new(actividad, avance, Semaforo.De(actividad, avance, al));
    }
}

/// <summary>Something that went from a state to another.</summary>
/// <param name="Que">The activity, by its text.</param>
public sealed record Movimiento(DateOnly Dia, string Que, EstadoDeActividad De, EstadoDeActividad A, string Nota, Aprobacion? Aprobacion)
{
    /// <summary>Those of a month, in order.</summary>
    public static IEnumerable<Movimiento> Del(Programa programa, Mes mes)
    {
        var antes = new Dictionary<string, EstadoDeActividad>();
        foreach (var asiento in programa.Historia)
        {
            if (asiento.Suceso is not ActividadEnEstado s)
            {
                continue;
            }

            var dia = programa.Plan.Definicion.Dia(asiento.En);
            if (Mes.De(dia) == mes)
            {
                yield return new(dia, programa.Plan.Actividad(s.Actividad)?.Texto ?? s.Actividad, antes.GetValueOrDefault(s.Actividad), s.Estado, s.Nota, s.Aprobacion);
            }

            antes[s.Actividad] = s.Estado;
        }
    }
}
