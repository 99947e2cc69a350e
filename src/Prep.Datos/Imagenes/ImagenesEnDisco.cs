using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Imagenes;

/// <summary>Images by the SHA-256 of their bytes, in files: written once, durable before it answers, hashed again when read.</summary>
public sealed partial class ImagenesEnDisco(string carpeta)
{
    /// <summary>Keeps the bytes; the same bytes again succeed and change nothing.</summary>
    public async Task<CodigoDeIntegridad> GuardarAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var codigo = CodigoDeIntegridad.De(bytes.Span);
        var destino = Ruta(codigo);
        if (File.Exists(destino))
        {
            return codigo;
        }

        var folder = Path.GetDirectoryName(destino)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            SincronizarCarpeta(carpeta);
        }

        var temporal = Path.Combine(folder, $".{codigo.Hex}.{Path.GetRandomFileName()}");
        try
        {
            await using (FileStream archivo = new(temporal, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                await archivo.WriteAsync(bytes, ct);
                archivo.Flush(flushToDisk: true);
            }

            File.Move(temporal, destino, overwrite: true);
            SincronizarCarpeta(folder);
            return codigo;
        }
        catch
        {
            File.Delete(temporal);
            throw;
        }
    }

    /// <returns>The bytes, or null when they are not here.</returns>
    /// <exception cref="InvalidDataException">What the disk gives back is not what was kept.</exception>
    public async Task<byte[]?> LeerAsync(CodigoDeIntegridad codigo, CancellationToken ct)
    {
        var ruta = Ruta(codigo);
        if (!File.Exists(ruta))
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(ruta, ct);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == codigo.Hex
            ? bytes
            : throw new InvalidDataException($"La imagen {codigo} está dañada en {ruta}: sus bytes ya no dan su código. Restáurela de la copia.");
    }

    public string Ruta(CodigoDeIntegridad codigo) => Path.Combine(carpeta, codigo.Hex[..2], codigo.Hex);

    private static void SincronizarCarpeta(string ruta)
    {
        var descriptor = open(ruta, 0);
        if (descriptor < 0)
        {
            throw new IOException($"No se pudo abrir la carpeta {ruta} (error {Marshal.GetLastPInvokeError()}).");
        }

        var fallo = fsync(descriptor) != 0;
        _ = close(descriptor);
        if (fallo)
        {
            throw new IOException($"No se pudo asegurar en disco la carpeta {ruta}.");
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int open(string ruta, int modo);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
