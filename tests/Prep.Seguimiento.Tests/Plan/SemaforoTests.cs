using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Plan;

public sealed class SemaforoTests
{
    private static readonly Actividad DeEnero = new("2024-01-1", "Una", new(2024, 1), null, null, []);

    [Theory]
    [InlineData("2023-12-31", EstadoDeActividad.Pendiente, "Por venir")]
    [InlineData("2024-01-01", EstadoDeActividad.Pendiente, "En su mes")]
    [InlineData("2024-01-23", EstadoDeActividad.EnCurso, "En su mes")]
    [InlineData("2024-01-24", EstadoDeActividad.EnCurso, "Vence en 7 días")]
    [InlineData("2024-01-30", EstadoDeActividad.VersionFinal, "Vence en 1 día")]
    [InlineData("2024-01-31", EstadoDeActividad.Pendiente, "Vence hoy")]
    [InlineData("2024-02-01", EstadoDeActividad.VersionFinal, "Tarde 1 día")]
    [InlineData("2024-03-01", EstadoDeActividad.Pendiente, "Tarde 30 días")]
    [InlineData("2024-03-01", EstadoDeActividad.Entregado, "Cumplida")]
    [InlineData("2023-12-01", EstadoDeActividad.Aprobado, "Cumplida")]
    public void Sale_de_las_fechas(string hoy, EstadoDeActividad estado, string dice) =>
        Assert.Equal(dice, Semaforo.De(DeEnero, AvanceDeActividad.Ninguno with { Estado = estado }, DateOnly.Parse(hoy, null)).EnPalabras);
}
