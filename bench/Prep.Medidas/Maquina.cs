using System.Diagnostics;
using System.Globalization;

namespace Prep.Medidas;

/// <summary>On what the figures were taken.</summary>
public static class Maquina
{
    public static string Nombre()
    {
        var modelo = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return $"{modelo?.Split(':', 2)[1].Trim() ?? "desconocida"} × {Environment.ProcessorCount}";
    }

    /// <summary>Commit of the working copy, or "sin git".</summary>
    public static string Confirmacion()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Lugar.Raiz, "rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var salida = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return salida.Length > 0 ? salida : "sin git";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "sin git";
        }
    }

    /// <summary>Largest resident memory of this process so far, in MB (VmHWM).</summary>
    public static double PicoEnMegas()
    {
        var linea = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(linea.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The peak counts from here on (Linux, of one's own process).</summary>
    public static void OlvidarPico() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>Processor seconds of the child processes that ended, to the hundredth.</summary>
    public static double ProcesadorDeHijos()
    {
        var campos = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return (long.Parse(campos[13], CultureInfo.InvariantCulture) + long.Parse(campos[14], CultureInfo.InvariantCulture)) / 100.0;
    }
}
