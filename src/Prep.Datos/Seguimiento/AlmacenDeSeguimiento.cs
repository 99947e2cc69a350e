using Prep.Datos.Bases;

namespace Prep.Datos.Seguimiento;

/// <summary>The open store of the Commission: <c>seguimiento.db</c> beside <c>prep.db</c>, or the same PostgreSQL database.</summary>
public sealed class AlmacenDeSeguimiento : IAsyncDisposable
{
    private AlmacenDeSeguimiento(Base @base) => Base = @base;

    public Base Base { get; }

    /// <summary>Opens or makes it: applies the schema.</summary>
    public static async Task<AlmacenDeSeguimiento> AbrirAsync(OpcionesDeAlmacen opciones, TimeProvider reloj, CancellationToken ct)
    {
        Directory.CreateDirectory(opciones.Carpeta);
        Base @base = opciones.Postgres is { } cadena ? new BasePostgres(cadena) : new BaseSqlite(Path.Combine(opciones.Carpeta, "seguimiento.db"));
        try
        {
            await Esquema.AplicarAsync(@base, Guiones.DeSeguimiento, reloj.GetUtcNow(), ct);
            return new(@base);
        }
        catch
        {
            await @base.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
