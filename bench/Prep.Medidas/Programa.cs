using System.Diagnostics;

namespace Prep.Medidas;

/// <summary>Other programs that a measure needs beside it, this one among them.</summary>
public static class Programa
{
    public static Process Lanzar(IReadOnlyList<string> orden) => Process.Start(new ProcessStartInfo(orden[0], orden.Skip(1)) { RedirectStandardOutput = true })!;

    // Run as `dotnet Prep.Medidas.dll` the process is dotnet's own.
    public static string[] Propio(params string[] argumentos) => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "Prep.Medidas.dll"), .. argumentos]
        : [Environment.ProcessPath!, .. argumentos];
}
