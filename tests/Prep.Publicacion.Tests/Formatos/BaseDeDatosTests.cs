using System.Text;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Publicacion.Tests.Formatos;

public sealed class BaseDeDatosTests
{
    [Fact]
    public void Oaxaca_rendida_en_su_formato_es_el_original_salvo_lo_que_nuestra_regla_cambia()
    {
        var catalogo = Reales.Catalogo(Reales.Oaxaca);
        var original = File.ReadAllLines(Reales.Oaxaca);
        var nuestro = Rendir(catalogo, Formato.Oaxaca2022, catalogo.Hechos.CorteEn!.Value, false).Split('\n');

        Assert.Equal(original[..3], nuestro[..3]);
        Assert.Equal(original[5], nuestro[5]);
        Assert.Equal(original.Length, nuestro.Length - 1);
        var distintos = Enumerable.Range(6, original.Length - 6).Count(i => Normal(original[i]) != Normal(nuestro[i]));

        // the two counted actas without any number, and the rows that judge or spell otherwise
        Assert.Equal("5707,5672,5,5667,99.2991,5501,96.3903,8.3231,166,2893595,1122128,1100508,38.0325", nuestro[3]);
        Assert.InRange(distintos, 2, 160);
    }

    [Fact]
    public void A_las_21_20_se_reproduce_el_encabezado_de_entonces_menos_las_dos_actas()
    {
        var catalogo = Reales.Catalogo(Reales.Oaxaca);
        var corte = new DateTimeOffset(2022, 6, 6, 2, 20, 0, TimeSpan.Zero);

        Assert.Equal("5707,2592,1,2591,45.4003,2576,45.1375,2.8736,15,1424561,539272,526059,36.9277", Rendir(catalogo, Formato.Oaxaca2022, corte, false).Split('\n')[3]);
    }

    [Theory, Trait("Regla", "L-06")]
    [InlineData(Formato.Opl2024)]
    [InlineData(Formato.Oaxaca2022)]
    public void El_archivo_dorado(string formato)
    {
        var ruta = Path.Combine(Reales.Raiz, "tests", "Prep.Publicacion.Tests", "Formatos", "Dorados", $"{formato}.csv");
        var texto = Rendir(DePrueba(), formato, new(2024, 6, 3, 3, 0, 0, TimeSpan.Zero), false);
        Dorado.Comparar(ruta, texto);
    }

    [Theory]
    [InlineData(Formato.Opl2024)]
    [InlineData(Formato.Oaxaca2022)]
    public void El_leeme_dorado(string formato)
    {
        var catalogo = DePrueba();
        var corte = CorteDe(catalogo, new(2024, 6, 3, 3, 0, 0, TimeSpan.Zero), true);
        var memoria = new MemoryStream();
        Leeme.Escribir(Formato.Buscar(formato).Value, corte, corte.Elecciones[0], [("OAX_DIP_LOC_2024.csv", new string('0', 64))], memoria);
        Dorado.Comparar(Path.Combine(Reales.Raiz, "tests", "Prep.Publicacion.Tests", "Formatos", "Dorados", $"LEEME-{formato}.txt"), Encoding.UTF8.GetString(memoria.ToArray()));
    }

    [Fact]
    public void Las_candidaturas_doradas()
    {
        var catalogo = Reales.Catalogo(Reales.Puebla2019, Reales.Puebla2019Candidaturas);
        var memoria = new MemoryStream();
        ArchivoDeCandidaturas.Escribir(Formato.PorOmision, catalogo.Proceso, catalogo.Eleccion, memoria);
        Dorado.Comparar(Path.Combine(Reales.Raiz, "tests", "Prep.Publicacion.Tests", "Formatos", "Dorados", "CANDIDATURAS.csv"), Encoding.UTF8.GetString(memoria.ToArray()));
    }

    [Theory]
    [InlineData(Formato.Opl2024)]
    [InlineData(Formato.Oaxaca2022)]
    public void Lo_escrito_se_lee_igual(string formato)
    {
        foreach (var ruta in new[] { Reales.Oaxaca, Reales.Puebla2019, Reales.PueblaAyuntamientos })
        {
            var antes = Reales.Catalogo(ruta);
            var texto = Rendir(antes, formato, antes.Hechos.CorteEn!.Value.AddDays(2), false);
            var despues = CatalogoInferido.De(ArchivoOficial.Leer(Path.GetFileName(ruta), Encoding.UTF8.GetBytes(texto)).Value).Value;

            Assert.Equal(antes.Eleccion.Actas.Select(a => a.Id), despues.Eleccion.Actas.Select(a => a.Id));
            Assert.Equal(antes.Hechos.Actas.Select(h => h!.Clase), despues.Hechos.Actas.Select(h => h!.Clase));
            Assert.Equal(antes.Hechos.Actas.Select(h => h!.Datos?.TotalCalculado), despues.Hechos.Actas.Select(h => h!.Datos?.TotalCalculado));
            Assert.Equal(antes.Hechos.Actas.Select(h => h!.VerificacionEn), despues.Hechos.Actas.Select(h => h!.VerificacionEn));
            var capturadas = antes.Hechos.Actas.Where(h => h!.Clase == ClaseDeHecho.Capturada).Select(h => h!.Id.Area).ToHashSet();
            Assert.Equal(
                antes.Eleccion.Areas.Where(a => capturadas.Contains(a.Id)).Select(a => a.Boleta.Contendientes.Count),
                despues.Eleccion.Areas.Where(a => capturadas.Contains(a.Id)).Select(a => a.Boleta.Contendientes.Count));
            Assert.Equal(antes.Hechos.FueraDeCatalogo.Select(h => h.AcopioEn), despues.Hechos.FueraDeCatalogo.Select(h => h.AcopioEn));
        }
    }

    internal static Corte CorteDe(CatalogoInferido catalogo, DateTimeOffset instante, bool ultimo) => new(
        catalogo.Proceso, CorteId.De(instante, catalogo.Proceso.Calendario.Zona), instante, ultimo, [HechosEnCorte.De(catalogo.Hechos, instante, ultimo)]);

    internal static string Rendir(CatalogoInferido catalogo, string formato, DateTimeOffset instante, bool ultimo)
    {
        var corte = CorteDe(catalogo, instante, ultimo);
        var memoria = new MemoryStream();
        BaseDeDatos.Escribir(Formato.Buscar(formato).Value, corte, corte.Elecciones[0], Resultados.De(corte.Elecciones[0]), memoria);
        return Encoding.UTF8.GetString(memoria.ToArray());
    }

    private static CatalogoInferido DePrueba()
    {
        string[] renglones =
        [
            ArchivoDePrueba.Renglon(1), ArchivoDePrueba.Renglon(2, votos: "10,Sin dato,5,ILEGIBLE,1,4", observaciones: "ALGUN CAMPO ILEGIBLE O SIN DATO"),
            ArchivoDePrueba.Renglon(3, votos: "100,20,5,10,1,4", observaciones: "EXCEDE LISTA NOMINAL", contabilizada: "0"),
            ArchivoDePrueba.Renglon(4, votos: "Ilegible,Ilegible,Ilegible,Ilegible,Ilegible,Ilegible", observaciones: "TODOS ILEGIBLES O SIN DATO", contabilizada: "0"),
            ArchivoDePrueba.Renglon(5, votos: "SIN ACTA,SIN ACTA,SIN ACTA,SIN ACTA,SIN ACTA,SIN ACTA", observaciones: "SIN ACTA POR CASILLA NO INSTALADA", contabilizada: "0", acopio: "N/A", captura: "N/A", verificacion: "N/A"),
            ArchivoDePrueba.Renglon(6, votos: "-,-,-,-,-,-", observaciones: "-", contabilizada: "-", acopio: "-", captura: "-", verificacion: "-"),
            ArchivoDePrueba.Renglon(7, tipo: "S", lista: "0"), ArchivoDePrueba.Renglon(8, tipo: "A", lista: "500", representantes: "N/A", area: "'N/A,N/A"), ArchivoDePrueba.FueraDeCatalogo,
        ];
        return CatalogoInferido.De(ArchivoOficial.Leer("OAX_DIP_LOC_2024.csv", new ArchivoDePrueba { Renglones = renglones }.Bytes()).Value).Value;
    }

    // spelling that the layout does not copy: case of words, zeros of keys, form of dates, words over LISTA_NOMINAL
    private static string Normal(string renglon)
    {
        var celdas = renglon.ToUpperInvariant().Split(',').Select(c => c.TrimStart('\'').TrimStart('0')).ToArray();
        (celdas[43], celdas[44]) = ("", "");
        celdas[49] = celdas[49].Length == 19 && celdas[49][4] == '-' ? $"{celdas[49][8..10]}/{celdas[49][5..7]}/{celdas[49][..4]}{celdas[49][10..]}".TrimStart('0') : celdas[49];
        return string.Join(',', celdas);
    }
}
