using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Actas;

/// <summary>Section, type and number as the captor reads them on the acta; the assigned ones are never shown.</summary>
/// <param name="Seccion">Digits, with or without leading zeros; empty when the acta prints none (mesas A, P, M).</param>
/// <param name="Tipo">Letter of the type of casilla.</param>
/// <param name="Numero">Number of the casilla, with or without leading zeros; may be left empty in a básica, whose acta has no box for it.</param>
/// <param name="ExtContigua">Number of the contigua of an extraordinaria; empty or zero if none.</param>
/// <remarks>Regla A-03. Fuente: spec §14 "capture identifies too": a label on the wrong acta is the gravest common error.</remarks>
public sealed record ClaveEscrita(string Seccion, string Tipo, string Numero, string ExtContigua = "")
{
    /// <summary>What a person would write looking at the acta of that casilla.</summary>
    public static ClaveEscrita De(Casilla casilla) => new(casilla.Seccion, casilla.Tipo.Letra(), casilla.Numero, casilla.ExtContigua);

    /// <summary>Whether what is written names this casilla. Leading zeros and case do not matter.</summary>
    public bool Nombra(Casilla casilla) =>
        SinCeros(Seccion) == SinCeros(casilla.Seccion)
        && string.Equals(Tipo.Trim(), casilla.Tipo.Letra(), StringComparison.OrdinalIgnoreCase)
        && (SinCeros(Numero) == SinCeros(casilla.Numero) || (casilla.Tipo == TipoDeCasilla.Basica && Numero.Trim().Length == 0))
        && SinCeros(ExtContigua) == SinCeros(casilla.ExtContigua);

    private static string SinCeros(string digitos) => digitos.Trim().TrimStart('0');
}
