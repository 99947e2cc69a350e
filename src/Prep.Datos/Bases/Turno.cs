namespace Prep.Datos.Bases;

/// <summary>One at a time, strictly in order of arrival. One per SQLite file: separate writers starve each other for seconds.</summary>
public sealed class Turno
{
    private readonly Lock _llave = new();
    private readonly Queue<TaskCompletionSource> _fila = [];
    private bool _ocupado;

    /// <summary>Waits for its place. Give it back with <see cref="Soltar"/>.</summary>
    public Task TomarAsync()
    {
        lock (_llave)
        {
            if (!_ocupado)
            {
                _ocupado = true;
                return Task.CompletedTask;
            }

            TaskCompletionSource espera = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _fila.Enqueue(espera);
            return espera.Task;
        }
    }

    public void Soltar()
    {
        TaskCompletionSource? siguiente;
        lock (_llave)
        {
            _ocupado = _fila.TryDequeue(out siguiente);
        }

        siguiente?.SetResult();
    }
}
