namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>A grey picture shrunk by averaging until its longer side fits: measures of different scanners and phones can then be compared.</summary>
internal sealed class Plano
{
    private readonly byte[] _puntos;

    private Plano(byte[] puntos, int ancho, int alto) => (_puntos, Ancho, Alto) = (puntos, ancho, alto);

    public int Ancho { get; }

    public int Alto { get; }

    public int this[int x, int y] => _puntos[(y * Ancho) + x];

    public static Plano De(byte[] gris, int ancho, int alto, int lado)
    {
        var mayor = Math.Max(ancho, alto);
        if (mayor <= lado)
        {
            return new(gris, ancho, alto);
        }

        var (nuevoAncho, nuevoAlto) = (Math.Max(1, ancho * lado / mayor), Math.Max(1, alto * lado / mayor));
        var puntos = new byte[nuevoAncho * nuevoAlto];
        for (var y = 0; y < nuevoAlto; y++)
        {
            var (y0, y1) = (y * alto / nuevoAlto, Math.Max((y * alto / nuevoAlto) + 1, (y + 1) * alto / nuevoAlto));
            for (var x = 0; x < nuevoAncho; x++)
            {
                var (x0, x1) = (x * ancho / nuevoAncho, Math.Max((x * ancho / nuevoAncho) + 1, (x + 1) * ancho / nuevoAncho));
                var suma = 0;
                for (var j = y0; j < y1; j++)
                {
                    for (var i = x0; i < x1; i++)
                    {
                        suma += gris[(j * ancho) + i];
                    }
                }

                puntos[(y * nuevoAncho) + x] = (byte)(suma / ((y1 - y0) * (x1 - x0)));
            }
        }

        return new(puntos, nuevoAncho, nuevoAlto);
    }

    /// <summary>The light that so great a part of the points does not pass.</summary>
    public int Percentil(double parte)
    {
        var cuenta = new int[256];
        foreach (var punto in _puntos)
        {
            cuenta[punto]++;
        }

        var faltan = (int)(_puntos.Length * parte);
        var luz = 0;
        while (luz < 255 && (faltan -= cuenta[luz]) > 0)
        {
            luz++;
        }

        return luz;
    }
}
