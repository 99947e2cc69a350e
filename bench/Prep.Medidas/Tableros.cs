using Microsoft.Extensions.DependencyInjection;
using Prep.Datos;
using Prep.Datos.Tests;
using Prep.Operacion.Acopio;
using Prep.Operacion.Http;
using Prep.Operacion.Tablero;

namespace Prep.Medidas;

/// <summary>The tablero over a state of 12,000 actas, eight hours into its night, on both databases: a new reading after a hundred changes, and its page.</summary>
public static class Tableros
{
    private const int Veces = 15;
    private const int Cambios = 100;

    /// <summary>Not counted: the program of a night has been warm for hours.</summary>
    private const int DeCalentar = 40;

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        await using ClusterDePostgres cluster = new();
        return [.. await EnAsync("sqlite", null, ct), .. await EnAsync("postgres", await cluster.NuevaBaseAsync(), ct)];
    }

    private static async Task<IReadOnlyList<Toma>> EnAsync(string nombre, string? postgres, CancellationToken ct)
    {
        using var lugar = new Lugar();
        var hasta = NocheEnTablas.Proceso().Calendario.AperturaEn.AddHours(8);
        RelojFijo reloj = new(hasta);
        await using var almacen = await Almacen.AbrirAsync(new(lugar.En("almacen"), postgres), reloj, ct);
        var pendientes = await NocheEnTablas.LlenarAsync(almacen, reloj, hasta, ct);
        await using var app = ServidorDeMedida.Crear(
            "INTEGRANTE",
            s => s.AddSingleton(AjustesDeTablero.PorOmision with { Cada = TimeSpan.FromHours(1) }).AddOperacion(almacen, reloj).AddPantallas(),
            a => a.MapPantallas());
        await app.StartAsync(ct);
        using var cliente = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using LectorDeTablero lector = new(almacen, reloj, AjustesDeTablero.PorOmision);
        var fria = await Lapso.DeAsync(() => lector.LeerAhoraAsync(ct));
        var (lecturas, paginas, bytes, registradas) = (new List<Lapso>(), new List<Lapso>(), 0L, 0);
        _ = await cliente.GetByteArrayAsync("/tablero", ct);
        for (var vez = 0; vez < Veces + DeCalentar; vez++)
        {
            reloj.Ahora = reloj.Ahora.AddSeconds(10);
            foreach (var grupo in pendientes.Skip(registradas).Take(vez < DeCalentar ? 10 : Cambios).Chunk(10))
            {
                registradas += grupo.Length;
                _ = (await RegistrarBolsa.EjecutarAsync(new([.. grupo.Select(a => new RegistrarBolsa.ActaEnBolsa(a))]), new(new("acopio"), almacen, reloj), ct)).Value;
            }

            var lectura = await Lapso.DeAsync(() => lector.LeerAhoraAsync(ct));
            // The host has a reader of its own whose reading is still fresh: this is drawing and sending alone.
            var pagina = await Lapso.DeAsync(async () => bytes = (await cliente.GetByteArrayAsync("/tablero", ct)).Length);
            if (vez >= DeCalentar)
            {
                lecturas.Add(lectura);
                paginas.Add(pagina);
            }
        }

        var (l, p) = (Lapso.Mediana(lecturas), Lapso.Mediana(paginas));
        return
        [
            Toma.AloMas($"refresco_{nombre}", (l.Segundos + p.Segundos) * 1000, "ms, mediana", 100),
            Toma.Aparte($"lectura_{nombre}", l.Segundos * 1000, "ms, mediana", l.Procesador * 1000, "ms de procesador"),
            Toma.Aparte($"lectura_p95_{nombre}", lecturas.Select(x => x.Segundos).Order().ElementAt(lecturas.Count * 95 / 100) * 1000, "ms", l.Segundos * 1000, "mediana"),
            Toma.Aparte($"pagina_{nombre}", p.Segundos * 1000, "ms, mediana", p.Procesador * 1000, "ms de procesador"),
            Toma.Aparte($"pagina_bytes_{nombre}", bytes / 1000.0, "kB", 1, "kB"),
            Toma.Aparte($"primera_{nombre}", fria.Segundos * 1000, "ms", fria.Procesador * 1000, "ms de procesador"),
        ];
    }
}
