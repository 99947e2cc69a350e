using System.Collections.Immutable;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>A version of the plan, as it was written.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Motivo">Empty for the first.</param>
/// <param name="Aprobacion">Null while no session approved it.</param>
public sealed record VersionDelPlan(int Version, DefinicionDePrograma Definicion, string Motivo, DateTimeOffset En, string Persona, PlanAprobado? Aprobacion = null);

/// <summary>An agreement that lies elsewhere.</summary>
public sealed record AcuerdoEnlazado(string Acuerdo, string Direccion);

/// <summary>The plan in force and the progress of its activities.</summary>
/// <param name="Vigente">The last version, with the persons that the Commission has now; null while the programme is not open.</param>
/// <param name="Versiones">All, from the first.</param>
/// <param name="Acuerdos">Those tied to each activity.</param>
/// <param name="Nombres">Of who is or was of the Commission, by the key of the roster.</param>
public sealed record PlanDelPrograma(
    DefinicionDePrograma? Vigente,
    ImmutableList<VersionDelPlan> Versiones,
    ImmutableDictionary<string, AvanceDeActividad> Avances,
    ImmutableDictionary<string, ImmutableList<AcuerdoEnlazado>> Acuerdos,
    ImmutableDictionary<string, string> Nombres)
{
    public static readonly PlanDelPrograma Vacio = new(null, [], ImmutableDictionary<string, AvanceDeActividad>.Empty, ImmutableDictionary<string, ImmutableList<AcuerdoEnlazado>>.Empty, ImmutableDictionary<string, string>.Empty);

    public bool Abierto => Vigente is not null;

    /// <exception cref="InvalidOperationException">The programme is not open.</exception>
    public DefinicionDePrograma Definicion => Vigente ?? throw new InvalidOperationException("El programa no está abierto.");

    /// <summary>Of the plan, from 1.</summary>
    public int Version => Versiones.Count;

    /// <returns>Null when the plan has none with that key.</returns>
    public Actividad? Actividad(string id) => Definicion.Plan.Actividades.FirstOrDefault(a => a.Id == id);

    /// <summary>As the last version that had it says it: what was done stays in sight.</summary>
    /// <returns>Null when the plan has it, or never had it.</returns>
    public (Actividad Actividad, int Version)? Retirada(string id) => Actividad(id) is null && Versiones.FindLast(v => v.Definicion.Plan.Actividades.Any(a => a.Id == id)) is { } version
        ? (version.Definicion.Plan.Actividades.First(a => a.Id == id), version.Version)
        : null;

    /// <summary>What waits for an activity.</summary>
    public IEnumerable<Actividad> Detenidas(string actividad) => Definicion.Plan.Actividades.Where(a => a.DependeDe.Contains(actividad) && !De(a.Id).Cumplida);

    public AvanceDeActividad De(string actividad) => Avances.GetValueOrDefault(actividad, AvanceDeActividad.Ninguno);

    public ImmutableList<AcuerdoEnlazado> AcuerdosDe(string actividad) => Acuerdos.GetValueOrDefault(actividad, []);

    public PlanDelPrograma Con(Asiento a) => a.Suceso switch
    {
        ProgramaAbierto s => ConVersion(s.Definicion, "", a),
        PlanCambiado s => ConVersion(s.Definicion, s.Motivo, a),
        PlanAprobado s => this with { Versiones = Versiones.SetItem(s.Version - 1, Versiones[s.Version - 1] with { Aprobacion = s }) },
        IntegranteCambiado s => this with { Nombres = ConNombres([s.Integrante]), Vigente = Definicion with { Integrantes = s.Entra ? Definicion.Integrantes.Add(s.Integrante) : Definicion.Integrantes.Remove(s.Integrante) } },
        ActividadEnEstado s => this with { Avances = Avances.SetItem(s.Actividad, De(s.Actividad) with { Estado = s.Estado, Desde = a.En, Nota = s.Nota, Aprobacion = s.Aprobacion }) },
        AcuerdoDeActividad s => this with { Acuerdos = Acuerdos.SetItem(s.Actividad, AcuerdosDe(s.Actividad) is var hay && s.Quitado ? hay.Remove(new(s.Acuerdo, s.Direccion)) : hay.Add(new(s.Acuerdo, s.Direccion))) },
        _ => this,
    };

    private PlanDelPrograma ConVersion(DefinicionDePrograma definicion, string motivo, Asiento a) =>
        this with { Vigente = definicion, Versiones = Versiones.Add(new(Version + 1, definicion, motivo, a.En, a.Persona)), Nombres = ConNombres(definicion.Integrantes) };

    private ImmutableDictionary<string, string> ConNombres(IEnumerable<Integrante> integrantes) =>
        Nombres.SetItems(integrantes.Where(i => i.Persona is not null).Select(i => KeyValuePair.Create(i.Persona!, i.Nombre)));
}
