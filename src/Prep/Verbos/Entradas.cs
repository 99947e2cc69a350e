namespace Prep.Verbos;

/// <summary>Paths that a person writes, looked at before any work: what cannot be is said at once and nothing is touched.</summary>
internal static class Entradas
{
    /// <exception cref="MalUsoException">It is not a file.</exception>
    public static void Archivo(string ruta)
    {
        if (Directory.Exists(ruta))
        {
            throw new MalUsoException($"{ruta} es una carpeta: dé el archivo CSV que está dentro.");
        }

        if (!File.Exists(ruta))
        {
            throw new MalUsoException($"No existe el archivo {ruta}.");
        }
    }

    /// <summary>A file to be written at the end of a long work.</summary>
    /// <exception cref="MalUsoException">Its folder does not exist, or it is a folder.</exception>
    public static void PorEscribir(string ruta)
    {
        if (Directory.Exists(ruta) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(ruta))))
        {
            throw new MalUsoException($"No se puede escribir {ruta}: dé el nombre de un archivo en una carpeta que exista.");
        }
    }

    /// <exception cref="MalUsoException">It has something inside, or it is a file.</exception>
    public static void CarpetaVacia(string ruta)
    {
        if (File.Exists(ruta) || (Directory.Exists(ruta) && Directory.EnumerateFileSystemEntries(ruta).Any()))
        {
            throw new MalUsoException($"La carpeta {ruta} no está vacía: indique en --salida una que no exista o esté vacía.");
        }
    }
}
