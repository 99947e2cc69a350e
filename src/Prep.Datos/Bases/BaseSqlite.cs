using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Prep.Datos.Bases;

/// <summary>SQLite in WAL with synchronous FULL: one writing connection with its statements prepared, reached in turn; readers apart.</summary>
public sealed class BaseSqlite : Base
{
    private readonly string _cadena;
    private readonly Turno _turno = new();
    private readonly DbContextOptions<PrepContext> _opciones;
    private Transaccion? _escritora;

    public BaseSqlite(string archivo)
    {
        _cadena = new SqliteConnectionStringBuilder { DataSource = archivo, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        _opciones = new DbContextOptionsBuilder<PrepContext>().UseSqlite(_cadena).AddInterceptors(new Durabilidad()).Options;
    }

    public override string Proveedor => "sqlite";

    public override string ConBloqueo => "";

    public override async Task<T> EscribirAsync<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, CancellationToken ct)
    {
        await _turno.TomarAsync();
        try
        {
            ct.ThrowIfCancellationRequested();
            var tx = _escritora ??= new(await AbrirAsync(ct), this);
            await tx.EjecutarAsync("BEGIN IMMEDIATE");
            var abierta = true;
            try
            {
                var resultado = await trabajo(tx);
                await tx.EjecutarAsync(confirmar(resultado) ? "COMMIT" : "ROLLBACK");
                abierta = false;
                return resultado;
            }
            finally
            {
                if (abierta)
                {
                    await DescartarAsync();
                }
            }
        }
        finally
        {
            _turno.Soltar();
        }
    }

    public override async Task<T> LeerAsync<T>(Func<Transaccion, Task<T>> trabajo, CancellationToken ct)
    {
        await using var conexion = (SqliteConnection)await AbrirAsync(ct);
        await using var foto = conexion.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        using Transaccion tx = new(conexion, this) { Actual = foto };
        return await trabajo(tx);
    }

    public override PrepContext Contexto() => new(_opciones);

    public override async Task<DbConnection> AbrirAsync(CancellationToken ct)
    {
        SqliteConnection conexion = new(_cadena);
        await conexion.OpenAsync(ct);
        await Durabilidad.FijarAsync(conexion, ct);
        return conexion;
    }

    public override Task CerrojoDeEsquemaAsync(DbConnection conexion, CancellationToken ct) => Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await DescartarAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_cadena));
    }

    // After an exception the connection may hold an open transaction: closing it rolls back.
    private async Task DescartarAsync()
    {
        if (_escritora is { } tx)
        {
            _escritora = null;
            tx.Dispose();
            await tx.Conexion.DisposeAsync();
        }
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
