using System.Buffers;
using System.Security.Cryptography;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Imagenes;

/// <summary>Files too large to hold: they pass by, and are hashed as they are written.</summary>
public sealed partial class ImagenesEnDisco
{
    private const string DeSubida = ".subida.";
    private const string EnDuda = ".dudoso.";
    private const int Bocado = 128 * 1024;

    /// <summary>Takes in what comes, whole or not at all, beside its place.</summary>
    /// <param name="limite">Most bytes.</param>
    /// <returns>Null when it has more.</returns>
    public async Task<Subida?> RecibirAsync(Stream corriente, long limite, CancellationToken ct)
    {
        Directory.CreateDirectory(carpeta);
        var temporal = Path.Combine(carpeta, DeSubida + Path.GetRandomFileName());
        var bocado = ArrayPool<byte>.Shared.Rent(Bocado);
        var entera = false;
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
            entera = true;
            return new(this, temporal, codigo, bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bocado);
            if (!entera)
            {
                File.Delete(temporal);
            }
        }
    }

    /// <summary>Takes away what was put in its place and no book came to name. To be called by who has that book to itself.</summary>
    public void QuitarDudosos(Func<CodigoDeIntegridad, bool> nombrado)
    {
        foreach (var duda in Directory.Exists(carpeta) ? Directory.GetFiles(carpeta, EnDuda + "*") : [])
        {
            if (CodigoDeIntegridad.TryParse(Path.GetFileName(duda)[EnDuda.Length..], out var codigo) && !nombrado(codigo))
            {
                File.Delete(Ruta(codigo));
            }

            File.Delete(duda);
        }
    }

    // The mark is on the disk before the file: one that no mark tells of is of a book.
    private void Poner(string temporal, CodigoDeIntegridad codigo)
    {
        File.WriteAllBytes(Duda(codigo), []);
        SincronizarCarpeta(carpeta);
        var destino = Ruta(codigo);
        var folder = Path.GetDirectoryName(destino)!;
        Preparar(folder);
        File.Move(temporal, destino, overwrite: true);    // the same bytes, or what mends a damaged file
        SincronizarCarpeta(folder);
    }

    private string Duda(CodigoDeIntegridad codigo) => Path.Combine(carpeta, EnDuda + codigo.Hex);

    /// <summary>A file that came whole. Until who brought it is heard it is in nobody's way, and if refused it leaves no trace.</summary>
    public sealed class Subida : IDisposable
    {
        private readonly ImagenesEnDisco _lugar;
        private readonly string _temporal;

        internal Subida(ImagenesEnDisco lugar, string temporal, CodigoDeIntegridad codigo, long bytes) => (_lugar, _temporal, Codigo, Bytes) = (lugar, temporal, codigo, bytes);

        public CodigoDeIntegridad Codigo { get; }

        public long Bytes { get; }

        /// <summary>Puts it in its place, marked as in doubt. To be called by who has the book to itself and is about to name it there.</summary>
        public void Poner()
        {
            // A transaction that is tried again.
            if (File.Exists(_temporal))
            {
                _lugar.Poner(_temporal, Codigo);
            }
        }

        /// <summary>The book names it.</summary>
        public void Confirmar() => File.Delete(_lugar.Duda(Codigo));

        public void Dispose() => File.Delete(_temporal);
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
