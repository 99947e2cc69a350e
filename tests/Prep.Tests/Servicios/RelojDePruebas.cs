namespace Prep.Tests.Servicios;

/// <summary>A clock that stands still until it is moved, and then wakes whoever was waiting for that hour.</summary>
public sealed class RelojDePruebas(DateTimeOffset inicio) : TimeProvider
{
    private readonly Lock _llave = new();
    private readonly List<Alarma> _alarmas = [];
    private DateTimeOffset _ahora = inicio;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_llave)
        {
            return _ahora;
        }
    }

    /// <summary>How many wait for an hour to come.</summary>
    public int Esperando
    {
        get
        {
            lock (_llave)
            {
                return _alarmas.Count;
            }
        }
    }

    public void Avanzar(TimeSpan tiempo)
    {
        List<Alarma> vencidas;
        lock (_llave)
        {
            _ahora += tiempo;
            vencidas = [.. _alarmas.Where(a => a.En <= _ahora)];
            _alarmas.RemoveAll(vencidas.Contains);
        }

        vencidas.ForEach(a => a.Sonar());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarma = new Alarma(this, callback, state);
        alarma.Change(dueTime, period);
        return alarma;
    }

    private sealed class Alarma(RelojDePruebas reloj, TimerCallback aviso, object? estado) : ITimer
    {
        public DateTimeOffset En { get; private set; }

        public void Sonar() => aviso(estado);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (reloj._llave)
            {
                reloj._alarmas.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    En = reloj._ahora + dueTime;
                    reloj._alarmas.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
