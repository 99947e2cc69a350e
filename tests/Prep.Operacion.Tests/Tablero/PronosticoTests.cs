using Prep.Operacion.Tablero;

namespace Prep.Operacion.Tests.Tablero;

public sealed class PronosticoTests
{
    private static readonly DateTimeOffset _apertura = CatalogoDePrueba.Apertura;
    private static readonly DateTimeOffset _ahora = _apertura.AddHours(3);

    [Fact]
    public void Sigue_el_ritmo_de_la_media_hora_con_el_margen_de_sus_diez_minutos_mejores_y_peores()
    {
        var p = Pronostico.De([.. Verificadas(10, 25), .. Verificadas(30, 15), .. Verificadas(20, 5), .. Verificadas(500, 31)], 120, _ahora, _apertura);

        Assert.Equal((60, 120), (p.EnVentana, p.Faltan));
        Assert.Equal(_ahora.AddMinutes(60), p.En);
        Assert.Equal(_ahora.AddMinutes(40), p.Pronto);
        Assert.Equal(_ahora.AddMinutes(120), p.Tarde);
    }

    [Fact]
    public void Sin_nada_en_diez_minutos_no_hay_limite() =>
        Assert.Null(Pronostico.De([.. Verificadas(30, 15), .. Verificadas(20, 5)], 120, _ahora, _apertura) is { En: not null } p ? p.Tarde : _ahora);

    [Theory]
    [InlineData(9, 100, 180, "muy pocas")]
    [InlineData(100, 100, 29, "media hora de trabajo")]
    [InlineData(100, 0, 180, "Ya no falta")]
    public void No_adivina_cuando_no_puede(int verificadas, int faltan, int minutos, string motivo)
    {
        var p = Pronostico.De([.. Verificadas(verificadas, 5)], faltan, _ahora, _ahora.AddMinutes(-minutos));

        Assert.Null(p.En);
        Assert.Contains(motivo, p.Motivo);
    }

    private static IEnumerable<DateTimeOffset> Verificadas(int cuantas, int hace) => Enumerable.Repeat(_ahora.AddMinutes(-hace), cuantas);
}
