using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Dominio.Tests.Contabilizacion;

[Trait("Regla", "C-03")]
public sealed class LimiteDeVotosTests
{
    private static readonly AjustesDeEleccion Oaxaca2022 = new(LimiteDeEspecial.Boletas);

    [Theory]
    [InlineData(TipoDeCasilla.Basica, 700, 22, 722)]
    [InlineData(TipoDeCasilla.Contigua, 700, 22, 722)]
    [InlineData(TipoDeCasilla.Extraordinaria, 700, 22, 722)]
    [InlineData(TipoDeCasilla.UrnaElectronica, 700, 22, 722)]
    [InlineData(TipoDeCasilla.Basica, 700, 0, 700)]
    [InlineData(TipoDeCasilla.Basica, 700, null, 700)]
    [InlineData(TipoDeCasilla.Basica, 0, 22, 22)]
    [InlineData(TipoDeCasilla.Basica, null, 22, null)]          // the catalogue has no lista nominal: no limit
    [InlineData(TipoDeCasilla.VotoAnticipado, 80, null, 80)]
    [InlineData(TipoDeCasilla.PrisionPreventiva, 80, 5, 80)]    // no representatives, even if the catalogue gives some
    [InlineData(TipoDeCasilla.MesaEnElExtranjero, 80, 0, 80)]
    [InlineData(TipoDeCasilla.VotoAnticipado, null, null, null)]
    public void Por_tipo_de_casilla(TipoDeCasilla tipo, int? lista, int? representantes, int? limite) =>
        Assert.Equal(limite, LimiteDeVotos.De(Caso.Casilla(tipo, lista, representantes), AjustesDeEleccion.PorOmision, Caso.Cantidad("3")));

    [Theory]
    [InlineData(null, 22, 1022, 1000)]
    [InlineData(750, 22, 772, 750)]       // ballots approved for this casilla win over the election's
    [InlineData(null, null, 1000, 1000)]
    public void Una_especial_toma_sus_boletas_y_nunca_la_lista(int? boletas, int? representantes, int conRepresentantes, int soloBoletas)
    {
        foreach (var lista in new int?[] { null, 0, 5000 })
        {
            var casilla = Caso.Casilla(TipoDeCasilla.Especial, lista, representantes, boletas);

            Assert.Equal(conRepresentantes, LimiteDeVotos.De(casilla, AjustesDeEleccion.PorOmision, Caso.Cantidad("3")));
            Assert.Equal(soloBoletas, LimiteDeVotos.De(casilla, Oaxaca2022, Caso.Cantidad("3")));
        }
    }

    [Theory]
    [InlineData("1000 0", true)]
    [InlineData("1001 0", false)]
    public void Oaxaca_2022_excluyo_especiales_desde_1001(string votos, bool seContabiliza) =>
        Assert.Equal(seContabiliza,
            ReglaContabilizacion.Decidir(Caso.Datos(votos), Caso.Casilla(TipoDeCasilla.Especial, 0, 22), Oaxaca2022).Contabilizada == Contabilizada.Si);

    [Theory]
    [InlineData("0", 700)]
    [InlineData("4", 704)]
    [InlineData("S", 700)]     // a word widens nothing
    [InlineData("I", 700)]
    public void Con_los_que_votaron_cuenta_lo_escrito_en_el_acta(string votaron, int limite) =>
        Assert.Equal(limite, LimiteDeVotos.De(Caso.Casilla(), new(Ordinaria: LimiteDeOrdinaria.Votaron), Caso.Cantidad(votaron)));
}
