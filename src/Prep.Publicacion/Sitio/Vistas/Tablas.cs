using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>The tables of votes of each level. Every number is one of <see cref="Resultados"/>; percentages are T4 over the table's total.</summary>
public static class Tablas
{
    /// <summary>As written on the acta: each row of the boleta, no registradas, nulos.</summary>
    public static TablaDeVotos PorFila(Idioma t, Eleccion eleccion, Votacion votos, IReadOnlyList<int>? boleta = null)
    {
        var total = votos.Total;
        var filas = (boleta ?? [.. Enumerable.Range(0, eleccion.Contendientes.Count)])
            .Select(i => Fila(t, eleccion, i, votos.PorContendiente[i], total));
        return ConResto(t, filas, votos, total);
    }

    /// <summary>Coalition votes split among their parties: informative. A partner of a single emblem has no row of its own on the boleta and its part stands here too.</summary>
    public static TablaDeVotos PorPartido(Idioma t, Eleccion eleccion, IReadOnlyList<long> reparto, Votacion votos, IReadOnlyList<int>? boleta = null)
    {
        var total = votos.Total;
        var todas = Enumerable.Range(0, eleccion.Contendientes.Count);
        var filas = (boleta is null ? todas : boleta.Concat(todas.Where(i => reparto[i] > 0 && !boleta.Contains(i))))
            .Where(i => reparto[i] > 0 || eleccion.Contendientes[i] is Contendiente.Partido or Contendiente.Independiente)
            .Select(i => Fila(t, eleccion, i, reparto[i], total))
            .OrderByDescending(f => f.Votos);
        return ConResto(t, filas, votos, total);
    }

    public static TablaDeVotos PorCandidatura(Idioma t, Eleccion eleccion, IReadOnlyList<Candidatura> candidaturas, Votacion votos)
    {
        var total = votos.Total;
        var filas = candidaturas.Select(c =>
        {
            var (titulo, fuerza, suyos) = (Rotulo.Titulo(eleccion, c), Rotulo.Fuerza(eleccion, c), VotosDeCandidatura.De(c, votos));
            return new FilaDeVotos(Rotulo.ClaveDeFuerza(eleccion, c), titulo, titulo == fuerza ? "" : fuerza, suyos, Porcentaje.De(suyos, total), Rotulo.Color(eleccion, c, votos.PorContendiente));
        }).OrderByDescending(f => f.Votos);
        return ConResto(t, filas, votos, total);
    }

    /// <summary>State: the same rows standing together add up over the areas; the person's name stays only when it is one in all.</summary>
    public static TablaDeVotos PorFuerza(Idioma t, Eleccion eleccion, Resultados resultados)
    {
        var votos = resultados.Estado.Votos;
        var total = votos.Total;
        var filas = eleccion.Areas
            .SelectMany(a => a.Candidaturas.Select(c => (Candidatura: c, Votos: VotosDeCandidatura.De(c, resultados.PorArea[a.Id].Votos))))
            .GroupBy(p => Rotulo.ClaveDeFuerza(eleccion, p.Candidatura))
            .Select(g =>
            {
                var fuerza = Rotulo.Fuerza(eleccion, g.First().Candidatura);
                var titulos = g.Select(p => Rotulo.Titulo(eleccion, p.Candidatura)).Distinct().Take(2).ToList();
                var nombre = titulos.Count == 1 && g.Count() == eleccion.Areas.Count ? titulos[0] : fuerza;
                var suyos = g.Sum(p => p.Votos);
                return new FilaDeVotos(g.Key, nombre, nombre == fuerza ? "" : fuerza, suyos, Porcentaje.De(suyos, total), Rotulo.Color(eleccion, g.First().Candidatura, votos.PorContendiente));
            })
            .OrderByDescending(f => f.Votos);
        return ConResto(t, filas, votos, total);
    }

    private static FilaDeVotos Fila(Idioma t, Eleccion eleccion, int i, long votos, long total)
    {
        var contendiente = eleccion.Contendientes[i];
        return new(contendiente.Clave, contendiente.Nombre, Rotulo.Detalle(eleccion, contendiente, t), votos, Porcentaje.De(votos, total), Rotulo.Color(contendiente));
    }

    private static TablaDeVotos ConResto(Idioma t, IEnumerable<FilaDeVotos> filas, Votacion votos, long total) => new(
        [
            .. filas,
            new("", t["comun.noRegistradas"], "", votos.NoRegistradas, Porcentaje.De(votos.NoRegistradas, total), null),
            new("", t["comun.nulos"], "", votos.Nulos, Porcentaje.De(votos.Nulos, total), null),
        ],
        total);
}
