using Prep.Dominio.Catalogo;
using Prep.Operacion.Captura;

namespace Prep.Operacion.Tablero;

/// <summary>How often blind captures of verified actas differ: by field of the acta and by site of the captor. Never what they say.</summary>
internal static class DiscrepanciasDeTablero
{
    public static IReadOnlyList<DiscrepanciaDeCampo> PorCampo(IReadOnlyList<CalculoDeTablero.Observada> actas)
    {
        // By boleta first: thousands of actas share a few.
        var porBoleta = new Dictionary<(Eleccion Eleccion, Boleta Boleta), (int Comparadas, int[] Difieren)>();
        foreach (var a in actas.Where(a => a.Fila.Comparaciones.Count > 0))
        {
            (Eleccion, Boleta Boleta) clave = (a.Eleccion, a.Eleccion.Boleta(a.Acta.Id));
            var (comparadas, difieren) = porBoleta.TryGetValue(clave, out var cuenta) ? cuenta : (0, new int[clave.Boleta.CamposDeVotos + 5]);
            foreach (var comparacion in a.Fila.Comparaciones)
            {
                comparadas++;
                foreach (var campo in comparacion.Difieren)
                {
                    difieren[campo]++;
                }
            }

            porBoleta[clave] = (comparadas, difieren);
        }

        return
        [
            .. porBoleta.SelectMany(b => b.Value.Difieren.Select((d, i) => (b.Key.Eleccion, Campo: TomarActa.Nombre(b.Key.Eleccion, b.Key.Boleta, i), b.Value.Comparadas, Difieren: d)))
                .GroupBy(c => (c.Eleccion.Id, c.Campo))
                .Select(g => new DiscrepanciaDeCampo(g.Key.Id, g.Key.Campo, g.Sum(c => c.Comparadas), g.Sum(c => c.Difieren))),
        ];
    }

    public static IReadOnlyList<DiscrepanciaDeSitio> PorSitio(IReadOnlyList<CalculoDeTablero.Observada> actas)
    {
        var sitios = new SortedDictionary<string, DiscrepanciaDeSitio>(StringComparer.Ordinal);
        foreach (var comparacion in actas.SelectMany(a => a.Fila.Comparaciones))
        {
            foreach (var lado in new[] { comparacion.Primera, comparacion.Segunda })
            {
                var hasta = sitios.GetValueOrDefault(lado.Sitio) ?? new(lado.Sitio, 0, 0, 0, 0);
                sitios[lado.Sitio] = new(lado.Sitio, hasta.Capturas + 1, hasta.ConError + (lado.Corregidos > 0 ? 1 : 0), hasta.Campos + comparacion.Campos, hasta.Corregidos + lado.Corregidos);
            }
        }

        return [.. sitios.Values];
    }
}
