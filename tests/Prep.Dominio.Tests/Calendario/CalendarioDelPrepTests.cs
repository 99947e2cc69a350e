using Prep.Dominio.Calendario;

namespace Prep.Dominio.Tests.Calendario;

public sealed class CalendarioDelPrepTests
{
    private static readonly TimeZoneInfo Oaxaca = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
    private static readonly TimeSpan Veinte = TimeSpan.FromMinutes(20);

    [Fact, Trait("Regla", "K-02")]
    public void Un_dia_a_veinte_minutos_son_73_cortes()
    {
        var cortes = Oaxaca2024().Cortes().ToList();

        Assert.Equal(73, cortes.Count);
        Assert.Equal((Local(2, 20), Local(3, 20)), (cortes[0], cortes[^1]));
        Assert.All(cortes.Zip(cortes.Skip(1)), par => Assert.Equal(Veinte, par.Second - par.First));
    }

    [Theory, Trait("Regla", "K-01")]
    [InlineData(18, 18, 20, 44, null)]
    [InlineData(18, 19, 19, 43, null)]                                   // opening and start at once
    [InlineData(19, 18, 20, 44, "calendario_desordenado")]
    [InlineData(18, 21, 20, 44, "calendario_desordenado")]
    [InlineData(18, 18, 20, 20, "calendario_desordenado")]               // nothing to publish
    [InlineData(18, 18, 20, 45, "calendario_excede_24_horas")]
    [InlineData(18, 18, 19, 44, "calendario_excede_24_horas")]
    public void Los_cuatro_instantes(int ceros, int apertura, int inicio, int ultima, string? rechazo)
    {
        var resultado = CalendarioDelPrep.Crear(Local(2, ceros), Local(2, apertura), Local(2, inicio), Local(2, ultima), Veinte, Oaxaca);

        Assert.Equal(rechazo, resultado.IsOk ? null : resultado.Rechazo.Codigo);
    }

    [Fact, Trait("Regla", "K-01")]
    public void Un_segundo_mas_de_24_horas_se_rechaza() =>
        Assert.Equal("calendario_excede_24_horas",
            CalendarioDelPrep.Crear(Local(2, 18), Local(2, 18), Local(2, 20), Local(3, 20).AddSeconds(1), Veinte, Oaxaca).Rechazo.Codigo);

    [Theory, Trait("Regla", "K-02")]
    [InlineData(20, 0, true)]
    [InlineData(1, 0, true)]
    [InlineData(20, 1, false)]     // two updates in some hour
    [InlineData(0, 59, false)]
    [InlineData(0, 0, false)]
    public void Al_menos_tres_actualizaciones_por_hora(int minutos, int segundos, bool vale)
    {
        var resultado = CalendarioDelPrep.Crear(Local(2, 18), Local(2, 18), Local(2, 20), Local(3, 20), new TimeSpan(0, minutos, segundos), Oaxaca);

        Assert.Equal(vale ? null : "intervalo_no_permitido", resultado.IsOk ? null : resultado.Rechazo.Codigo);
    }

    [Theory, Trait("Regla", "K-02")]
    [InlineData(60, "20:00 20:20 20:40 21:00")]
    [InlineData(61, "20:00 20:20 20:40 21:00 21:01")]
    [InlineData(50, "20:00 20:20 20:40 20:50")]
    [InlineData(5, "20:00 20:05")]
    public void El_ultimo_corte_cae_en_la_ultima_actualizacion(int minutos, string cortes)
    {
        var calendario = CalendarioDelPrep.Crear(Local(2, 18), Local(2, 18), Local(2, 20), Local(2, 20).AddMinutes(minutos), Veinte, Oaxaca).Value;

        Assert.Equal(cortes, string.Join(' ', calendario.Cortes().Select(c => c.ToOffset(TimeSpan.FromHours(-6)).ToString("HH:mm"))));
    }

    [Fact, Trait("Regla", "K-05")]
    public void Un_corte_a_menos_de_un_minuto_del_ultimo_le_cede_el_nombre()
    {
        var calendario = CalendarioDelPrep.Crear(Local(2, 18), Local(2, 18), Local(2, 20), Local(2, 20).AddMinutes(20).AddSeconds(30), Veinte, Oaxaca).Value;

        Assert.Equal(2, calendario.Cortes().Count());
        Assert.Equal(calendario.UltimaActualizacionEn, calendario.Cortes().Last());
    }

    /// <summary>Clocks in Mexico went back on Sunday 31 October 2021 and 30 October 2022 at 02:00, forward on 4 April 2021 and 3 April 2022.</summary>
    [Theory, Trait("Regla", "K-05")]
    [InlineData("2021-10-30T20:00-05:00", "hora_local_repetida")]
    [InlineData("2022-10-29T20:00-05:00", "hora_local_repetida")]
    [InlineData("2021-10-31T20:00-06:00", null)]        // the night after an election on that Sunday
    [InlineData("2022-10-30T20:00-06:00", null)]
    [InlineData("2021-04-03T20:00-06:00", null)]        // an hour is skipped: no name repeats
    [InlineData("2022-04-02T20:00-06:00", null)]
    [InlineData("2023-10-28T20:00-06:00", null)]        // no summer time any more
    public void Los_dias_de_cambio_de_hora(string inicio, string? rechazo)
    {
        var en = DateTimeOffset.Parse(inicio);
        var resultado = CalendarioDelPrep.Crear(en, en, en, en.AddHours(24), Veinte, Oaxaca);

        Assert.Equal(rechazo, resultado.IsOk ? null : resultado.Rechazo.Codigo);
        if (resultado.IsOk)
        {
            Assert.Equal(73, resultado.Value.Cortes().Select(c => Dominio.Cortes.CorteId.De(c, Oaxaca)).Distinct().Count());
        }
    }

    [Theory, Trait("Regla", "K-03")]
    [InlineData(17, 59, false)]
    [InlineData(18, 0, true)]       // captures are allowed before publication starts
    [InlineData(44, 0, true)]
    [InlineData(44, 1, false)]
    public void La_operacion_va_de_la_apertura_a_la_ultima_actualizacion(int hora, int minuto, bool dentro) =>
        Assert.Equal(dentro, Oaxaca2024().EnOperacion(Local(2, hora).AddMinutes(minuto)));

    [Fact]
    public void El_siguiente_corte_es_estrictamente_posterior()
    {
        var calendario = Oaxaca2024();

        Assert.Equal(Local(2, 20), calendario.Siguiente(Local(2, 18)));
        Assert.Equal(Local(2, 20).AddMinutes(20), calendario.Siguiente(Local(2, 20)));
        Assert.Equal(Local(3, 20), calendario.Siguiente(Local(3, 20).AddSeconds(-1)));
        Assert.Null(calendario.Siguiente(Local(3, 20)));
    }

    private static CalendarioDelPrep Oaxaca2024() =>
        CalendarioDelPrep.Crear(Local(2, 18), Local(2, 18), Local(2, 20), Local(3, 20), Veinte, Oaxaca).Value;

    /// <summary>June 2024 at UTC-6; hours past 24 are of the next day.</summary>
    private static DateTimeOffset Local(int dia, int hora) => new DateTimeOffset(2024, 6, dia, 0, 0, 0, TimeSpan.FromHours(-6)).AddHours(hora);
}
