using Prep.Dominio.Cortes;
using Prep.Publicacion.Paquete;

namespace Prep.Medidas;

/// <summary>A state's cortes, with the publication of a whole night already there and the program warm.</summary>
public static class Cortes
{
    private const int Veces = 5;
    private const int Nuevas = 200;

    public static async Task<IReadOnlyList<Toma>> TomarAsync(CancellationToken ct)
    {
        using var lugar = new Lugar();
        using var clave = ClaveDeFirma.AbrirOCrear(lugar.En("claves"));
        var publicador = new Publicador(lugar.En("publicacion"), clave, TimeProvider.System, new());
        var estado = new Estado(Lugar.Dato("oaxaca-2024"));
        for (var i = 0; i < Estado.CortesDeLaNoche; i++)
        {
            await PublicarAsync(estado.Siguiente());
            await Console.Error.WriteAsync(Console.IsErrorRedirected ? "" : $"\r{i + 1} de {Estado.CortesDeLaNoche} cortes de la noche");
        }

        await Console.Error.WriteLineAsync();

        var (completos, conNuevas, varas) = (new List<Lapso>(), new List<Lapso>(), new List<Lapso>());
        var actas = 0;
        for (var i = 0; i < Veces; i++)
        {
            var (corte, siguiente) = (estado.Completo(), estado.ConNuevas(Nuevas));
            actas = corte.Elecciones.Sum(e => e.Agregadas.Count);
            completos.Add(await Lapso.DeAsync(() => PublicarAsync(corte)));
            conNuevas.Add(await Lapso.DeAsync(() => PublicarAsync(siguiente)));
            await Console.Error.WriteLineAsync($"completo {completos[i]}; con {Nuevas} nuevas {conNuevas[i]}");
            varas.Add(Lapso.De(() => Varas.ArchivosDeUnCorte(lugar.En("vara"), $"{i}", archivos: 4 * actas)));
        }

        var (completo, nueva, vara) = (Lapso.Mediana(completos), Lapso.Mediana(conNuevas), Lapso.Mediana(varas));
        return
        [
            Toma.AloMas("completo", completo.Segundos, "s", 3),
            Toma.AloMas("200_nuevas", nueva.Segundos, "s", 1),
            Toma.Aparte("completo_procesador", completo.Procesador, "s", vara.Procesador, "los mismos archivos escritos a secas, procesador"),
            Toma.Aparte("completo_reloj", completo.Segundos, "s", vara.Segundos, "los mismos archivos escritos a secas y un syncfs, reloj"),
            Toma.Aparte("200_nuevas_procesador", nueva.Procesador, "s", vara.Procesador, "los archivos del completo escritos a secas, procesador"),
            Toma.Aparte("cortes_ya_hechos", Estado.CortesDeLaNoche, "cortes", 72, "una noche de 24 horas"),
            Toma.Aparte("actas_del_completo", actas, "actas", 9400, "un estado"),
        ];

        async Task PublicarAsync(Corte corte)
        {
            var hecho = (await publicador.PublicarAsync(corte, null, ct)).Value;
            if (hecho.Alarmas.Count > 0)
            {
                throw new InvalidOperationException($"Una elección no avanzó: {string.Join(" ", hecho.Alarmas[0].Motivos)}");
            }
        }
    }
}
