using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Tests.Actas;

public sealed class DatosDeActaTests
{
    [Theory, Trait("Regla", "C-05")]
    [InlineData("1 2 3 4", 10)]
    [InlineData("1 S I 4", 5)]
    [InlineData("S S I I", 0)]
    [InlineData("0 0", 0)]
    [InlineData("N 5 6", 11)]
    public void El_total_calculado_suma_los_numeros_y_las_palabras_valen_cero(string votos, int total) =>
        Assert.Equal(total, Caso.Datos(votos).TotalCalculado);

    [Fact, Trait("Regla", "C-05")]
    public void El_total_asentado_y_los_otros_campos_no_entran_en_la_suma()
    {
        var datos = new DatosDeActa(Caso.Cantidad("1000"), Caso.Cantidad("2000"), Caso.Cantidad("3000"), Caso.Cantidad("4000"), Caso.Cantidades("1 2"), Caso.Cantidad("9999"));

        Assert.Equal(3, datos.TotalCalculado);
    }

    [Fact]
    public void Los_dos_ultimos_votos_son_no_registradas_y_nulos()
    {
        var datos = Caso.Datos("5 6 7 8");

        Assert.Equal(7, datos.NoRegistradas.Valor);
        Assert.Equal(8, datos.Nulos.Valor);
    }

    [Fact]
    public void Los_campos_van_y_vuelven_en_el_orden_de_captura()
    {
        var boleta = new Boleta("b", [0, 1]);
        var campos = Caso.Cantidades("10 S I 40 1 2 3 4 N");

        var datos = DatosDeActa.DeCampos(boleta, campos);

        Assert.Equal(campos, datos.Campos);
        Assert.Equal("1 2 3 4", string.Join(' ', datos.Votos));
        Assert.Equal(Cantidad.NoAplica, datos.TotalAsentado);
    }

    [Theory]
    [InlineData("10 20 30 40 1 2 3 99")]
    [InlineData("10 20 30 40 1 2 3 4 5 99")]
    public void Una_lista_que_no_es_de_esa_boleta_se_rechaza(string campos) =>
        Assert.Throws<ArgumentException>(() => DatosDeActa.DeCampos(new("b", [0, 1]), Caso.Cantidades(campos)));

    [Fact]
    public void Sin_no_registradas_ni_nulos_no_hay_acta() => Assert.Throws<ArgumentException>(() => Caso.Datos("5"));

    [Fact]
    public void Se_comparan_por_contenido()
    {
        Assert.Equal(Caso.Datos("1 2 S"), Caso.Datos("1 2 S"));
        Assert.Equal(Caso.Datos("1 2 S").GetHashCode(), Caso.Datos("1 2 S").GetHashCode());
        Assert.NotEqual(Caso.Datos("1 2 S"), Caso.Datos("1 2 0"));
        Assert.NotEqual(Caso.Datos("1 2 S"), Caso.Datos("1 2 I"));
        Assert.NotEqual(Caso.Datos("1 2 3", "4"), Caso.Datos("1 2 3", "5"));
    }
}
