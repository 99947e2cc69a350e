using System.Diagnostics;

namespace Prep.Medidas;

/// <summary>What a piece of work took. The processor's time says more than the clock's when others use the machine.</summary>
/// <param name="Segundos">By the clock.</param>
/// <param name="Procesador">Seconds of processor of this process, all its threads.</param>
public readonly record struct Lapso(double Segundos, double Procesador)
{
    public static async Task<Lapso> DeAsync(Func<Task> trabajo)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var reloj = Stopwatch.StartNew();
        await trabajo();
        return new(reloj.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    public static Lapso De(Action trabajo) => DeAsync(() =>
    {
        trabajo();
        return Task.CompletedTask;
    }).Result;

    public static Lapso Mediana(IEnumerable<Lapso> lapsos)
    {
        var todos = lapsos.ToList();
        return new(De(todos.Select(l => l.Segundos)), De(todos.Select(l => l.Procesador)));
    }

    private static double De(IEnumerable<double> valores)
    {
        var ordenados = valores.Order().ToList();
        return ordenados[ordenados.Count / 2];
    }
}
