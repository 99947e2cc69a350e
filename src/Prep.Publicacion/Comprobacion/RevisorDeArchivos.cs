using System.Collections.Concurrent;
using System.Security.Cryptography;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>A file that a signed list names.</summary>
/// <param name="Ruta">Relative to the root.</param>
/// <param name="Bytes">-1 when the list does not say.</param>
internal readonly record struct ArchivoEsperado(string Ruta, long Bytes, string Sha256);

/// <summary>Reads files, hashes them and opens their twins; each thread with its own buffers.</summary>
internal sealed class RevisorDeArchivos(IFuenteDePublicacion fuente, Reporte reporte)
{
    private readonly ConcurrentBag<Buferes> _libres = [];

    /// <summary>Twins are checked where they lie beside the file; a mirror that makes its own need not keep them.</summary>
    private readonly bool _conGemelos = fuente.Listar("registro") is not null;

    public void Revisar(IEnumerable<ArchivoEsperado> archivos, CancellationToken ct) =>
        EnParalelo.Correr(() => Parallel.ForEach(
            Partitioner.Create(archivos, EnumerablePartitionerOptions.None),
            new ParallelOptions { MaxDegreeOfParallelism = fuente.Hilos, CancellationToken = ct },
            Tomar,
            (archivo, _, buferes) =>
            {
                Revisar(archivo, buferes);
                return buferes;
            },
            _libres.Add));

    /// <summary>The bytes of one file that must be there; null (and a falta) when it is not, or its hash is another.</summary>
    public byte[]? Leer(ArchivoEsperado archivo)
    {
        var buferes = Tomar();
        try
        {
            return Revisar(archivo, buferes) is var leidos and >= 0 ? buferes.Plano.AsSpan(0, leidos).ToArray() : null;
        }
        finally
        {
            _libres.Add(buferes);
        }
    }

    /// <summary>The bytes of a file whose hash is checked elsewhere; null when it is not there.</summary>
    public byte[]? LeerSinRevisar(string ruta)
    {
        var buferes = Tomar();
        try
        {
            return fuente.Leer(ruta, ref buferes.Plano) is var leidos and >= 0 ? buferes.Plano.AsSpan(0, leidos).ToArray() : null;
        }
        finally
        {
            _libres.Add(buferes);
        }
    }

    /// <returns>Length of what is in the plain buffer; -1 after a falta.</returns>
    private int Revisar(ArchivoEsperado archivo, Buferes buferes)
    {
        reporte.Contar("archivos");
        var leidos = fuente.Leer(archivo.Ruta, ref buferes.Plano);
        if (leidos < 0)
        {
            reporte.Falta("archivo_ausente", archivo.Ruta, "Falta este archivo, que una lista firmada enumera.", calculado: archivo.Sha256);
            return -1;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(buferes.Plano.AsSpan(0, leidos)));
        if (sha256 != archivo.Sha256)
        {
            reporte.Falta("codigo_distinto", archivo.Ruta, "El archivo no es el que se firmó: su SHA-256 es otro.", archivo.Sha256, sha256);
            return -1;
        }

        if (archivo.Bytes >= 0 && archivo.Bytes != leidos)
        {
            reporte.Falta("longitud_distinta", archivo.Ruta, "La lista dice otra longitud.", $"{archivo.Bytes}", $"{leidos}");
        }

        if (_conGemelos && RutasDePaquete.TieneGemelo(archivo.Ruta))
        {
            RevisarGemelo(archivo.Ruta + RutasDePaquete.Gemelo, buferes, leidos);
        }

        return leidos;
    }

    private void RevisarGemelo(string ruta, Buferes buferes, int longitud)
    {
        var comprimidos = fuente.Leer(ruta, ref buferes.Comprimido);
        if (comprimidos < 0)
        {
            reporte.Falta("gemelo_ausente", ruta, "Falta el gemelo comprimido de este archivo.");
            return;
        }

        if (!Gemelo.Es(buferes.Comprimido.AsSpan(0, comprimidos), buferes.Plano.AsSpan(0, longitud), ref buferes.Abierto))
        {
            reporte.Falta("gemelo_distinto", ruta, "El gemelo comprimido no da exactamente el archivo cuyo nombre lleva.");
        }
    }

    private Buferes Tomar() => _libres.TryTake(out var libre) ? libre : new();

    private sealed class Buferes
    {
        public byte[] Plano = new byte[1 << 18];
        public byte[] Comprimido = new byte[1 << 16];
        public byte[] Abierto = new byte[1 << 18];
    }
}
