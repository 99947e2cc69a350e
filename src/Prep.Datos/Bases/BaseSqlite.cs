using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Prep.Datos.Bases;

/// <summary>SQLite in WAL with synchronous FULL: one writing connection with its statements prepared, reached in turn; readers apart.</summary>
public sealed class BaseSqlite : Base
{
    private readonly string _archivo;
    private readonly string _cadena;
    private readonly Turno _turno;
    private readonly DbContextOptions<PrepContext> _opciones;
    private Transaccion? _escritora;

    public BaseSqlite(string archivo)
    {
        _archivo = archivo;
        _turno = new(ConfirmarAsync);
        _cadena = new SqliteConnectionStringBuilder { DataSource = archivo, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        DbContextOptionsBuilder<PrepContext> opciones = new();
        Configurar(opciones);
        _opciones = opciones.Options;
    }

    public override string Proveedor => "sqlite";

    public override string ConBloqueo => "";

    public override Task<T> EscribirAsync<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, CancellationToken ct)
    {
        Obra<T> obra = new(trabajo, confirmar, ct);
        _turno.Formar(obra);
        return obra.Resultado;
    }

    public override async Task<T> LeerAsync<T>(Func<Transaccion, Task<T>> trabajo, CancellationToken ct)
    {
        await using var conexion = (SqliteConnection)await AbrirAsync(ct);
        await using var foto = conexion.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        using Transaccion tx = new(conexion, this) { Actual = foto };
        return await trabajo(tx);
    }

    public override PrepContext Contexto() => new(_opciones);

    public override void Configurar(DbContextOptionsBuilder opciones) => opciones.UseSqlite(_cadena).AddInterceptors(new Durabilidad());

    public override async Task<DbConnection> AbrirAsync(CancellationToken ct)
    {
        SqliteConnection conexion = new(_cadena);
        await conexion.OpenAsync(ct);
        await Durabilidad.FijarAsync(conexion, ct);
        return conexion;
    }

    public override Task CerrojoDeEsquemaAsync(DbConnection conexion, CancellationToken ct) => Task.CompletedTask;

    public override Task CerrojoAsync(Transaccion tx, string nombre) => Task.CompletedTask;

    public override Task CerrojoCompartidoAsync(Transaccion tx, string nombre) => Task.CompletedTask;

    public override Task<Mando?> PedirMandoAsync(string nombre, CancellationToken ct, TimeSpan? silencio = null) =>
        Task.FromResult(MandoDeArchivo.Pedir($"{_archivo}.{nombre}"));

    public override async ValueTask DisposeAsync()
    {
        await DescartarAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_cadena));
    }

    private async Task ConfirmarAsync(IReadOnlyList<Obra> grupo)
    {
        var tx = _escritora ??= new(await AbrirAsync(CancellationToken.None), this);
        var abierta = true;
        try
        {
            await tx.EjecutarAsync("BEGIN IMMEDIATE");
            foreach (var obra in grupo)
            {
                await tx.EjecutarAsync("SAVEPOINT obra");
                if (!await obra.HacerAsync(tx))
                {
                    await tx.EjecutarAsync("ROLLBACK TO obra");
                }

                await tx.EjecutarAsync("RELEASE obra");
            }

            await tx.EjecutarAsync("COMMIT");
            abierta = false;
        }
        finally
        {
            if (abierta)
            {
                await DescartarAsync();
            }
        }
    }

    // After an exception the connection may hold an open transaction, and closing it only gives it back to the pool: the next who opens would be inside.
    private async Task DescartarAsync()
    {
        if (_escritora is { } tx)
        {
            _escritora = null;
            try
            {
                await tx.EjecutarAsync("ROLLBACK");
            }
            catch (DbException)
            {
                // there was none open
            }

            tx.Dispose();
            await tx.Conexion.DisposeAsync();
        }
    }

    /// <summary>A use case and whoever waits for it. What it throws is his alone; the group goes on.</summary>
    private sealed class Obra<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, CancellationToken ct) : Obra
    {
        private readonly TaskCompletionSource<T> _espera = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _resultado;
        private Exception? _falla;

        public Task<T> Resultado => _espera.Task;

        public override async Task<bool> HacerAsync(Transaccion tx)
        {
            try
            {
                ct.ThrowIfCancellationRequested();
                _resultado = await trabajo(tx);
                return confirmar(_resultado);
            }
            catch (Exception e)
            {
                _falla = e;
                return false;
            }
        }

        public override void Responder()
        {
            if (_falla is { } e)
            {
                Fallar(e);
            }
            else
            {
                _espera.TrySetResult(_resultado!);
            }
        }

        // A full disk makes SQLite drop the whole transaction: who met it tells that, not what came of it.
        public override void Fallar(Exception e) =>
            _ = (_falla ?? e) is OperationCanceledException ? _espera.TrySetCanceled() : _espera.TrySetException(_falla ?? e);
    }

    /// <summary>WAL survives in the file; synchronous does not: every connection sets it as it opens.</summary>
    private sealed class Durabilidad : DbConnectionInterceptor
    {
        public static async Task FijarAsync(DbConnection conexion, CancellationToken ct)
        {
            await using var comando = conexion.CreateCommand();
            comando.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
            await comando.ExecuteNonQueryAsync(ct);
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            FijarAsync(connection, CancellationToken.None).GetAwaiter().GetResult();

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
            FijarAsync(connection, cancellationToken);
    }
}
