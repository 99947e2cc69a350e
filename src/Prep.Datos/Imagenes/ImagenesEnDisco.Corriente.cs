using System.Buffers;
using System.Security.Cryptography;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Imagenes;

/// <summary>Files too large to hold: they pass by, and are hashed as they are written.</summary>
public sealed partial class ImagenesEnDisco
{
    private const string DeSubida = ".subida.";
    private const int Bocado = 128 * 1024;

    /// <summary>Keeps what comes, whole or not at all.</summary>
    /// <param name="limite">Most bytes.</param>
    /// <returns>Null when it has more.</returns>
    public async Task<(CodigoDeIntegridad Codigo, long Bytes)?> GuardarAsync(Stream corriente, long limite, CancellationToken ct)
    {
        Directory.CreateDirectory(carpeta);
        var temporal = Path.Combine(carpeta, DeSubida + Path.GetRandomFileName());
        var bocado = ArrayPool<byte>.Shared.Rent(Bocado);
        try
        {
            var bytes = 0L;
            using var huella = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (FileStream archivo = new(temporal, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                while (await corriente.ReadAsync(bocado.AsMemory(0, Bocado), ct) is > 0 and var leidos)
                {
                    bytes += leidos;
                    if (bytes > limite)
                    {
                        return null;
                    }

                    huella.AppendData(bocado, 0, leidos);
                    await archivo.WriteAsync(bocado.AsMemory(0, leidos), ct);
                }

                archivo.Flush(flushToDisk: true);
            }

            _ = CodigoDeIntegridad.TryParse(Convert.ToHexStringLower(huella.GetHashAndReset()), out var codigo);
            var destino = Ruta(codigo);
            var folder = Path.GetDirectoryName(destino)!;
            Preparar(folder);
            File.Move(temporal, destino, overwrite: true);    // the same bytes, or what mends a damaged file
            SincronizarCarpeta(folder);
            return (codigo, bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bocado);
            File.Delete(temporal);
        }
    }

    /// <returns>The file from its beginning, hashed again before a byte of it is given; null when it is not here.</returns>
    /// <exception cref="InvalidDataException">What the disk gives back is not what was kept.</exception>
    public async Task<FileStream?> AbrirAsync(CodigoDeIntegridad codigo, CancellationToken ct)
    {
        var ruta = Ruta(codigo);
        if (!File.Exists(ruta))
        {
            return null;
        }

        FileStream archivo = new(ruta, FileMode.Open, FileAccess.Read, FileShare.Read, Bocado, FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(archivo, ct)) != codigo.Hex)
            {
                throw new InvalidDataException($"El archivo {codigo} está dañado en {ruta}: sus bytes ya no dan su código. Restáurelo de la copia.");
            }

            archivo.Position = 0;
            return archivo;
        }
        catch
        {
            await archivo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes away what an upload that died left half-written.</summary>
    public void QuitarSubidasDeAntes(DateTimeOffset limite)
    {
        foreach (var resto in Directory.Exists(carpeta) ? Directory.EnumerateFiles(carpeta, DeSubida + "*").Where(a => File.GetLastWriteTimeUtc(a) < limite.UtcDateTime) : [])
        {
            File.Delete(resto);
        }
    }
}
