using Prep.Datos;

namespace Prep.Operacion.Tablero;

/// <summary>p50 and p95 of each leg: acopio, digitalización, captura, verificación, publicación. An acta counts in a leg when it has both ends.</summary>
internal static class TramosDeTablero
{
    /// <summary>What ended in the last hour is said apart: the night so far hides what is happening now.</summary>
    private static readonly TimeSpan _reciente = TimeSpan.FromHours(1);

    public static IReadOnlyList<Tramo> De(IEnumerable<(ActaObservada Acta, long? PublicadaEn)> actas, DateTimeOffset hasta)
    {
        (string Nombre, List<long> Todos, List<long> Recientes)[] tramos =
        [
            ("Acopio → digitalización", [], []), ("Digitalización → primera captura", [], []), ("Primera captura → verificación", [], []), ("Verificación → publicación", [], []),
        ];
        var desordenadas = new int[tramos.Length];
        var desde = (hasta - _reciente).AMicros();
        foreach (var (acta, publicada) in actas)
        {
            Medir(0, acta.AcopioEn, acta.PrimeraImagenEn);
            Medir(1, acta.PrimeraImagenEn, acta.PrimeraCapturaEn);
            Medir(2, acta.PrimeraCapturaEn, acta.Capturada?.En);
            Medir(3, acta.Capturada?.En, publicada);
        }

        return [.. tramos.Select((t, i) => new Tramo(t.Nombre, t.Todos.Count, Percentil(t.Todos, 50), Percentil(t.Todos, 95), t.Recientes.Count, Percentil(t.Recientes, 50), Percentil(t.Recientes, 95), desordenadas[i]))];

        void Medir(int tramo, long? inicio, long? fin)
        {
            if (inicio is not { } i || fin is not { } f)
            {
                return;
            }

            if (f < i)
            {
                desordenadas[tramo]++;
                return;
            }

            tramos[tramo].Todos.Add(f - i);
            if (f > desde)
            {
                tramos[tramo].Recientes.Add(f - i);
            }
        }
    }

    /// <summary>Nearest rank: the smallest value that at least so many percent of them do not exceed; zero when there are none.</summary>
    internal static TimeSpan Percentil(List<long> micros, int cual)
    {
        if (micros.Count == 0)
        {
            return TimeSpan.Zero;
        }

        micros.Sort();
        return TimeSpan.FromMicroseconds(micros[(((micros.Count * cual) + 99) / 100) - 1]);
    }
}
