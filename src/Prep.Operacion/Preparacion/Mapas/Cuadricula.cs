namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>A point of the drawing: whole units, y downwards.</summary>
internal readonly record struct Punto(int X, int Y) : IComparable<Punto>
{
    public int CompareTo(Punto otro) => X != otro.X ? X.CompareTo(otro.X) : Y.CompareTo(otro.Y);

    public static Punto operator -(Punto a, Punto b) => new(a.X - b.X, a.Y - b.Y);
}

/// <summary>From degrees to the drawing: equirectangular at the mean latitude, rounded to a grid of 1,000 columns.</summary>
/// <remarks>The grid is also the simplification: a corner that two municipalities share lands on the same point for both, so no gap opens between them.</remarks>
internal sealed class Cuadricula
{
    public const int Columnas = 1000;

    private readonly double _oeste;
    private readonly double _norte;
    private readonly double _porGrado;
    private readonly double _coseno;

    public Cuadricula(Geografia geografia)
    {
        var puntos = geografia.Municipios.SelectMany(m => m.Anillos).SelectMany(a => a).ToList();
        (_oeste, _norte) = (puntos.Min(p => p.Longitud), puntos.Max(p => p.Latitud));
        var sur = puntos.Min(p => p.Latitud);
        _coseno = Math.Cos((_norte + sur) / 2 * Math.PI / 180);
        _porGrado = Columnas / Math.Max((puntos.Max(p => p.Longitud) - _oeste) * _coseno, 1e-9);
        Alto = (int)Math.Ceiling((_norte - sur) * _porGrado);
    }

    public int Alto { get; }

    public Punto De(Coordenada c) => new((int)Math.Round((c.Longitud - _oeste) * _coseno * _porGrado), (int)Math.Round((_norte - c.Latitud) * _porGrado));
}
