using System.Text;

namespace Prep.Simulador.Imagenes;

/// <summary>Repeatable chance of a drawing (SplitMix64): the same seed gives the same strokes on every machine and version of .NET.</summary>
internal sealed class Azar(string semilla)
{
    private ulong _estado = Fnv(semilla);

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Fraccion() => (Siguiente() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Between the two, both near.</summary>
    public double Entre(double menor, double mayor) => menor + (Fraccion() * (mayor - menor));

    /// <summary>From -<paramref name="ancho"/> to <paramref name="ancho"/>.</summary>
    public double Temblor(double ancho) => Entre(-ancho, ancho);

    private ulong Siguiente()
    {
        unchecked
        {
            _estado += 0x9E3779B97F4A7C15UL;
            var z = _estado;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    private static ulong Fnv(string texto)
    {
        unchecked
        {
            var h = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes(texto))
            {
                h = (h ^ b) * 1099511628211UL;
            }

            return h;
        }
    }
}
