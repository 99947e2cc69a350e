using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Prep.Operacion.Preparacion.Mapas;

namespace Prep.Operacion.Tests.Preparacion;

public sealed class DisolucionTests
{
    private static readonly GeometryFactory Fabrica = new(new PrecisionModel(1));

    // A field of bent parcels: neighbours share every corner. Any handful of them, in any order, dissolves into their sum.
    [Fact]
    public void La_superficie_de_lo_disuelto_es_la_suma_de_sus_piezas_en_cualquier_orden()
    {
        var casos = from semilla in Gen.Choose(0, 1_000_000) from tomadas in Gen.SubListOf(Enumerable.Range(0, 36).ToArray()) select (semilla, tomadas);
        Prop.ForAll(casos.ToArbitrary(), caso =>
        {
            if (caso.tomadas.Count == 0)
            {
                return;
            }

            var parcelas = Parcelas(new(caso.semilla));
            var piezas = caso.tomadas.Select(i => parcelas[i]).ToList();
            var disuelta = Disolucion.De(piezas);
            Assert.Equal(piezas.Sum(p => p.Area), disuelta.Area);
            Assert.True(disuelta.IsValid);
            piezas.Reverse();
            Assert.Equal(TrazoSvg.De(disuelta), TrazoSvg.De(Disolucion.De(piezas)));

            // What is taken and what is left fill the field without a gap.
            var resto = parcelas.Where((_, i) => !caso.tomadas.Contains(i)).ToList();
            Assert.Equal(resto.Count == 0 ? 0 : disuelta.Length, resto.Count == 0 ? 0 : disuelta.Intersection(Disolucion.De([.. parcelas]).Boundary).Length + disuelta.Intersection(Disolucion.De(resto)).Length, 6);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((20 0, 30 0, 30 10, 20 10, 20 0))", "M0 0l0 10 10 0 0-10zM20 0l0 10 10 0 0-10z")]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((5 0, 15 0, 15 10, 5 10, 5 0))", "M0 0l0 10 15 0 0-10z")]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))", "POLYGON EMPTY", "M0 0l0 10 10 0 0-10zM4 4l2 0 0 2-2 0z")]
    [InlineData("POLYGON EMPTY", "POLYGON EMPTY", "")]
    public void Lo_que_no_se_toca_queda_aparte_lo_encimado_cuenta_una_vez_y_los_huecos_quedan(string una, string otra, string trazo) =>
        Assert.Equal(trazo, TrazoSvg.De(Disolucion.De([Leer(una), Leer(otra)])));

    private static Geometry Leer(string wkt) => new WKTReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(1))).Read(wkt);

    private static Geometry[] Parcelas(Random azar)
    {
        var esquinas = new Coordinate[7, 7];
        for (var x = 0; x < 7; x++)
        {
            for (var y = 0; y < 7; y++)
            {
                esquinas[x, y] = new((x * 20) + azar.Next(-4, 5), (y * 20) + azar.Next(-4, 5));
            }
        }

        return [.. Enumerable.Range(0, 36).Select(i => (X: i % 6, Y: i / 6)).Select(p =>
            Fabrica.CreatePolygon([esquinas[p.X, p.Y], esquinas[p.X + 1, p.Y], esquinas[p.X + 1, p.Y + 1], esquinas[p.X, p.Y + 1], esquinas[p.X, p.Y]]))];
    }
}
