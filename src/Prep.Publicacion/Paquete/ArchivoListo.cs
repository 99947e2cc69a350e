using System.Buffers;
using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;

namespace Prep.Publicacion.Paquete;

/// <summary>A file with its hash and its compressed twin, ready to be written by whoever has the disk.</summary>
internal sealed class ArchivoListo : IDisposable
{
    private readonly byte[]? _gemelo;
    private readonly int _largo;

    private ArchivoListo(string ruta, byte[] bytes, byte[]? gemelo, int largo) =>
        (Ruta, Bytes, Sha256, _gemelo, _largo) = (ruta, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), gemelo, largo);

    /// <summary>Relative to the root of the publication.</summary>
    public string Ruta { get; }

    public byte[] Bytes { get; }

    /// <summary>Of the plain bytes, 64 lower-case hex.</summary>
    public string Sha256 { get; }

    public bool TieneGemelo => _gemelo is not null;

    public ReadOnlySpan<byte> Gemelo => _gemelo.AsSpan(0, _largo);

    public static ArchivoListo De(string ruta, byte[] bytes, int calidad)
    {
        if (!RutasDePaquete.TieneGemelo(ruta))
        {
            return new(ruta, bytes, null, 0);
        }

        // The window follows the size: the same bytes always, and no 4 MB of state for a page of 3 KB.
        var ventana = Math.Clamp(BitOperations.Log2((uint)bytes.Length | 1) + 1, 10, 22);
        var bufer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 64);
        return BrotliEncoder.TryCompress(bytes, bufer, out var escritos, calidad, ventana)
            ? new(ruta, bytes, bufer, escritos)
            : throw new InvalidOperationException($"No se pudo comprimir {ruta}.");
    }

    public void Dispose()
    {
        if (_gemelo is not null)
        {
            ArrayPool<byte>.Shared.Return(_gemelo);
        }
    }
}
