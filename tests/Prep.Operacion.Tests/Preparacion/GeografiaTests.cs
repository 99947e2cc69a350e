using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests.Preparacion;

public sealed class GeografiaTests
{
    private const string Archivo = "geo/municipios.geojson";

    // Two squares side by side; the second is written clockwise.
    private const string Buena = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"municipio":"001"},"geometry":{"type":"Polygon","coordinates":[[[-97,17],[-96,17],[-96,18],[-97,18],[-97,17]]]}},
        {"type":"Feature","properties":{"municipio":"002","nombre":"Ñuu"},"geometry":{"type":"MultiPolygon","coordinates":[[[[-96,17],[-96,18],[-95,18],[-95,17],[-96,17]]]]}}
        ]}
        """;

    [Fact]
    public void Sin_geografia_la_eleccion_no_tiene_mapa() => Assert.Null(new CarpetaDePrueba().Leer().Resultado.Value.Elecciones[0].Mapa);

    [Fact]
    public void Con_geografia_cada_distrito_es_la_suma_de_sus_municipios()
    {
        var mapa = new CarpetaDePrueba().Poner(Archivo, Buena).Leer().Resultado.Value.Elecciones[0].Mapa!;

        Assert.Equal(("M0 0l0 524 500 0 0-524z", 1000), (mapa.Contornos[0].Trazo, mapa.Ancho));
        Assert.Equal(["001", "002"], mapa.Contornos.Select(c => c.Area.Clave));
        Assert.Equal("", mapa.Resto);
    }

    [Fact]
    public void Dos_municipios_del_mismo_distrito_pierden_su_lindero()
    {
        var carpeta = new CarpetaDePrueba().Poner(Archivo, Buena).Cambiar("dip_loc/actas.csv", "002,200002E0101,0002,E,01,01,2,3,,002,450,22,F-D,\n", "001,200002E0101,0002,E,01,01,2,3,,002,450,22,F-D,\n");
        var lectura = carpeta.Leer();

        var contorno = Assert.Single(lectura.Resultado.Value.Elecciones[0].Mapa!.Contornos);
        Assert.Equal("M0 0l0 524 1000 0 0-524z", contorno.Trazo);
        Assert.Contains(lectura.Avisos, a => a.Codigo == "area_sin_contorno" && a.Mensaje.Contains("002"));
    }

    [Fact]
    public void Un_municipio_sin_casillas_es_un_aviso_y_queda_como_resto()
    {
        var lectura = new CarpetaDePrueba().Poner(Archivo, Buena).Cambiar(Archivo, "\"municipio\":\"001\"", "\"municipio\":\"999\"").Leer();

        Assert.Equal("M0 0l0 524 500 0 0-524z", lectura.Resultado.Value.Elecciones[0].Mapa!.Resto);
        Assert.Contains(lectura.Avisos, a => a.Codigo == "contorno_sin_casillas" && a.Linea == 2);
    }

    [Theory]
    [InlineData("\"features\":[", "\"otra\":[", "geografia_invalida", 1)]
    [InlineData("\"municipio\":\"001\"", "\"clave\":\"001\"", "dato_ausente", 2)]
    [InlineData("\"municipio\":\"001\"", "\"municipio\":\"002\"", "municipio_repetido", 3)]
    [InlineData("\"type\":\"Polygon\"", "\"type\":\"Point\"", "geografia_invalida", 2)]
    [InlineData("[-97,18],[-97,17]]", "[-97,18],[-97,17.5]]", "geografia_invalida", 2)]
    [InlineData("[-96,17],[-96,18],[-97,18]", "[-96,17],[-96,180],[-97,18]", "coordenada_invalida", 2)]
    [InlineData("[-96,17],[-96,18],[-97,18]", "[-96,17],[\"-96\",18],[-97,18]", "coordenada_invalida", 2)]
    [InlineData("]]]]}}", "]]]", "json_invalido", 4)]
    public void Lo_que_esta_mal_se_dice_con_su_lugar(string antes, string despues, string codigo, int linea)
    {
        var lectura = new CarpetaDePrueba().Poner(Archivo, Buena).Cambiar(Archivo, antes, despues).Leer();

        var falta = Assert.Single(lectura.Faltas);
        Assert.Equal((codigo, Archivo, linea), (falta.Codigo, falta.Archivo, falta.Linea));
        Assert.NotEqual("", falta.Remedio);
    }

    [Theory]
    [InlineData("[-97,17],[-96,17],[-96,18],[-97,18],[-97,17]", "[-97,17],[-96,18],[-96,17],[-97,18],[-97,17]", "M0 0l0 524 250-262zM250 262l250 262 0-524z", true)]
    [InlineData("[-96,18],[-97,18]", "[-96,18],[-96.5,18],[-96.5,18.5],[-96.5,18],[-97,18]", "M0 0l0 524 500 0 0-524z", false)]
    public void Un_contorno_que_se_cruza_o_va_y_viene_se_dibuja_sano_y_si_pudo_ser_otro_se_avisa(string antes, string despues, string trazo, bool avisa)
    {
        var lectura = new CarpetaDePrueba().Poner(Archivo, Buena.Replace(antes, despues, StringComparison.Ordinal)).Leer();

        Assert.Equal(trazo, lectura.Resultado.Value.Elecciones[0].Mapa!.Contornos[0].Trazo);
        Assert.Equal(avisa, lectura.Avisos.Any(a => a.Codigo == "contorno_cruzado" && a.Linea == 2 && a.Mensaje.Contains("001")));
    }

    [Theory]
    [InlineData("[-97,17],[-96,17],[-96,18],[-97,18],[-97,17]", "[-97,17],[-96,17],[-97,17],[-96,17],[-97,17]", "no encierra ninguna superficie")]
    [InlineData("[-97,18],[-97,17]]", "[-97,18]]", "no cierra")]
    [InlineData("[[[-97,17],[-96,17],[-96,18],[-97,18],[-97,17]]]", "[]", "no encierra")]
    public void Un_contorno_que_no_es_superficie_es_una_falta_con_su_municipio(string antes, string despues, string dicho)
    {
        var falta = Assert.Single(new CarpetaDePrueba().Poner(Archivo, Buena.Replace(antes, despues, StringComparison.Ordinal)).Leer().Faltas);

        Assert.Equal(("geografia_invalida", 2), (falta.Codigo, falta.Linea));
        Assert.Contains(dicho, falta.Mensaje);
        Assert.Contains("municipio 001", falta.Mensaje);
    }

    [Fact]
    public void La_columna_de_una_falta_es_la_del_caracter_aunque_la_linea_sea_larga()
    {
        var lectura = new CarpetaDePrueba().Poner(Archivo, Buena.Replace("[-95,18]", "[-95,\"18\"]", StringComparison.Ordinal)).Leer();

        var linea = Buena.Split('\n')[2];
        Assert.Equal(linea.IndexOf("[-95,18]", StringComparison.Ordinal) + 1, Assert.Single(lectura.Faltas).Columna);
    }

    [Fact]
    public void Una_geografia_sin_simplificar_se_rechaza_por_su_tamano()
    {
        var falta = Assert.Single(new CarpetaDePrueba().Poner(Archivo, new string(' ', (8 << 20) + 1)).Leer().Faltas);
        Assert.Equal("archivo_demasiado_grande", falta.Codigo);
    }
}
