using System.Buffers.Binary;

namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>What goes between the product and its image worker over stdin and stdout: a kind, a number and bytes.</summary>
/// <param name="Clase">Of a request: <see cref="PedirJpeg"/> or <see cref="PedirLimpia"/>. Of an answer: <see cref="Hecha"/>, <see cref="NoSePudo"/> or <see cref="FaltaLibvips"/>.</param>
/// <param name="Numero">Of a request: JPEG quality, or quarters of a turn. Of an answer: 0.</param>
/// <remarks>On the wire: «PREP», kind (1), number (1), length (4, little endian), bytes.</remarks>
internal readonly record struct Trama(byte Clase, byte Numero, byte[] Bytes)
{
    public const byte PedirJpeg = 1, Hecha = 2, NoSePudo = 3, FaltaLibvips = 4, PedirLimpia = 5;

    /// <summary>Largest body: a drawing is 0.2 MB, an image 0.3, what a scanner gives up to <see cref="LimitesDeOriginal.Bytes"/>.</summary>
    public const int Maximo = 32 * 1024 * 1024;

    private const int LargoDelInicio = 10;

    private static ReadOnlySpan<byte> Marca => "PREP"u8;

    /// <returns>Null at the end of the stream, between frames.</returns>
    /// <exception cref="InvalidDataException">Not a frame, cut, or too long.</exception>
    public static async ValueTask<Trama?> LeerAsync(Stream origen, CancellationToken ct)
    {
        var inicio = new byte[LargoDelInicio];
        var leidos = await origen.ReadAtLeastAsync(inicio, LargoDelInicio, throwOnEndOfStream: false, ct);
        if (leidos == 0)
        {
            return null;
        }

        var largo = leidos == LargoDelInicio ? BinaryPrimitives.ReadInt32LittleEndian(inicio.AsSpan(6)) : -1;
        if (!inicio.AsSpan().StartsWith(Marca) || largo is < 0 or > Maximo)
        {
            throw new InvalidDataException("El proceso de imágenes no habla el protocolo esperado.");
        }

        var bytes = new byte[largo];
        if (await origen.ReadAtLeastAsync(bytes, largo, throwOnEndOfStream: false, ct) < largo)
        {
            throw new InvalidDataException("El proceso de imágenes se cortó a media respuesta.");
        }

        return new(inicio[4], inicio[5], bytes);
    }

    public async ValueTask EscribirAsync(Stream destino, CancellationToken ct)
    {
        var inicio = new byte[LargoDelInicio];
        Marca.CopyTo(inicio);
        (inicio[4], inicio[5]) = (Clase, Numero);
        BinaryPrimitives.WriteInt32LittleEndian(inicio.AsSpan(6), Bytes.Length);
        await destino.WriteAsync(inicio, ct);
        await destino.WriteAsync(Bytes, ct);
        await destino.FlushAsync(ct);
    }
}
