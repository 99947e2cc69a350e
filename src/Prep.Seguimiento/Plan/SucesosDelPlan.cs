using System.Collections.Immutable;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The programme was loaded: the first thing in its book.</summary>
[Nombre("programa.abierto")]
public sealed record ProgramaAbierto(DefinicionDePrograma Definicion) : Suceso;

/// <summary>An activity went to another state.</summary>
/// <param name="Nota">Why, or with what; empty when there is nothing to say.</param>
/// <param name="Aprobacion">Only, and always, when the state is <see cref="EstadoDeActividad.Aprobado"/>.</param>
[Nombre("actividad.estado")]
public sealed record ActividadEnEstado(string Actividad, EstadoDeActividad Estado, string Nota, Aprobacion? Aprobacion) : Suceso;

/// <summary>The plan is another from now on; the earlier ones stay to be read.</summary>
/// <param name="Motivo">Why.</param>
/// <param name="Retiradas">Keys of activities, and of deliverables as <c>entregable:8</c>, with a history, that it leaves out on purpose.</param>
[Nombre("plan.version")]
public sealed record PlanCambiado(DefinicionDePrograma Definicion, string Motivo, ImmutableArray<string> Retiradas) : Suceso;

/// <summary>A version of the plan was approved in a session.</summary>
/// <param name="Sesion">As the Commission calls it.</param>
/// <param name="DelLibro">The agreement, when the session was held here: the number of its entry.</param>
[Nombre("plan.aprobado")]
public sealed record PlanAprobado(int Version, string Sesion, string Acuerdo, DateOnly Fecha, int? DelLibro = null) : Suceso;

/// <summary>A person came to the Commission, or left it.</summary>
/// <param name="Documento">The agreement or letter that says it.</param>
[Nombre("programa.integrante")]
public sealed record IntegranteCambiado(Integrante Integrante, bool Entra, DateOnly Desde, string Documento) : Suceso;

/// <summary>An activity was tied to an agreement that lies elsewhere, or that tie was taken away.</summary>
/// <param name="Direccion">Where anyone reads it.</param>
[Nombre("actividad.acuerdo")]
public sealed record AcuerdoDeActividad(string Actividad, string Acuerdo, string Direccion, bool Quitado) : Suceso;
