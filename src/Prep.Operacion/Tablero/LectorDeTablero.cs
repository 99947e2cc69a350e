using Prep.Datos;

namespace Prep.Operacion.Tablero;

/// <summary>The reading that every viewer of this process shares: made again when somebody asks and the last one is old. One at a time.</summary>
public sealed class LectorDeTablero(Almacen almacen, TimeProvider reloj, AjustesDeTablero ajustes) : IDisposable
{
    private readonly SemaphoreSlim _llave = new(1, 1);
    private MemoriaDeTablero _memoria = new();
    private long _catalogo;
    private long _numero;
    private volatile Hecha? _ultima;

    /// <summary>The last reading, or a new one when it is older than <see cref="AjustesDeTablero.Cada"/>.</summary>
    /// <exception cref="InvalidOperationException">No process is loaded.</exception>
    public async Task<LecturaDeTablero> LeerAsync(CancellationToken ct) =>
        _ultima is { } ultima && reloj.GetElapsedTime(ultima.Sello) < ajustes.Cada ? ultima.Lectura : await LeerDeNuevoAsync(ajustes.Cada, ct);

    /// <summary>A new reading whatever the age of the last one.</summary>
    public Task<LecturaDeTablero> LeerAhoraAsync(CancellationToken ct) => LeerDeNuevoAsync(TimeSpan.Zero, ct);

    public void Dispose() => _llave.Dispose();

    private async Task<LecturaDeTablero> LeerDeNuevoAsync(TimeSpan edad, CancellationToken ct)
    {
        await _llave.WaitAsync(ct);
        try
        {
            if (_ultima is { } otra && reloj.GetElapsedTime(otra.Sello) < edad)
            {
                return otra.Lectura;
            }

            var catalogo = almacen.Catalogo ?? throw new InvalidOperationException("No hay un proceso cargado.");
            if (catalogo.Numero != _catalogo)
            {
                (_memoria, _catalogo) = (new(), catalogo.Numero);
            }

            // Others wait for it too: who asked may leave, the reading goes on.
            var memoria = _memoria;
            try
            {
                await almacen.Base.LeerAsync(
                    async tx =>
                    {
                        await memoria.PonerAlDiaAsync(tx);
                        return true;
                    },
                    CancellationToken.None);
            }
            catch
            {
                // Half brought up to date it would mix two instants: the next reading starts again.
                _memoria = new();
                throw;
            }

            var lectura = CalculoDeTablero.De(memoria, catalogo, ajustes, Instante.DeMicros(reloj.GetUtcNow().AMicros()), ++_numero);
            _ultima = new(lectura, reloj.GetTimestamp());
            return lectura;
        }
        finally
        {
            _llave.Release();
        }
    }

    private sealed record Hecha(LecturaDeTablero Lectura, long Sello);
}
