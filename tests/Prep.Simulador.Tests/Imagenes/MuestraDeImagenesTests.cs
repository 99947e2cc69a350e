using Prep.Dominio.Catalogo;
using Prep.Simulador.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

public sealed class MuestraDeImagenesTests
{
    private static readonly ActaId[] Actas =
        [.. Enumerable.Range(0, 1000).Select(i => new ActaId(new("gub"), new($"{(i % 25) + 1:000}"), $"20{i:0000}B01002"))];

    [Fact]
    public void El_orden_de_entrada_no_cambia_la_muestra_y_la_semilla_si()
    {
        Assert.Equal(MuestraDeImagenes.Elegir(Actas).Order(Orden), MuestraDeImagenes.Elegir(Actas.Reverse()).Order(Orden));
        Assert.NotEqual(MuestraDeImagenes.Elegir(Actas).Order(Orden), MuestraDeImagenes.Elegir(Actas, semilla: "otra").Order(Orden));
    }

    [Fact]
    public void Son_200_y_las_areas_se_turnan()
    {
        var muestra = MuestraDeImagenes.Elegir(Actas);

        Assert.Equal(200, muestra.Count);
        Assert.All(muestra.GroupBy(a => a.Area), area => Assert.Equal(8, area.Count()));
    }

    [Fact]
    public void Si_hay_menos_entran_todas() => Assert.Equal(7, MuestraDeImagenes.Elegir(Actas.Take(7)).Count);

    private static Comparer<ActaId> Orden => Comparer<ActaId>.Create((a, b) => string.CompareOrdinal(a.ClaveActa, b.ClaveActa));
}
