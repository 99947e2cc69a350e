using Prep.Simulador.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

public sealed class NumeroEnLetraTests
{
    [Theory]
    [InlineData(0, "cero")]
    [InlineData(1, "uno")]
    [InlineData(15, "quince")]
    [InlineData(16, "dieciséis")]
    [InlineData(20, "veinte")]
    [InlineData(21, "veintiuno")]
    [InlineData(22, "veintidós")]
    [InlineData(23, "veintitrés")]
    [InlineData(26, "veintiséis")]
    [InlineData(29, "veintinueve")]
    [InlineData(30, "treinta")]
    [InlineData(31, "treinta y uno")]
    [InlineData(99, "noventa y nueve")]
    [InlineData(100, "cien")]
    [InlineData(101, "ciento uno")]
    [InlineData(116, "ciento dieciséis")]
    [InlineData(200, "doscientos")]
    [InlineData(242, "doscientos cuarenta y dos")]
    [InlineData(500, "quinientos")]
    [InlineData(508, "quinientos ocho")]
    [InlineData(700, "setecientos")]
    [InlineData(750, "setecientos cincuenta")]
    [InlineData(900, "novecientos")]
    [InlineData(999, "novecientos noventa y nueve")]
    [InlineData(1000, "mil")]
    [InlineData(1001, "mil uno")]
    [InlineData(1100, "mil cien")]
    [InlineData(2022, "dos mil veintidós")]
    [InlineData(9999, "nueve mil novecientos noventa y nueve")]
    public void Se_escribe_como_en_un_acta(int numero, string letra) => Assert.Equal(letra, NumeroEnLetra.De(numero));

    [Fact]
    public void Diez_mil_numeros_se_escriben_distinto() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(NumeroEnLetra.De).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void Fuera_de_las_casillas_no_hay_letra(int numero) => Assert.Throws<ArgumentOutOfRangeException>(() => NumeroEnLetra.De(numero));
}
