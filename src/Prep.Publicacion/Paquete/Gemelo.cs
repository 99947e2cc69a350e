using System.Buffers;
using System.IO.Compression;

namespace Prep.Publicacion.Paquete;

/// <summary>A compressed twin: it must open to exactly the file whose name it bears.</summary>
internal static class Gemelo
{
    /// <param name="abierto">Where it is opened; grown when it must.</param>
    public static bool Es(ReadOnlySpan<byte> comprimido, ReadOnlySpan<byte> plano, ref byte[] abierto)
    {
        // One byte more than the file: a twin that holds more does not fit or does not match.
        if (abierto.Length < plano.Length + 1)
        {
            abierto = new byte[Math.Max(plano.Length + 1, abierto.Length * 2)];
        }

        using var decodificador = new BrotliDecoder();
        var estado = decodificador.Decompress(comprimido, abierto.AsSpan(0, plano.Length + 1), out var consumidos, out var escritos);
        return estado == OperationStatus.Done && consumidos == comprimido.Length && abierto.AsSpan(0, escritos).SequenceEqual(plano);
    }
}
