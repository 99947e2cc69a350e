using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Observaciones;

/// <summary>The observations of a programme.</summary>
public sealed record ObservacionesDelPrograma(ImmutableSortedDictionary<int, Observacion> Todas)
{
    public static readonly ObservacionesDelPrograma Vacio = new(ImmutableSortedDictionary<int, Observacion>.Empty);

    public IEnumerable<Observacion> De(Asunto asunto) => Todas.Values.Where(o => o.Asunto == asunto);

    public ObservacionesDelPrograma Con(Asiento a) => a.Suceso switch
    {
        ObservacionHecha s => new(Todas.Add(a.Numero, new(a.Numero, s.Asunto, s.Texto, a.En, a.Persona, a.Puesto, []))),
        ObservacionRespondida s => new(Todas.SetItem(s.Numero, Todas[s.Numero] with { Respuestas = Todas[s.Numero].Respuestas.Add(new(s.Texto, s.Atendida, a.En, a.Persona)) })),
        _ => this,
    };
}
