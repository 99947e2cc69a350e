using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>Which candidature has the advantage in an area so far. Nobody has won anything: the results are preliminary.</summary>
/// <param name="Candidaturas">One; several in a tie; none while there are no votes.</param>
/// <param name="Diferencia">Votes over the second place; 0 in a tie.</param>
public sealed record Ventaja(IReadOnlyList<Candidatura> Candidaturas, long Votos, long Diferencia, Porcentaje Porcentaje)
{
    public bool SinDatos => Candidaturas.Count == 0;

    public bool Empate => Candidaturas.Count > 1;

    public static Ventaja De(Area area, Votacion votos)
    {
        var orden = area.Candidaturas.Select(c => (Candidatura: c, Votos: VotosDeCandidatura.De(c, votos))).OrderByDescending(p => p.Votos).ToList();
        if (orden.Count == 0 || orden[0].Votos == 0)
        {
            return new([], 0, 0, Porcentaje.Cero);
        }

        var primeras = orden.Where(p => p.Votos == orden[0].Votos).Select(p => p.Candidatura).ToList();
        var segunda = primeras.Count > 1 ? orden[0].Votos : orden.Count > 1 ? orden[1].Votos : 0;
        return new(primeras, orden[0].Votos, orden[0].Votos - segunda, Porcentaje.De(orden[0].Votos, votos.Total));
    }
}
