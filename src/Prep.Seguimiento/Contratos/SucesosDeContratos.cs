using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>With whom the institute signs for the PREP. The book writes these names.</summary>
public enum Contrato
{
    /// <summary>Who builds or operates with the institute, when there is one.</summary>
    Tercero,
    EnteAuditor,
}

/// <summary>The papers of a contract. The book writes these names.</summary>
public enum Pieza
{
    Instrumento,
    AnexoTecnico,

    /// <summary>Only of the ente auditor.</summary>
    PlanDeAuditoria,
}

/// <summary>It was determined whether there is a tercero.</summary>
[Nombre("contrato.determinado")]
public sealed record TerceroDeterminado(bool ConTercero, Aprobacion Aprobacion) : Suceso;

/// <summary>Somebody may be designated. Its number is that of the entry.</summary>
/// <param name="Experiencia">In what it has worked, and where that is written.</param>
/// <param name="Academica">It is an academic or research institution.</param>
[Nombre("contrato.candidato")]
public sealed record CandidatoPropuesto(Contrato Contrato, string Nombre, string Experiencia, bool Academica) : Suceso;

[Nombre("contrato.candidato-descartado")]
public sealed record CandidatoDescartado(int Numero, string Motivo) : Suceso;

[Nombre("contrato.designado")]
public sealed record CandidatoDesignado(int Numero, Aprobacion Aprobacion) : Suceso;

/// <summary>Who was designated said yes.</summary>
/// <param name="Oficio">Where it is written.</param>
[Nombre("contrato.aceptado")]
public sealed record DesignacionAceptada(Contrato Contrato, DateOnly Fecha, string Oficio) : Suceso;

/// <summary>A paper came to a form. Its file is a document of the contract.</summary>
/// <param name="Referencia">Its number, or that of the letter that took it.</param>
[Nombre("contrato.pieza")]
public sealed record PiezaEntregada(Contrato Contrato, Pieza Pieza, FaseDeDocumento Fase, DateOnly Fecha, string Referencia) : Suceso;
