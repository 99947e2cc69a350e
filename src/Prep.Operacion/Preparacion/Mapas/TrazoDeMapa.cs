using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>Draws the map of an election from its municipalities: each its own area in ayuntamientos, dissolved into districts in the others.</summary>
internal static class TrazoDeMapa
{
    /// <returns>Null when no area can be drawn.</returns>
    public static Mapa? De(Eleccion eleccion, Geografia geografia)
    {
        if (geografia.Municipios.Count == 0)
        {
            return null;
        }

        var cuadricula = new Cuadricula(geografia);
        var deArea = AreaDeCadaMunicipio(eleccion);
        var piezas = geografia.Municipios.ToLookup(f => deArea.TryGetValue(f.Municipio, out var area) ? area : (AreaId?)null, f => cuadricula.De(f.Contorno));
        var contornos = eleccion.Areas.Where(a => piezas.Contains(a.Id))
            .Select(a => new Contorno(a.Id, TrazoSvg.De(Disolucion.De([.. piezas[a.Id]])))).Where(c => c.Trazo.Length > 0).ToList();

        // Each municipality without casillas on its own: their borders stay.
        var resto = string.Concat(piezas[null].Select(p => TrazoSvg.De(Disolucion.De([p]))));
        return contornos.Count == 0 ? null : new(Cuadricula.Columnas, cuadricula.Alto, contornos, resto);
    }

    /// <summary>Where each municipality is drawn: the district of most of its casillas; the lower key in a draw. One crossed by several is whole in one of them.</summary>
    public static IReadOnlyDictionary<string, AreaId> AreaDeCadaMunicipio(Eleccion eleccion) => eleccion.TipoDeArea == TipoDeArea.Municipio
        ? eleccion.Areas.Where(a => a.Tipo == TipoDeArea.Municipio).ToDictionary(a => a.Id.Clave, a => a.Id)
        : eleccion.Actas.Where(a => a.Casilla.Municipio is not null && !a.Area.EsSinArea)
            .GroupBy(a => a.Casilla.Municipio!.Clave)
            .ToDictionary(g => g.Key, g => g.Select(a => (a.Area, a.Casilla.Clave)).Distinct().GroupBy(a => a.Area)
                .OrderByDescending(a => a.Count()).ThenBy(a => a.Key.Clave, StringComparer.Ordinal).First().Key);
}
