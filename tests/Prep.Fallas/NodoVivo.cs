using System.Collections.Concurrent;
using System.Diagnostics;
using Prep.Datos;

namespace Prep.Fallas;

/// <summary>A node as a process of its own: it is given the hour, and it may be killed or frozen.</summary>
internal sealed class NodoVivo : IDisposable
{
    private readonly Process _proceso;
    private readonly ConcurrentQueue<string> _lineas = [];

    public NodoVivo(OpcionesDeAlmacen opciones, string raiz, int silencio, DateTimeOffset ahora)
    {
        _proceso = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--nodo", opciones.Carpeta, opciones.Postgres!, raiz, $"{silencio}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _proceso.OutputDataReceived += (_, e) => _lineas.Enqueue(e.Data ?? "");
        _proceso.BeginOutputReadLine();
        DarHora(ahora);
    }

    /// <summary>Whether it believes that it leads, by what it has said.</summary>
    public bool Manda => _lineas.LastOrDefault(l => l is Nodo.Manda or Nodo.YaNoManda) == Nodo.Manda;

    public string Dicho => string.Join('\n', _lineas);

    public void DarHora(DateTimeOffset ahora)
    {
        _proceso.StandardInput.WriteLine(ahora.AMicros());
        _proceso.StandardInput.Flush();
    }

    public void Senal(string senal) => Process.Start("kill", [senal, $"{_proceso.Id}"])!.WaitForExit();

    public void Dispose()
    {
        _proceso.Kill();
        _proceso.WaitForExit();
        _proceso.Dispose();
    }
}
