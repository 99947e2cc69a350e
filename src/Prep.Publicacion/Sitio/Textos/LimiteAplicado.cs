using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>The limit of votes of one acta and why it is that one: what no PREP has published.</summary>
/// <param name="Maximo">Votes, inclusive; null when no limit applies.</param>
public sealed record LimiteAplicado(int? Maximo, string Razon)
{
    /// <remarks>Regla C-03, in words.</remarks>
    public static LimiteAplicado De(Casilla casilla, AjustesDeEleccion ajustes, Cantidad representantesQueVotaron, Idioma t)
    {
        var maximo = LimiteDeVotos.De(casilla, ajustes, representantesQueVotaron);
        return new(maximo, (casilla, maximo) switch
        {
            ({ Tipo: TipoDeCasilla.Especial }, _) => DeEspecial(casilla, ajustes, maximo, t),
            (_, null) => t["limite.ninguno"],
            (_, { } m) when casilla.Tipo.EsMesaEspecial() => t.Con("limite.mesa", ("lista", Escrito.Numero(m))),
            (_, { } m) when ajustes.Ordinaria == LimiteDeOrdinaria.Votaron => t.Con("limite.votaron",
                ("lista", Numero(casilla.ListaNominal)), ("representantes", Numero(representantesQueVotaron.Suma)), ("maximo", Numero(m))),
            (_, { } m) => t.Con("limite.acreditados", ("lista", Numero(casilla.ListaNominal)), ("representantes", Numero(casilla.Representantes)), ("maximo", Numero(m))),
        });
    }

    private static string DeEspecial(Casilla casilla, AjustesDeEleccion ajustes, int? maximo, Idioma t)
    {
        var boletas = Numero(casilla.BoletasAprobadas ?? ajustes.BoletasDeEspecial);
        return ajustes.Especial == LimiteDeEspecial.Boletas
            ? t.Con("limite.especial", ("boletas", boletas))
            : t.Con("limite.especialConRepresentantes", ("boletas", boletas), ("representantes", Numero(casilla.Representantes)), ("maximo", Numero(maximo)));
    }

    private static string Numero(int? numero) => Escrito.Numero(numero ?? 0);
}
