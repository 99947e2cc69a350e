using System.Diagnostics;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Fallas;

/// <summary>The program that is killed: follows a seeded night from where the publication on disk is, one corte after another.</summary>
public static class Publicante
{
    public const int NuevasPorCorte = 5;

    /// <returns>0 done; 3 the disk failed, with its sentence on the error output.</returns>
    public static async Task<int> CorrerAsync(string carpeta, int cuantos)
    {
        var publicacion = Path.Combine(carpeta, "publicacion");
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, new());
        try
        {
            var reparada = publicador.Reparar().Value;
            Console.WriteLine($"reparada {reparada.Barridos.Count}");
            var noche = Noche();
            for (var numero = 1; cuantos > 0; numero++)
            {
                var corte = noche.Corte(numero, NuevasPorCorte);
                if (string.CompareOrdinal(corte.Id.Valor, reparada.Corte ?? "") <= 0)
                {
                    continue;
                }

                _ = (await publicador.PublicarAsync(corte, noche.Fuente, CancellationToken.None)).Value;
                Console.WriteLine($"corte {corte.Id}");
                cuantos--;
            }

            return 0;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 3;
        }
    }

    /// <summary>A state: 9,400 actas in the first corte, then 200 more in each.</summary>
    public static async Task<int> MedirAsync(string carpeta, int cortes)
    {
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta, "claves"));
        var publicador = new Publicador(Path.Combine(carpeta, "publicacion"), clave, TimeProvider.System, new());
        var noche = new NocheSintetica(distritos: 25, casillasPorDistrito: 188);
        for (var numero = 1; numero <= cortes; numero++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var publicado = (await publicador.PublicarAsync(noche.Corte(numero, numero == 1 ? 4_700 : 100), null, CancellationToken.None)).Value;
            Console.WriteLine($"{publicado.Id} {publicado.Agregadas} {publicado.Duracion.TotalMilliseconds:0} ms, procesador {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0} ms, {Environment.WorkingSet >> 20} MiB");
        }

        for (var vez = 0; vez < 3; vez++)
        {
            var (reloj, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var informe = Comprobador.Comprobar(Path.Combine(carpeta, "publicacion"), new(), CancellationToken.None).Value;
            Console.WriteLine($"comprobar {informe.Resultado} {informe.Revisado["archivos"]} archivos {reloj.ElapsedMilliseconds} ms, procesador {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0} ms");
        }

        return 0;
    }

    public static NocheSintetica Noche() => new(distritos: 2, casillasPorDistrito: 40, conImagenes: true);
}
