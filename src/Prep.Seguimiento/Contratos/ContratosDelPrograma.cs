using System.Collections.Immutable;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>Somebody who may be designated.</summary>
/// <param name="Descartado">Why it no longer may; null while it may.</param>
public sealed record Candidato(int Numero, CandidatoPropuesto Propuesto, string? Descartado);

/// <param name="Aceptada">Null while who was designated has not said yes.</param>
public sealed record Designacion(Candidato Candidato, Aprobacion Aprobacion, DesignacionAceptada? Aceptada);

/// <summary>How a contract goes: from candidates to its signed papers.</summary>
/// <param name="Piezas">What was given, in order.</param>
public sealed record Contratacion(Contrato Contrato, ImmutableList<Candidato> Candidatos, Designacion? Designacion, ImmutableList<PiezaEntregada> Piezas)
{
    /// <summary>The last of a paper in a form; null while it was not given.</summary>
    public PiezaEntregada? De(Pieza pieza, FaseDeDocumento fase) => Piezas.FindLast(p => p.Pieza == pieza && p.Fase == fase);
}

/// <summary>The tercero and the ente auditor.</summary>
/// <param name="Determinacion">Whether there is a tercero; null while nobody decided.</param>
public sealed record ContratosDelPrograma(TerceroDeterminado? Determinacion, Contratacion Tercero, Contratacion EnteAuditor)
{
    public static readonly ContratosDelPrograma Vacio = new(null, new(Contrato.Tercero, [], null, []), new(Contrato.EnteAuditor, [], null, []));

    public Contratacion De(Contrato contrato) => contrato == Contrato.Tercero ? Tercero : EnteAuditor;

    public Candidato? Candidato(int numero) => Tercero.Candidatos.Concat(EnteAuditor.Candidatos).FirstOrDefault(c => c.Numero == numero);

    public ContratosDelPrograma Con(Asiento a) => a.Suceso switch
    {
        TerceroDeterminado s => this with { Determinacion = s },
        CandidatoPropuesto s => Cambiar(s.Contrato, c => c with { Candidatos = c.Candidatos.Add(new(a.Numero, s, null)) }),
        CandidatoDescartado s => Cambiar(Candidato(s.Numero)!.Propuesto.Contrato, c => c with { Candidatos = c.Candidatos.ConvertAll(x => x.Numero == s.Numero ? x with { Descartado = s.Motivo } : x) }),
        CandidatoDesignado s => Candidato(s.Numero)! switch { var quien => Cambiar(quien.Propuesto.Contrato, c => c with { Designacion = new(quien, s.Aprobacion, null) }) },
        DesignacionAceptada s => Cambiar(s.Contrato, c => c with { Designacion = c.Designacion! with { Aceptada = s } }),
        PiezaEntregada s => Cambiar(s.Contrato, c => c with { Piezas = c.Piezas.Add(s) }),
        _ => this,
    };

    private ContratosDelPrograma Cambiar(Contrato contrato, Func<Contratacion, Contratacion> cambio) =>
        contrato == Contrato.Tercero ? this with { Tercero = cambio(Tercero) } : this with { EnteAuditor = cambio(EnteAuditor) };
}
