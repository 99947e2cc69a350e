namespace Prep.Simulador.Repeticion;

/// <summary>Why a published cell or figure differs from ours: a closed list, each with its predicate in <see cref="ExplicadorDeCelda"/> or <see cref="ComparadorDeCifras"/>.</summary>
/// <remarks>Regla R-01. Fuente: design.md §4, verbo <c>repetir</c>. What no predicate explains is "inexplicada" and fails the run.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1707", Justification = "The words are printed as they are agreed.")]
public enum Razon
{
    /// <summary>The rule applied to the row's own cells gives ours: the original breaks the rule.</summary>
    REGLA,

    /// <summary>A percentage exactly 0.0001 below the exact truncation: floating point in the original.</summary>
    FLOTANTE,

    /// <summary>The original contradicts itself: a header its rows do not give, a row whose cells deny each other, two cortes that disagree on one acta.</summary>
    CONTRADICCION,

    /// <summary>The original does not date it, so it enters from the file's own corte.</summary>
    SIN_FECHA,

    /// <summary>The declared instants go backwards.</summary>
    ORDEN_DE_TIEMPO,

    /// <summary>A word of the votes overwrote LISTA_NOMINAL.</summary>
    PALABRA_EN_LISTA_NOMINAL,

    /// <summary>Text that no rule derives: names, kinds of document, marks that a replay does not make.</summary>
    TEXTO_AJENO,

    /// <summary>The image is not the original's: drawn here, or without a usable hash there.</summary>
    IMAGEN,
}

/// <summary>One difference between the original and the corte of its instant.</summary>
/// <param name="Campo">Column of the file, or the name of a figure; <c>ACTA</c> when one side has no record at all.</param>
/// <param name="Razon">Null: unexplained.</param>
public sealed record Diferencia(string Corte, string ClaveActa, int Linea, string Campo, string Original, string Nuestra, Razon? Razon);
