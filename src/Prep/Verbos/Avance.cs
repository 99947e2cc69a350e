using System.Diagnostics;

namespace Prep.Verbos;

/// <summary>Progress on standard error: one line that moves on a terminal, a plain line now and then elsewhere.</summary>
internal sealed class Avance : IDisposable
{
    private static readonly TimeSpan _cadaCuanto = TimeSpan.FromSeconds(5);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _reloj = Stopwatch.StartNew();
    private TimeSpan _ultimo = TimeSpan.FromSeconds(-10);
    private int _ancho;

    public void Mostrar(int hechos, int total, string que)
    {
        var cada = _terminal ? TimeSpan.FromMilliseconds(100) : _cadaCuanto;
        if (_reloj.Elapsed - _ultimo < cada)
        {
            return;
        }

        _ultimo = _reloj.Elapsed;
        var linea = $"{(total == 0 ? 100 : 100L * hechos / total),3} %  {hechos:N0} de {total:N0} pasos · {que}";
        if (_terminal)
        {
            Console.Error.Write($"\r{linea.PadRight(_ancho)}");
            _ancho = linea.Length;
        }
        else
        {
            Console.Error.WriteLine(linea);
        }
    }

    public void Dispose()
    {
        if (_terminal && _ancho > 0)
        {
            Console.Error.Write($"\r{new string(' ', _ancho)}\r");
            _ancho = 0;
        }
    }
}
