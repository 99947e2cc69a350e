using System.Collections.Concurrent;
using System.Diagnostics;
using Prep.Datos;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion;
using Prep.Operacion.Captura;
using Prep.Operacion.Digitalizacion;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Simulador.Repeticion;

namespace Prep.Medidas;

/// <summary>Two hundred captors on PostgreSQL with the whole state waiting: how long the next acta takes, counted from the moment it should have been asked.</summary>
public static class Captores
{
    private const int Cuantos = 200;
    private const int Sitios = 20;
    private static readonly TimeSpan _vuelta = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _calentamiento = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _duracion = TimeSpan.FromSeconds(70);

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        await using ClusterDePostgres cluster = new() { ConDisco = true };
        var proceso = LectorDeCarpeta.Leer(Lugar.Dato("oaxaca-2024")).Resultado.Value;
        var reloj = new RelojDeRepeticion(proceso.Calendario.AperturaEn.AddHours(2));
        await using var almacen = await Almacen.AbrirAsync(new(lugar.En("almacen"), await cluster.NuevaBaseAsync()), reloj, ct);
        _ = (await CargarProceso.EjecutarAsync(proceso, new(new("medida"), almacen, reloj), ct)).Value;
        await EncolarAsync(almacen, proceso, reloj, ct);

        var (siguiente, entrega, fallas) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var inicio = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Cuantos).Select(i => Task.Run(() => TrabajarAsync(i), ct)));

        await using var db = almacen.Base.Contexto();
        var capturas = db.Capturas.Select(c => new { c.Acta, c.Version, c.Persona }).ToList();
        var repetidas = capturas.GroupBy(c => (c.Acta, c.Version)).Count(g => g.Count() > 2 || g.DistinctBy(c => c.Persona).Count() != g.Count());
        var deUnSitio = db.Turnos.Where(t => t.EntregadoEn != null).ToList().GroupBy(t => t.Acta).Where(g => g.Count() == 2).ToList();
        foreach (var falla in fallas.Distinct().Take(5))
        {
            await Console.Error.WriteLineAsync($"   {falla}");
        }

        return
        [
            Toma.AloMas("siguiente_p95", Percentil(siguiente, 95), "ms", 50),
            Toma.Aparte("siguiente_p50", Percentil(siguiente, 50), "ms", siguiente.Count, "tomas"),
            Toma.Aparte("entrega_p95", Percentil(entrega, 95), "ms", entrega.Count, "entregas"),
            Toma.AloMas("dos_veces_en_una_ronda", repetidas + fallas.Count, "actas y rechazos", 0.5),
            Toma.Aparte("segunda_de_otro_sitio", deUnSitio.Count(g => g.DistinctBy(t => t.Sitio).Count() == 2), "actas", Math.Max(1, deUnSitio.Count), "con dos capturas"),
        ];

        async Task TrabajarAsync(int i)
        {
            var yo = new Contexto(new($"captor-{i:000}"), almacen, reloj) { Sitio = $"CATD-{i % Sitios:00}" };
            for (var debida = _vuelta * (i / (double)Cuantos); debida < _duracion; debida += _vuelta)
            {
                await EsperarAsync(debida);
                var tomada = await TomarActa.EjecutarAsync(yo, ct);
                Anotar(siguiente, debida);
                if (!tomada.IsOk)
                {
                    fallas.Add($"tomar: {tomada.Rechazo.Codigo}");
                    continue;
                }

                _ = await VerImagen.DelTurnoAsync(tomada.Value.Turno, yo, ct);
                var fila = (await almacen.Base.LeerAsync(tx => Datos.Filas.TurnoFila.LeerSinBloqueoAsync(tx, tomada.Value.Turno), ct))!;
                var clave = ClaveEscrita.De(almacen.Catalogo!.Acta(fila.Acta)!.Value.Acta.Casilla);
                await EsperarAsync(debida + (_vuelta * 0.8));
                var entregada = await CapturarActa.EjecutarAsync(new(tomada.Value.Turno, clave, [.. tomada.Value.Campos.Select(c => Cantidad.Numero(c.Campo))]), yo, ct);
                Anotar(entrega, debida + (_vuelta * 0.8));
                if (!entregada.IsOk)
                {
                    fallas.Add($"entregar: {entregada.Rechazo.Codigo}");
                }
            }
        }

        async Task EsperarAsync(TimeSpan hasta)
        {
            var falta = hasta - inicio.Elapsed;
            if (falta > TimeSpan.Zero)
            {
                await Task.Delay(falta, ct);
            }
        }

        void Anotar(ConcurrentBag<double> tiempos, TimeSpan debida)
        {
            if (debida > _calentamiento)
            {
                tiempos.Add((inicio.Elapsed - debida).TotalMilliseconds);
            }
        }
    }

    // Every acta of the state waits, as after a long silence: the worst queue there can be.
    private static Task EncolarAsync(Almacen almacen, Proceso proceso, TimeProvider reloj, CancellationToken ct) => Parallel.ForEachAsync(
        proceso.Elecciones.SelectMany(e => e.Actas).Select((a, i) => (a.Id, i)),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct },
        async (par, cancelado) => _ = (await RecibirImagen.EjecutarAsync(
            new(Recepcion.Imagen(par.i, 4096), Origen.Casilla, Medio.Movil, par.Id, Documento: TiposDeDocumento.ActaPrep), new(new("cae"), almacen, reloj), cancelado)).Value);

    private static double Percentil(IReadOnlyCollection<double> valores, int percentil) =>
        valores.Order().ElementAt(Math.Min(valores.Count - 1, valores.Count * percentil / 100));
}
