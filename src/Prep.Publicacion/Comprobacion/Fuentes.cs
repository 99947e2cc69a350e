using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Where the files of a publication are read from.</summary>
internal interface IFuenteDePublicacion
{
    /// <summary>How a person names it.</summary>
    string Nombre { get; }

    /// <summary>Reads a whole file into <paramref name="bufer"/>, growing it when it must.</summary>
    /// <param name="ruta">Relative to the root of the publication, forward slashes, already known to stay inside.</param>
    /// <returns>Bytes read; -1 when there is no such file.</returns>
    int Leer(string ruta, ref byte[] bufer);

    /// <summary>Every file under a folder, relative to the root; null when the source cannot list.</summary>
    IEnumerable<string>? Listar(string carpeta);

    /// <summary>Whether a corte later than this one is being made there, or was left half made; false when the source cannot know.</summary>
    /// <param name="corte">Empty when there is none yet.</param>
    bool HayCorteEnObra(string corte);

    /// <summary>Files read at once.</summary>
    int Hilos { get; }
}

/// <summary>A publication on this machine.</summary>
internal sealed class CarpetaDePublicacion(string raiz) : IFuenteDePublicacion
{
    public string Nombre => raiz;

    public int Hilos => Environment.ProcessorCount;

    public int Leer(string ruta, ref byte[] bufer) => Disco.Leer($"{raiz}/{ruta}", ref bufer);

    public IEnumerable<string>? Listar(string carpeta)
    {
        var completa = carpeta.Length == 0 ? raiz : $"{raiz}/{carpeta}";
        return Directory.Exists(completa) ? Recorrer(completa, carpeta) : [];
    }

    public bool HayCorteEnObra(string corte)
    {
        var cortes = $"{raiz}/{RutasDePaquete.Cortes}";
        return Directory.Exists(cortes) && Entradas(cortes).Any(e => e.Name.StartsWith('.') || string.CompareOrdinal(e.Name, corte) > 0);
    }

    // Symlinks are named and not followed: "actual" is a second way to a corte, not a second corte.
    private static IEnumerable<string> Recorrer(string completa, string relativa)
    {
        foreach (var entrada in Entradas(completa))
        {
            var ruta = relativa.Length == 0 ? entrada.Name : $"{relativa}/{entrada.Name}";
            if (entrada is DirectoryInfo { LinkTarget: null })
            {
                foreach (var dentro in Recorrer(entrada.FullName, ruta))
                {
                    yield return dentro;
                }
            }
            else
            {
                yield return ruta;
            }
        }
    }

    // One that goes while it is walked (the publisher replaces it) has nothing.
    private static IEnumerable<FileSystemInfo> Entradas(string carpeta)
    {
        try
        {
            return new DirectoryInfo(carpeta).EnumerateFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
