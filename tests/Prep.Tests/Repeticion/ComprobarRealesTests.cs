using System.Text.Json;
using Prep.Tests.Casa;

namespace Prep.Tests.Repeticion;

/// <summary><c>comprobar</c> on each real file gives what was recomputed from its rows by other means (the README of the data).</summary>
public sealed class ComprobarRealesTests
{
    [Theory]
    [InlineData("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv", "PASA", "", "PORCENTAJE_PARTICIPACION_CIUDADANA")]
    [InlineData("20220605_2120_PREP_GUB_OAX/OAX_GUB_2022.csv", "PASA", "", "PORCENTAJE_PARTICIPACION_CIUDADANA")]
    [InlineData("20190603_0915_PREP_AYUN_PUE/PUE_AYUN_ext_2019.csv", "PASA", "", "")]
    [InlineData("20210601_1852_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv", "PASA", "", "TOTAL_VOTOS_C_CS")]
    [InlineData("20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv", "FALLA: 1", "ACTAS_ESPERADAS=1200≠1190", "TOTAL_VOTOS_C_CS")]
    [InlineData("puebla2024_simulacro1/PUE_AYUN_2024.csv", "FALLA: 6",
        "ACTAS_CONTABILIZADAS=1900≠1901 ACTAS_NO_CONTABILIZADAS=201.0≠200 LISTA_NOMINAL_ACTAS_CONTABILIZADAS=1146189≠1146890 TOTAL_VOTOS_C_CS=523486.0≠523410 TOTAL_VOTOS_S_CS=517909.0≠517833",
        "PORCENTAJE_ACTAS_INCONSISTENCIAS PORCENTAJE_PARTICIPACION_CIUDADANA")]
    [InlineData("puebla2024_simulacro1/PUE_DIP_LOC_2024.csv", "PASA", "", "PORCENTAJE_ACTAS_INCONSISTENCIAS PORCENTAJE_PARTICIPACION_CIUDADANA")]
    public async Task Da_lo_que_ya_se_sabe(string archivo, string veredicto, string cifrasEnFalta, string avisadas)
    {
        var final = await Programa.CorrerAsync("comprobar", Programa.Real(archivo));
        var enJson = await Programa.CorrerAsync("comprobar", Programa.Real(archivo), "--json", "--todos");
        using var informe = JsonDocument.Parse(enJson.Salida);
        var faltas = informe.RootElement.GetProperty("faltas").EnumerateArray().Where(f => f.GetProperty("codigo").GetString() == "cifra_distinta")
            .Select(f => $"{f.GetProperty("campo")}={f.GetProperty("publicado")}≠{f.GetProperty("calculado")}");
        var avisos = informe.RootElement.GetProperty("avisos").EnumerateArray().Select(a => a.GetProperty("campo").GetString()).ToHashSet();

        Assert.Equal(veredicto, final.UltimaLinea);
        Assert.Equal((veredicto == "PASA" ? 0 : 1, final.Codigo), (final.Codigo, enJson.Codigo));
        Assert.Equal(cifrasEnFalta, string.Join(' ', faltas));
        Assert.Equal([], avisadas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(a => !avisos.Contains(a)));
    }

    [Fact]
    public async Task Estricto_vuelve_falta_cada_aviso() =>
        Assert.Equal(1, (await Programa.CorrerAsync("comprobar", Programa.Real("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv"), "--estricto")).Codigo);
}
