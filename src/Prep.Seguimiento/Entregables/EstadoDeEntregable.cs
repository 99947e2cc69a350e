using System.Collections.Immutable;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>How far a deliverable is: what its activities say, or what was said of it when the plan follows it by none.</summary>
/// <param name="Actividades">In the order of their months.</param>
/// <param name="Avance">That of the last of them that somebody moved.</param>
/// <param name="Cumplido">Nothing more is expected of it: the last activity was fulfilled.</param>
public sealed record EstadoDeEntregable(Entregable Entregable, ImmutableArray<(Actividad Actividad, AvanceDeActividad Avance)> Actividades, AvanceDeActividad Avance, bool Cumplido, ImmutableList<EntregableEnviado> Envios)
{
    /// <summary>Its state is said here and not in an activity.</summary>
    public bool SeDiceAqui => Actividades.IsEmpty;

    public static IEnumerable<EstadoDeEntregable> Todos(Programa programa) => programa.Plan.Definicion.Entregables.Select(e => De(programa, e));

    public static EstadoDeEntregable De(Programa programa, Entregable entregable)
    {
        var envios = programa.Entregables.EnviosDe(entregable.Numero);
        ImmutableArray<(Actividad Actividad, AvanceDeActividad Avance)> actividades =
        [
            .. programa.Plan.Definicion.Plan.Actividades.Where(a => a.Entregable == entregable.Numero).OrderBy(a => a.Periodo.Primero).Select(a => (a, programa.Plan.De(a.Id))),
        ];
        if (actividades.IsEmpty)
        {
            var suyo = programa.Entregables.Avances.GetValueOrDefault(entregable.Numero, AvanceDeActividad.Ninguno);
            return new(entregable, actividades, suyo, suyo.Cumplida, envios);
        }

        var movida = actividades.LastOrDefault(a => a.Avance.Desde is not null, actividades[0]);
        return new(entregable, actividades, movida.Avance, actividades[^1].Avance.Cumplida, envios);
    }
}
