using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Simulador.Noches;

/// <summary>Writes the numbers of one paper acta: votes that add up to at most the lista nominal, then the defects of real actas.</summary>
internal static class PapelDeNoche
{
    private static readonly (int Valor, double Peso)[] RepresentantesQueVotaron = [(0, 2122), (1, 747), (2, 858), (3, 641), (4, 506), (5, 310), (6, 163), (7, 70), (8, 26)];

    // Ballots used at an especial, as in 2022: from 81 to all of them.
    private static readonly (double, double)[] VotosDeEspecial = [(0, 0.081), (0.1, 0.153), (0.25, 0.228), (0.5, 0.363), (0.75, 0.641), (0.9, 0.944), (1, 1)];

    public static DatosDeActa Escribir(ActaEsperada acta, AjustesDeEleccion ajustes, double[] pesos, double participacion, OpcionesDeNoche opciones, Suerte suerte)
    {
        var casilla = acta.Casilla;
        var boletas = casilla.Tipo == TipoDeCasilla.Especial ? casilla.BoletasAprobadas ?? ajustes.BoletasDeEspecial : (casilla.ListaNominal ?? 400) + (casilla.Representantes ?? 0);
        var total = casilla.Tipo == TipoDeCasilla.Especial
            ? (int)(boletas * suerte.Curva(VotosDeEspecial))
            : (int)((casilla.ListaNominal ?? 400) * Math.Clamp(participacion + (0.1 * suerte.Normal()), 0.02, 0.98));
        var votos = Repartir(total, pesos, suerte);
        var representantes = Math.Min(suerte.Una(RepresentantesQueVotaron), total);
        if (suerte.Ocurre(opciones.ExcedenElLimite) && LimiteDeVotos.De(casilla, ajustes, Cantidad.Numero(representantes)) is { } limite)
        {
            votos[suerte.Entero(votos.Length - 2)] += limite - votos.Sum() + 1 + suerte.Entero(200);
        }

        var cantidades = votos.Select(Cantidad.Numero).ToArray();
        Ensuciar(cantidades, opciones, suerte);
        var suma = cantidades.Sum(c => c.Suma);
        var asentado = suerte.Ocurre(opciones.TotalAsentadoDistinto) ? Math.Max(0, suma + (suerte.Ocurre(0.5) ? 1 : -1) * (1 + (int)suerte.LogNormal(4, 200))) : suma;
        return casilla.Tipo.EsMesaEspecial()
            ? new(Cantidad.NoAplica, Cantidad.NoAplica, Cantidad.NoAplica, Cantidad.NoAplica, cantidades, Numero(asentado))
            : new(Total(Math.Max(0, boletas - total), suerte), Total(Math.Max(0, total - representantes), suerte), Total(representantes, suerte), Total(total, suerte), cantidades, Numero(asentado));
    }

    // Random rounding of each share; the largest row takes what is left, so that the sum is exact.
    private static int[] Repartir(int total, double[] pesos, Suerte suerte)
    {
        var partes = pesos.Select(p => p * Math.Exp(0.3 * suerte.Normal())).ToArray();
        var suma = partes.Sum();
        var votos = partes.Select(p => (int)((total * p / suma) + suerte.Unidad())).ToArray();
        while (votos.Sum() > total)
        {
            votos[Array.IndexOf(votos, votos.Max())]--;
        }

        votos[Array.IndexOf(partes, partes.Max())] += total - votos.Sum();
        return votos;
    }

    // Blanks fall on rows with few votes, many at once, as real officials leave them; illegible ones fall anywhere.
    private static void Ensuciar(Cantidad[] votos, OpcionesDeNoche opciones, Suerte suerte)
    {
        if (suerte.Ocurre(opciones.ConSoloPalabras))
        {
            var todos = suerte.Una([((int?)0, 0.6), (1, 0.25), (null, 0.15)]);
            for (var i = 0; i < votos.Length; i++)
            {
                votos[i] = (todos ?? i % 2) == 0 ? Cantidad.SinDato : Cantidad.Ilegible;
            }
        }
        else if (suerte.Ocurre(opciones.ConAlgunaPalabra))
        {
            if (suerte.Ocurre(0.15))
            {
                votos[suerte.Entero(votos.Length)] = Cantidad.Ilegible;
            }
            else
            {
                var cuantos = Math.Min(votos.Length - 1, suerte.Ocurre(0.3) ? 1 : 2 + suerte.Entero(Math.Max(1, votos.Length / 2)));
                foreach (var i in Enumerable.Range(0, votos.Length).OrderBy(i => votos[i].Suma).ThenBy(i => i).Take(cuantos).ToList())
                {
                    votos[i] = Cantidad.SinDato;
                }
            }
        }
    }

    private static Cantidad Total(int valor, Suerte suerte) =>
        suerte.Ocurre(0.006) ? Cantidad.SinDato : suerte.Ocurre(0.002) ? Cantidad.Ilegible : Numero(suerte.Ocurre(0.05) ? Math.Max(0, valor + suerte.Entero(7) - 3) : valor);

    private static Cantidad Numero(int valor) => Cantidad.Numero(Math.Min(valor, Cantidad.Maximo));
}
