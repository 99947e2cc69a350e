using System.Collections.Immutable;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A session was called: its number is that of this entry.</summary>
/// <param name="Prevista">Name of the session of the plan that it holds; null when the plan did not foresee it.</param>
/// <param name="Notificada">When those called were told.</param>
/// <param name="Enlace">Address to attend from afar; empty when none.</param>
/// <param name="Peticion">The request of the members that it answers; null when none.</param>
[Nombre("sesion.convocada")]
public sealed record SesionConvocada(
    OrganoColegiado Organo, TipoDeSesion Tipo, string Nombre, string? Prevista, DateTimeOffset Notificada, DateTimeOffset Inicio, string Lugar, string Enlace, ImmutableArray<PuntoDelOrden> Orden, int? Peticion) : Suceso;

/// <summary>It was put off, or moved to another place.</summary>
[Nombre("sesion.reprogramada")]
public sealed record SesionReprogramada(int Sesion, DateTimeOffset Notificada, DateTimeOffset Inicio, string Lugar, string Enlace, string Motivo) : Suceso;

/// <summary>Its order of the day was written anew before it began.</summary>
[Nombre("sesion.orden")]
public sealed record OrdenDelDiaCambiado(int Sesion, ImmutableArray<PuntoDelOrden> Orden) : Suceso;

[Nombre("sesion.cancelada")]
public sealed record SesionCancelada(int Sesion, string Motivo) : Suceso;

/// <summary>It began.</summary>
/// <param name="Inicio">By the clock of the room: the entry may be written after.</param>
/// <param name="Integran">How many vote in the organ.</param>
/// <param name="Quorum">Of those who vote, how many had to be there.</param>
[Nombre("sesion.abierta")]
public sealed record SesionAbierta(int Sesion, DateTimeOffset Inicio, ImmutableArray<Asistente> Asistentes, bool SegundaConvocatoria, int Integran, int Quorum) : Suceso;

/// <summary>Nobody enough came, neither at the second call: another one must be called.</summary>
[Nombre("sesion.no-celebrada")]
public sealed record SesionNoCelebrada(int Sesion, DateTimeOffset En, ImmutableArray<Asistente> Asistentes, int Integran, int Quorum) : Suceso;

/// <summary>Somebody came late or left; as she already was, the hour of her last coming or going is mended.</summary>
/// <param name="En">By the clock of the room: the entry may be written after. Null when nobody asked it.</param>
[Nombre("sesion.asistencia")]
public sealed record AsistenciaCambiada(int Sesion, Asistente Asistente, DateTimeOffset? En = null) : Suceso;

/// <summary>What was said of a point, or that it was taken from the order of the day.</summary>
/// <param name="Punto">From 0.</param>
[Nombre("sesion.punto")]
public sealed record PuntoAnotado(int Sesion, int Punto, string Nota, bool Retirado) : Suceso;

[Nombre("sesion.votacion")]
public sealed record PuntoVotado(int Sesion, int Punto, Votacion Votacion) : Suceso;

/// <summary>A vote does not stand: it was written wrong, or is taken again.</summary>
[Nombre("sesion.votacion-anulada")]
public sealed record VotacionAnulada(int Sesion, int Punto, string Motivo) : Suceso;

[Nombre("sesion.suspendida")]
public sealed record SesionSuspendida(int Sesion, DateTimeOffset En, string Motivo) : Suceso;

[Nombre("sesion.reanudada")]
public sealed record SesionReanudada(int Sesion, DateTimeOffset En) : Suceso;

[Nombre("sesion.cerrada")]
public sealed record SesionCerrada(int Sesion, DateTimeOffset En) : Suceso;

/// <summary>An agreement: its number in the book is that of this entry.</summary>
/// <param name="Folio">Its number as people say it.</param>
[Nombre("acuerdo.tomado")]
public sealed record AcuerdoTomado(int Sesion, int Punto, OrganoColegiado Organo, string Folio, DateOnly Fecha, string Texto, string Responsable, DateOnly? Vence) : Suceso;

/// <summary>How far it is, who carries it and until when.</summary>
[Nombre("acuerdo.seguido")]
public sealed record AcuerdoSeguido(int Acuerdo, EstadoDeAcuerdo Estado, string Responsable, DateOnly? Vence, string Nota) : Suceso;

/// <summary>A wrong word of an agreement was mended after its session closed; what it said stays here.</summary>
/// <param name="Sesion">The one that approved it; null when it is a note of the Secretaría.</param>
[Nombre("acuerdo.corregido")]
public sealed record AcuerdoCorregido(int Acuerdo, string Texto, string Motivo, int? Sesion) : Suceso;

/// <summary>A member asks for an extraordinary session: its number is that of this entry.</summary>
[Nombre("sesion.pedida")]
public sealed record SesionPedida(OrganoColegiado Organo, string Asunto) : Suceso;

/// <summary>Another member asks for the same.</summary>
[Nombre("sesion.apoyada")]
public sealed record PeticionApoyada(int Peticion) : Suceso;
