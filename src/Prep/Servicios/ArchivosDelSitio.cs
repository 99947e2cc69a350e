using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Prep.Publicacion.Paquete;

namespace Prep.Servicios;

/// <summary>Which file of the folder answers a path, how long it lives in a cache, and how it is compressed when it has no twin.</summary>
public sealed class ArchivosDelSitio(string carpeta) : IDisposable
{
    /// <summary>Larger ones go from the disk, piece by piece.</summary>
    public const int MaximoEnMemoria = 2 << 20;

    private const string Inmutable = "public, max-age=31536000, immutable";
    private const string Efimera = "public, max-age=5";

    // An image can be withdrawn: caches let go of it by themselves.
    private const string DeImagen = "public, max-age=600";

    private readonly string _raiz = Path.GetFullPath(carpeta);
    private readonly SemaphoreSlim _compresores = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The corte that <c>actual.json</c> names; <c>null</c> before the first.</summary>
    public string? CorteVigente() => EstadoDePublicacion.LeerActual(_raiz) is { IsOk: true, Value.Corte: { Length: > 0 } corte } ? corte : null;

    /// <summary>The Commission's pages can be read, with cortes or before them.</summary>
    public bool HaySeguimiento => RutasDePaquete.HaySeguimiento(_raiz);

    /// <summary>A path is served when it names a file plainly: nothing to tidy, nothing hidden, so that one file has one name.</summary>
    public static bool SeSirve(string ruta) => RutasDePaquete.EsInterna(ruta) && ruta[0] != '.' && !ruta.Contains("/.", StringComparison.Ordinal);

    /// <summary>The open file, in the form asked for if it has that twin; <c>null</c> if there is none.</summary>
    public ArchivoAbierto? Abrir(string ruta, Forma forma)
    {
        var archivo = Path.Combine(_raiz, ruta);
        return forma == Forma.Brotli && Abrir(archivo + RutasDePaquete.Gemelo) is { } gemelo ? new(gemelo, archivo + RutasDePaquete.Gemelo, Forma.Brotli)
            : Abrir(archivo) is { } plano ? new(plano, archivo, Forma.Plana)
            : null;
    }

    public string Vida(string ruta)
    {
        if (ruta is RutasDePaquete.Portada or RutasDePaquete.Actual or RutasDePaquete.ClavePublica || EsDelSeguimiento(ruta))
        {
            return Efimera;
        }

        if (ruta.StartsWith(RutasDePaquete.Imagenes + "/", StringComparison.Ordinal))
        {
            return DeImagen;
        }

        // A corte that is there and not yet published may still be made again.
        const string Bajo = RutasDePaquete.Cortes + "/";
        return ruta.StartsWith(Bajo, StringComparison.Ordinal) && string.CompareOrdinal(ruta[Bajo.Length..].Split('/')[0], CorteVigente() ?? "") > 0 ? Efimera : Inmutable;
    }

    /// <summary>Whether what lives so long may stay in memory, and whether its file is looked at each time.</summary>
    public static (bool Guardar, bool Vigilar) EnMemoria(string ruta, string vida) => vida switch
    {
        Inmutable => (true, false),
        Efimera => (!ruta.Contains('/') || EsDelSeguimiento(ruta), true),
        _ => (false, true),
    };

    // The Commission's pages change when its book does.
    private static bool EsDelSeguimiento(string ruta) => ruta.StartsWith(RutasDePaquete.Seguimiento + "/", StringComparison.Ordinal);

    /// <summary>Reads it whole, compressed once if the reader understands it and it came plain.</summary>
    /// <returns>Whether it is as it will always be: with every compressor busy it goes plain this time, for nobody waits.</returns>
    public (Cuerpo Cuerpo, bool Definitivo) Leer(ArchivoAbierto abierto, string ruta, Forma pedida, string vida)
    {
        var bytes = new byte[abierto.Largo];
        for (var leidos = 0; leidos < bytes.Length;)
        {
            var ahora = RandomAccess.Read(abierto.Manija, bytes.AsSpan(leidos), leidos);
            leidos += ahora > 0 ? ahora : throw new EndOfStreamException();
        }

        var (forma, definitivo) = (abierto.Forma, true);
        if (pedida != Forma.Plana && forma == Forma.Plana && bytes.Length > 0)
        {
            definitivo = _compresores.Wait(0);
            if (definitivo)
            {
                try
                {
                    var comprimidos = pedida == Forma.Brotli ? Brotli(bytes) : Gzip(bytes);
                    (bytes, forma) = comprimidos.Length < bytes.Length ? (comprimidos, pedida) : (bytes, forma);
                }
                finally
                {
                    _compresores.Release();
                }
            }
        }

        var etiqueta = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        var (_, vigilar) = EnMemoria(ruta, vida);
        return (new(new(TiposDeArchivo.De(ruta), forma, TiposDeArchivo.Comprimible(ruta), etiqueta, abierto.Modificado, vida), bytes, vigilar ? new(abierto.Archivo, abierto.Modificado, abierto.Largo) : null), definitivo);
    }

    public static Descripcion DeDisco(ArchivoAbierto abierto, string ruta, string vida) =>
        new(TiposDeArchivo.De(ruta), abierto.Forma, TiposDeArchivo.Comprimible(ruta), $"\"{abierto.Modificado.Ticks:x}-{abierto.Largo:x}\"", abierto.Modificado, vida);

    public void Dispose() => _compresores.Dispose();

    private static SafeFileHandle? Abrir(string archivo)
    {
        if (!File.Exists(archivo))
        {
            return null;
        }

        try
        {
            return File.OpenHandle(archivo, share: FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)    // withdrawn since, or not ours to read
        {
            return null;
        }
    }

    private static byte[] Brotli(byte[] bytes)
    {
        var destino = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, destino, out var escritos, quality: bytes.Length <= 1 << 16 ? 11 : 5, window: 22) ? destino[..escritos] : bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var destino = new MemoryStream();
        using (var compresor = new GZipStream(destino, CompressionLevel.Optimal, leaveOpen: true))
        {
            compresor.Write(bytes);
        }

        return destino.ToArray();
    }
}

/// <summary>A file of the publication, open: it can be read to its end even if it is withdrawn meanwhile.</summary>
public sealed class ArchivoAbierto(SafeFileHandle manija, string archivo, Forma forma) : IDisposable
{
    public SafeFileHandle Manija => manija;

    public string Archivo => archivo;

    public Forma Forma => forma;

    public long Largo { get; } = RandomAccess.GetLength(manija);

    public DateTime Modificado { get; } = File.GetLastWriteTimeUtc(manija);

    public void Dispose() => manija.Dispose();
}
