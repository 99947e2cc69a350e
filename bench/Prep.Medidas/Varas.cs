using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Prep.Publicacion;

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

    /// <summary>Files per second of a raw writer, one after another: write, fsync, rename, fsync of the folder.</summary>
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
            Disco.SincronizarCarpeta(carpeta);
        }

        return archivos.Count / reloj.Elapsed.TotalSeconds;
    }

    /// <summary>As many files of 2 KB as a corte writes, in folders of 500, and one syncfs: no page drawn, nothing compressed.</summary>
    public static void ArchivosDeUnCorte(string carpeta, string vez, int archivos)
    {
        var bytes = new byte[2048];
        for (var i = 0; i < archivos; i++)
        {
            var esta = Path.Combine(carpeta, vez, $"{i / 500}");
            if (i % 500 == 0)
            {
                Directory.CreateDirectory(esta);
            }

            Disco.Escribir(Path.Combine(esta, $"{i}.html"), bytes);
        }

        Disco.SincronizarTodo(carpeta);
    }

    /// <summary>What <c>openssl dgst -sha256</c> takes for some files, each read several times so that the system's clock of 10 ms can tell.</summary>
    public static Lapso Openssl(IReadOnlyList<string> archivos)
    {
        const int Veces = 4;
        var antes = Maquina.ProcesadorDeHijos();
        var reloj = Stopwatch.StartNew();
        using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", .. Enumerable.Repeat(archivos, Veces).SelectMany(a => a)]) { RedirectStandardOutput = true })!;
        openssl.StandardOutput.ReadToEnd();
        openssl.WaitForExit();
        return new(reloj.Elapsed.TotalSeconds / Veces, (Maquina.ProcesadorDeHijos() - antes) / Veces);
    }

    private static void Ejecutar(SqliteConnection conexion, string sql)
    {
        using var orden = conexion.CreateCommand();
        orden.CommandText = sql;
        orden.ExecuteNonQuery();
    }
}
