namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>Measures a grey picture: sharpness, skew, light, and ink at its edges. Integer and table work over at most 1,600 × 1,600 points: some 60 ms.</summary>
internal static class Medicion
{
    private const int Lado = 1600, LadoParaGirar = 800;

    public static MedidasDeCalidad Medir(byte[] gris, int ancho, int alto, int anchoDeOrigen, int altoDeOrigen)
    {
        var g = Plano.De(gris, ancho, alto, Lado);
        var (negro, blanco) = (g.Percentil(0.01), g.Percentil(0.90));
        var (inclinacion, renglones) = Renglones(Plano.De(gris, ancho, alto, LadoParaGirar), Math.Max((blanco - negro) / 5, 6));
        return new(
            anchoDeOrigen,
            altoDeOrigen,
            Math.Round(Nitidez(g, Math.Max(blanco - negro, 1)), 3),
            inclinacion,
            blanco,
            blanco - negro,
            Math.Round(renglones, 2),
            [.. Bordes(g, blanco).Select(b => Math.Round(b, 4))]);
    }

    private static double Nitidez(Plano g, int contraste)
    {
        var cuenta = new int[256];
        var total = 0;
        for (var y = 0; y < g.Alto - 1; y++)
        {
            for (var x = 0; x < g.Ancho - 1; x++)
            {
                var aqui = g[x, y];
                cuenta[Math.Max(Math.Abs(g[x + 1, y] - aqui), Math.Abs(g[x, y + 1] - aqui))]++;
                total++;
            }
        }

        var quedan = total / 200;
        var paso = 255;
        while (paso > 0 && (quedan -= cuenta[paso]) > 0)
        {
            paso--;
        }

        return (double)paso / contraste;
    }

    // The angle whose rows are most uneven: lines of print and of the table fall together. How uneven says whether there is a sheet at all.
    private static (double Grados, double Parte) Renglones(Plano g, int trazo)
    {
        List<(int X, int Y)> tinta = [];
        for (var y = 1; y < g.Alto; y++)
        {
            for (var x = 0; x < g.Ancho; x++)
            {
                if (g[x, y - 1] - g[x, y] > trazo)   // upper edge of a dark stroke
                {
                    tinta.Add((x, y));
                }
            }
        }

        if (tinta.Count < g.Ancho * g.Alto / 300)
        {
            return (0, 0);
        }

        var (mejor, cual) = (0L, 0.0);
        for (var grados = -10.0; grados <= 10; grados += 0.25)
        {
            var pendiente = (int)(Math.Tan(grados * Math.PI / 180) * 65536);
            var renglones = new int[g.Alto + g.Ancho];
            var corrimiento = g.Ancho / 2;
            foreach (var (x, y) in tinta)
            {
                renglones[y + corrimiento + (int)(((long)x * pendiente) >> 16)]++;
            }

            var suma = renglones.Sum(r => (long)r * r);
            (mejor, cual) = suma > mejor ? (suma, grados) : (mejor, cual);
        }

        return (cual, (double)mejor * g.Alto / ((long)tinta.Count * tinta.Count));
    }

    private static IEnumerable<double> Bordes(Plano g, int blanco)
    {
        var grueso = Math.Max(2, Math.Max(g.Ancho, g.Alto) / 250);
        var tinta = blanco * 55 / 100;
        double Parte(int x0, int y0, int x1, int y1)
        {
            var (negros, todos) = (0, 0);
            for (var y = y0; y < y1; y++)
            {
                for (var x = x0; x < x1; x++)
                {
                    negros += g[x, y] < tinta ? 1 : 0;
                    todos++;
                }
            }

            return todos == 0 ? 0 : (double)negros / todos;
        }

        yield return Parte(0, 0, g.Ancho, Math.Min(grueso, g.Alto));
        yield return Parte(Math.Max(0, g.Ancho - grueso), 0, g.Ancho, g.Alto);
        yield return Parte(0, Math.Max(0, g.Alto - grueso), g.Ancho, g.Alto);
        yield return Parte(0, 0, Math.Min(grueso, g.Ancho), g.Alto);
    }
}
