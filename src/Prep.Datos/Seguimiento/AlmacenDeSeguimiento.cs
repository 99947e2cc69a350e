using Prep.Datos.Bases;
using Prep.Datos.Imagenes;

namespace Prep.Datos.Seguimiento;

/// <summary>The open store of the Commission: <c>seguimiento.db</c> beside <c>prep.db</c>, or the same PostgreSQL database, and its files by hash in <c>seguimiento/</c>.</summary>
public sealed class AlmacenDeSeguimiento : IAsyncDisposable
{
    private AlmacenDeSeguimiento(Base @base, string carpeta) => (Base, Carpeta, Archivos) = (@base, carpeta, new(Path.Combine(carpeta, "seguimiento")));

    public Base Base { get; }

    /// <summary>Of the store.</summary>
    public string Carpeta { get; }

    /// <summary>Evidence and documents, as they were given.</summary>
    public ImagenesEnDisco Archivos { get; }

    /// <summary>Opens or makes it: applies the schema.</summary>
    public static async Task<AlmacenDeSeguimiento> AbrirAsync(OpcionesDeAlmacen opciones, TimeProvider reloj, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(opciones.Carpeta, "seguimiento"));
        Base @base = opciones.Postgres is { } cadena ? new BasePostgres(cadena) : new BaseSqlite(Path.Combine(opciones.Carpeta, "seguimiento.db"));
        try
        {
            await Esquema.AplicarAsync(@base, Guiones.DeSeguimiento, reloj.GetUtcNow(), ct);
            return new(@base, opciones.Carpeta);
        }
        catch
        {
            await @base.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}
