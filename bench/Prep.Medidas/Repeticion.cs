using System.Diagnostics;
using Prep.Datos;
using Prep.Publicacion.Paquete;
using Prep.Simulador.Repeticion;

namespace Prep.Medidas;

/// <summary>The night of 5 June 2022 in Oaxaca through the use cases, with its cortes, and SQLite alone beside it.</summary>
public static class Repeticion
{
    private const string Archivo = "reales/20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv";

    private const string Instantes =
        "2022-06-05T21:20,2022-06-05T23:00,2022-06-06T00:00,2022-06-06T01:00,2022-06-06T02:00,2022-06-06T04:00,2022-06-06T06:00,2022-06-06T09:00,2022-06-06T15:00";

    private static readonly TimeSpan DeVara = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        var plan = LecturaDePlan.Leer(new(Lugar.Dato(Archivo), null, null, Instantes, [], Ultimo: false), []).Value;
        var varas = new List<double>();
        var memoria = new List<(double Parte, double Viva, double Residente)>();
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
        var procesador = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var pico = Maquina.PicoEnMegas();
        Vara();

        var vara = varas.Order().ElementAt(varas.Count / 2);
        var (primero, ultimo) = (En(1.0 / 3), En(1));
        return
        [
            Toma.AlMenos("confirmaciones", resultado.Confirmaciones / captura.Elapsed.TotalSeconds, "por s", vara, "SQLite FULL a secas, mediana de antes, durante y después", 0.2),
            Toma.Aparte("con_cortes", resultado.Confirmaciones / todo.Elapsed.TotalSeconds, "por s", vara, "SQLite FULL a secas; los cortes dentro del tiempo"),
            Toma.AloMas("pico", pico, "MB", 500),
            Toma.AloMas("crecimiento_residente", ultimo.Residente - primero.Residente, "MB", 100),
            Toma.Aparte("memoria_viva", ultimo.Viva, "MB", primero.Viva, "la del primer tercio"),
            Toma.Aparte("noche", todo.Elapsed.TotalSeconds, "s", procesador, "segundos de procesador"),
            Toma.Aparte("inexplicadas", resultado.Inexplicadas, "renglones", 1, "una"),
        ];

        (double Parte, double Viva, double Residente) En(double parte) => memoria.LastOrDefault(m => m.Parte <= parte, memoria[0]);

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
            memoria.Add(((double)hechos / total, GC.GetTotalMemory(forceFullCollection: true) / 1e6, Environment.WorkingSet / 1e6));
            todo.Start();
        }
    }
}
