using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Dominio.Tests.Computo;

public sealed class ResultadosTests
{
    private static readonly ActaEsperada Ordinaria = Caso.Acta("001", Caso.Casilla(seccion: "0001", municipio: "010"));
    private static readonly ActaEsperada OtraDelMunicipio = Caso.Acta("002", Caso.Casilla(seccion: "0002", municipio: "010"));
    private static readonly ActaEsperada EspecialMr = Caso.Acta("002", Caso.Casilla(TipoDeCasilla.Especial, 0, 22, seccion: "0002", municipio: "010"), Principio.MayoriaRelativa, tipo: "4EMR");
    private static readonly ActaEsperada EspecialRp = Caso.Acta("002", Caso.Casilla(TipoDeCasilla.Especial, 0, 22, seccion: "0002", municipio: "010"), Principio.RepresentacionProporcional, tipo: "4ERP");
    private static readonly ActaEsperada Extranjero = Caso.Acta("000", Caso.Casilla(TipoDeCasilla.MesaEnElExtranjero, 300, null, seccion: ""));
    private static readonly ActaEsperada SinCapturar = Caso.Acta("001", Caso.Casilla(seccion: "0003"), ordinal: 2);

    // Columns: A, B, C_A_B, CI. District 001 prints A, B and the combination; 002 prints B, A and CI, in that order; 000 prints A and B.
    private static readonly Eleccion Eleccion = Caso.Eleccion(
        [Caso.Partido("A"), Caso.Partido("B"), new Contendiente.Combinacion("C_A_B", "C_A_B", [0, 1]), new Contendiente.Independiente("CI", "CI")],
        [Caso.Area("001", 0, 1, 2), Caso.Area("002", 1, 0, 3), Caso.Area("000", 0, 1)],
        [Ordinaria, OtraDelMunicipio, EspecialMr, EspecialRp, Extranjero, SinCapturar]);

    private static readonly Resultados Resultados = Dominio.Computo.Resultados.De(Caso.Corte(
        Eleccion,
        [
            Caso.Registro(Ordinaria, Caso.Datos("100 50 7 1 2")),
            Caso.Registro(OtraDelMunicipio, Caso.Datos("30 I 5 0 4")),
            Caso.Registro(EspecialMr, Caso.Datos("10 20 30 0 1")),
            Caso.Registro(EspecialRp, Caso.Datos("11 21 31 2 3")),
            Caso.Registro(Extranjero, Caso.Datos("40 60 0 0")),
            null,
        ],
        fuera: 2));

    [Fact, Trait("Regla", "F-14")]
    public void El_estado_suma_todas_las_actas() =>
        Assert.Equal(new(6, 2, 5, 5, 1, 700 + 700 + 300, 160 + 39 + 61 + 68 + 100, 160 + 39 + 100, false), Resultados.Estado.Cifras);

    [Fact, Trait("Regla", "F-14")]
    public void Cada_boleta_lleva_sus_votos_a_su_columna() =>
        Assert.Equal([100 + 0 + 20 + 40, 50 + 30 + 10 + 60, 7, 5 + 30], Resultados.Estado.Votos.PorContendiente);

    [Fact, Trait("Regla", "F-14")]
    public void El_distrito_usa_actas_ordinarias_y_de_mayoria_relativa()
    {
        var distrito = Resultados.PorArea[new("002")];

        Assert.Equal([20, 40, 0, 35], distrito.Votos.PorContendiente);
        Assert.Equal((0, 5), (distrito.Votos.NoRegistradas, distrito.Votos.Nulos));
        Assert.Equal(new(3, 0, 3, 3, 1, 700, 168, 39, false), distrito.Cifras);
    }

    [Fact, Trait("Regla", "F-14")]
    public void Los_votos_de_representacion_proporcional_tienen_cuenta_propia()
    {
        var distrito = Resultados.PorArea[new("002")];

        Assert.Equal([21, 11, 0, 31], distrito.VotosRp.PorContendiente);
        Assert.Equal((2, 3), (distrito.VotosRp.NoRegistradas, distrito.VotosRp.Nulos));
        Assert.Equal(distrito.Cifras.VotosConEspeciales, distrito.Votos.Total + distrito.VotosRp.Total);
        Assert.Equal(0, Resultados.PorArea[new("001")].VotosRp.Total);
    }

    [Fact, Trait("Regla", "F-14")]
    public void Un_municipio_junta_actas_de_dos_distritos()
    {
        Assert.Equal(4, Resultados.PorMunicipio["010"].Cifras.Esperadas);
        Assert.Equal([120, 90, 7, 35], Resultados.PorMunicipio["010"].Votos.PorContendiente);
        Assert.Single(Resultados.PorMunicipio);
    }

    [Fact, Trait("Regla", "F-14")]
    public void Una_seccion_vive_dentro_de_su_area_y_una_mesa_sin_seccion_en_ninguna()
    {
        Assert.Equal(new[] { ("001", "0001"), ("001", "0003"), ("002", "0002") }, Resultados.PorSeccion.Keys.Select(s => (s.Area.Clave, s.Seccion)).Order());
        Assert.Equal((1, 0), (Resultados.PorSeccion[(new("001"), "0003")].Cifras.Esperadas, Resultados.PorSeccion[(new("001"), "0003")].Cifras.Capturadas));
    }

    [Fact, Trait("Regla", "P-01")]
    public void El_reparto_se_hace_por_distrito_y_luego_se_suma()
    {
        Assert.Equal([104, 53, 0, 0], Resultados.PorPartidoDeArea[new("001")]);
        Assert.Equal([104 + 20 + 40, 53 + 40 + 60, 0, 35], Resultados.PorPartido);
    }

    [Fact, Trait("Regla", "F-14")]
    public void En_ceros_cada_nivel_existe_y_vale_cero()
    {
        var ceros = Dominio.Computo.Resultados.De(Dominio.Cortes.CorteDeEleccion.EnCeros(Eleccion, Caso.Noche));

        Assert.Equal(new Cifras(6, 0, 0, 0, 0, 0, 0, 0, false), ceros.Estado.Cifras);
        Assert.Equal(3, ceros.PorArea.Count);
        Assert.All(ceros.PorArea.Values, t => Assert.Equal(0, t.Votos.Total + t.VotosRp.Total));
        Assert.Equal("0.0000", ceros.Estado.Cifras.Participacion.ToString());
    }

    [Fact]
    public void Un_area_sin_casillas_se_publica_en_ceros()
    {
        var eleccion = Caso.Eleccion([Caso.Partido("A")], [Caso.Area("127", 0)], []);

        Assert.Equal(Cifras.Vacias, Dominio.Computo.Resultados.De(Caso.Corte(eleccion, [])).PorArea[new("127")].Cifras);
    }

    [Fact, Trait("Regla", "C-07")]
    public void Sin_acta_es_capturada_no_contabilizada_y_no_suma()
    {
        var eleccion = Caso.Eleccion([Caso.Partido("A")], [Caso.Area("001", 0)], [Ordinaria]);

        var cifras = Dominio.Computo.Resultados.De(Caso.Corte(eleccion, [Caso.SinActa(Ordinaria, MotivoSinActa.CasillaNoInstalada)])).Estado.Cifras;

        Assert.Equal(new(1, 0, 1, 0, 0, 0, 0, 0, false), cifras);
        Assert.Equal(1, cifras.NoContabilizadas);
    }

    [Fact, Trait("Regla", "C-02")]
    public void Una_que_excede_es_inconsistencia_y_no_suma()
    {
        var eleccion = Caso.Eleccion([Caso.Partido("A")], [Caso.Area("001", 0)], [Ordinaria]);

        var cifras = Dominio.Computo.Resultados.De(Caso.Corte(eleccion, [Caso.Registro(Ordinaria, Caso.Datos("751 0 0"))])).Estado.Cifras;

        Assert.Equal(new(1, 0, 1, 0, 1, 0, 0, 0, false), cifras);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2 3 4 5 6 7")]
    public void Un_acta_que_no_es_de_su_boleta_detiene_la_suma(string votos) =>
        Assert.Throws<InvalidOperationException>(() => Dominio.Computo.Resultados.De(
            Caso.Corte(Eleccion, [Caso.Registro(Ordinaria, Caso.Datos(votos)), null, null, null, null, null])));
}
