using System.Collections.Immutable;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Documentos;

/// <summary>What a document is.</summary>
/// <remarks>The book writes their names: they do not change.</remarks>
public enum ClaseDeDocumento
{
    Proyecto,
    VersionFinal,
    Acuerdo,
    Oficio,
    Informe,
    Convocatoria,
    Minuta,
    Acta,
    Contrato,
    Fotografia,
    Evidencia,
    Otro,
}

/// <summary>A document and all its versions: none is ever lost.</summary>
/// <param name="Numero">That of its first entry in the book.</param>
/// <param name="Versiones">From 1, in order.</param>
public sealed record Documento(int Numero, Asunto Asunto, ImmutableList<VersionDeDocumento> Versiones)
{
    public VersionDeDocumento Vigente => Versiones[^1];

    /// <summary>The last that a body approved; null while none was.</summary>
    public VersionDeDocumento? Aprobada => Versiones.FindLast(v => v.Aprobacion is not null);

    /// <summary>What the public may have.</summary>
    public IEnumerable<VersionDeDocumento> Publicas => Versiones.Where(v => !v.Reservado);

    /// <returns>Null when it has none with that number.</returns>
    public VersionDeDocumento? Version(int version) => version >= 1 && version <= Versiones.Count ? Versiones[version - 1] : null;
}

/// <param name="Sha256">Of its bytes, 64 hex.</param>
/// <param name="Persona">Who brought it.</param>
public sealed record VersionDeDocumento(int Version, string Titulo, string Archivo, long Bytes, string Sha256, ClaseDeDocumento Clase, bool Reservado, string MotivoDeReserva, DateTimeOffset En, string Persona)
{
    public Aprobacion? Aprobacion { get; init; }

    public ImmutableList<FirmaDeDocumento> Firmas { get; init; } = [];
}

/// <param name="Anoto">Who wrote it down: the same person, or who has the paper that was signed by hand.</param>
public sealed record FirmaDeDocumento(string Persona, DateTimeOffset En, string Anoto)
{
    public bool EnPapel => Anoto != Persona;
}
