using System.Diagnostics;
using Prep.Datos;
using Prep.Publicacion.Paquete;
using Prep.Simulador.Repeticion;

namespace Prep.Medidas;

/// <summary>The night of 5 June 2022 in Oaxaca through the use cases, with its cortes, twice in one process, and SQLite alone beside it.</summary>
public static class Repeticion
{
    private const string Archivo = "reales/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv";

    private const string Instantes =
        "2022-06-05T21:20,2022-06-05T23:00,2022-06-06T00:00,2022-06-06T01:00,2022-06-06T02:00,2022-06-06T04:00,2022-06-06T06:00,2022-06-06T09:00,2022-06-06T15:00";

    private static readonly TimeSpan DeVara = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        var varas = new List<double>();
        var primera = await NocheAsync(varas, ct);
        var alTerminar = MemoriaDeLaNoche.Viva();
        var segunda = await NocheAsync(varas, ct);
        var vara = varas.Order().ElementAt(varas.Count / 2);
        return
        [
            Toma.AlMenos("confirmaciones", primera.Confirmaciones / primera.Captura, "por s", vara, "SQLite FULL a secas, mediana de antes, durante y después", 0.2),
            Toma.Aparte("con_cortes", primera.Confirmaciones / primera.Todo, "por s", vara, "SQLite FULL a secas; los cortes dentro del tiempo"),
            Toma.AloMas("pico", primera.Pico, "MB", 500),
            Toma.AloMas("pico_segunda_noche", segunda.Pico, "MB", 1.1 * primera.Pico),
            .. primera.Memoria.Tomas(),
            Toma.Aparte("viva_tras_la_segunda", MemoriaDeLaNoche.Viva(), "MB", alTerminar, "tras la primera; ninguna noche se conserva"),
            Toma.Aparte("noche", primera.Todo, "s", primera.Procesador, "segundos de procesador"),
            Toma.Aparte("inexplicadas", primera.Inexplicadas + segunda.Inexplicadas, "renglones", 1, "una"),
        ];
    }

    private static async Task<Noche> NocheAsync(List<double> varas, CancellationToken ct)
    {
        Maquina.OlvidarPico();
        using var lugar = new Lugar();
        var plan = LecturaDePlan.Leer(new(Lugar.Dato(Archivo), null, null, Instantes, [], Ultimo: false), []).Value;
        var memoria = new MemoriaDeLaNoche();
        var (captura, todo) = (new Stopwatch(), new Stopwatch());
        Vara();
        await using var almacen = await Almacen.AbrirAsync(new(lugar.En("almacen")), TimeProvider.System, ct);
        using var clave = ClaveDeFirma.AbrirOCrear(lugar.En("claves"));
        var publicador = new Publicador(lugar.En("publicacion"), clave, TimeProvider.System, new());
        var cpu = Environment.CpuUsage.TotalTime;
        todo.Start();
        captura.Start();
        var resultado = (await new Repetidor(almacen, publicador, lugar.En("publicacion"), _ => null, Avisar).EjecutarAsync(plan, ct)).Value;
        captura.Stop();
        todo.Stop();
        memoria.Mirar();
        var procesador = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var pico = Maquina.PicoEnMegas();
        Vara();
        await memoria.ExplicarAsync(almacen, [.. resultado.Cortes.Select(c => c.Corte.Id)], ct);
        return new(resultado.Confirmaciones, captura.Elapsed.TotalSeconds, todo.Elapsed.TotalSeconds, procesador, pico, memoria, resultado.Inexplicadas);

        void Vara() => varas.Add(Varas.ConfirmacionesDeSqlite(lugar.En("vara"), DeVara));

        // A pause before each corte: the yardstick is taken and memory is looked at while nobody works.
        void Avisar(int hechos, int total, string que)
        {
            if (que == "captura")
            {
                if (!captura.IsRunning)
                {
                    captura.Start();
                }

                return;
            }

            captura.Stop();
            todo.Stop();
            Vara();
            memoria.Mirar();
            todo.Start();
        }
    }

    private sealed record Noche(long Confirmaciones, double Captura, double Todo, double Procesador, double Pico, MemoriaDeLaNoche Memoria, int Inexplicadas);
}
