using Prep.Dominio.Calendario;

namespace Prep.Dominio.Tests.Calendario;

[Trait("Regla", "K-07")]
public sealed class MarchaTests
{
    private static readonly DateTimeOffset _ceros = new(2024, 6, 3, 0, 0, 0, TimeSpan.Zero);

    private static readonly CalendarioDelPrep _calendario = CalendarioDelPrep.Crear(
        _ceros, _ceros.AddMinutes(30), _ceros.AddHours(2), _ceros.AddHours(26), TimeSpan.FromMinutes(20), TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City")).Value;

    [Theory]
    [InlineData(true, null, null, -10, Fase.SinCeros, "fuera_de_operacion")]
    [InlineData(true, null, null, 45, Fase.SinCeros, "sin_puesta_en_ceros")]
    [InlineData(true, 0, null, 10, Fase.EnCeros, "fuera_de_operacion")]
    [InlineData(true, 0, null, 30, Fase.Abierta, null)]
    [InlineData(true, 0, null, 119, Fase.Abierta, null)]
    [InlineData(true, 0, null, 120, Fase.Publicando, null)]
    [InlineData(true, 0, null, 1560, Fase.Publicando, null)]
    [InlineData(true, 0, null, 1561, Fase.Cerrada, "fuera_de_operacion")]
    [InlineData(true, 0, 900, 900, Fase.Cerrada, "publicacion_cerrada")]
    [InlineData(true, 0, 900, 1561, Fase.Cerrada, "publicacion_cerrada")]
    [InlineData(false, null, null, 10, Fase.EnCeros, "fuera_de_operacion")]
    [InlineData(false, null, null, 45, Fase.Abierta, null)]
    public void La_noche_solo_avanza_y_cada_fase_dice_que_se_puede(bool exige, int? ceros, int? cierre, int minuto, Fase fase, string? impedimento)
    {
        Marcha marcha = new(exige, En(ceros), En(cierre));
        var ahora = _ceros.AddMinutes(minuto);
        Assert.Equal(fase, marcha.En(_calendario, ahora));
        Assert.Equal(impedimento, marcha.Impedimento(_calendario, ahora)?.Codigo);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "reloj_atrasado")]
    [InlineData(3600, "reloj_atrasado")]
    public void Un_reloj_atras_del_ultimo_corte_no_recibe_nada(int segundos, string? impedimento)
    {
        var corte = _ceros.AddHours(5);
        Assert.Equal(impedimento, new Marcha(true, _ceros, null, corte).Impedimento(_calendario, corte.AddSeconds(-segundos))?.Codigo);
    }

    private static DateTimeOffset? En(int? minuto) => minuto is { } m ? _ceros.AddMinutes(m) : null;
}
