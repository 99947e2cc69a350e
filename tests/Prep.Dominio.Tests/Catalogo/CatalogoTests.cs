using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Tests.Catalogo;

public sealed class CatalogoTests
{
    [Theory]
    [InlineData("B", TipoDeCasilla.Basica)]
    [InlineData("s", TipoDeCasilla.Especial)]
    [InlineData("M", TipoDeCasilla.MesaEnElExtranjero)]
    public void El_tipo_de_casilla_va_y_vuelve_por_su_letra(string letra, TipoDeCasilla tipo)
    {
        Assert.True(TiposDeCasilla.TryParse(letra, out var leido));
        Assert.Equal(tipo, leido);
        Assert.Equal(letra.ToUpperInvariant(), tipo.Letra());
    }

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    [InlineData("BC")]
    [InlineData(null)]
    public void Otra_letra_no_es_tipo(string? letra) => Assert.False(TiposDeCasilla.TryParse(letra, out _));

    [Theory]
    [InlineData("B", "01", "00", "B1")]
    [InlineData("C", "12", "00", "C12")]
    [InlineData("E", "01", "01", "E1 C1")]
    [InlineData("E", "02", "", "E2")]
    [InlineData("M", "00", "00", "M0")]
    public void La_etiqueta_es_como_se_dice(string tipo, string numero, string extension, string etiqueta)
    {
        Assert.True(TiposDeCasilla.TryParse(tipo, out var t));

        Assert.Equal(etiqueta, new Casilla("x", "0001", t, numero, extension, Ubicacion.Urbana, null, 1, 1).Etiqueta);
    }

    [Fact]
    public void Claves_iguales_se_distinguen_por_su_ordinal()
    {
        var primera = new ActaId(Caso.Diputaciones, AreaId.SinArea, "210000A00004");
        var segunda = primera with { Ordinal = 2 };

        Assert.NotEqual(primera, segunda);
        Assert.Equal(("210000A00004", "210000A00004~2"), (primera.Nombre, segunda.Nombre));
        Assert.Equal("dip_loc/000/210000A00004~2", segunda.ToString());
    }

    [Fact]
    public void Una_eleccion_encuentra_sus_actas_y_areas()
    {
        var acta = Caso.Acta("001", Caso.Casilla());
        var eleccion = Caso.Eleccion([Caso.Partido("NA")], [Caso.Area("001", 0)], [acta]);

        Assert.Equal(0, eleccion.Posicion(acta.Id));
        Assert.Same(acta, eleccion.BuscarActa(acta.Id));
        Assert.Equal(3, eleccion.Boleta(acta.Id).CamposDeVotos);
        Assert.Equal(-1, eleccion.Posicion(acta.Id with { Ordinal = 2 }));
        Assert.Null(eleccion.BuscarActa(acta.Id with { Ordinal = 2 }));
        Assert.Null(eleccion.BuscarArea(new("999")));
    }

    [Theory]
    [InlineData("FB322CBFAC1609689638EBF3EB312C5B2201A77DC079E5F9C37ECEADE81F88ED", true)]
    [InlineData("FB322CBFAC1609689638EBF3EB312C5B2201A77DC079E5F9C37ECEADE81F88E", false)]
    [InlineData("ZB322CBFAC1609689638EBF3EB312C5B2201A77DC079E5F9C37ECEADE81F88ED", false)]
    [InlineData("N/A", false)]
    [InlineData(null, false)]
    public void Codigo_de_integridad(string? texto, bool vale)
    {
        Assert.Equal(vale, CodigoDeIntegridad.TryParse(texto, out var codigo));
        Assert.Equal(vale ? texto!.ToLowerInvariant() : "", codigo.ToString());
    }

    [Fact]
    public void El_codigo_de_integridad_es_el_sha256_de_los_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CodigoDeIntegridad.De("abc"u8).Hex);
}
