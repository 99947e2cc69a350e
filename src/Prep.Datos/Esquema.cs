using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos;

/// <summary>Applies the numbered scripts that a database lacks, in order, each in the same transaction that records it.</summary>
public static class Esquema
{
    public static async Task AplicarAsync(Base @base, DateTimeOffset ahora, CancellationToken ct)
    {
        await using var conexion = await @base.AbrirAsync(ct);
        await using var transaccion = await conexion.BeginTransactionAsync(ct);
        await @base.CerrojoDeEsquemaAsync(conexion, ct);
        await EjecutarAsync(conexion, transaccion,
            "CREATE TABLE IF NOT EXISTS esquema (numero integer NOT NULL PRIMARY KEY, nombre text NOT NULL, aplicado_en bigint NOT NULL)", ct);
        var ultimo = Convert.ToInt32(await EscalarAsync(conexion, transaccion, "SELECT COALESCE(MAX(numero), 0) FROM esquema", ct));
        foreach (var (numero, nombre, sql) in Guiones(@base.Proveedor).Where(g => g.Numero > ultimo))
        {
            await EjecutarAsync(conexion, transaccion, sql, ct);
            await EjecutarAsync(conexion, transaccion,
                $"INSERT INTO esquema (numero, nombre, aplicado_en) VALUES ({numero}, '{nombre}', {ahora.AMicros()})", ct);
        }

        await transaccion.CommitAsync(ct);
    }

    /// <summary>The scripts of a provider, in order.</summary>
    public static IEnumerable<(int Numero, string Nombre, string Sql)> Guiones(string proveedor)
    {
        var ensamblado = typeof(Esquema).Assembly;
        foreach (var recurso in ensamblado.GetManifestResourceNames().Where(n => n.StartsWith(proveedor + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader lector = new(ensamblado.GetManifestResourceStream(recurso)!);
            var nombre = recurso[(proveedor.Length + 1)..];
            yield return (int.Parse(nombre[..4]), nombre, lector.ReadToEnd());
        }
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
