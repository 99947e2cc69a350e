using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>The limit of votes of one acta and why it is that one: what no PREP has published.</summary>
/// <param name="Maximo">Votes, inclusive; null when no limit applies.</param>
public sealed record LimiteAplicado(int? Maximo, string Razon)
{
    /// <remarks>Regla C-03, in words.</remarks>
    public static LimiteAplicado De(Casilla casilla, AjustesDeEleccion ajustes, Cantidad representantesQueVotaron)
    {
        var maximo = LimiteDeVotos.De(casilla, ajustes, representantesQueVotaron);
        return new(maximo, (casilla, maximo) switch
        {
            ({ Tipo: TipoDeCasilla.Especial }, _) => DeEspecial(casilla, ajustes, maximo),
            (_, null) => "No se aplica límite: el catálogo no tiene lista nominal para esta casilla.",
            (_, { } m) when casilla.Tipo.EsMesaEspecial() => $"Lista nominal de la mesa: {Escrito.Numero(m)}. En estas mesas no votan representantes.",
            (_, { } m) when ajustes.Ordinaria == LimiteDeOrdinaria.Votaron =>
                $"Lista nominal {Numero(casilla.ListaNominal)} más {Numero(representantesQueVotaron.Suma)} representantes que votaron según el acta: {Escrito.Numero(m)} votos.",
            (_, { } m) => $"Lista nominal {Numero(casilla.ListaNominal)} más {Numero(casilla.Representantes)} representantes acreditados: {Escrito.Numero(m)} votos.",
        });
    }

    private static string DeEspecial(Casilla casilla, AjustesDeEleccion ajustes, int? maximo)
    {
        var boletas = Numero(casilla.BoletasAprobadas ?? ajustes.BoletasDeEspecial);
        return ajustes.Especial == LimiteDeEspecial.Boletas
            ? $"Casilla especial: no tiene lista nominal; el límite son sus boletas aprobadas, {boletas}."
            : $"Casilla especial: no tiene lista nominal; el límite son sus boletas aprobadas, {boletas}, más {Numero(casilla.Representantes)} representantes acreditados: {Numero(maximo)} votos.";
    }

    private static string Numero(int? numero) => Escrito.Numero(numero ?? 0);
}
