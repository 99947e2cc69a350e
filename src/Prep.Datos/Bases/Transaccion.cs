using System.Data.Common;

namespace Prep.Datos.Bases;

/// <summary>Prepared statements of one connection, by their text. Parameters are <c>@p0</c>, <c>@p1</c>…</summary>
/// <remarks>The hot path goes through here and not through change tracking: a capture costs tens of microseconds besides its commit.</remarks>
public sealed class Transaccion(DbConnection conexion, Base @base) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _comandos = [];

    public DbConnection Conexion => conexion;

    public DbTransaction? Actual { get; set; }

    public Base Base => @base;

    public Task<int> EjecutarAsync(string sql, params object?[] valores) => Preparar(sql, valores).ExecuteNonQueryAsync();

    public async Task<T?> EscalarAsync<T>(string sql, params object?[] valores) =>
        await Preparar(sql, valores).ExecuteScalarAsync() is T valor ? valor : default;

    public async Task<T?> UnoAsync<T>(string sql, Func<DbDataReader, T> leer, params object?[] valores)
        where T : class
    {
        await using var lector = await Preparar(sql, valores).ExecuteReaderAsync();
        return await lector.ReadAsync() ? leer(lector) : null;
    }

    public async Task<List<T>> TodosAsync<T>(string sql, Func<DbDataReader, T> leer, params object?[] valores)
    {
        List<T> filas = [];
        await using var lector = await Preparar(sql, valores).ExecuteReaderAsync();
        while (await lector.ReadAsync())
        {
            filas.Add(leer(lector));
        }

        return filas;
    }

    public void Dispose()
    {
        foreach (var comando in _comandos.Values)
        {
            comando.Dispose();
        }
    }

    private DbCommand Preparar(string sql, object?[] valores)
    {
        if (!_comandos.TryGetValue(sql, out var comando))
        {
            comando = conexion.CreateCommand();
            comando.CommandText = sql;
            for (var i = 0; i < valores.Length; i++)
            {
                var parametro = comando.CreateParameter();
                parametro.ParameterName = $"@p{i}";
                comando.Parameters.Add(parametro);
            }

            _comandos[sql] = comando;
        }

        comando.Transaction = Actual;
        for (var i = 0; i < valores.Length; i++)
        {
            comando.Parameters[i].Value = valores[i] ?? DBNull.Value;
        }

        return comando;
    }
}

/// <summary>Reading of optional columns.</summary>
public static class Columnas
{
    public static string? Texto(this DbDataReader fila, int columna) => fila.IsDBNull(columna) ? null : fila.GetString(columna);

    public static long? Entero(this DbDataReader fila, int columna) => fila.IsDBNull(columna) ? null : fila.GetInt64(columna);

    public static byte[]? Bytes(this DbDataReader fila, int columna) => fila.IsDBNull(columna) ? null : fila.GetFieldValue<byte[]>(columna);
}
