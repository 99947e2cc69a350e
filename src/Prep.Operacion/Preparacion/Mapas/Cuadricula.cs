using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>From degrees to the drawing: equirectangular at the mean latitude, y downwards, rounded to a grid of 1,000 columns.</summary>
/// <remarks>The grid is also the simplification: a corner that two municipalities share lands on the same point for both, so no gap opens between them.</remarks>
internal sealed class Cuadricula
{
    public const int Columnas = 1000;

    private static readonly PrecisionModel Enteros = new(1);
    private static readonly GeometryFactory Fabrica = new(Enteros);

    private readonly Envelope _marco = new();
    private readonly double _porGrado;
    private readonly double _coseno;

    public Cuadricula(Geografia geografia)
    {
        foreach (var forma in geografia.Municipios)
        {
            _marco.ExpandToInclude(forma.Contorno.EnvelopeInternal);
        }

        _coseno = Math.Cos((_marco.MaxY + _marco.MinY) / 2 * Math.PI / 180);
        _porGrado = Columnas / Math.Max(_marco.Width * _coseno, 1e-9);
        Alto = (int)Math.Ceiling(_marco.Height * _porGrado);
    }

    public int Alto { get; }

    /// <summary>The same outline on the grid, valid; empty when it is smaller than a point of it.</summary>
    public Geometry De(Geometry contorno)
    {
        var puesta = Fabrica.CreateGeometry(contorno).Copy();
        puesta.Apply(new ALaCuadricula(this));
        puesta.GeometryChanged();
        return puesta.IsValid ? puesta : GeometryFixer.Fix(puesta);
    }

    private sealed class ALaCuadricula(Cuadricula cuadricula) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence puntos, int i)
        {
            puntos.SetX(i, Math.Round((puntos.GetX(i) - cuadricula._marco.MinX) * cuadricula._coseno * cuadricula._porGrado));
            puntos.SetY(i, Math.Round((cuadricula._marco.MaxY - puntos.GetY(i)) * cuadricula._porGrado));
        }
    }
}
