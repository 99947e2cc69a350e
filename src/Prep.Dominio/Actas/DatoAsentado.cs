namespace Prep.Dominio.Actas;

/// <summary>Where the captured value of a field was read.</summary>
public enum OrigenDelDato
{
    Letra,
    Numero,
    Ambos,
}

/// <summary>What to capture of a field that the acta asks for twice: in letter and in number.</summary>
/// <param name="Origen">Kept for the auditor; null for a word.</param>
public readonly record struct DatoAsentado(Cantidad Cantidad, OrigenDelDato? Origen)
{
    /// <summary>Decides from what can be read in each place. Legible wins over illegible, illegible over blank.</summary>
    /// <param name="letra">What the letters say; <see cref="Cantidad.SinDato"/> when there are none.</param>
    /// <param name="numero">What the digits say, likewise.</param>
    /// <param name="letraAlterada">The letters are crossed out, overwritten or otherwise altered.</param>
    /// <remarks>
    /// Regla D-01. Fuente: Anexo 13, criterios de captura; spec §5.3; LEEME INE 2024, resumen 8: "los criterios definidos permiten registrar
    /// una cantidad de votos en el sistema informático". None of these differences is an inconsistencia.
    /// </remarks>
    public static DatoAsentado Decidir(Cantidad letra, Cantidad numero, bool letraAlterada = false) => (letra, numero) switch
    {
        ({ EsNoAplica: true }, _) or (_, { EsNoAplica: true }) => new(Cantidad.NoAplica, null),
        ({ EsNumero: true }, { EsNumero: true }) when letra == numero => new(letra, OrigenDelDato.Ambos),
        ({ EsNumero: true }, { EsNumero: true }) when letraAlterada => new(numero, OrigenDelDato.Numero),
        ({ EsNumero: true }, _) => new(letra, OrigenDelDato.Letra),
        (_, { EsNumero: true }) => new(numero, OrigenDelDato.Numero),
        ({ EsIlegible: true }, _) or (_, { EsIlegible: true }) => new(Cantidad.Ilegible, null),
        _ => new(Cantidad.SinDato, null),
    };
}
