using System.Threading.Channels;

namespace Prep.Publicacion.Paquete;

/// <summary>One thread writes what several make ready: files of one folder, made by several threads at once, wait for each other inside the kernel and burn it waiting.</summary>
/// <remarks>What is handed over is written when <see cref="TerminarAsync"/> returns; a failure of the disk comes out there, or at the next delivery.</remarks>
internal sealed class ColaDeEscritura : IAsyncDisposable
{
    /// <summary>Files that may wait: bounds the memory, some kilobytes each.</summary>
    private const int EnEspera = 512;

    private readonly Channel<ArchivoListo> _cola = Channel.CreateBounded<ArchivoListo>(new BoundedChannelOptions(EnEspera) { SingleReader = true });
    private readonly Task _escritor;

    public ColaDeEscritura(EscritorDeArchivos archivos) => _escritor = Task.Run(async () =>
    {
        try
        {
            await foreach (var archivo in _cola.Reader.ReadAllAsync())
            {
                using (archivo)
                {
                    archivos.Escribir(archivo);
                }
            }
        }
        catch (Exception e)
        {
            // Those who deliver hear of it instead of waiting for room that will not come.
            _cola.Writer.TryComplete(e);
            throw;
        }
    });

    /// <exception cref="IOException">An earlier file could not be written.</exception>
    public async ValueTask EntregarAsync(ArchivoListo archivo, CancellationToken ct)
    {
        try
        {
            await _cola.Writer.WriteAsync(archivo, ct);
        }
        catch (ChannelClosedException)
        {
            await _escritor;
            throw;
        }
    }

    /// <exception cref="IOException">A file could not be written.</exception>
    public Task TerminarAsync()
    {
        _cola.Writer.TryComplete();
        return _escritor;
    }

    /// <summary>Nobody writes after this, however it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _cola.Writer.TryComplete();
        await _escritor.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
