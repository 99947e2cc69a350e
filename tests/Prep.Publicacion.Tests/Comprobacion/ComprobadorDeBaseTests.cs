using System.Text;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Formatos;
using Prep.Publicacion.Tests.Formatos;

namespace Prep.Publicacion.Tests.Comprobacion;

public sealed class ComprobadorDeBaseTests
{
    public static TheoryData<string> Todos => new(
        "20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv", "20220605_2120_PREP_GUB_OAX/OAX_GUB_2022.csv", "20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv",
        "20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv", "20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv",
        "puebla2024_simulacro1/PUE_AYUN_2024.csv", "puebla2024_simulacro1/PUE_DIP_LOC_2024.csv");

    [Theory, MemberData(nameof(Todos))]
    public void Las_cifras_son_las_de_un_segundo_modelo_ingenuo(string ruta)
    {
        var archivo = Reales.Leer(Reales.Ruta(ruta));
        var recuento = new Recuento(archivo);
        recuento.Contar();
        var ingenuo = ModeloIngenuo.Contar(Encoding.UTF8.GetString(archivo.Texto.Bytes, archivo.Texto.Inicio, archivo.Texto.Largo - archivo.Texto.Inicio), (char)archivo.Separador);

        Assert.Equal(ingenuo, (recuento.Esperadas, recuento.Fuera, recuento.Contabilizadas, recuento.NoContabilizadas, recuento.ListaNominal, recuento.ConEspeciales,
            recuento.SinEspeciales, recuento.Inconsistencias[(int)DefinicionDeInconsistencias.DeLaNorma]));
    }

    // 2 is fuera de catálogo in every dictionary: it does not count, and a key beside it is worth a look.
    [Fact]
    public void Un_renglon_con_clave_y_contabilizada_2_es_fuera_de_catalogo_y_se_avisa()
    {
        var bytes = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2, contabilizada: "2"), ArchivoDePrueba.FueraDeCatalogo] }.Bytes();

        var informe = ComprobadorDeBase.Comprobar("x.csv", bytes).Value;

        Assert.Contains(informe.Faltas, f => f is { Codigo: "cifra_distinta", Campo: "ACTAS_FUERA_CATALOGO", Calculado: "2" });
        var aviso = Assert.Single(informe.Avisos, a => a.Codigo == "fuera_de_catalogo_con_clave");
        Assert.Equal(("200002B01003", "CONTABILIZADA"), (aviso.ClaveActa, aviso.Campo));
    }

    [Theory]
    [InlineData("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv", "diezmilesima 1,juicio_distinto 2,limite_deducido 1,orden_de_tiempo 30,palabra_en_lista_nominal 146")]
    [InlineData("20220605_2120_PREP_GUB_OAX/OAX_GUB_2022.csv", "diezmilesima 1,juicio_distinto 2,limite_deducido 1,palabra_en_lista_nominal 32")]
    [InlineData("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv", "cifra_ausente 3")]
    [InlineData("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv", "cifra_vacia 3,clave_repetida 6")]
    [InlineData("puebla2024_simulacro1/PUE_DIP_LOC_2024.csv",
        "clave_repetida 54,codigo_repetido 10,inconsistencias_otra_definicion 1,juicio_distinto 9,orden_de_tiempo 10,participacion_otra_formula 1,posterior_al_corte 11,representantes_es_el_limite 1")]
    public void Los_archivos_que_siguen_sus_reglas_pasan_con_avisos(string ruta, string avisos)
    {
        var informe = ComprobadorDeBase.Comprobar(Reales.Ruta(ruta)).Value;

        Assert.Equal("PASA", informe.Resultado);
        Assert.Equal(avisos, string.Join(',', informe.Avisos.GroupBy(a => a.Codigo).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")));
    }

    [Fact]
    public void Las_dos_actas_de_Oaxaca_sin_un_solo_numero_se_nombran()
    {
        var informe = ComprobadorDeBase.Comprobar(Reales.Oaxaca).Value;

        Assert.Equal(["200347B010002", "202196B010002"], informe.Avisos.Where(a => a.Codigo == "juicio_distinto").Select(a => a.ClaveActa));
        Assert.Equal("20220606_1500", informe.Corte);
    }

    [Fact]
    public void El_simulacro_de_Puebla_falla_en_cinco_cifras_y_nombra_el_acta()
    {
        var informe = ComprobadorDeBase.Comprobar(Reales.PueblaAyuntamientos).Value;

        Assert.Equal(
            ["ACTAS_CONTABILIZADAS 1900≠1901", "ACTAS_NO_CONTABILIZADAS 201.0≠200", "LISTA_NOMINAL_ACTAS_CONTABILIZADAS 1146189≠1146890", "TOTAL_VOTOS_C_CS 523486.0≠523410", "TOTAL_VOTOS_S_CS 517909.0≠517833"],
            informe.Faltas.Where(f => f.Codigo == "cifra_distinta").Select(f => $"{f.Campo} {f.Publicado}≠{f.Calculado}"));
        Assert.Equal("212433C01004", Assert.Single(informe.Faltas, f => f.Codigo == "total_distinto").ClaveActa);
        Assert.Equal("212433C01004", Assert.Single(informe.Avisos, f => f.Codigo == "sin_acta_contabilizada").ClaveActa);
        Assert.Equal(6, informe.Faltas.Count);
    }

    [Fact]
    public void El_simulacro_de_Puebla_dice_que_inconsistencias_tomo()
    {
        var informe = ComprobadorDeBase.Comprobar(Reales.PueblaDiputaciones).Value;
        var aviso = Assert.Single(informe.Avisos, a => a.Codigo == "inconsistencias_otra_definicion");

        Assert.Equal(("0.0119", "53.1078"), (aviso.Publicado, aviso.Calculado));
        Assert.Contains("solo las que exceden", aviso.Mensaje, StringComparison.Ordinal);
        Assert.Equal("49.4134", Assert.Single(informe.Avisos, a => a.Codigo == "participacion_otra_formula").Calculado);
    }

    [Fact]
    public void El_corte_en_ceros_de_diputaciones_de_Campeche_falla_en_las_esperadas()
    {
        var falta = Assert.Single(ComprobadorDeBase.Comprobar(Reales.CampecheDiputaciones).Value.Faltas);

        Assert.Equal(("ACTAS_ESPERADAS", "1200", "1190"), (falta.Campo, falta.Publicado, falta.Calculado));
    }

    [Theory]
    [InlineData(true, "FALLA")]
    [InlineData(false, "PASA")]
    public void Con_estricto_cada_aviso_es_falta(bool estricto, string resultado) =>
        Assert.Equal(resultado, ComprobadorDeBase.Comprobar(Reales.OaxacaTemprano, new(estricto)).Value.Resultado);

    [Theory]
    [InlineData(Formato.Opl2024, false)]
    [InlineData(Formato.Opl2024, true)]
    [InlineData(Formato.Oaxaca2022, false)]
    [InlineData(Formato.Oaxaca2022, true)]
    public void Lo_que_escribimos_pasa_como_propio(string formato, bool ultimo)
    {
        foreach (var ruta in new[] { Reales.Oaxaca, Reales.Puebla2019, Reales.PueblaAyuntamientos, Reales.CampecheDiputaciones })
        {
            var catalogo = Reales.Catalogo(ruta);
            var texto = BaseDeDatosTests.Rendir(catalogo, formato, catalogo.Hechos.CorteEn!.Value, ultimo);
            var informe = ComprobadorDeBase.Comprobar("propia.csv", Encoding.UTF8.GetBytes(texto), new(Ultimo: ultimo, Propia: true)).Value;

            Assert.Empty(informe.Faltas);
        }
    }

    [Theory]
    [InlineData("10,20,5,10,1,4", "51", "total_distinto")]
    [InlineData("-3,20,5,10,1,4", "40", "no_es_numero")]
    [InlineData("10,1e9,5,10,1,4", "30", "no_es_numero")]
    [InlineData("10,20,12a,10,1,4", "45", "no_es_numero")]
    public void Un_renglon_malo_es_falta(string votos, string calculado, string codigo)
    {
        var archivo = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1, votos, calculado), ArchivoDePrueba.Renglon(2), ArchivoDePrueba.Renglon(3)] };
        var falta = Assert.Single(ComprobadorDeBase.Comprobar("x.csv", archivo.Bytes()).Value.Faltas, f => f.Codigo == codigo);

        Assert.Equal(("x.csv", 7), (falta.Archivo, falta.Linea));
        Assert.True(falta.Columna > 0);
    }

    [Theory]
    [InlineData("aa0002", "aa0001", "codigo_repetido")]
    [InlineData(",01,B,", ",01,Z,", "palabra_desconocida")]
    public void Un_renglon_extrano_se_avisa(string dice, string dira, string aviso)
    {
        var archivo = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2).Replace(dice, dira, StringComparison.Ordinal), ArchivoDePrueba.Renglon(3)] };
        var informe = ComprobadorDeBase.Comprobar("x.csv", archivo.Bytes()).Value;

        Assert.Empty(informe.Faltas);
        Assert.Equal(aviso, string.Join(',', informe.Avisos.Select(a => a.Codigo)));
        Assert.All(informe.Avisos, a => Assert.Equal(8, a.Linea));
    }

    [Theory]
    [InlineData("OBSERVACIONES")]
    [InlineData("TOTAL_VOTOS_CALCULADO")]
    [InlineData("TIPO_CASILLA")]
    public void Una_columna_que_falta_se_avisa(string columna)
    {
        var archivo = new ArchivoDePrueba();
        var lugar = archivo.Columnas.Split(',').IndexOf(columna);
        string Sin(string linea) => string.Join(',', linea.Split(',').Where((_, i) => i != lugar));
        var informe = ComprobadorDeBase.Comprobar("x.csv", (archivo with { Columnas = Sin(archivo.Columnas), Renglones = [.. archivo.Renglones.Select(Sin)] }).Bytes()).Value;

        Assert.Equal(columna, Assert.Single(informe.Avisos, a => a.Codigo == "columna_ausente").Campo);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Los_bytes_son_los_del_archivo(string codificacion)
    {
        var acentos = new ArchivoDePrueba { Titulo = "DIPUTACIONES LOCALES DE MAYORÍA" };
        var texto = Encoding.GetEncoding(codificacion);
        byte[] bytes = [.. texto.CodePage == 1200 ? texto.GetPreamble() : [], .. acentos.Bytes(texto)];

        Assert.Equal(bytes.Length, ComprobadorDeBase.Comprobar("x.csv", bytes).Value.Revisado["bytes"]);
    }

    [Theory]
    [InlineData("corto,1,2", "renglon_corto")]
    [InlineData("demasiadas", "renglon_largo")]
    public void Un_renglon_con_otras_celdas_es_falta(string renglon, string codigo)
    {
        var malo = renglon == "demasiadas" ? ArchivoDePrueba.Renglon(3) + ",sobra" : renglon;
        var archivo = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2), malo] };

        Assert.Equal(9, Assert.Single(ComprobadorDeBase.Comprobar("x.csv", archivo.Bytes()).Value.Faltas, f => f.Codigo == codigo).Linea);
    }

    [Fact]
    public void Un_nul_y_una_linea_enorme_son_faltas()
    {
        var nulo = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2, area: "'001,CEN\0TRO"), ArchivoDePrueba.Renglon(3)] };
        Assert.Equal(8, Assert.Single(ComprobadorDeBase.Comprobar("x.csv", nulo.Bytes()).Value.Faltas, f => f.Codigo == "byte_nulo").Linea);

        var enorme = new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2, area: "'001," + new string('x', 1 << 21)), ArchivoDePrueba.Renglon(3)] };
        Assert.Equal(8, Assert.Single(ComprobadorDeBase.Comprobar("x.csv", enorme.Bytes()).Value.Faltas, f => f.Codigo == "linea_enorme").Linea);
    }

    [Theory]
    [InlineData("3,3,0,3,100.0000,3,100.0000,0.0000,0,300,150,150,50.0000", "")]
    [InlineData("3,3,0,3,99.9999,3,100.0000,0.0000,0,300,150,150,50.0000", "a:diezmilesima")]
    [InlineData("3,3,0,3,100%,3,\"100.0\",0,0,\"300\",150.0,150,50", "")]
    [InlineData("3,3,0,3,100.0000,3,100.0000,0.0000,0,300,150,150,49.0000", "f:porcentaje_inexplicable")]
    [InlineData("3,3,0,3,100.0000,3,100.0000,33.3333,0,300,150,150,50.0000", "f:porcentaje_inexplicable")]
    [InlineData("3,4,0,3,100.0000,3,100.0000,0.0000,0,300,150,150,50.0000", "f:cifra_distinta")]
    [InlineData("3,3,,3,100.0000,3,100.0000,0.0000,0,300,150,150,50.0000", "a:cifra_vacia")]
    [InlineData("3,3,0,3,100.0000,3,100.0000,0.0000,0,300,150,150", "a:cifra_ausente")]
    public void Cada_cifra_del_encabezado(string cifras, string esperado)
    {
        var informe = ComprobadorDeBase.Comprobar("x.csv", new ArchivoDePrueba { Cifras = cifras }.Bytes()).Value;

        Assert.Equal(esperado, string.Join(',', informe.Faltas.Select(f => $"f:{f.Codigo}").Concat(informe.Avisos.Select(a => $"a:{a.Codigo}"))));
    }

    [Fact]
    public void El_informe_en_json_tiene_la_forma_acordada()
    {
        var memoria = new MemoryStream();
        InformeEnJson.Escribir(ComprobadorDeBase.Comprobar(Reales.CampecheDiputaciones).Value with { Objeto = "x.csv" }, memoria);
        Dorado.Comparar(Path.Combine(Reales.Raiz, "tests", "Prep.Publicacion.Tests", "Comprobacion", "Dorados", "informe.json"), Encoding.UTF8.GetString(memoria.ToArray()));
    }

    [Fact]
    public void El_informe_en_texto_acaba_con_el_veredicto()
    {
        var salida = new StringWriter();
        InformeEnTexto.Escribir(ComprobadorDeBase.Comprobar(Reales.PueblaAyuntamientos).Value, salida, todos: false);

        Assert.EndsWith("\nFALLA: 6\n", salida.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("… y 80 más", salida.ToString(), StringComparison.Ordinal);
    }
}
