using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Computo;

/// <summary>Splits the votes of combinations among their parties, on the sum of an area, never casilla by casilla.</summary>
/// <remarks>
/// Regla P-01. Fuente: LGIPE, artículo 311, numeral 1, inciso c: equal parts, and the fraction "a los partidos de más alta votación".
/// The remainder r gives one vote to each of the r partners with most votes of their own in the area; ties go by column order.
/// The split is informative: the definitive one belongs to the cómputos.
/// </remarks>
public static class RepartoDeCoalicion
{
    /// <param name="votos">Area sums, aligned with the contendientes.</param>
    /// <returns>Votes by party or independent, aligned likewise; a row that was split is left in 0, one without partners keeps its own.</returns>
    public static IReadOnlyList<long> Repartir(IReadOnlyList<Contendiente> contendientes, Boleta boleta, IReadOnlyList<long> votos)
    {
        var reparto = new long[contendientes.Count];
        foreach (var i in boleta.Contendientes)
        {
            if (!SeReparte(contendientes[i]))
            {
                reparto[i] += votos[i];
                continue;
            }

            var partes = contendientes[i] is Contendiente.CandidaturaComun { Reparto: RepartoDeCandidaturaComun.PorcentajesDelConvenio } comun
                ? PorConvenio(votos[i], comun.Porcentajes)
                : EnPartesIguales(votos[i], contendientes[i].Integrantes, votos);
            for (var p = 0; p < partes.Length; p++)
            {
                reparto[contendientes[i].Integrantes[p]] += partes[p];
            }
        }

        return reparto;
    }

    private static bool SeReparte(Contendiente contendiente) => contendiente switch
    {
        Contendiente.Combinacion c => c.Partidos.Count > 0,
        Contendiente.CandidaturaComun c => c.Reparto != RepartoDeCandidaturaComun.SinReparto && c.Partidos.Count > 0,
        _ => false,
    };

    private static long[] EnPartesIguales(long total, IReadOnlyList<int> partidos, IReadOnlyList<long> propios)
    {
        var partes = new long[partidos.Count];
        Array.Fill(partes, total / partidos.Count);
        var masVotados = Enumerable.Range(0, partidos.Count)
            .OrderByDescending(p => propios[partidos[p]])
            .ThenBy(p => partidos[p]);
        foreach (var p in masVotados.Take((int)(total % partidos.Count)))
        {
            partes[p]++;
        }

        return partes;
    }

    // Largest remainder, so that the parts always add up to the total.
    private static long[] PorConvenio(long total, IReadOnlyList<int> porcentajes)
    {
        var partes = porcentajes.Select(p => total * p / 10_000).ToArray();
        var faltan = (int)(total - partes.Sum());
        foreach (var p in Enumerable.Range(0, partes.Length).OrderByDescending(p => total * porcentajes[p] % 10_000).ThenBy(p => p).Take(faltan))
        {
            partes[p]++;
        }

        return partes;
    }
}
