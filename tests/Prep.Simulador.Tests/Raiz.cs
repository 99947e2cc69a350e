using System.Reflection;

namespace Prep.Simulador.Tests;

internal static class Raiz
{
    public static readonly string Carpeta = typeof(Raiz).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Raiz").Value!;

    public static string Datos => Path.Combine(Carpeta, "datos");
}
