using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Dominio.Cortes;

namespace Prep.Operacion.Hitos;

/// <summary>A table as it was counted: the exact query and what it gave.</summary>
public sealed record TablaContada(string Tabla, string Consulta, long Cuenta);

/// <summary>A table that is not empty and need not be: how many rows and the SHA-256 of all they say.</summary>
public sealed record TablaAparte(string Tabla, long Cuenta, string Sha256);

/// <summary>Counts every table of a store. The list is that of the model: a new table must be empty until somebody says otherwise here.</summary>
public static class LecturaDeCeros
{
    /// <summary>What exists before the night: who is loaded, configured or registered, not what arrived.</summary>
    public static readonly IReadOnlySet<string> Aparte = new HashSet<string>(StringComparer.Ordinal)
    {
        "proceso", "catalogo", "acta", "configuracion", "hito", "documento", "suceso_de_sitio", "bitacora",
    };

    // Of a table that may have rows, those that it may not have.
    private static readonly Dictionary<string, string> _movidas = new(StringComparer.Ordinal)
    {
        ["acta"] = "estado <> 'Esperada' OR vigente <> 0 OR sin_acta OR imagen IS NOT NULL OR vacantes <> 0 OR cola IS NOT NULL OR papel <> 'Esperado' OR documento <> ''"
            + " OR acopio_en IS NOT NULL OR cotejo <> 0 OR motivo IS NOT NULL OR propuesta_de IS NOT NULL OR eslabones <> 0 OR cadena <> '' OR estado_en IS NOT NULL",
        ["bitacora"] = "acta <> 0",
        ["hito"] = "tipo <> 'Ceros'",
    };

    /// <param name="ceros">The zero corte, when it is already in the database: the one row that is evidence.</param>
    public static IReadOnlyList<(string Tabla, string Consulta)> Consultas(Base @base, CorteId? ceros)
    {
        using var contexto = @base.Contexto();
        return [.. Tablas(contexto.Model).Select(t => t.GetTableName()!).Where(t => !Aparte.Contains(t) || _movidas.ContainsKey(t)).Select(t => (t, Consulta(t, ceros)))];
    }

    /// <summary>The queries as a script that anybody can run again.</summary>
    public static string Guion(IEnumerable<string> consultas) => string.Concat(consultas.Select(c => $"{c};\n"));

    internal static async Task<IReadOnlyList<TablaContada>> ContarAsync(Transaccion tx, CorteId? ceros)
    {
        List<TablaContada> contadas = [];
        foreach (var (tabla, consulta) in Consultas(tx.Base, ceros))
        {
            contadas.Add(new(tabla, consulta, await tx.EscalarAsync<long>(consulta)));
        }

        return contadas;
    }

    internal static async Task<IReadOnlyList<TablaAparte>> ApartarAsync(Transaccion tx)
    {
        using var contexto = tx.Base.Contexto();
        return await ApartarAsync(tx, contexto.Model, Aparte.Contains);
    }

    /// <summary>Hash of the rows in the order of their key: one line each, columns by name, separated by tabs.</summary>
    internal static async Task<IReadOnlyList<TablaAparte>> ApartarAsync(Transaccion tx, IModel modelo, Func<string, bool> cuales)
    {
        List<TablaAparte> vistas = [];
        foreach (var entidad in Tablas(modelo).Where(e => cuales(e.GetTableName()!)))
        {
            var clave = string.Join(", ", entidad.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));
            using var suma = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var filas = await tx.TodosAsync($"SELECT * FROM \"{entidad.GetTableName()}\" ORDER BY {clave}", f =>
            {
                suma.AppendData(Encoding.UTF8.GetBytes(Renglon(f)));
                return 0;
            });
            vistas.Add(new(entidad.GetTableName()!, filas.Count, Convert.ToHexStringLower(suma.GetHashAndReset())));
        }

        return vistas;
    }

    private static string Consulta(string tabla, CorteId? ceros) =>
        _movidas.TryGetValue(tabla, out var movidas) ? $"SELECT COUNT(*) FROM {tabla} WHERE {movidas}"
        : tabla == "corte" && ceros is { } id ? $"SELECT COUNT(*) FROM corte WHERE estado <> 'Abandonado' AND id <> '{id}'"
        : tabla == "corte" ? "SELECT COUNT(*) FROM corte WHERE estado <> 'Abandonado'"
        : $"SELECT COUNT(*) FROM {tabla}";

    private static IEnumerable<IEntityType> Tablas(IModel modelo) =>
        modelo.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null).OrderBy(e => e.GetTableName(), StringComparer.Ordinal);

    private static string Renglon(DbDataReader fila) => string.Join('\t', Enumerable.Range(0, fila.FieldCount).OrderBy(fila.GetName, StringComparer.Ordinal).Select(i => fila.IsDBNull(i) ? "\\N" : fila.GetValue(i) switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        bool b => b ? "1" : "0",
        var valor => Convert.ToString(valor, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal),
    })) + "\n";
}
