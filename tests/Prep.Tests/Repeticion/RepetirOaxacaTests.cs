using Prep.Dominio.Computo;
using Prep.Tests.Casa;

namespace Prep.Tests.Repeticion;

/// <summary>The acceptance of the main job: the figures of both cortes, the signature, and that a change of one byte is found and named.</summary>
public sealed class RepetirOaxacaTests(NocheDeOaxaca noche) : IClassFixture<NocheDeOaxaca>
{
    private static readonly string[] _final =
    [
        "5707", "5672", "5", "5667", "99.2991", "5501", "96.3903", "8.3231", "166", "2893595", "1122128", "1100508", "38.0325",
    ];

    [Fact]
    public void Termina_bien_sin_diferencias_inexplicadas_y_sin_dejar_temporales()
    {
        Assert.Equal((0, "inexplicadas: 0"), (noche.Final.Codigo, noche.Final.UltimaLinea));
        Assert.Equal([], noche.Temporales.Where(n => n.StartsWith("prep-repetir", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ACTAS_REGISTRADAS", "2592")]
    [InlineData("ACTAS_FUERA_CATALOGO", "1")]
    [InlineData("ACTAS_CAPTURADAS", "2591")]
    [InlineData("ACTAS_CONTABILIZADAS", "2576")]
    [InlineData("LISTA_NOMINAL_ACTAS_CONTABILIZADAS", "1424561")]
    [InlineData("TOTAL_VOTOS_C_CS", "539272")]
    [InlineData("TOTAL_VOTOS_S_CS", "526059")]
    [InlineData("PORCENTAJE_ACTAS_INCONSISTENCIAS", "2.8736")]
    public void A_las_21_20(string cifra, string valor) => Assert.Equal(valor, Cifra("20220605_2120", cifra).Nuestra);

    [Fact]
    public void Las_13_a_las_15_00_y_cada_diferencia_nombra_las_dos_actas()
    {
        var cifras = Cifras.Nombres.Select(n => Cifra("20220606_1500", n)).ToList();

        Assert.Equal(_final, cifras.Select(c => c.Nuestra));
        Assert.All(cifras, c => Assert.Equal(c.Nuestra == c.Oficial ? "igual" : "REGLA: 200347B010002, 202196B010002", c.Veredicto));
        Assert.Equal(5, cifras.Count(c => c.Veredicto != "igual"));
    }

    [Fact]
    public void La_base_publicada_lleva_las_mismas_cifras()
    {
        var lineas = File.ReadAllLines(Path.Combine(noche.Publicacion, "cortes/20220606_1500/base-de-datos/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv"));

        Assert.Contains(string.Join(',', _final), lineas);
    }

    [Fact]
    public async Task Openssl_verifica_la_firma_con_la_linea_documentada()
    {
        var linea = File.ReadLines(Path.Combine(Programa.Raiz, "docs", "publicacion.md")).Single(l => l.StartsWith("openssl dgst", StringComparison.Ordinal));
        var final = await Programa.AjenoAsync(noche.Publicacion, "sh", "-c", linea);

        Assert.Equal((0, "Verified OK"), (final.Codigo, final.UltimaLinea));
    }

    [Fact]
    public async Task Comprobar_la_publicacion_pasa()
    {
        var final = await Programa.CorrerAsync("comprobar", noche.Publicacion);

        Assert.Equal((0, "PASA"), (final.Codigo, final.UltimaLinea));
        Assert.Contains("imágenes no incluidas", final.Salida);
    }

    [Theory]
    [InlineData("cortes/20220606_1500/base-de-datos/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv")]
    [InlineData("cortes/20220606_1500/gub/resultados.json")]
    [InlineData("cortes/20220606_1500/gub/index.html")]
    [InlineData("registro/20220606_1500.jsonl")]
    [InlineData("cortes/20220606_1500/manifiesto.json")]
    public async Task Con_un_byte_cambiado_falla_y_nombra_el_archivo(string ruta)
    {
        var archivo = Path.Combine(noche.Publicacion, ruta);
        var antes = await File.ReadAllBytesAsync(archivo, TestContext.Current.CancellationToken);
        try
        {
            UnByte.Cambiar(archivo);
            var final = await Programa.CorrerAsync("comprobar", noche.Publicacion);

            Assert.Equal(1, final.Codigo);
            Assert.Contains(ruta, final.Salida);
            Assert.StartsWith("FALLA: ", final.UltimaLinea, StringComparison.Ordinal);
        }
        finally
        {
            await File.WriteAllBytesAsync(archivo, antes, CancellationToken.None);
        }
    }

    private (string Nuestra, string Oficial, string Veredicto) Cifra(string corte, string nombre)
    {
        var celdas = noche.Final.Lineas.SkipWhile(l => l != $"corte {corte} frente a lo publicado").First(l => l.StartsWith(nombre + "\t", StringComparison.Ordinal)).Split('\t');
        return (celdas[1], celdas[2], celdas[3]);
    }
}
