using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Imagenes;

/// <summary>Images by the SHA-256 of their bytes, in files: written once, durable before it answers, hashed again when read.</summary>
public sealed partial class ImagenesEnDisco(string carpeta)
{
    private readonly ConcurrentDictionary<string, bool> _prefijos = new(StringComparer.Ordinal);

    /// <summary>Keeps the bytes; the same bytes again succeed and change nothing, or mend what the disk had damaged.</summary>
    public async Task<CodigoDeIntegridad> GuardarAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var codigo = CodigoDeIntegridad.De(bytes.Span);
        var destino = Ruta(codigo);
        var folder = Path.GetDirectoryName(destino)!;
        Preparar(folder);
        if (File.Exists(destino) && CodigoDeIntegridad.De(await File.ReadAllBytesAsync(destino, ct)) == codigo)
        {
            // Whoever wrote it may not have reached its own fsync of the folder: this answer does not rest on that one.
            SincronizarCarpeta(folder);
            return codigo;
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

    // Once per prefix and process, also when the folder is there: who made it may have died before making it durable.
    private void Preparar(string folder)
    {
        if (_prefijos.ContainsKey(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        SincronizarCarpeta(carpeta);
        _prefijos[folder] = true;
    }

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
