namespace Prep.Simulador.Noches;

/// <summary>A small seeded generator (SplitMix64). Each acta has its own, so that adding one acta does not move the others.</summary>
internal sealed class Suerte(ulong semilla)
{
    private ulong _estado = semilla;

    /// <summary>One stream for these names under this seed: FNV-1a, the same on every machine.</summary>
    public static Suerte De(int semilla, params ReadOnlySpan<string> nombres)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (uint)semilla;
            foreach (var nombre in nombres)
            {
                foreach (var letra in nombre)
                {
                    hash = (hash ^ letra) * 1099511628211UL;
                }

                hash = (hash ^ 0xFFFF) * 1099511628211UL;
            }

            return new(hash);
        }
    }

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Unidad() => (Siguiente() >> 11) * (1.0 / (1UL << 53));

    /// <param name="tope">Exclusive.</param>
    public int Entero(int tope) => (int)(Siguiente() % (ulong)tope);

    public bool Ocurre(double probabilidad) => Unidad() < probabilidad;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unidad())) * Math.Cos(2 * Math.PI * Unidad());

    /// <summary>Lognormal by its median and 95th percentile: the two figures that reports of real nights give.</summary>
    public double LogNormal(double mediana, double p95) => mediana * Math.Exp(Normal() * Math.Log(p95 / mediana) / 1.6449);

    /// <summary>Inverse of a distribution given by points (probability, value), linear between them.</summary>
    public double Curva(IReadOnlyList<(double P, double Valor)> puntos)
    {
        var u = Unidad();
        var i = 1;
        while (i < puntos.Count - 1 && puntos[i].P < u)
        {
            i++;
        }

        var (antes, despues) = (puntos[i - 1], puntos[i]);
        return antes.Valor + ((despues.Valor - antes.Valor) * (u - antes.P) / (despues.P - antes.P));
    }

    public T Una<T>(IReadOnlyList<(T Valor, double Peso)> opciones)
    {
        var u = Unidad() * opciones.Sum(o => o.Peso);
        foreach (var (valor, peso) in opciones)
        {
            if ((u -= peso) < 0)
            {
                return valor;
            }
        }

        return opciones[^1].Valor;
    }

    private ulong Siguiente()
    {
        unchecked
        {
            var z = _estado += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
