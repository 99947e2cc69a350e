using System.Collections.Immutable;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The plan in force and the progress of its activities.</summary>
/// <param name="Vigente">Null while the programme is not open.</param>
/// <param name="Version">Of the plan, from 1.</param>
public sealed record PlanDelPrograma(DefinicionDePrograma? Vigente, int Version, ImmutableDictionary<string, AvanceDeActividad> Avances)
{
    public static readonly PlanDelPrograma Vacio = new(null, 0, ImmutableDictionary<string, AvanceDeActividad>.Empty);

    public bool Abierto => Vigente is not null;

    /// <exception cref="InvalidOperationException">The programme is not open.</exception>
    public DefinicionDePrograma Definicion => Vigente ?? throw new InvalidOperationException("El programa no está abierto.");

    /// <returns>Null when the plan has none with that key.</returns>
    public Actividad? Actividad(string id) => Definicion.Plan.Actividades.FirstOrDefault(a => a.Id == id);

    /// <summary>What waits for an activity.</summary>
    public IEnumerable<Actividad> Detenidas(string actividad) => Definicion.Plan.Actividades.Where(a => a.DependeDe.Contains(actividad) && !De(a.Id).Cumplida);

    public AvanceDeActividad De(string actividad) => Avances.GetValueOrDefault(actividad, AvanceDeActividad.Ninguno);

    public PlanDelPrograma Con(Asiento a) => a.Suceso switch
    {
        ProgramaAbierto s => this with { Vigente = s.Definicion, Version = 1 },
        ActividadEnEstado s => this with { Avances = Avances.SetItem(s.Actividad, De(s.Actividad) with { Estado = s.Estado, Desde = a.En, Nota = s.Nota, Aprobacion = s.Aprobacion }) },
        _ => this,
    };
}
