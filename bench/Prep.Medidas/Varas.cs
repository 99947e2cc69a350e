using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Prep.Medidas;

/// <summary>The raw work that a figure is compared with, done by the shortest code that a machine allows.</summary>
public static class Varas
{
    /// <summary>Commits per second of SQLite in WAL with synchronous FULL: one insert, one commit, one connection.</summary>
    public static double ConfirmacionesDeSqlite(string carpeta, TimeSpan duracion)
    {
        Directory.CreateDirectory(carpeta);
        var archivo = Path.Combine(carpeta, "vara.db");
        using var conexion = new SqliteConnection($"Data Source={archivo};Pooling=False");
        conexion.Open();
        Ejecutar(conexion, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, v BLOB)");
        using var insertar = conexion.CreateCommand();
        insertar.CommandText = "INSERT INTO t(v) VALUES(randomblob(200))";
        var reloj = Stopwatch.StartNew();
        var hechas = 0;
        while (reloj.Elapsed < duracion)
        {
            insertar.ExecuteNonQuery();
            hechas++;
        }

        return hechas / reloj.Elapsed.TotalSeconds;
    }

    /// <summary>Files per second of a raw writer: write, fsync, rename, fsync of the folder is left to the caller's product too.</summary>
    public static double EscriturasDeArchivos(string carpeta, IReadOnlyList<byte[]> archivos)
    {
        Directory.CreateDirectory(carpeta);
        var reloj = Stopwatch.StartNew();
        for (var i = 0; i < archivos.Count; i++)
        {
            var temporal = Path.Combine(carpeta, $".{i}");
            using (var flujo = new FileStream(temporal, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                flujo.Write(archivos[i]);
                flujo.Flush(flushToDisk: true);
            }

            File.Move(temporal, Path.Combine(carpeta, $"{i}.jpg"), overwrite: true);
        }

        return archivos.Count / reloj.Elapsed.TotalSeconds;
    }

    private static void Ejecutar(SqliteConnection conexion, string sql)
    {
        using var orden = conexion.CreateCommand();
        orden.CommandText = sql;
        orden.ExecuteNonQuery();
    }
}
