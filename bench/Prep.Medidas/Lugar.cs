namespace Prep.Medidas;

/// <summary>Where the measures read and write.</summary>
public sealed class Lugar : IDisposable
{
    /// <summary>Root of the repository: the program is run from inside it.</summary>
    public static string Raiz { get; } = Buscar(AppContext.BaseDirectory) ?? Buscar(Environment.CurrentDirectory)
        ?? throw new InvalidOperationException("No se encontró la raíz del repositorio (Prep.slnx): corra ./prep medir.");

    /// <summary>A folder of this run, removed at the end. <c>TMPDIR</c> chooses the disk.</summary>
    public string Carpeta { get; } = Directory.CreateTempSubdirectory("prep-medidas-").FullName;

    public string En(string nombre) => Path.Combine(Carpeta, nombre);

    public static string Dato(string ruta) => Path.Combine(Raiz, "datos", ruta);

    public void Dispose() => Directory.Delete(Carpeta, recursive: true);

    private static string? Buscar(string carpeta)
    {
        var aqui = new DirectoryInfo(carpeta);
        while (aqui is not null && !File.Exists(Path.Combine(aqui.FullName, "Prep.slnx")))
        {
            aqui = aqui.Parent;
        }

        return aqui?.FullName;
    }
}
