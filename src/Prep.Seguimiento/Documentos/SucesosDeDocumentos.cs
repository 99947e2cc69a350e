using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Documentos;

/// <summary>A file came in. The number of its entry is that of the document.</summary>
/// <param name="Archivo">Its name, without folders.</param>
/// <param name="Sha256">Of its bytes, 64 hex: where it lies.</param>
/// <param name="Reservado">Not for the public.</param>
/// <param name="MotivoDeReserva">Only, and always, when it is reserved.</param>
[Nombre("documento.entregado")]
public sealed record DocumentoEntregado(Asunto Asunto, string Titulo, string Archivo, long Bytes, string Sha256, ClaseDeDocumento Clase, bool Reservado, string MotivoDeReserva) : Suceso;

/// <summary>Another version of a document. The earlier ones stay.</summary>
[Nombre("documento.sustituido")]
public sealed record DocumentoSustituido(int Numero, string Titulo, string Archivo, long Bytes, string Sha256, ClaseDeDocumento Clase, bool Reservado, string MotivoDeReserva) : Suceso;

/// <summary>A body approved a version.</summary>
[Nombre("documento.aprobado")]
public sealed record DocumentoAprobado(int Numero, int Version, Aprobacion Aprobacion) : Suceso;

/// <summary>A person signed a version.</summary>
[Nombre("documento.firmado")]
public sealed record DocumentoFirmado(int Numero, int Version, string Persona) : Suceso;

/// <summary>A version went out of the public's sight, or came into it.</summary>
/// <param name="Motivo">Asked for both ways.</param>
[Nombre("documento.reserva")]
public sealed record ReservaDeDocumento(int Numero, int Version, bool Reservado, string Motivo) : Suceso;
