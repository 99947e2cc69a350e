using System.Globalization;
using System.Xml.Linq;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Simulador.Tests.Imagenes;

public sealed class DibujoDeActaTests
{
    [Fact]
    public void Lo_mismo_da_los_mismos_bytes_y_otra_semilla_otra_mano()
    {
        var (a, b) = (EjemplosDeActa.Diputaciones(), EjemplosDeActa.Diputaciones());
        var datos = EjemplosDeActa.Datos(a, 3, conPalabras: true);

        Assert.Equal(a.Svg(3, datos, "7"), b.Svg(3, datos, "7"));
        Assert.NotEqual(a.Svg(3, datos, "7"), a.Svg(3, datos, "8"));
    }

    [Theory]
    [InlineData(ClaseDeProceso.Repeticion, "REPETICIÓN")]
    [InlineData(ClaseDeProceso.Practica, "PRÁCTICA")]
    [InlineData(ClaseDeProceso.Simulacro, "SIMULACRO")]
    [InlineData(ClaseDeProceso.Jornada, null)]
    public void Cada_clase_de_proceso_lleva_su_marca(ClaseDeProceso clase, string? marca)
    {
        var e = EjemplosDeActa.Ayuntamientos(clase);

        var textos = Textos(e.Svg(0, EjemplosDeActa.Datos(e, 0)));

        string[] marcas = ["REPETICIÓN", "PRÁCTICA", "SIMULACRO"];
        Assert.Equal(marca is null ? [] : [marca], marcas.Where(textos.Contains));
    }

    [Fact]
    public void Dice_entidad_proceso_eleccion_y_etiqueta()
    {
        var e = EjemplosDeActa.Diputaciones();

        var textos = Textos(e.Svg(1, EjemplosDeActa.Datos(e, 1)));

        Assert.Contains("OAXACA", textos);
        Assert.Contains("PROCESO ELECTORAL LOCAL", textos);
        Assert.Contains("DIPUTACIONES LOCALES", textos);
        Assert.Contains("20 017 3 0413 C0200", textos);
        Assert.Contains("FOLIO-00001", textos);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nada_se_sale_de_la_hoja_con_la_boleta_mas_larga(int acta)
    {
        var e = EjemplosDeActa.Larga();
        Assert.Equal(60, e.Eleccion.Boleta(e.Eleccion.Actas[acta].Id).CamposDeVotos);

        var cajas = Rectangulos(e.Svg(acta, EjemplosDeActa.Datos(e, acta)));

        Assert.All(cajas, c => Assert.True(c.X >= 0 && c.Y >= 0 && c.X + c.Ancho <= 1650 && c.Y + c.Alto <= 1068 && c.Ancho > 0 && c.Alto > 0, $"{c}"));
    }

    [Fact]
    public void Un_campo_vacio_no_lleva_tinta_y_uno_ilegible_si()
    {
        var e = EjemplosDeActa.Ayuntamientos();
        DatosDeActa Todos(Cantidad c) => new(c, c, c, c, [.. Enumerable.Repeat(c, e.Eleccion.Boleta(e.Eleccion.Actas[0].Id).CamposDeVotos)], c);

        int Tinta(Cantidad c) => XDocument.Parse(e.Svg(0, Todos(c))).Descendants().Count(x => x.Attribute("stroke-linecap") is not null);

        var vacia = Tinta(Cantidad.SinDato);
        Assert.True(Tinta(Cantidad.Ilegible) > vacia + 20);
        Assert.True(Tinta(Cantidad.Numero(5)) > vacia + 20);
    }

    [Fact]
    public void Un_numero_de_mas_cifras_que_casillas_se_dibuja()
    {
        var e = EjemplosDeActa.Ayuntamientos();
        var votos = Enumerable.Repeat(Cantidad.Numero(12_345), e.Eleccion.Boleta(e.Eleccion.Actas[0].Id).CamposDeVotos).ToArray();

        Assert.NotEmpty(Textos(e.Svg(0, new(default, default, default, default, votos, default))));
    }

    [Fact]
    public void Los_votos_de_otra_boleta_son_un_error()
    {
        var (chica, grande) = (EjemplosDeActa.Ayuntamientos(), EjemplosDeActa.Gubernatura());

        Assert.Throws<ArgumentException>(() => chica.Svg(0, EjemplosDeActa.Datos(grande, 0)));
    }

    private static HashSet<string> Textos(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value)];

    private static IEnumerable<(double X, double Y, double Ancho, double Alto)> Rectangulos(string svg) =>
        XDocument.Parse(svg).Descendants().Where(x => x.Name.LocalName == "rect").Select(x => (N(x, "x"), N(x, "y"), N(x, "width"), N(x, "height")));

    private static double N(XElement x, string nombre) => double.Parse(x.Attribute(nombre)!.Value, CultureInfo.InvariantCulture);
}
