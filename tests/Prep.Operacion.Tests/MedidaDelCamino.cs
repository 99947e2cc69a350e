using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;

namespace Prep.Operacion.Tests;

/// <summary>Not a test of anything: <c>-explicit only</c> prints what each use case costs beside a raw commit of the same run.</summary>
public sealed class MedidaDelCamino(ITestOutputHelper salida)
{
    [Fact(Explicit = true)]
    public async Task Microsegundos_por_caso_de_uso_y_confirmaciones_por_segundo()
    {
        const int cuantas = 2_000;
        await using var a = await AlmacenDePrueba.CrearAsync(ClaseDeProceso.Repeticion, cuantas);
        var valores = AlmacenDePrueba.Valores().Select(Cantidad.DeCodigo).ToArray();
        Dictionary<string, TimeSpan> costos = [];
        var desde = Stopwatch.GetTimestamp();
        for (var i = 0; i < cuantas; i++)
        {
            var id = a.Acta(i);
            var clave = ClaveEscrita.De(a.Proceso.Dip().Actas[i].Casilla);
            await MedirAsync("bolsa", () => RegistrarBolsa.EjecutarAsync(new([new(id)]), a.Como("acopio"), default));
            await MedirAsync("imagen", () => RecibirImagen.EjecutarAsync(
                new(default, Origen.Catd, Medio.Escaner, id, Ajena: CodigoDeIntegridad.De(BitConverter.GetBytes(i))), a.Como("digi"), default));
            foreach (var persona in new[] { "ana", "beto" })
            {
                var turno = await MedirAsync("tomar", () => TomarActa.EjecutarAsync(a.Como(persona), default, id));
                await MedirAsync("capturar " + persona, () => CapturarActa.EjecutarAsync(new(turno.Turno, clave, valores), a.Como(persona), default));
            }
        }

        var segundos = Stopwatch.GetElapsedTime(desde).TotalSeconds;
        foreach (var (nombre, costo) in costos)
        {
            salida.WriteLine($"{nombre}: {costo.TotalMicroseconds / (nombre == "tomar" ? 2 * cuantas : cuantas):0} µs");
        }

        var cruda = Cruda();
        salida.WriteLine($"confirmaciones/s uno a uno: {6 * cuantas / segundos:0}; cruda FULL: {cruda:0}; razón {6 * cuantas / segundos / cruda:0.00}");
        var corte = Stopwatch.GetTimestamp();
        await a.CorteAsync();
        salida.WriteLine($"corte que agrega {cuantas}: {Stopwatch.GetElapsedTime(corte).TotalMilliseconds:0} ms");
        corte = Stopwatch.GetTimestamp();
        await a.CorteAsync();
        salida.WriteLine($"corte que no agrega: {Stopwatch.GetElapsedTime(corte).TotalMilliseconds:0} ms");

        async Task<T> MedirAsync<T>(string nombre, Func<Task<Dominio.Result<T>>> obra)
        {
            var inicio = Stopwatch.GetTimestamp();
            var valor = (await obra()).Debe();
            costos[nombre] = costos.GetValueOrDefault(nombre) + Stopwatch.GetElapsedTime(inicio);
            return valor;
        }
    }

    private static double Cruda()
    {
        var carpeta = Directory.CreateTempSubdirectory("prep-");
        using SqliteConnection conexion = new($"Data Source={Path.Combine(carpeta.FullName, "x.db")};Pooling=false");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a INTEGER, b TEXT)";
        comando.ExecuteNonQuery();
        comando.CommandText = "INSERT INTO t VALUES (1, 'una fila')";
        comando.Prepare();
        var desde = Stopwatch.GetTimestamp();
        for (var i = 0; i < 3_000; i++)
        {
            comando.ExecuteNonQuery();
        }

        var segundos = Stopwatch.GetElapsedTime(desde).TotalSeconds;
        conexion.Close();
        carpeta.Delete(recursive: true);
        return 3_000 / segundos;
    }
}
