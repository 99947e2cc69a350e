using Microsoft.EntityFrameworkCore;
using Prep.Datos.Bases;

namespace Prep.Datos.Cuentas;

/// <summary>The open store of accounts: <c>cuentas.db</c> beside <c>prep.db</c>, or the same PostgreSQL database.</summary>
public sealed class AlmacenDeCuentas : IAsyncDisposable
{
    private readonly DbContextOptions<CuentasContext> _opciones;

    private AlmacenDeCuentas(Base @base)
    {
        Base = @base;
        DbContextOptionsBuilder<CuentasContext> opciones = new();
        @base.Configurar(opciones);
        _opciones = opciones.Options;
    }

    public Base Base { get; }

    /// <summary>Opens or makes it: applies the schema.</summary>
    public static async Task<AlmacenDeCuentas> AbrirAsync(OpcionesDeAlmacen opciones, TimeProvider reloj, CancellationToken ct)
    {
        if (opciones.Postgres is null)
        {
            SoloSuya(opciones.Carpeta);
        }

        return new(await opciones.AbrirAsync(Guiones.DeCuentas, reloj, ct));
    }

    /// <summary>An EF context with a connection of its own; the caller disposes it.</summary>
    public CuentasContext Contexto() => new(_opciones);

    /// <summary>An EF context inside a transaction that another one ends: what it saves stands or falls with it.</summary>
    public async Task<CuentasContext> ContextoAsync(Transaccion tx)
    {
        CuentasContext contexto = new(_opciones);
        contexto.Database.SetDbConnection(tx.Conexion);
        contexto.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        if (tx.Actual is { } actual)
        {
            await contexto.Database.UseTransactionAsync(actual);
        }

        return contexto;
    }

    // It holds the keys of cookies and the hashes of PINs: only its owner reads it, and SQLite gives its journal the same permissions.
    private static void SoloSuya(string carpeta)
    {
        if (!OperatingSystem.IsWindows())
        {
            var archivo = Path.Combine(Directory.CreateDirectory(carpeta).FullName, Guiones.DeCuentas.Archivo);
            using (File.Open(archivo, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                File.SetUnixFileMode(archivo, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
