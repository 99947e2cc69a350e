using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Catalogo;

/// <summary>A <see cref="Proceso"/> as canonical JSON: the same catalogue always gives the same bytes, and so the same SHA-256.</summary>
public static class CatalogoJson
{
    public static byte[] Escribir(Proceso proceso)
    {
        using MemoryStream salida = new();
        using (Utf8JsonWriter json = new(salida, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            EscritorDeCatalogo.Escribir(json, proceso);
        }

        return salida.ToArray();
    }

    /// <exception cref="JsonException">The bytes are not such a catalogue.</exception>
    public static Proceso Leer(ReadOnlyMemory<byte> bytes)
    {
        using var documento = JsonDocument.Parse(bytes);
        return LectorDeCatalogo.Leer(documento.RootElement);
    }

    public static string Sha256(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));

    public static byte[] Comprimir(byte[] json)
    {
        using MemoryStream salida = new();
        using (BrotliStream brotli = new(salida, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return salida.ToArray();
    }

    public static byte[] Descomprimir(byte[] comprimido)
    {
        using BrotliStream brotli = new(new MemoryStream(comprimido), CompressionMode.Decompress);
        using MemoryStream salida = new();
        brotli.CopyTo(salida);
        return salida.ToArray();
    }
}
