using System.Runtime.CompilerServices;

namespace Prep.Publicacion.Formatos;

/// <summary>What the observations of a file say: few different texts stand in it, and each is understood once.</summary>
internal sealed class ObservacionesVistas
{
    private const int Maximo = 64;

    private readonly List<(byte[] Texto, ObservacionLeida Leida)> _vistas = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ObservacionLeida Leer(ReadOnlySpan<byte> celda)
    {
        if (celda.Length == 1 && celda[0] == '-')
        {
            return ObservacionLeida.Ninguna;
        }

        foreach (var (texto, leida) in _vistas)
        {
            if (celda.SequenceEqual(texto))
            {
                return leida;
            }
        }

        var nueva = ObservacionLeida.Leer(celda);
        if (_vistas.Count < Maximo)
        {
            _vistas.Add((celda.ToArray(), nueva));
        }

        return nueva;
    }
}
