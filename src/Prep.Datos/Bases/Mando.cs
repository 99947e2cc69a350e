using System.Globalization;
using Npgsql;

namespace Prep.Datos.Bases;

/// <summary>The lead of something that one node does at a time. It ends when it is disposed, and by itself when its holder dies or goes silent.</summary>
public abstract class Mando : IAsyncDisposable
{
    /// <summary>A holder that says nothing for so long (frozen, cut off) loses the lead: another one takes it.</summary>
    public static readonly TimeSpan SilencioPorOmision = TimeSpan.FromSeconds(20);

    /// <summary>Asks whoever gave the lead whether it still stands. What cannot be asked does not stand.</summary>
    public abstract Task<bool> SigueAsync();

    public abstract ValueTask DisposeAsync();
}

/// <summary>An advisory lock of a session of its own: the server releases it with the session, and ends a session that says nothing.</summary>
internal sealed class MandoDePostgres : Mando
{
    private readonly NpgsqlConnection _conexion;
    private readonly SemaphoreSlim _uno = new(1);
    private readonly string _nombre;
    private bool _soltado;

    private MandoDePostgres(NpgsqlConnection conexion, string nombre) => (_conexion, _nombre) = (conexion, nombre);

    /// <returns>Null while another session holds it.</returns>
    public static async Task<Mando?> PedirAsync(string cadena, string nombre, TimeSpan silencio, CancellationToken ct)
    {
        // Not of the pool: a session given back to it would keep the lock. The driver speaks by itself, so that only silence ends the session.
        NpgsqlConnectionStringBuilder partes = new(cadena)
        {
            Pooling = false, MaxAutoPrepare = 0, KeepAlive = Math.Max(1, (int)(silencio.TotalSeconds / 4)), CommandTimeout = 10, Timeout = 10,
        };
        NpgsqlConnection conexion = new(partes.ToString());
        try
        {
            await conexion.OpenAsync(ct);
            await using var pedir = conexion.CreateCommand();
            pedir.CommandText = "SELECT set_config('idle_session_timeout', @silencio, false), pg_try_advisory_lock(hashtextextended(@nombre, 0))";
            pedir.Parameters.AddWithValue("silencio", ((long)silencio.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
            pedir.Parameters.AddWithValue("nombre", nombre);
            bool dado;
            await using (var fila = await pedir.ExecuteReaderAsync(ct))
            {
                dado = await fila.ReadAsync(ct) && fila.GetBoolean(1);
            }

            if (dado)
            {
                return new MandoDePostgres(conexion, nombre);
            }
        }
        catch
        {
            await conexion.DisposeAsync();
            throw;
        }

        await conexion.DisposeAsync();
        return null;
    }

    public override async Task<bool> SigueAsync()
    {
        if (_soltado)
        {
            return false;
        }

        await _uno.WaitAsync();
        try
        {
            await using var comando = _conexion.CreateCommand();
            comando.CommandText =
                """
                SELECT EXISTS (
                    SELECT 1 FROM pg_locks
                    WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = pg_backend_pid()
                        AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(@nombre, 0))
                """;
            comando.Parameters.AddWithValue("nombre", _nombre);
            return await comando.ExecuteScalarAsync() is true;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
        finally
        {
            _uno.Release();
        }
    }

    // Said, not left to the end of the session: the server ends one some time after its connection closes, and the next holder would be refused until then.
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _soltado, true))
        {
            return;
        }

        await _uno.WaitAsync();
        try
        {
            await using var soltar = _conexion.CreateCommand();
            soltar.CommandText = "SELECT pg_advisory_unlock(hashtextextended(@nombre, 0))";
            soltar.Parameters.AddWithValue("nombre", _nombre);
            await soltar.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            // The session is gone, and the lead with it.
        }

        await _conexion.DisposeAsync();
        _uno.Dispose();
    }
}

/// <summary>flock over a file beside the database, for the nodes of one machine: the system releases it when its process dies.</summary>
internal sealed class MandoDeArchivo : Mando
{
    private const int TomadoPorOtro = 11;
    private readonly FileStream _archivo;

    private MandoDeArchivo(FileStream archivo) => _archivo = archivo;

    /// <returns>Null while another one holds it.</returns>
    public static Mando? Pedir(string ruta)
    {
        try
        {
            // Shared with nobody, .NET takes flock(2) exclusive, without waiting.
            return new MandoDeArchivo(new(ruta, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) == TomadoPorOtro)
        {
            return null;
        }
    }

    public override Task<bool> SigueAsync() => Task.FromResult(_archivo.CanWrite);

    public override ValueTask DisposeAsync() => _archivo.DisposeAsync();
}
