using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos;

/// <summary>A set of numbered scripts with the table that says which of them were applied.</summary>
/// <param name="Carpeta">Prefix of its embedded resources, before the provider's: empty or ending in <c>/</c>.</param>
/// <param name="Archivo">Its own file on SQLite, in the folder of the store.</param>
public sealed record Guiones(string Tabla, string Carpeta, string Archivo)
{
    public static readonly Guiones DeOperacion = new("esquema", "", "prep.db");

    /// <summary>Accounts, in a file of their own on SQLite and beside the operation on PostgreSQL.</summary>
    public static readonly Guiones DeCuentas = new("cuentas_esquema", "cuentas/", "cuentas.db");

    /// <summary>The Commission's book, in a file of its own on SQLite and beside the operation on PostgreSQL.</summary>
    public static readonly Guiones DeSeguimiento = new("seguimiento_esquema", "seguimiento/", "seguimiento.db");

    /// <summary>The scripts of a provider, in order.</summary>
    public IEnumerable<(int Numero, string Nombre, string Sql)> De(string proveedor)
    {
        var ensamblado = typeof(Guiones).Assembly;
        var prefijo = $"{Carpeta}{proveedor}/";
        foreach (var recurso in ensamblado.GetManifestResourceNames().Where(n => n.StartsWith(prefijo, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader lector = new(ensamblado.GetManifestResourceStream(recurso)!);
            var nombre = recurso[prefijo.Length..];
            yield return (int.Parse(nombre[..4]), nombre, lector.ReadToEnd());
        }
    }
}

/// <summary>Applies the numbered scripts that a database lacks, in order, each in the same transaction that records it.</summary>
public static class Esquema
{
    public static async Task AplicarAsync(Base @base, Guiones guiones, DateTimeOffset ahora, CancellationToken ct)
    {
        await using var conexion = await @base.AbrirAsync(ct);
        await using var transaccion = await conexion.BeginTransactionAsync(ct);
        await @base.CerrojoDeEsquemaAsync(conexion, ct);
        await EjecutarAsync(conexion, transaccion,
            $"CREATE TABLE IF NOT EXISTS {guiones.Tabla} (numero integer NOT NULL PRIMARY KEY, nombre text NOT NULL, aplicado_en bigint NOT NULL)", ct);
        var ultimo = Convert.ToInt32(await EscalarAsync(conexion, transaccion, $"SELECT COALESCE(MAX(numero), 0) FROM {guiones.Tabla}", ct));
        foreach (var (numero, nombre, sql) in guiones.De(@base.Proveedor).Where(g => g.Numero > ultimo))
        {
            await EjecutarAsync(conexion, transaccion, sql, ct);
            await EjecutarAsync(conexion, transaccion,
                $"INSERT INTO {guiones.Tabla} (numero, nombre, aplicado_en) VALUES ({numero}, '{nombre}', {ahora.AMicros()})", ct);
        }

        await transaccion.CommitAsync(ct);
    }

    private static async Task EjecutarAsync(DbConnection conexion, DbTransaction transaccion, string sql, CancellationToken ct)
    {
        await using var comando = Comando(conexion, transaccion, sql);
        await comando.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> EscalarAsync(DbConnection conexion, DbTransaction transaccion, string sql, CancellationToken ct)
    {
        await using var comando = Comando(conexion, transaccion, sql);
        return await comando.ExecuteScalarAsync(ct);
    }

    private static DbCommand Comando(DbConnection conexion, DbTransaction transaccion, string sql)
    {
        var comando = conexion.CreateCommand();
        comando.Transaction = transaccion;
#pragma warning disable CA2100 // The text is ours: an embedded script.
        comando.CommandText = sql;
#pragma warning restore CA2100
        return comando;
    }
}
