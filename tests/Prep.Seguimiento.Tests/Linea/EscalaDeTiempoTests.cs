using Prep.Seguimiento.Linea;

namespace Prep.Seguimiento.Tests.Linea;

public sealed class EscalaDeTiempoTests
{
    [Fact]
    public void Va_de_la_primera_sesion_a_la_ultima_actividad()
    {
        var escala = EscalaDeTiempo.Del(DatosQueSeEntregan.Oaxaca);
        Assert.Equal((new DateOnly(2023, 11, 1), new DateOnly(2024, 6, 30)), (escala.De, escala.A));
        Assert.Equal(8, escala.Meses.Count());
        Assert.Equal(8 * EscalaDeTiempo.AnchoDeMes, escala.Ancho);
    }

    [Fact]
    public void Cada_mes_mide_lo_mismo_y_los_dias_no_se_enciman()
    {
        var escala = EscalaDeTiempo.Del(DatosQueSeEntregan.Oaxaca);
        Assert.All(escala.Meses.Index(), m => Assert.Equal(m.Index * EscalaDeTiempo.AnchoDeMes, escala.X(m.Item.Primero), 6));
        for (var dia = escala.De; dia <= escala.A; dia = dia.AddDays(1))
        {
            Assert.True(escala.X(dia) < escala.Fin(dia));
            Assert.Equal(escala.Fin(dia), escala.X(dia.AddDays(1)), 6);
        }

        Assert.Equal(escala.Ancho, escala.Fin(escala.A), 6);
    }
}
