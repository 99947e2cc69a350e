namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>What was measured of a picture, without judging: see <see cref="Calidad"/>.</summary>
/// <param name="Ancho">Of the original, upright, in points.</param>
/// <param name="Nitidez">Strongest step between neighbouring points (percentile 99.5) over the contrast, both at 1,600 points of the longer side. Sharp print is near 1.</param>
/// <param name="Inclinacion">Degrees that the lines of the sheet rise to the left; 0 when none is seen.</param>
/// <param name="Claridad">Light of the paper (percentile 90), 0 to 255.</param>
/// <param name="Contraste">Paper minus ink (percentiles 90 and 1), 0 to 255.</param>
/// <param name="Renglones">How unevenly the upper edges of dark strokes fall on rows, at the best angle; 1 is by chance, print and tables give 3 or more.</param>
/// <param name="Bordes">Ink on each edge, as a part of it: top, right, bottom, left.</param>
public sealed record MedidasDeCalidad(int Ancho, int Alto, double Nitidez, double Inclinacion, int Claridad, int Contraste, double Renglones, IReadOnlyList<double> Bordes);
