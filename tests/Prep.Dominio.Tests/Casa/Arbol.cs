using System.Reflection;

namespace Prep.Dominio.Tests.Casa;

/// <summary>The source tree as the tests of the house read it.</summary>
internal static class Arbol
{
    private static readonly string[] Ajenas = ["artifacts", "bin", "obj", "node_modules", ".prep", ".git"];

    public static readonly string Raiz = typeof(Arbol).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Raiz").Value!;

    /// <summary>Files under a folder of the repository, without what the build makes.</summary>
    public static IEnumerable<string> Archivos(string carpeta, params string[] extensiones) =>
        Bajo(new DirectoryInfo(Path.Combine(Raiz, carpeta))).Where(a => extensiones.Contains(Path.GetExtension(a)));

    public static string Relativa(string ruta) => Path.GetRelativePath(Raiz, ruta).Replace('\\', '/');

    private static IEnumerable<string> Bajo(DirectoryInfo carpeta) => !carpeta.Exists
        ? []
        : carpeta.EnumerateFiles().Select(a => a.FullName)
            .Concat(carpeta.EnumerateDirectories().Where(d => !Ajenas.Contains(d.Name)).SelectMany(Bajo));
}
