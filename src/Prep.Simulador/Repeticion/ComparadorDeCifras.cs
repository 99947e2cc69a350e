using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>Compares the 13 figures and says which rows, for which reason, make a difference.</summary>
public static class ComparadorDeCifras
{
    // A figure's place in the aporte, or the parts of a percentage.
    private static readonly Dictionary<string, Func<Aporte, long>[]> _partes = new()
    {
        ["ACTAS_ESPERADAS"] = [a => a.Esperadas],
        ["ACTAS_REGISTRADAS"] = [a => (long)a.Capturadas + a.Fuera],
        ["ACTAS_FUERA_CATALOGO"] = [a => a.Fuera],
        ["ACTAS_CAPTURADAS"] = [a => a.Capturadas],
        ["PORCENTAJE_ACTAS_CAPTURADAS"] = [a => a.Capturadas, a => a.Esperadas],
        ["ACTAS_CONTABILIZADAS"] = [a => a.Contabilizadas],
        ["PORCENTAJE_ACTAS_CONTABILIZADAS"] = [a => a.Contabilizadas, a => a.Esperadas],
        ["PORCENTAJE_ACTAS_INCONSISTENCIAS"] = [a => a.Inconsistencias, a => a.Esperadas],
        ["ACTAS_NO_CONTABILIZADAS"] = [a => (long)a.Capturadas - a.Contabilizadas],
        ["LISTA_NOMINAL_ACTAS_CONTABILIZADAS"] = [a => a.Lista],
        ["TOTAL_VOTOS_C_CS"] = [a => a.ConEspeciales],
        ["TOTAL_VOTOS_S_CS"] = [a => a.SinEspeciales],
        ["PORCENTAJE_PARTICIPACION_CIUDADANA"] = [a => a.SinEspeciales, a => a.ConEspeciales, a => a.Lista],
    };

    /// <param name="original">Sum over the rows of the original, as it judges them.</param>
    /// <param name="porRazon">Ours minus the original's, by the reason of the rows.</param>
    public static IReadOnlyList<CifraComparada> Comparar(
        Corte corte, CorteDeEleccion nuestra, Encabezado encabezado, Aporte original, IReadOnlyDictionary<Razon, (Aporte Delta, List<string> Actas)> porRazon)
    {
        var nuestras = Resultados.De(nuestra).Estado.Cifras;
        var aporte = Aporte.De(nuestras);
        var suyas = original.ComoCifras(nuestra.Ultimo);
        var comparadas = new List<CifraComparada>();
        for (var i = 0; i < Cifras.Nombres.Count; i++)
        {
            var nombre = Cifras.Nombres[i];
            var valor = nuestras.Valores[i];
            if (!encabezado.Cifras.TryGetValue(nombre, out var publicada) || publicada.Valor is not { } suyo)
            {
                // Nothing there, or a dash, cannot be compared; anything else that is no number is not ours.
                var texto = publicada?.Texto ?? "";
                var nada = Palabras.EsNada(System.Text.Encoding.UTF8.GetBytes(texto));
                comparadas.Add(new(nombre, valor, nada ? "" : texto, nada, []));
                continue;
            }

            var igual = suyo == Diezmilesimas(valor);
            var razones = igual ? [] : Explicar(nombre, nuestra.Ultimo, publicada, Diezmilesimas(valor), Diezmilesimas(suyas.Valores[i]), aporte, original, porRazon);
            comparadas.Add(new(nombre, valor, publicada.Texto, igual, razones));
        }

        return comparadas;
    }

    private static IReadOnlyList<RazonDeCifra> Explicar(
        string nombre, bool ultimo, CifraPublicada cifra, long nuestra, long deSusFilas, Aporte nuestras, Aporte original, IReadOnlyDictionary<Razon, (Aporte Delta, List<string> Actas)> porRazon)
    {
        var publicada = cifra.Valor!.Value;
        // Whatever the header says, our figure must be the original's rows plus the explained differences, to the last vote.
        var esPorcentaje = nombre.StartsWith("PORCENTAJE", StringComparison.Ordinal);
        if (_partes[nombre].Any(parte => parte(nuestras) - parte(original) != porRazon.Values.Sum(p => parte(p.Delta))))
        {
            return [];
        }

        if (esPorcentaje && publicada == nuestra - 1)
        {
            return [new(Razon.FLOTANTE, [])];
        }

        if (esPorcentaje && (Redondeada(cifra, deSusFilas) || PorOtraFormula(nombre, ultimo, original).Any(p => Math.Abs(publicada - p.Diezmilesimas) <= 1 || Redondeada(cifra, p.Diezmilesimas))))
        {
            return [new(Razon.REGLA, [])];
        }

        if (esPorcentaje && Math.Abs(publicada - deSusFilas) > 1)
        {
            return [new(Razon.CONTRADICCION, [])];
        }

        if (!esPorcentaje && publicada != deSusFilas)
        {
            return [new(Razon.CONTRADICCION, [])];
        }

        // The header follows from its own rows: the rows that differ from ours make the difference.
        RazonDeCifra[] deFilas =
        [
            .. porRazon.Where(p => _partes[nombre].Any(parte => parte(p.Value.Delta) != 0))
                .OrderByDescending(p => _partes[nombre].Max(parte => Math.Abs(parte(p.Value.Delta))))
                .Select(p => new RazonDeCifra(p.Key, p.Value.Actas)),
        ];
        return deFilas.Length == 0 && esPorcentaje && Math.Abs(publicada - nuestra) <= 1 ? [new(Razon.FLOTANTE, [])] : deFilas;
    }

    // Fewer decimals than four, cut or rounded; or four, rounded up: the norm truncates at four.
    private static bool Redondeada(CifraPublicada cifra, long exacta)
    {
        var paso = cifra.Decimales switch { 0 => 10_000, 1 => 1_000, 2 => 100, 3 => 10, _ => 1 };
        return paso == 1 ? cifra.Valor == exacta + 1 : cifra.Valor == exacta / paso * paso || cifra.Valor == (exacta + (paso / 2)) / paso * paso;
    }

    // Definitions that other institutes used and the norm does not: the rule makes the difference, not the rows.
    private static IEnumerable<Porcentaje> PorOtraFormula(string nombre, bool ultimo, Aporte a) => nombre switch
    {
        "PORCENTAJE_PARTICIPACION_CIUDADANA" => [Porcentaje.De(ultimo ? a.SinEspeciales : a.ConEspeciales, a.Lista)],
        "PORCENTAJE_ACTAS_INCONSISTENCIAS" =>
        [
            Porcentaje.De(a.SoloExcede, a.Esperadas), Porcentaje.Cero,
            Porcentaje.De((long)a.Capturadas - a.Contabilizadas, a.Esperadas), Porcentaje.De(a.Inconsistencias, a.Capturadas),
            Porcentaje.De((long)a.Inconsistencias + a.SinActa, a.Esperadas), Porcentaje.De((long)a.Inconsistencias - a.SoloExcede, a.Esperadas),
        ],
        "PORCENTAJE_ACTAS_CAPTURADAS" => [Porcentaje.De((long)a.Capturadas + a.Fuera, a.Esperadas)],
        "PORCENTAJE_ACTAS_CONTABILIZADAS" => [Porcentaje.De(a.Contabilizadas, a.Capturadas), Porcentaje.De(a.Contabilizadas, (long)a.Capturadas + a.Fuera)],
        _ => [],
    };

    private static long Diezmilesimas(string valor) => valor.Contains('.', StringComparison.Ordinal)
        ? long.Parse(valor.Replace(".", "", StringComparison.Ordinal))
        : long.Parse(valor) * 10_000;
}
