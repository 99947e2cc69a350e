using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>Who stands for whom in an area, from the rows of its boleta: rows that a combination joins are one candidature.</summary>
/// <remarks>Regla L-04. Fuente: spec §4.3 "Por candidatura".</remarks>
internal static class CandidaturasInferidas
{
    /// <param name="leidas">Lines of the CANDIDATURAS file for this area; possibly none.</param>
    public static IReadOnlyList<Candidatura> De(IReadOnlyList<Contendiente> contendientes, IReadOnlyList<int> boleta, IReadOnlyList<CandidaturaLeida> leidas)
    {
        var jefe = boleta.ToDictionary(i => i, i => i);
        int Jefe(int i)
        {
            while (jefe[i] != i)
            {
                i = jefe[i];
            }

            return i;
        }

        void Unir(int a, int b)
        {
            var (x, y) = (Jefe(a), Jefe(b));
            jefe[Math.Max(x, y)] = Math.Min(x, y);
        }

        foreach (var i in boleta)
        {
            foreach (var parte in contendientes[i].Integrantes.Where(jefe.ContainsKey))
            {
                Unir(i, parte);
            }
        }

        var partidos = boleta.Where(i => contendientes[i] is not Contendiente.Combinacion).ToDictionary(i => i, i => Palabras.Columna(contendientes[i].Nombre));
        var nombradas = new List<(CandidaturaLeida Leida, int Contendiente)>();
        foreach (var leida in leidas)
        {
            var exacto = boleta.Where(i => Palabras.Columna(contendientes[i].Nombre) == Palabras.Columna(leida.PartidoCi)).ToArray();
            if (exacto.Length > 0)
            {
                nombradas.Add((leida, exacto[0]));
            }
            else if (ContendientesInferidos.Partes(leida.Partidos, partidos, exigente: false) is { Count: > 0 } partes)
            {
                foreach (var parte in partes.Skip(1))
                {
                    Unir(partes[0], parte);
                }

                nombradas.Add((leida, partes[0]));
            }
        }

        return [.. boleta.GroupBy(Jefe).OrderBy(g => g.Key).Select(g => Candidatura(contendientes, [.. g], nombradas, Jefe))];
    }

    private static Candidatura Candidatura(
        IReadOnlyList<Contendiente> contendientes, IReadOnlyList<int> filas, List<(CandidaturaLeida Leida, int Contendiente)> nombradas, Func<int, int> jefe)
    {
        var propios = filas.Where(i => contendientes[i] is not Contendiente.Combinacion).ToArray();
        var nombre = string.Join('-', (propios.Length > 0 ? propios : filas).Select(i => contendientes[i].Nombre));
        var leida = nombradas.FirstOrDefault(n => jefe(n.Contendiente) == jefe(filas[0]) && n.Leida.Propietaria.Length > 0).Leida;
        return new(nombre, filas, leida?.Propietaria ?? "", leida?.Suplente ?? "");
    }
}
