using System.Diagnostics;

namespace Prep.Fallas;

/// <summary>The publishing program as a process of its own.</summary>
internal sealed class Proceso : IDisposable
{
    private readonly Process _proceso;

    private Proceso(Process proceso) => _proceso = proceso;

    public static Proceso Publicar(string carpeta, int cuantos) => new(Iniciar(Environment.ProcessPath!, "--publicar", carpeta, $"{cuantos}"));

    /// <summary>With a limit on the size of each file: the system answers as a full disk does, without needing privileges.</summary>
    /// <remarks>The runtime's double mapping of code is a file too, and would not start under the limit.</remarks>
    public static Proceso PublicarConLimite(string carpeta, int cuantos, int kilobytes) => new(Iniciar(
        "/bin/bash", "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec \"$0\" \"$@\"", Environment.ProcessPath!, "--publicar", carpeta, $"{cuantos}"));

    public void EsperarLinea() => _proceso.StandardOutput.ReadLine();

    /// <summary>SIGKILL: no handler runs.</summary>
    public void Matar()
    {
        _proceso.Kill();
        _proceso.WaitForExit();
    }

    public (int Codigo, string Error) Terminar()
    {
        var error = _proceso.StandardError.ReadToEnd();
        _proceso.WaitForExit();
        return (_proceso.ExitCode, error);
    }

    public void Dispose()
    {
        if (!_proceso.HasExited)
        {
            Matar();
        }

        _proceso.Dispose();
    }

    private static Process Iniciar(string programa, params string[] argumentos) =>
        Process.Start(new ProcessStartInfo(programa, argumentos) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
