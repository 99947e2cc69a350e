using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Prep.Datos.Bases;

/// <summary>The database of one store: where transactions begin and end. Two providers, the same tables and the same SQL.</summary>
public abstract class Base : IAsyncDisposable
{
    /// <summary>Folder of the embedded scripts: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Proveedor { get; }

    /// <summary>Appended to a SELECT that reads what the same transaction will write.</summary>
    public abstract string ConBloqueo { get; }

    /// <summary>Runs one use case: commits when <paramref name="confirmar"/> says so, else leaves nothing.</summary>
    public abstract Task<T> EscribirAsync<T>(Func<Transaccion, Task<T>> trabajo, Func<T, bool> confirmar, CancellationToken ct);

    /// <summary>Reads from one snapshot that later commits do not touch.</summary>
    public abstract Task<T> LeerAsync<T>(Func<Transaccion, Task<T>> trabajo, CancellationToken ct);

    /// <summary>One transaction at a time for that name, until it ends; what others committed under it is visible afterwards. SQLite has one writer already.</summary>
    public abstract Task CerrojoAsync(Transaccion tx, string nombre);

    /// <summary>Many at a time for that name, none while one holds it whole by <see cref="CerrojoAsync"/>.</summary>
    public abstract Task CerrojoCompartidoAsync(Transaccion tx, string nombre);

    /// <summary>Asks for the lead of something that one node does at a time, without waiting for it.</summary>
    /// <param name="silencio">How long its holder may say nothing; null for <see cref="Mando.SilencioPorOmision"/>.</param>
    /// <returns>Null while another node has it.</returns>
    public abstract Task<Mando?> PedirMandoAsync(string nombre, CancellationToken ct, TimeSpan? silencio = null);

    /// <summary>An EF context for readings off the hot path; the caller disposes it.</summary>
    public abstract PrepContext Contexto();

    /// <summary>Points the options of any EF context at this database.</summary>
    public abstract void Configurar(DbContextOptionsBuilder opciones);

    /// <summary>A connection of its own, for the schema.</summary>
    public abstract Task<DbConnection> AbrirAsync(CancellationToken ct);

    /// <summary>Keeps other programs out while the schema is applied; released when the transaction ends.</summary>
    public abstract Task CerrojoDeEsquemaAsync(DbConnection conexion, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
