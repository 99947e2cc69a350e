using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Tests.Actas;

public sealed class ReglasDeCapturaTests
{
    private static readonly Boleta Boleta = new("b", [0, 1]);

    [Theory, Trait("Regla", "A-04")]
    [InlineData("10 20 3 40 1 2 3 4 10", TipoDeCasilla.Basica, null)]
    [InlineData("S I S I S I S I S", TipoDeCasilla.Basica, null)]
    [InlineData("9999 0 0 0 9999 0 0 0 9999", TipoDeCasilla.Basica, null)]
    [InlineData("10 20 3 40 10000 2 3 4 10", TipoDeCasilla.Basica, "campo_fuera_de_rango")]
    [InlineData("10 20 3 40 1 2 3 4 10000", TipoDeCasilla.Basica, "campo_fuera_de_rango")]
    [InlineData("10 20 3 40 1 2 3 4", TipoDeCasilla.Basica, "numero_de_campos")]
    [InlineData("10 20 3 40 1 2 3 4 10 11", TipoDeCasilla.Basica, "numero_de_campos")]
    [InlineData("N 20 3 40 1 2 3 4 10", TipoDeCasilla.Basica, "campo_no_aplica")]
    [InlineData("N N N N 1 2 3 4 10", TipoDeCasilla.VotoAnticipado, null)]      // these mesas print none of the four
    [InlineData("N N N N 1 2 3 4 10", TipoDeCasilla.PrisionPreventiva, null)]
    [InlineData("N N N N 1 2 3 4 10", TipoDeCasilla.MesaEnElExtranjero, null)]
    [InlineData("N N N N 1 2 3 4 10", TipoDeCasilla.Especial, "campo_no_aplica")]
    [InlineData("N N N N N 2 3 4 10", TipoDeCasilla.VotoAnticipado, "campo_no_aplica")]   // a vote is always printed
    [InlineData("N N N N 1 2 3 4 N", TipoDeCasilla.VotoAnticipado, "campo_no_aplica")]
    public void Lo_que_puede_estar_en_un_acta(string campos, TipoDeCasilla tipo, string? rechazo) =>
        Assert.Equal(rechazo, ReglasDeCaptura.Validar(Caso.Cantidades(campos), ReglasDeCaptura.Todos(Boleta), Caso.Casilla(tipo), estricta: true)?.Codigo);

    [Fact, Trait("Regla", "A-04")]
    public void Una_repeticion_toma_los_hechos_del_original_pero_no_otra_boleta()
    {
        Assert.Null(ReglasDeCaptura.Validar(Caso.Cantidades("N 20 3 40 10000 2 3 4 10"), ReglasDeCaptura.Todos(Boleta), Caso.Casilla(), estricta: false));
        Assert.NotNull(ReglasDeCaptura.Validar(Caso.Cantidades("1 2 3"), ReglasDeCaptura.Todos(Boleta), Caso.Casilla(), estricta: false));
    }

    [Fact, Trait("Regla", "A-04")]
    public void El_campo_malo_se_nombra_por_su_lugar_en_el_acta() =>
        Assert.Contains("campo 7", ReglasDeCaptura.Validar(Caso.Cantidades("1 10000"), [4, 6], Caso.Casilla(), estricta: true)!.Mensaje);

    [Theory, Trait("Regla", "A-03")]
    [InlineData("0002", "E", "01", "02", true)]
    [InlineData("2", "e", "1", "2", true)]           // zeros and case do not matter
    [InlineData(" 2 ", "E", "1", "2", true)]
    [InlineData("0003", "E", "01", "02", false)]
    [InlineData("0020", "E", "01", "02", false)]
    [InlineData("0002", "B", "01", "02", false)]
    [InlineData("0002", "E", "02", "02", false)]
    [InlineData("0002", "E", "01", "", false)]
    public void Lo_escrito_nombra_la_casilla(string seccion, string tipo, string numero, string extension, bool nombra)
    {
        var casilla = new Casilla("200002E0102", "0002", TipoDeCasilla.Extraordinaria, "01", "02", Ubicacion.Urbana, null, 700, 22);

        Assert.Equal(nombra, new ClaveEscrita(seccion, tipo, numero, extension).Nombra(casilla));
        Assert.True(ClaveEscrita.De(casilla).Nombra(casilla));
    }

    [Fact, Trait("Regla", "A-03")]
    public void La_basica_no_trae_numero_en_el_acta_y_vale_dejarlo_vacio()
    {
        Assert.True(new ClaveEscrita("1", "B", "").Nombra(Caso.Casilla()));
        Assert.False(new ClaveEscrita("1", "B", "2").Nombra(Caso.Casilla()));
        Assert.False(new ClaveEscrita("1", "C", "").Nombra(Caso.Casilla() with { Tipo = TipoDeCasilla.Contigua }));
    }

    [Fact, Trait("Regla", "A-03")]
    public void Sin_extension_vale_vacio_o_cero()
    {
        Assert.True(new ClaveEscrita("1", "B", "1").Nombra(Caso.Casilla()));
        Assert.True(new ClaveEscrita("1", "B", "1", "00").Nombra(Caso.Casilla()));
        Assert.False(new ClaveEscrita("1", "B", "1", "1").Nombra(Caso.Casilla()));
    }
}
