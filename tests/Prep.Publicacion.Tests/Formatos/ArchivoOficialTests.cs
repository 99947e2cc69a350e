using System.Text;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Tests.Formatos;

public sealed class ArchivoOficialTests
{
    [Theory, Trait("Regla", "L-01")]
    [InlineData("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv", "UTF-8", ',', "GUBERNATURA", "2022-06-06T15:00:00", -300, 13, 23)]
    [InlineData("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv", "windows-1252", '|', "AYUNTAMIENTOS", "2019-06-03T09:15:00", -300, 10, 43)]
    [InlineData("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv", "UTF-8", ',', "AYUNTAMIENTOS", "2021-06-01T18:52:00", -300, 13, 15)]
    [InlineData("20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv", "UTF-8", ',', "DIPUTACIONES LOCALES", "2021-06-01T18:52:00", -300, 13, 14)]
    [InlineData("puebla2024_simulacro1/PUE_AYUN_2024.csv", "UTF-8 BOM", ',', "AYUNTAMIENTOS", "2024-05-12T19:56:00", -360, 13, 14)]
    public void Los_archivos_reales_se_entienden(string ruta, string codificacion, char separador, string titulo, string corte, int desfase, int cifras, int boleta)
    {
        var archivo = Reales.Leer(Reales.Ruta(ruta));

        Assert.Equal(codificacion, archivo.Texto.Codificacion);
        Assert.Equal(separador, (char)archivo.Separador);
        Assert.Equal(titulo, archivo.Encabezado.Titulo);
        Assert.Equal(corte, archivo.Encabezado.CorteLocal!.Value.ToString("s"));
        Assert.Equal(desfase, archivo.Encabezado.Desfase);
        Assert.Equal(cifras, archivo.Encabezado.Cifras.Count);
        Assert.Equal(boleta, archivo.Esquema.Boleta.Count);
        Assert.Empty(archivo.Esquema.Desconocidas);
    }

    [Theory]
    [InlineData(',', "\n")]
    [InlineData(',', "\r")]
    [InlineData(',', "\r\n")]
    [InlineData('|', "\n")]
    [InlineData('|', "\r\n")]
    [InlineData('\t', "\r")]
    [InlineData(';', "\n")]
    public void Cualquier_separador_y_fin_de_linea(char separador, string fin)
    {
        var bytes = new ArchivoDePrueba { Separador = separador, Fin = fin }.Bytes();
        var archivo = ArchivoOficial.Leer("OAX_DIP_LOC_2024.csv", bytes).Value;
        var catalogo = CatalogoInferido.De(archivo).Value;

        Assert.Equal(3, catalogo.Eleccion.Actas.Count);
        Assert.Equal("50.0000", archivo.Encabezado.Cifras["PORCENTAJE_PARTICIPACION_CIUDADANA"].Texto);
        Assert.Equal(["200001B01003", "200002B01003", "200003B01003"], catalogo.Eleccion.Actas.Select(a => a.Id.ClaveActa));
        Assert.Equal(archivo.LineaDeColumnas + 3, catalogo.Hechos.Actas[2]!.Linea);
    }

    [Fact]
    public void El_numero_de_linea_cuenta_los_renglones_en_blanco()
    {
        var texto = new ArchivoDePrueba { Renglones = ["", ArchivoDePrueba.Renglon(1), "\t\t\t", ArchivoDePrueba.Renglon(2), ",,,,,,", ArchivoDePrueba.Renglon(3), ""] }.Bytes();
        var hechos = CatalogoInferido.De(ArchivoOficial.Leer("x.csv", texto).Value).Value.Hechos;

        Assert.Equal([8, 10, 12], hechos.Actas.Select(h => h!.Linea));
    }

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("iso-8859-1", "windows-1252")]
    public void Cualquier_codificacion(string nombre, string esperada)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var codificacion = Encoding.GetEncoding(nombre);
        byte[] bytes = [.. codificacion.GetPreamble(), .. new ArchivoDePrueba { Renglones = [ArchivoDePrueba.Renglon(1, area: "'001,Ñuñú de Juárez")] }.Bytes(codificacion)];
        var archivo = ArchivoOficial.Leer("x.csv", bytes).Value;

        Assert.StartsWith(esperada, archivo.Texto.Codificacion, StringComparison.Ordinal);
        Assert.Equal("Ñuñú de Juárez", CatalogoInferido.De(archivo).Value.Eleccion.Areas[0].Nombre);
    }

    [Fact]
    public void Un_titulo_en_latin_1_no_daña_los_renglones_en_utf_8()
    {
        var utf8 = new ArchivoDePrueba { Titulo = "ALCALDIAS", Renglones = [ArchivoDePrueba.Renglon(1, area: "'001,Álvaro Obregón")] }.Bytes();
        byte[] bytes = [0x41, 0xCD, 0x41, (byte)'\n', .. utf8];

        Assert.Equal("Álvaro Obregón", CatalogoInferido.De(ArchivoOficial.Leer("x.csv", bytes).Value).Value.Eleccion.Areas[0].Nombre);
    }

    [Fact]
    public void Comillas_con_separador_comillas_dobles_y_salto_dentro()
    {
        var renglon = ArchivoDePrueba.Renglon(1, area: "\"'001\",\"San Juan, \"\"el\"\"\nBajo\"", observaciones: "\"['Ilegible', 'Sin dato']\"");
        var archivo = ArchivoOficial.Leer("x.csv", new ArchivoDePrueba { Renglones = [renglon, ArchivoDePrueba.Renglon(2)] }.Bytes()).Value;
        var hechos = CatalogoInferido.De(archivo).Value.Hechos;

        Assert.Equal(Prep.Dominio.Contabilizacion.Observacion.AlgunoIlegible | Prep.Dominio.Contabilizacion.Observacion.AlgunoSinDato, hechos.Actas[0]!.Publicado.Observacion.Observacion);
        Assert.Equal(2, hechos.Actas.Count);
        Assert.Equal(9, hechos.Actas[1]!.Linea);
    }

    [Fact]
    public void Claves_como_formula_de_hoja_de_calculo()
    {
        var renglon = ArchivoDePrueba.Renglon(1).Replace("'200001B0100,'200001B01003", "=\"200001B0100\",=\"200001B01003\"", StringComparison.Ordinal).Replace("'001", "=\"001\"", StringComparison.Ordinal);
        var catalogo = CatalogoInferido.De(ArchivoOficial.Leer("x.csv", new ArchivoDePrueba { Renglones = [renglon] }.Bytes()).Value).Value;

        Assert.Equal("001/200001B01003", catalogo.Eleccion.Actas[0].Id.ToString().Split('/', 2)[1]);
        Assert.Equal("200001B0100", catalogo.Eleccion.Actas[0].Casilla.Clave);
    }

    [Theory]
    [InlineData("'100.0000%", 1_000_000)]
    [InlineData("51,695", 516_950_000)]
    [InlineData("201.0", 2_010_000)]
    [InlineData(" 38.0195 ", 380_195)]
    [InlineData("=\"12\"", 120_000)]
    public void Cifras_como_cada_quien_las_escribe(string celda, long diezmilesimas) =>
        Assert.Equal(diezmilesimas, Encabezado.Leer("X", celda, 1, 1).Valor);

    [Fact]
    public void Los_nombres_y_valores_del_encabezado_pueden_partirse_en_dos_lineas()
    {
        var nombres = Prep.Dominio.Computo.Cifras.Nombres;
        var texto = new ArchivoDePrueba().Texto().Split('\n').ToList();
        texto[2] = string.Join(',', nombres.Take(6)) + "\n" + string.Join(',', nombres.Skip(6));
        texto[3] = "3,3,0,3,100.0000,3\n100.0000,0.0000,0,300,150,150,50.0000";
        var archivo = ArchivoOficial.Leer("x.csv", Encoding.UTF8.GetBytes(string.Join('\n', texto))).Value;

        Assert.Equal(13, archivo.Encabezado.Cifras.Count);
        Assert.Equal(300, archivo.Encabezado.Cifras["LISTA_NOMINAL_ACTAS_CONTABILIZADAS"].Entero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("PK\u0003\u0004xxxx")]
    [InlineData("NOMBRE_ESTADO|ID_DISTRITO|SECCION|CASILLA|TIPO_ACTA|NUM_ACTA_IMPRESO|PAN|PRI|CNR|VN|LISTA_NOMINAL\n20|1|1|B01|1|2|3|4|0|0|9\n")]
    [InlineData("SECCION,ID_CASILLA,TIPO_CASILLA,PAN,PRI,NULOS,LISTA_NOMINAL\n1,1,B,3,4,0,9\n")]
    public void Lo_que_no_es_del_prep_se_rechaza_con_lugar_y_remedio(string texto)
    {
        var rechazo = ArchivoOficial.Leer("x.csv", Encoding.UTF8.GetBytes(texto)).Rechazo;

        Assert.Equal("no_es_del_prep", rechazo.Codigo);
        Assert.Contains("x.csv, línea ", rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Contains("Use la base de datos", rechazo.Mensaje, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_archivo_que_no_existe_se_rechaza() => Assert.Equal("archivo_no_existe", ArchivoOficial.Leer("/no/existe.csv").Rechazo.Codigo);
}
