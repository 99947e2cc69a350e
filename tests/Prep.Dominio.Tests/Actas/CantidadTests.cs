using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

[Trait("Regla", "C-01")]
public sealed class CantidadTests
{
    [Theory]
    [InlineData("0", true, false, false, false, 0, "0")]
    [InlineData("7", true, false, false, false, 7, "7")]
    [InlineData("9999", true, false, false, false, 9999, "9999")]
    [InlineData("S", false, true, false, false, 0, "Sin dato")]
    [InlineData("I", false, false, true, false, 0, "Ilegible")]
    [InlineData("N", false, false, false, true, 0, "N/A")]
    public void Cada_cosa_es_una_sola_y_suma_lo_suyo(string texto, bool numero, bool sinDato, bool ilegible, bool noAplica, int suma, string escrita)
    {
        var cantidad = Caso.Cantidad(texto);

        Assert.Equal((numero, sinDato, ilegible, noAplica), (cantidad.EsNumero, cantidad.EsSinDato, cantidad.EsIlegible, cantidad.EsNoAplica));
        Assert.Equal(suma, cantidad.Suma);
        Assert.Equal(numero ? suma : null, cantidad.Valor);
        Assert.Equal(escrita, cantidad.ToString());
    }

    [Fact]
    public void Un_campo_que_nadie_lleno_es_sin_dato_y_no_cero()
    {
        Assert.Equal(Cantidad.SinDato, default);
        Assert.NotEqual(Cantidad.Numero(0), default);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("812", 812)]
    [InlineData("S", -1)]
    [InlineData("I", -2)]
    [InlineData("N", -3)]
    public void El_codigo_guardado_vuelve_igual(string texto, int codigo)
    {
        Assert.Equal(codigo, Caso.Cantidad(texto).Codigo);
        Assert.Equal(Caso.Cantidad(texto), Cantidad.DeCodigo(codigo));
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(int.MinValue)]
    public void Un_codigo_desconocido_se_rechaza(int codigo) => Assert.Throws<ArgumentOutOfRangeException>(() => Cantidad.DeCodigo(codigo));

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 2)]
    public void Un_numero_imposible_se_rechaza(int valor) => Assert.Throws<ArgumentOutOfRangeException>(() => Cantidad.Numero(valor));

    [Fact]
    public void El_mayor_numero_que_cabe_no_se_confunde_con_una_palabra() =>
        Assert.Equal(int.MaxValue - 3, Cantidad.Numero(int.MaxValue - 3).Valor);
}
