using System.Collections.Immutable;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>How far a deliverable is: what its activities say, or what was said of it when the plan follows it by none.</summary>
/// <param name="Actividades">In the order of their months.</param>
/// <param name="Avance">That of the last of them that somebody moved.</param>
/// <param name="EnPalabras">What a table says of it: a draft that was approved is not the deliverable approved.</param>
/// <param name="Cumplido">Nothing more is expected of it: the last activity was fulfilled.</param>
public sealed record EstadoDeEntregable(Entregable Entregable, ImmutableArray<(Actividad Actividad, AvanceDeActividad Avance)> Actividades, AvanceDeActividad Avance, string EnPalabras, bool Cumplido, ImmutableList<EntregableEnviado> Envios)
{
    /// <summary>Its state is said here: no activity says it, and it is not worked out from the reports.</summary>
    public bool SeDiceAqui => Actividades.IsEmpty && !Entregable.CadaMes;

    public static IEnumerable<EstadoDeEntregable> Todos(Programa programa) => programa.Plan.Definicion.Entregables.Select(e => De(programa, e));

    public static EstadoDeEntregable De(Programa programa, Entregable entregable)
    {
        var envios = programa.Entregables.EnviosDe(entregable.Numero);
        ImmutableArray<(Actividad Actividad, AvanceDeActividad Avance)> actividades =
        [
            .. programa.Plan.Definicion.Plan.Actividades.Where(a => a.Entregable == entregable.Numero).OrderBy(a => a.Periodo.Primero).Select(a => (a, programa.Plan.De(a.Id))),
        ];
        if (entregable.CadaMes)
        {
            var meses = VerInformes.Del(programa.Plan.Definicion).Where(i => i.Mes is not null).Select(i => InformesDelPrograma.Emitido(programa, i)).ToList();
            var emitidos = meses.Count(d => d is not null);
            return new(entregable, actividades, AvanceDeActividad.Ninguno, $"{emitidos} de {meses.Count} emitidos", emitidos == meses.Count, envios);
        }

        if (actividades.IsEmpty)
        {
            var suyo = programa.Entregables.Avances.GetValueOrDefault(entregable.Numero, AvanceDeActividad.Ninguno);
            return new(entregable, actividades, suyo, Palabras.De(suyo.Estado), suyo.Cumplida, envios);
        }

        var movida = actividades.LastOrDefault(a => a.Avance.Desde is not null, actividades[0]);
        var (cumplido, estado) = (actividades[^1].Avance.Cumplida, Palabras.De(movida.Avance.Estado));
        return new(entregable, actividades, movida.Avance, !cumplido && movida.Avance.Cumplida ? $"Proyecto: {estado}" : estado, cumplido, envios);
    }
}
