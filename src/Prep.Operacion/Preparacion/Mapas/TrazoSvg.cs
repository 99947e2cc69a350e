using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>A surface on the grid as an SVG path of whole numbers: holes turn the other way.</summary>
internal static class TrazoSvg
{
    /// <param name="superficie">Normalized: the order of its rings is the order of the path.</param>
    /// <returns>Empty when it has no surface.</returns>
    public static string De(Geometry superficie)
    {
        var texto = new StringBuilder();
        for (var i = 0; i < superficie.NumGeometries; i++)
        {
            if (superficie.GetGeometryN(i) is not Polygon { IsEmpty: false } pieza)
            {
                continue;
            }

            Escribir(texto, pieza.ExteriorRing.Coordinates);
            foreach (var hueco in pieza.InteriorRings)
            {
                Escribir(texto, hueco.Coordinates);
            }
        }

        return texto.ToString();
    }

    private static void Escribir(StringBuilder texto, Coordinate[] anillo)
    {
        // A corner on a straight line says nothing; its neighbour draws the same line with or without it.
        var puntos = anillo.Take(anillo.Length - 1).Select(c => (X: (int)Math.Round(c.X), Y: (int)Math.Round(c.Y))).ToList();
        for (var i = puntos.Count - 1; i >= 0 && puntos.Count > 2; i--)
        {
            var (antes, aqui, luego) = (puntos[(i + puntos.Count - 1) % puntos.Count], puntos[i], puntos[(i + 1) % puntos.Count]);
            if ((long)(aqui.X - antes.X) * (luego.Y - aqui.Y) == (long)(aqui.Y - antes.Y) * (luego.X - aqui.X))
            {
                puntos.RemoveAt(i);
            }
        }

        texto.Append('M').Append(puntos[0].X.ToString(CultureInfo.InvariantCulture));
        Numero(texto, puntos[0].Y);
        for (var i = 1; i < puntos.Count; i++)
        {
            var (x, y) = (puntos[i].X - puntos[i - 1].X, puntos[i].Y - puntos[i - 1].Y);
            if (i == 1)
            {
                texto.Append('l').Append(x.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                Numero(texto, x);
            }

            Numero(texto, y);
        }

        texto.Append('z');
    }

    // A minus sign already separates.
    private static void Numero(StringBuilder texto, int numero) =>
        (numero < 0 ? texto : texto.Append(' ')).Append(numero.ToString(CultureInfo.InvariantCulture));
}
