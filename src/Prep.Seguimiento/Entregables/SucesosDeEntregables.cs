using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>A deliverable that no activity of the plan follows went to another state.</summary>
/// <param name="Aprobacion">Only, and always, when the state is <see cref="EstadoDeActividad.Aprobado"/>.</param>
[Nombre("entregable.estado")]
public sealed record EntregableEnEstado(int Numero, EstadoDeActividad Estado, string Nota, Aprobacion? Aprobacion) : Suceso;

/// <summary>A deliverable was sent to INE, which observes all of them.</summary>
/// <param name="Version">Which form of it.</param>
/// <param name="Oficio">Number of the letter that took it.</param>
[Nombre("entregable.enviado")]
public sealed record EntregableEnviado(int Numero, FaseDeDocumento Version, DateOnly Fecha, string Oficio) : Suceso;
