using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Prep.Dominio.Computo;

namespace Prep.Dominio.Tests.Computo;

[Trait("Regla", "F-00")]
public sealed class PorcentajeTests
{
    [Theory]
    [InlineData(0, 0, "0.0000")]
    [InlineData(0, 5, "0.0000")]
    [InlineData(5, 0, "0.0000")]
    [InlineData(1, 1, "100.0000")]
    [InlineData(2, 3, "66.6666")]              // truncated: rounding would say 66.6667
    [InlineData(1, 1_000_000, "0.0001")]
    [InlineData(1, 1_000_001, "0.0000")]
    [InlineData(9, 8, "112.5000")]
    [InlineData(1_100_508, 2_893_595, "38.0325")]
    [InlineData(475, 5_707, "8.3231")]
    [InlineData(5_667, 5_707, "99.2991")]
    [InlineData(61_000_000, 98_468_994, "61.9484")]                  // national sizes
    [InlineData(170_181, 170_182, "99.9994")]
    [InlineData(9_000_000_000_000, 9_000_000_000_001, "99.9999")]    // parte × 1,000,000 does not fit in a long
    public void Cuatro_decimales_truncados(long parte, long todo, string texto) => Assert.Equal(texto, Porcentaje.De(parte, todo).ToString());

    [Fact]
    public void El_punto_flotante_falla_en_valores_exactos_y_los_enteros_no()
    {
        var fallas = 0;
        for (var parte = 1L; parte <= 10_000; parte++)
        {
            Assert.Equal(parte * 100, Porcentaje.De(parte, 10_000).Diezmilesimas);
            fallas += Math.Floor((double)parte / 10_000 * 100 * 10_000) / 10_000 == parte / 100.0 ? 0 : 1;
        }

        Assert.NotEqual(0, fallas);   // the trap is real: without it this rule would need no integers
    }

    [Fact]
    public void Es_la_division_entera_de_grandes_numeros()
    {
        var numeros = Gen.Choose(0, int.MaxValue).Two().Select(p => (long)p.Item1 * 1_000 + p.Item2).Two().ToArbitrary();
        Prop.ForAll(numeros, par =>
        {
            var (parte, todo) = par;
            var esperado = todo == 0 ? BigInteger.Zero : new BigInteger(parte) * 100 * 10_000 / todo;
            return new BigInteger(Porcentaje.De(parte, todo).Diezmilesimas) == esperado;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, -1)]
    public void Nada_se_cuenta_en_negativo(long parte, long todo) => Assert.Throws<ArgumentOutOfRangeException>(() => Porcentaje.De(parte, todo));
}
