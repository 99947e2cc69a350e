using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Contabilizacion;

/// <summary>The largest sum of votes that a casilla can give.</summary>
/// <remarks>Regla C-03. Fuente: LEEME INE 2024, campos 6, 39 y 40; LEEME Puebla 2024, variable 8; spec §14.</remarks>
public static class LimiteDeVotos
{
    /// <param name="representantesQueVotaron">TOTAL_REP_PARTIDO_CI_VOTARON of the acta; used only with <see cref="LimiteDeOrdinaria.Votaron"/>.</param>
    /// <returns>Votes, inclusive; null when no limit applies (the catalogue has no lista nominal).</returns>
    public static int? De(Casilla casilla, AjustesDeEleccion ajustes, Cantidad representantesQueVotaron) => (casilla.Tipo, casilla.ListaNominal) switch
    {
        (TipoDeCasilla.Especial, _) => (casilla.BoletasAprobadas ?? ajustes.BoletasDeEspecial)
            + (ajustes.Especial == LimiteDeEspecial.Boletas ? 0 : casilla.Representantes ?? 0),
        (_, null) => null,
        (var tipo, { } lista) when tipo.EsMesaEspecial() => lista,
        (_, { } lista) => lista + (ajustes.Ordinaria == LimiteDeOrdinaria.Acreditados ? casilla.Representantes ?? 0 : representantesQueVotaron.Suma),
    };
}
