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
        var fronteras = new Dictionary<AreaId, Frontera>();
        var resto = "";
        foreach (var forma in geografia.Municipios)
        {
            if (deArea.TryGetValue(forma.Municipio, out var area))
            {
                fronteras.TryAdd(area, new());
                fronteras[area].Agregar(forma, cuadricula);
            }
            else
            {
                resto += new Frontera().Agregar(forma, cuadricula).Trazo();
            }
        }

        var contornos = eleccion.Areas.Where(a => fronteras.ContainsKey(a.Id))
            .Select(a => new Contorno(a.Id, fronteras[a.Id].Trazo())).Where(c => c.Trazo.Length > 0).ToList();
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
