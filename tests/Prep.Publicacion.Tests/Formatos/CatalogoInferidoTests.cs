using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Tests.Formatos;

public sealed class CatalogoInferidoTests
{
    [Fact, Trait("Regla", "L-03"), Trait("Regla", "L-04")]
    public void Oaxaca_2022_entera()
    {
        var catalogo = Reales.Catalogo(Reales.Oaxaca, Reales.OaxacaCandidaturas);
        var (eleccion, hechos) = (catalogo.Eleccion, catalogo.Hechos);

        Assert.Equal("oaxaca-2022", catalogo.Proceso.Id);
        Assert.Equal(("gub", "GUB", TipoDeEleccion.Gubernatura), (eleccion.Id.Valor, eleccion.CodigoDeArchivo, eleccion.Tipo));
        Assert.Equal("America/Mexico_City", catalogo.Proceso.Calendario.Zona.Id);
        Assert.Equal(new DateTimeOffset(2022, 6, 6, 20, 0, 0, TimeSpan.Zero), hechos.CorteEn);
        Assert.Equal(5707, eleccion.Actas.Count);
        Assert.Equal(26, eleccion.Areas.Count);
        Assert.Equal((5581, 86, 40, 5), (Cuantas(hechos, ClaseDeHecho.Capturada), Cuantas(hechos, ClaseDeHecho.SinActa), Cuantas(hechos, ClaseDeHecho.NoCapturada), hechos.FueraDeCatalogo.Count));
        Assert.Equal(new AjustesDeEleccion(LimiteDeEspecial.Boletas), eleccion.Ajustes);
        Assert.Equal(146, catalogo.Avisos.Count(a => a.Codigo == "sin_lista_nominal"));
        Assert.Empty(hechos.Faltas);
        Assert.Equal(["PAN", "PRI-PRD", "PT-PVEM-PUP-MOR", "MC", "NA", "CI1", "CI2"], eleccion.Areas[1].Candidaturas.Select(c => c.Nombre));
        Assert.Equal("Salomon Jara Cruz", eleccion.Areas[1].Candidaturas[2].Propietaria);
        Assert.Equal("FC-0001", hechos.FueraDeCatalogo[0].Id.ClaveActa);
        Assert.Equal(new DateTimeOffset(2022, 6, 6, 0, 20, 0, TimeSpan.Zero), hechos.FueraDeCatalogo[0].AcopioEn);
    }

    [Fact, Trait("Regla", "L-05")]
    public void Cada_municipio_de_Puebla_2019_tiene_su_boleta()
    {
        var catalogo = Reales.Catalogo(Reales.Puebla2019, Reales.Puebla2019Candidaturas);

        Assert.Equal([10, 21, 24, 31, 9], catalogo.Eleccion.Areas.OrderBy(a => a.Boleta.Contendientes.Count.ToString("0"), StringComparer.Ordinal).Select(a => a.Boleta.Contendientes.Count));
        Assert.Equal(["C_PRD_MC_CPP", "C_PRD_MC_CPP#2"], catalogo.Eleccion.Contendientes.Where(c => c.Nombre == "C_PRD_MC_CPP").Select(c => c.Clave));
        var ocoyucan = catalogo.Eleccion.Area(new("107"));
        Assert.Equal("Fidencio Becerril Toxtle", ocoyucan.Candidaturas.Single(c => c.Nombre == "PRD-MC-CPP").Propietaria);
        Assert.Equal(4, catalogo.Hechos.Actas.Count(h => h!.Motivo == MotivoSinActa.PaqueteEntregadoSinBolsa));
        Assert.Equal(3, catalogo.Hechos.Actas.Count(h => h!.Motivo == MotivoSinActa.PaqueteNoEntregado));
        Assert.Equal("165", catalogo.Hechos.FueraDeCatalogo.Single().Id.Area.Clave);
    }

    /// <summary>Keys denied on purpose and an image: received, and of no casilla, whatever its section says. Without an image it only was not captured.</summary>
    [Theory]
    [InlineData(true, ClaseDeHecho.FueraDeCatalogo)]
    [InlineData(false, ClaseDeHecho.NoCapturada)]
    public void Un_renglon_sin_claves_ni_contabilizada_se_juzga_por_su_imagen(bool conImagen, ClaseDeHecho clase)
    {
        var renglon = $"-,-,20,OAXACA,'001,CENTRO,'0009,-,-,-,3,-,,,,,,,,,,,,,,,-,-,{(conImagen ? ArchivoDePrueba.Hash(9) : "")},02/06/2024 20:30:00,,,CATD,ESCANER,ACTA PREP";
        string Quitar(string cabecera) => cabecera.Replace("OBSERVACIONES,", "", StringComparison.Ordinal);
        ArchivoDePrueba archivo = new();
        archivo = archivo with
        {
            Columnas = Quitar(archivo.Columnas),
            Renglones = [ArchivoDePrueba.Renglon(1).Replace(",-,1,D,", ",1,D,", StringComparison.Ordinal), renglon],
        };

        var filas = new LectorDeFilas(ArchivoOficial.Leer("x.csv", archivo.Bytes()).Value);
        Assert.True(filas.Avanzar() && filas.Clase == ClaseDeHecho.Capturada && filas.Estado == LectorDeFilas.Forma.Bien);
        Assert.True(filas.Avanzar());

        Assert.Equal((LectorDeFilas.Forma.Bien, clase), (filas.Estado, filas.Clase));
    }

    [Fact]
    public void El_corte_en_ceros_de_Campeche_da_el_catalogo_sin_hechos()
    {
        var catalogo = Reales.Catalogo(Reales.CampecheDiputaciones);

        Assert.Equal((1190, 21, 14), (catalogo.Eleccion.Actas.Count, catalogo.Eleccion.Areas.Count, catalogo.Eleccion.Areas[0].Boleta.Contendientes.Count));
        Assert.All(catalogo.Hechos.Actas, h => Assert.Equal(ClaseDeHecho.NoCapturada, h!.Clase));
        Assert.Equal("America/Merida", catalogo.Proceso.Calendario.Zona.Id);
    }

    [Fact, Trait("Regla", "L-03")]
    public void El_simulacro_de_Puebla_repite_claves_y_trae_el_limite_en_representantes()
    {
        var catalogo = Reales.Catalogo(Reales.PueblaDiputaciones);

        Assert.Equal((8398, 13), (catalogo.Eleccion.Actas.Count, catalogo.Hechos.FueraDeCatalogo.Count));
        Assert.Equal(8398, catalogo.Eleccion.Actas.Select(a => a.Id).Distinct().Count());
        Assert.Equal("210000A00003~2", catalogo.Eleccion.Actas[1].Id.Nombre);
        Assert.Single(catalogo.Avisos, a => a.Codigo == "representantes_es_el_limite");
        Assert.All(catalogo.Eleccion.Actas.Where(a => !a.Casilla.Tipo.EsMesaEspecial()), a => Assert.Equal(a.Casilla.Tipo == TipoDeCasilla.Especial ? 0 : 20, a.Casilla.Representantes));
        Assert.Equal((77, 77), (catalogo.Eleccion.Actas.Count(a => a.Principio == Principio.MayoriaRelativa), catalogo.Eleccion.Actas.Count(a => a.Principio == Principio.RepresentacionProporcional)));
        Assert.Equal("DIP_LOC", catalogo.Eleccion.CodigoDeArchivo);
    }

    [Theory, Trait("Regla", "L-02")]
    [InlineData("PAN,PRI,PRD,PAN-PRI-PRD,PVEM,PT,MORENA,PVEM_PT_MORENA", "PPPCPPPC", "0+1+2,4+5+6")]
    [InlineData("PT,PVEM,PUP,MOR,C_PT_PV_PUP_MOR", "PPPPC", "0+1+2+3")]
    [InlineData("PT,MORENA,NAH,CC_PT_MORENA_NAH,CO_PT_MOR", "PPPCC", "0+1+2,0+1")]
    [InlineData("FXM_P,PAN,C_PAN_FXM_P", "PPC", "1+0")]
    [InlineData("PAN,PRI,NA,C_PRI_NAO", "PPPC", "1+2")]
    [InlineData("PAN,PES,CAND_IND_1,CI_01,CI1,CAND_IND_01", "PPIIII", "")]
    [InlineData("MC,Juntos Hacemos Historia en Tamaulipas", "PU", "")]
    [InlineData("PAN,PANAL,C_PAN_PANAL", "PPC", "0+1")]
    [InlineData("PAN,C_XX_YY", "PU", "")]
    public void Los_nombres_de_columna_dicen_quien_es_quien(string columnas, string clases, string integrantes)
    {
        var boleta = columnas.Split(',').Select((n, i) => new ColumnaDeVotos(i, n, n)).ToArray();
        var (contendientes, _) = ContendientesInferidos.De(boleta);

        Assert.Equal(clases, string.Concat(contendientes.Select(c => c switch
        {
            Contendiente.Partido => 'P',
            Contendiente.Combinacion => 'C',
            Contendiente.Independiente => 'I',
            _ => 'U',
        })));
        Assert.Equal(integrantes, string.Join(',', contendientes.OfType<Contendiente.Combinacion>().Select(c => string.Join('+', c.Partidos))));
    }

    [Fact]
    public void El_huso_del_encabezado_prevalece_sobre_el_del_estado()
    {
        var bytes = new ArchivoDePrueba { Fecha = "02/06/2024 21:00 (UTC-5)" }.Bytes();
        var catalogo = CatalogoInferido.De(ArchivoOficial.Leer("x.csv", bytes).Value).Value;

        Assert.Single(catalogo.Avisos, a => a.Codigo == "huso_distinto");
        Assert.Equal(new DateTimeOffset(2024, 6, 3, 2, 0, 0, TimeSpan.Zero), catalogo.Hechos.CorteEn);
        Assert.Equal(TimeSpan.FromHours(-5), catalogo.Proceso.Calendario.Zona.GetUtcOffset(catalogo.Hechos.CorteEn!.Value));
    }

    [Fact]
    public void Lo_que_no_es_voto_se_señala_con_linea_y_columna()
    {
        string[] renglones = [ArchivoDePrueba.Renglon(1, votos: "-3,20,5,10,1,4"), ArchivoDePrueba.Renglon(2, votos: "10,1e9,5,10,1,4"), ArchivoDePrueba.Renglon(3, votos: "10,20,12a,xx,1,4"), "corto,1"];
        var hechos = CatalogoInferido.De(ArchivoOficial.Leer("x.csv", new ArchivoDePrueba { Renglones = renglones }.Bytes()).Value).Value.Hechos;

        Assert.Equal(
            ["no_es_numero 7:17", "no_es_numero 8:18", "no_es_numero 9:19", "renglon_corto 10:2"], hechos.Faltas.Select(f => $"{f.Codigo} {f.Linea}:{f.Columna}"));
        Assert.Equal("palabra_desconocida 9:20", Assert.Single(hechos.Avisos.Select(f => $"{f.Codigo} {f.Linea}:{f.Columna}")));
    }

    [Fact]
    public void Con_una_eleccion_dada_un_distrito_que_no_existe_y_una_casilla_repetida_se_señalan()
    {
        var eleccion = CatalogoInferido.De(ArchivoOficial.Leer("x.csv", new ArchivoDePrueba().Bytes()).Value).Value.Eleccion;
        string[] renglones = [ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2, area: "'099,NADA"), ArchivoDePrueba.Renglon(9)];
        var hechos = LectorDeHechos.Leer(ArchivoOficial.Leer("y.csv", new ArchivoDePrueba { Renglones = renglones }.Bytes()).Value, eleccion, TimeZoneInfo.Utc);

        Assert.Equal(["casilla_repetida 8:2", "area_desconocida 9:5", "acta_desconocida 10:2"], hechos.Faltas.Select(f => $"{f.Codigo} {f.Linea}:{f.Columna}"));
        Assert.NotNull(hechos.Actas[0]);
        Assert.Null(hechos.Actas[1]);
    }

    private static int Cuantas(Hechos hechos, ClaseDeHecho clase) => hechos.Actas.Count(h => h!.Clase == clase);
}
