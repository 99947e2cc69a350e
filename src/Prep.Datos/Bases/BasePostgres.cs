using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Prep.Datos.Bases;

/// <summary>PostgreSQL: many writers, rows locked as they are read, statements prepared by the driver.</summary>
public sealed class BasePostgres : Base
{
    private const int Intentos = 5;
    private readonly string _cadena;
    private readonly NpgsqlDataSource _fuente;
    private readonly DbContextOptions<PrepContext> _opciones;

    public BasePostgres(string cadena)
    {
        NpgsqlConnectionStringBuilder partes = new(cadena) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };

        // Our statements take a millisecond; compiling one that looks costly took a second (a claim of the queue, 12,000 actas).
        // A server frozen in the middle of a transaction does not stop the others for more than a minute.
        partes.Options = $"{partes.Options} -c jit=off -c idle_in_transaction_session_timeout=60000".Trim();
        _cadena = partes.ToString();
        _fuente = NpgsqlDataSource.Create(partes);
        DbContextOptionsBuilder<PrepContext> opciones = new();
        Configurar(opciones);
        _opciones = opciones.Options;
    }

    public override string Proveedor => "postgres";

    public override string ConBloqueo => " FOR UPDATE";

    public override async Task<T> EscribirAsync<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, CancellationToken ct)
    {
        for (var intento = 1; ; intento++)
        {
            try
            {
                return await EnTransaccionAsync(trabajo, confirmar, IsolationLevel.ReadCommitted, ct);
            }
            catch (PostgresException e) when (e.IsTransient && intento < Intentos)
            {
                // Deadlock or serialization: the other one went through; this one starts again from what it left.
            }
        }
    }

    public override Task<T> LeerAsync<T>(Func<Transaccion, Task<T>> trabajo, CancellationToken ct) =>
        EnTransaccionAsync(
            async tx =>
            {
                await tx.EjecutarAsync("SET TRANSACTION READ ONLY");
                return await trabajo(tx);
            },
            _ => false,
            IsolationLevel.RepeatableRead,
            ct);

    public override PrepContext Contexto() => new(_opciones);

    public override void Configurar(DbContextOptionsBuilder opciones) => opciones.UseNpgsql(_fuente);

    public override async Task<DbConnection> AbrirAsync(CancellationToken ct) => await _fuente.OpenConnectionAsync(ct);

    public override async Task CerrojoDeEsquemaAsync(DbConnection conexion, CancellationToken ct)
    {
        await using var comando = conexion.CreateCommand();
        comando.CommandText = "SELECT pg_advisory_xact_lock(7737)";
        await comando.ExecuteNonQueryAsync(ct);
    }

    public override Task CerrojoAsync(Transaccion tx, string nombre) => tx.EjecutarAsync("SELECT pg_advisory_xact_lock(hashtextextended(@p0, 0))", nombre);

    public override Task CerrojoCompartidoAsync(Transaccion tx, string nombre) => tx.EjecutarAsync("SELECT pg_advisory_xact_lock_shared(hashtextextended(@p0, 0))", nombre);

    public override Task<Mando?> PedirMandoAsync(string nombre, CancellationToken ct, TimeSpan? silencio = null) =>
        MandoDePostgres.PedirAsync(_cadena, nombre, silencio ?? Mando.SilencioPorOmision, ct);

    public override ValueTask DisposeAsync() => _fuente.DisposeAsync();

    private async Task<T> EnTransaccionAsync<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, IsolationLevel nivel, CancellationToken ct)
    {
        await using var conexion = await _fuente.OpenConnectionAsync(ct);
        await using var transaccion = await conexion.BeginTransactionAsync(nivel, ct);
        using Transaccion tx = new(conexion, this) { Actual = transaccion };
        var resultado = await trabajo(tx);
        if (confirmar(resultado))
        {
            await transaccion.CommitAsync(ct);
        }
        else
        {
            await transaccion.RollbackAsync(ct);
        }

        return resultado;
    }
}
