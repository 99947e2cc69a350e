using System.Buffers.Binary;
using System.Text;

namespace Prep.Operacion.Tests;

/// <summary>The smallest file that passes for a publishable JPEG, with a text where the picture would be: different texts, different images.</summary>
public static class JpegDePrueba
{
    private static readonly byte[] _antes =
    [
        0xFF, 0xD8,
        .. Parte(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Parte(0xDB, [0, .. new byte[64]]),
        .. Parte(0xC0, [8, 4, 0, 4, 0, 1, 1, 0x11, 0]),
        .. Parte(0xC4, [0, 1, .. new byte[15], 7]),
        .. Parte(0xDA, [1, 1, 0, 0, 63, 0]),
    ];

    public static byte[] De(string texto) => [.. _antes, .. Encoding.UTF8.GetBytes(texto), 0xFF, 0xD9];

    public static string Texto(byte[] jpeg) => Encoding.UTF8.GetString(jpeg.AsSpan(_antes.Length..^2));

    private static byte[] Parte(byte marca, byte[] cuerpo)
    {
        byte[] parte = [0xFF, marca, 0, 0, .. cuerpo];
        BinaryPrimitives.WriteUInt16BigEndian(parte.AsSpan(2), (ushort)(cuerpo.Length + 2));
        return parte;
    }
}
