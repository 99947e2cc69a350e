using System.Diagnostics;
using Npgsql;
using Prep.Datos.Bases;

namespace Prep.Datos.Tests;

/// <summary>A PostgreSQL of its own for one run of the tests, on a socket in a temporary folder; it starts when first asked for.</summary>
public sealed class ClusterDePostgres : IAsyncDisposable
{
    private const string Plantilla = "plantilla";

    // The newest that Debian put there.
    private static readonly string Programas = Directory.GetDirectories("/usr/lib/postgresql").OrderBy(d => int.Parse(Path.GetFileName(d), null)).Last() + "/bin";
    private readonly SemaphoreSlim _unaVez = new(1);
    private readonly string _carpeta = Path.Combine(Path.GetTempPath(), "pg-" + Path.GetRandomFileName().Replace(".", ""));
    private bool _arriba;
    private int _bases;

    /// <summary>Whether a commit reaches the disk: tests do not wait for it, measures do.</summary>
    public bool ConDisco { get; init; }

    /// <summary>Connection string of a new database without a row.</summary>
    /// <param name="sinTablas">Otherwise it has the schema of the operation and of the accounts, copied: faster than running the scripts.</param>
    public async Task<string> NuevaBaseAsync(bool sinTablas = false)
    {
        await ArrancarAsync();
        var nombre = $"p{Interlocked.Increment(ref _bases)}";
        await CrearAsync(sinTablas ? nombre : $"{nombre} TEMPLATE {Plantilla}");
        return Cadena(nombre);
    }

    public async ValueTask DisposeAsync()
    {
        if (_arriba)
        {
            NpgsqlConnection.ClearAllPools();
            await CorrerAsync($"{Programas}/pg_ctl -D {_carpeta}/datos -m immediate -w stop");
        }

        if (Directory.Exists(_carpeta))
        {
            await CorrerAsync($"rm -rf {_carpeta}");
        }

        _unaVez.Dispose();
    }

    private async Task CrearAsync(string nombre)
    {
        await using NpgsqlConnection conexion = new(Cadena("postgres") + ";Pooling=false");
        await conexion.OpenAsync();
        await using var comando = conexion.CreateCommand();
        comando.CommandText = $"CREATE DATABASE {nombre}";
        await comando.ExecuteNonQueryAsync();
    }

    // Whoever copies it must find nobody connected.
    private async Task HacerPlantillaAsync()
    {
        await CrearAsync(Plantilla);
        await using BasePostgres @base = new(Cadena(Plantilla) + ";Pooling=false");
        await Esquema.AplicarAsync(@base, Guiones.DeOperacion, DateTimeOffset.UnixEpoch, default);
        await Esquema.AplicarAsync(@base, Guiones.DeCuentas, DateTimeOffset.UnixEpoch, default);
        await Esquema.AplicarAsync(@base, Guiones.DeSeguimiento, DateTimeOffset.UnixEpoch, default);
    }

    private string Cadena(string @base) => $"Host={_carpeta};Username=postgres;Database={@base};Maximum Pool Size=20;Timeout=60;Command Timeout=60";

    private async Task ArrancarAsync()
    {
        await _unaVez.WaitAsync();
        try
        {
            if (!_arriba)
            {
                await CorrerAsync($"mkdir -m 700 {_carpeta} && {Programas}/initdb -D {_carpeta}/datos -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync"
                    + $" && {Programas}/pg_ctl -D {_carpeta}/datos -w -l {_carpeta}/bitacora -o \"-k {_carpeta} -c listen_addresses= -c fsync={(ConDisco ? "on" : "off")} -c autovacuum={(ConDisco ? "on" : "off")} -c max_connections=300\" start");
                await HacerPlantillaAsync();
                _arriba = true;
            }
        }
        finally
        {
            _unaVez.Release();
        }
    }

    // PostgreSQL refuses to run as root: then it runs as its own user.
    private static async Task CorrerAsync(string mandato)
    {
        ProcessStartInfo inicio = Environment.UserName == "root" ? new("runuser") : new("sh");
        foreach (var argumento in Environment.UserName == "root" ? ["-u", "postgres", "--", "sh", "-c", mandato] : new[] { "-c", mandato })
        {
            inicio.ArgumentList.Add(argumento);
        }

        inicio.WorkingDirectory = "/";
        (inicio.RedirectStandardOutput, inicio.RedirectStandardError) = (false, false);
        inicio.ArgumentList[^1] = $"({mandato}) >/dev/null 2>&1";
        using var proceso = Process.Start(inicio)!;
        await proceso.WaitForExitAsync();
        if (proceso.ExitCode != 0)
        {
            throw new InvalidOperationException($"Falló: {mandato}");
        }
    }
}
