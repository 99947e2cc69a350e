namespace Prep.Datos.Bases;

/// <summary>One use case waiting for its place in the file.</summary>
internal abstract class Obra
{
    /// <summary>Runs it inside the open transaction.</summary>
    /// <returns>Whether what it wrote stays.</returns>
    public abstract Task<bool> HacerAsync(Transaccion tx);

    /// <summary>Tells who waits: it is durable, or it left nothing.</summary>
    public abstract void Responder();

    public abstract void Fallar(Exception e);
}

/// <summary>Strictly in order of arrival, and all that is waiting goes in one commit: a disk answers once for many persons.</summary>
/// <remarks>
/// One per SQLite file: separate writers starve each other for seconds. Nobody is answered before the commit that holds his work, and
/// inside it each use case stands or falls alone (a savepoint).
/// </remarks>
internal sealed class Turno(Func<IReadOnlyList<Obra>, Task> confirmar)
{
    /// <summary>More than these do not wait for one another.</summary>
    public const int Maximo = 64;

    private readonly Lock _llave = new();
    private readonly Queue<Obra> _fila = [];
    private bool _ocupado;

    /// <summary>Takes its place; who finds the turn free serves everybody that comes meanwhile.</summary>
    public void Formar(Obra obra)
    {
        lock (_llave)
        {
            _fila.Enqueue(obra);
            if (_ocupado)
            {
                return;
            }

            _ocupado = true;
        }

        _ = Task.Run(AtenderAsync);
    }

    private async Task AtenderAsync()
    {
        while (Tomar() is { Count: > 0 } grupo)
        {
            try
            {
                await confirmar(grupo);
            }
            catch (Exception e)
            {
                foreach (var obra in grupo)
                {
                    obra.Fallar(e);
                }

                continue;
            }

            foreach (var obra in grupo)
            {
                obra.Responder();
            }
        }
    }

    private List<Obra> Tomar()
    {
        lock (_llave)
        {
            var grupo = new List<Obra>();
            while (grupo.Count < Maximo && _fila.TryDequeue(out var obra))
            {
                grupo.Add(obra);
            }

            _ocupado = grupo.Count > 0;
            return grupo;
        }
    }
}
