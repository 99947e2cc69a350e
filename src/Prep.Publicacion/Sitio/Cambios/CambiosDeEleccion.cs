using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio.Cambios;

/// <summary>Votes that a force gained, or lost to a correction.</summary>
public sealed record CambioDeVotos(string Clave, string Nombre, long Votos);

/// <summary>What one area has that the earlier corte had not.</summary>
/// <param name="Antes">Who had the advantage, in words.</param>
/// <param name="CambiaVentaja">Others have it now; an area that had no data does not count as a change.</param>
public sealed record CambioDeArea(Area Area, long Capturadas, long Contabilizadas, IReadOnlyList<CambioDeVotos> Votos, string Antes, string Ahora, bool CambiaVentaja)
{
    public bool Hay => Capturadas != 0 || Contabilizadas != 0 || Votos.Count > 0 || Antes != Ahora;
}

/// <summary>This corte against the earlier one, area by area; the state is their sum.</summary>
public sealed record CambiosDeEleccion(IReadOnlyList<CambioDeArea> Areas, IReadOnlyList<CambioDeVotos> Votos)
{
    public static CambiosDeEleccion De(Idioma t, Eleccion eleccion, Resultados resultados, PublicadoAntes antes)
    {
        var nombres = eleccion.Areas.SelectMany(a => a.Candidaturas).DistinctBy(c => Rotulo.ClaveDeFuerza(eleccion, c))
            .ToDictionary(c => Rotulo.ClaveDeFuerza(eleccion, c), c => Rotulo.Fuerza(eleccion, c), StringComparer.Ordinal);
        var areas = IndiceDeEleccion.De(eleccion).Areas.Select(a => De(t, eleccion, a, resultados.PorArea[a.Id], antes.Areas.GetValueOrDefault(a.Id.Clave), nombres)).ToList();
        return new(
            [.. areas.Where(a => a.Hay)],
            [.. areas.SelectMany(a => a.Votos).GroupBy(v => v.Clave).Select(g => new CambioDeVotos(g.Key, nombres[g.Key], g.Sum(v => v.Votos))).OrderByDescending(v => v.Votos)]);
    }

    private static CambioDeArea De(Idioma t, Eleccion eleccion, Area area, Totales ahora, AreaDeAntes? antes, Dictionary<string, string> nombres)
    {
        var votos = area.Candidaturas.GroupBy(c => Rotulo.ClaveDeFuerza(eleccion, c))
            .Select(g => new CambioDeVotos(g.Key, nombres[g.Key], g.Sum(c => VotosDeCandidatura.De(c, ahora.Votos)) - (antes?.Votos.GetValueOrDefault(g.Key) ?? 0)))
            .Where(v => v.Votos != 0).OrderByDescending(v => v.Votos).ToList();
        List<string> tenian = [.. antes?.Ventaja ?? []];
        List<string> tienen = [.. Ventaja.De(area, ahora.Votos).Candidaturas.Select(c => Rotulo.ClaveDeFuerza(eleccion, c))];
        return new(area, ahora.Cifras.Capturadas - (antes?.Capturadas ?? 0), ahora.Cifras.Contabilizadas - (antes?.Contabilizadas ?? 0), votos,
            EnPalabras(t, tenian, nombres), EnPalabras(t, tienen, nombres), tenian.Count > 0 && !tenian.Order().SequenceEqual(tienen.Order()));
    }

    private static string EnPalabras(Idioma t, List<string> claves, Dictionary<string, string> nombres)
    {
        var suyos = claves.Select(c => nombres.GetValueOrDefault(c, c)).ToList();
        return suyos.Count switch
        {
            0 => t["comun.sinDatos"],
            1 => suyos[0],
            _ => t.Con("comun.empateEntre", ("candidaturas", string.Join(t["comun.y"], suyos))),
        };
    }
}
