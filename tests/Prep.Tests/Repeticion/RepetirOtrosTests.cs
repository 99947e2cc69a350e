using System.Text.Json;
using System.Text.RegularExpressions;
using Prep.Tests.Casa;

namespace Prep.Tests.Repeticion;

/// <summary>The other real files: the ugly one, the empty ones, and those whose header does not follow from their rows.</summary>
public sealed partial class RepetirOtrosTests : IDisposable
{
    private readonly CarpetaPasajera _carpeta = new();

    [Theory]
    [InlineData("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv")]
    [InlineData("puebla2024_simulacro1/PUE_AYUN_2024.csv")]
    public async Task Se_repite_sin_diferencias_inexplicadas_y_lo_publicado_pasa(string archivo)
    {
        var final = await Programa.CorrerAsync("repetir", Programa.Real(archivo), "--salida", _carpeta.En("X"));
        var comprobacion = await Programa.CorrerAsync("comprobar", _carpeta.En("X"));

        Assert.Equal((0, "inexplicadas: 0"), (final.Codigo, final.UltimaLinea));
        Assert.Equal((0, "PASA"), (comprobacion.Codigo, comprobacion.UltimaLinea));
    }

    [Theory]
    [InlineData("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv", "ayun", "1196")]
    [InlineData("20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv", "dip_loc", "1190")]
    public async Task El_corte_en_ceros_da_un_sitio_entero_de_ceros(string archivo, string eleccion, string esperadas)
    {
        var final = await Programa.CorrerAsync("repetir", Programa.Real(archivo), "--salida", _carpeta.En("X"));
        Assert.Equal((0, "inexplicadas: 0"), (final.Codigo, final.UltimaLinea));

        var corte = _carpeta.En("X", "cortes", "20210601_1852");
        using var manifiesto = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(corte, "manifiesto.json"), TestContext.Current.CancellationToken));
        var cifras = manifiesto.RootElement.GetProperty("elecciones")[0].GetProperty("cifras").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.ToString());
        Assert.Equal(esperadas, cifras["ACTAS_ESPERADAS"]);
        Assert.All(cifras.Where(c => c.Key != "ACTAS_ESPERADAS"), c => Assert.Equal(c.Key.StartsWith("PORCENTAJE", StringComparison.Ordinal) ? "0.0000" : "0", c.Value));

        var paginas = Directory.GetFiles(corte, "*.html", SearchOption.AllDirectories).Where(p => Path.GetFileName(Path.GetDirectoryName(p)) != "raiz").Append(_carpeta.En("X", "index.html")).ToArray();
        Assert.All(Directory.GetDirectories(Path.Combine(corte, eleccion), "???", SearchOption.AllDirectories), area =>
            Assert.True(File.Exists(Path.Combine(area, "index.html")) && File.Exists(Path.Combine(area, "resultados.json")), area));
        Assert.True(paginas.Length > 300, $"{paginas.Length} páginas");
        Assert.Equal([], paginas.Where(p => NoEsNumero().IsMatch(File.ReadAllText(p))));
        Assert.Equal([], paginas.SelectMany(Rotos));
    }

    [Theory]
    [InlineData("opl-2024")]
    [InlineData("oaxaca-2022")]
    public async Task Con_el_formato_pedido_la_base_se_vuelve_a_leer_y_pasa(string formato)
    {
        var chica = new BaseChica();
        var final = await Programa.CorrerAsync("repetir", _carpeta.Escribir("OAX_GUB_2022.csv", chica.Bytes()), "--formato", formato, "--salida", _carpeta.En("X"));
        var csv = Directory.GetFiles(_carpeta.En("X", "cortes"), "OAX_GUB_2022.csv", SearchOption.AllDirectories).Single();
        var lineas = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);

        Assert.Equal(0, final.Codigo);
        Assert.Equal(formato == "oaxaca-2022", lineas.Contains(chica.Nombres));
        Assert.Equal(0, (await Programa.CorrerAsync("comprobar", csv)).Codigo);
    }

    [Fact]
    public async Task El_ultimo_corte_toma_las_casillas_especiales_en_la_participacion()
    {
        var archivo = _carpeta.Escribir("OAX_GUB_2022.csv", new BaseChica().Bytes());
        var comun = await Programa.CorrerAsync("repetir", archivo, "--salida", _carpeta.En("A"));
        var ultimo = await Programa.CorrerAsync("repetir", archivo, "--ultimo", "--salida", _carpeta.En("B"));

        // S_CS 12,160 and C_CS 12,313 over 24,299.
        Assert.Equal(("50.0432", "50.6728"), (Participacion(comun), Participacion(ultimo)));
        Assert.Contains("\"ultimo\":true", File.ReadAllText(_carpeta.En("B", "cortes", "20220606_1500", "manifiesto.json")));
    }

    [Fact]
    public async Task Contra_el_catalogo_de_la_eleccion_se_esperan_todas_sus_actas_y_las_diferencias_quedan_en_un_csv()
    {
        var final = await Programa.CorrerAsync(
            "repetir", _carpeta.Escribir("OAX_GUB_2022.csv", new BaseChica().Bytes()), "--eleccion", Path.Combine(Programa.Raiz, "datos", "oaxaca-2022"),
            "--diferencias", _carpeta.En("d.csv"), "--salida", _carpeta.En("X"));
        var diferencias = await File.ReadAllLinesAsync(_carpeta.En("d.csv"), TestContext.Current.CancellationToken);

        Assert.Equal((0, "inexplicadas: 0"), (final.Codigo, final.UltimaLinea));
        Assert.Contains(final.Lineas, l => l == "ACTAS_ESPERADAS\t5707\t5707\tigual");
        Assert.Equal("CORTE,CLAVE_ACTA,LINEA,CAMPO,ORIGINAL,NUESTRA,RAZON", diferencias[0].TrimStart('\uFEFF'));
        Assert.True(diferencias.Length > 1);
        Assert.DoesNotContain(diferencias, d => d.EndsWith("INEXPLICADA", StringComparison.Ordinal));
    }

    public void Dispose() => _carpeta.Dispose();

    private static string Participacion(Final final) => final.Lineas.Single(l => l.StartsWith("PORCENTAJE_PARTICIPACION_CIUDADANA\t", StringComparison.Ordinal)).Split('\t')[1];

    private static IEnumerable<string> Rotos(string pagina) => Enlace().Matches(File.ReadAllText(pagina)).Select(m => m.Groups[1].Value.Split('#', '?')[0])
        .Where(e => e.Length > 0 && !e.Contains(':'))
        .Where(e => !Path.Exists(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(pagina)!, Uri.UnescapeDataString(e)))))
        .Select(e => $"{pagina} → {e}");

    [GeneratedRegex(@"\bNaN\b|∞|Infinity")]
    private static partial Regex NoEsNumero();

    [GeneratedRegex(@"(?:href|src)=""([^""]*)""")]
    private static partial Regex Enlace();
}
