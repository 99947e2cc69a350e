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
