using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

public sealed class EtiquetaDeActaTests
{
    [Fact]
    public void Se_lee_lo_que_se_escribe()
    {
        var escrita = new EtiquetaDeActa("20", "017", "3EMR", "0412", "S0100");

        Assert.Equal("20|017|3EMR|0412|S0100", escrita.ToString());
        Assert.True(EtiquetaDeActa.TryParse(escrita.ToString(), out var leida));
        Assert.Equal(escrita, leida);
    }

    [Theory]
    [InlineData("04|000|3A||A0100", true)]      // mesas without section
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("20|017|3|0412", false)]
    [InlineData("20|017|3|0412|B0100|9", false)]
    [InlineData("2|017|3|0412|B0100", false)]
    [InlineData("20|17|3|0412|B0100", false)]
    [InlineData("20|017||0412|B0100", false)]
    [InlineData("20|017|3|412|B0100", false)]
    [InlineData("20|017|3|0412|Z0100", false)]
    [InlineData("20|017|3|0412|B010", false)]
    [InlineData("https://ejemplo.mx/20|017|3|0412|B0100", false)]
    public void Otra_forma_no_es_una_etiqueta(string? texto, bool es) => Assert.Equal(es, EtiquetaDeActa.TryParse(texto, out _));
}
