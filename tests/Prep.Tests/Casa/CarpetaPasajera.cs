using System.Security.Cryptography;
using System.Text;

namespace Prep.Tests.Casa;

/// <summary>A folder that lives as long as its test.</summary>
public sealed class CarpetaPasajera : IDisposable
{
    public string Ruta { get; } = Directory.CreateTempSubdirectory("prep-pruebas-").FullName;

    public string En(params string[] partes) => Path.Combine([Ruta, .. partes]);

    public string Escribir(string nombre, string texto) => Escribir(nombre, Encoding.UTF8.GetBytes(texto));

    public string Escribir(string nombre, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(En(nombre))!);
        File.WriteAllBytes(En(nombre), bytes);
        return En(nombre);
    }

    /// <summary>Names and contents of all that is inside: equal before and after, nothing changed.</summary>
    public string Huella() => string.Join('\n', Directory.EnumerateFileSystemEntries(Ruta, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(r => Directory.Exists(r) ? r : $"{r} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(r)))}"));

    public void Dispose()
    {
        if (Directory.Exists(Ruta))
        {
            Directory.Delete(Ruta, recursive: true);
        }
    }
}
