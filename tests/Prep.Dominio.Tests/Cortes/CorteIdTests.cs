using Prep.Dominio.Cortes;

namespace Prep.Dominio.Tests.Cortes;

public sealed class CorteIdTests
{
    private static readonly TimeZoneInfo Oaxaca = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    [Theory]
    [InlineData("2024-06-03T02:00:00Z", "20240602_2000")]    // UTC-6: no summer time since October 2022
    [InlineData("2022-06-06T20:00:00Z", "20220606_1500")]    // UTC-5 in June 2022
    [InlineData("2021-04-04T07:59:00Z", "20210404_0159")]    // the minute before the clock goes forward
    [InlineData("2021-04-04T08:00:00Z", "20210404_0300")]
    [InlineData("2024-06-03T02:00:59Z", "20240602_2000")]
    public void Es_la_hora_local_del_proceso(string instante, string id) => Assert.Equal(id, CorteId.De(DateTimeOffset.Parse(instante), Oaxaca).Valor);

    [Theory]
    [InlineData("20240602_2000", true)]
    [InlineData("20240602_2460", false)]
    [InlineData("20240631_2000", false)]
    [InlineData("20240602-2000", false)]
    [InlineData("2024062_2000", false)]
    [InlineData(".20240602_2000", false)]
    [InlineData("", false)]
    public void Se_reconoce(string texto, bool vale) => Assert.Equal(vale, CorteId.TryParse(texto, out _));

    [Fact]
    public void El_orden_de_los_nombres_es_el_del_tiempo()
    {
        var instantes = Enumerable.Range(0, 500).Select(i => Caso.Noche.AddMinutes(37 * i)).ToList();
        var ids = instantes.Select(i => CorteId.De(i, Oaxaca).Valor).ToList();

        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
