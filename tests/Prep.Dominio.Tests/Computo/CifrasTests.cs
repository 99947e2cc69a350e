using Prep.Dominio.Computo;

namespace Prep.Dominio.Tests.Computo;

public sealed class CifrasTests
{
    // Oaxaca 2022 at 15:00, recomputed from its rows under the rule (the published file counts two actas that are all SIN DATO).
    private static readonly Cifras Oaxaca = new(5_707, 5, 5_667, 5_501, 475, 2_893_595, 1_122_128, 1_100_508, false);

    [Theory]
    [Trait("Regla", "F-01"), Trait("Regla", "F-02"), Trait("Regla", "F-03"), Trait("Regla", "F-04"), Trait("Regla", "F-05"), Trait("Regla", "F-06")]
    [Trait("Regla", "F-07"), Trait("Regla", "F-08"), Trait("Regla", "F-09"), Trait("Regla", "F-10"), Trait("Regla", "F-11"), Trait("Regla", "F-12")]
    [InlineData(0, "ACTAS_ESPERADAS", "5707")]
    [InlineData(1, "ACTAS_REGISTRADAS", "5672")]
    [InlineData(2, "ACTAS_FUERA_CATALOGO", "5")]
    [InlineData(3, "ACTAS_CAPTURADAS", "5667")]
    [InlineData(4, "PORCENTAJE_ACTAS_CAPTURADAS", "99.2991")]
    [InlineData(5, "ACTAS_CONTABILIZADAS", "5501")]
    [InlineData(6, "PORCENTAJE_ACTAS_CONTABILIZADAS", "96.3903")]
    [InlineData(7, "PORCENTAJE_ACTAS_INCONSISTENCIAS", "8.3231")]
    [InlineData(8, "ACTAS_NO_CONTABILIZADAS", "166")]
    [InlineData(9, "LISTA_NOMINAL_ACTAS_CONTABILIZADAS", "2893595")]
    [InlineData(10, "TOTAL_VOTOS_C_CS", "1122128")]
    [InlineData(11, "TOTAL_VOTOS_S_CS", "1100508")]
    [InlineData(12, "PORCENTAJE_PARTICIPACION_CIUDADANA", "38.0325")]
    public void Las_trece_en_su_orden(int lugar, string nombre, string valor)
    {
        Assert.Equal(nombre, Cifras.Nombres[lugar]);
        Assert.Equal(valor, Oaxaca.Valores[lugar]);
        Assert.Equal((13, 13), (Cifras.Nombres.Count, Oaxaca.Valores.Count));
    }

    [Theory, Trait("Regla", "F-13")]
    [InlineData(false, "38.0325")]
    [InlineData(true, "38.7797")]
    public void Las_especiales_entran_en_la_participacion_solo_en_el_ultimo_corte(bool ultimo, string participacion) =>
        Assert.Equal(participacion, (Oaxaca with { Ultimo = ultimo }).Participacion.ToString());

    [Fact, Trait("Regla", "F-13")]
    public void Sin_actas_todo_es_cero_y_nada_divide_entre_cero() =>
        Assert.Equal("0 0 0 0 0.0000 0 0.0000 0.0000 0 0 0 0 0.0000", string.Join(' ', Cifras.Vacias.Valores));

    [Fact, Trait("Regla", "F-13")]
    public void Solo_casillas_especiales_no_dan_participacion() =>
        Assert.Equal("0.0000", new Cifras(1, 0, 1, 1, 0, 0, 500, 0, true).Participacion.ToString());
}
