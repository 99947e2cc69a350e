using Prep.Datos.Bases;

namespace Prep.Datos;

/// <summary>Where a store is. Operation, accounts and follow-up open each their part of it.</summary>
/// <param name="Carpeta">Holds <c>prep.db</c> (unless PostgreSQL), <c>imagenes/</c>, <c>apartadas/</c>, <c>documentos/</c>, <c>seguimiento/</c> (the papers of the Commission), and <c>plantillas/</c> if the institute words its own.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
public sealed record OpcionesDeAlmacen(string Carpeta, string? Postgres = null)
{
    /// <summary>Opens or makes a part of the store: its database, with its schema up to date. The caller disposes it.</summary>
    internal async Task<Base> AbrirAsync(Guiones guiones, TimeProvider reloj, CancellationToken ct)
    {
        Directory.CreateDirectory(Carpeta);
        Base @base = Postgres is { } cadena ? new BasePostgres(cadena) : new BaseSqlite(Path.Combine(Carpeta, guiones.Archivo));
        try
        {
            await Esquema.AplicarAsync(@base, guiones, reloj.GetUtcNow(), ct);
            return @base;
        }
        catch
        {
            await @base.DisposeAsync();
            throw;
        }
    }
}
