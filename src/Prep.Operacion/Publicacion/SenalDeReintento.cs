namespace Prep.Operacion.Publicacion;

/// <summary>Wakes whoever waits to try a corte again. It carries nothing: a try at the wrong moment does no harm.</summary>
public sealed class SenalDeReintento : IDisposable
{
    private readonly SemaphoreSlim _senal = new(0, 1);

    /// <summary>Somebody in this program makes cortes and listens.</summary>
    public bool Atendida { get; private set; }

    public void Dar()
    {
        if (_senal.CurrentCount == 0)
        {
            _senal.Release();
        }
    }

    /// <summary>Waits that long, or until the signal.</summary>
    public async Task EsperarAsync(TimeSpan tiempo, TimeProvider reloj, CancellationToken ct)
    {
        Atendida = true;
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_senal.WaitAsync(fin.Token), Task.Delay(tiempo, reloj, fin.Token));
        ct.ThrowIfCancellationRequested();
        await fin.CancelAsync();
    }

    public void Dispose() => _senal.Dispose();
}
