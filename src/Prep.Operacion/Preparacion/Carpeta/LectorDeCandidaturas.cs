using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary><c>candidaturas.csv</c>: who stands in each area and for which rows of its boleta. <c>*</c> is every area.</summary>
internal static class LectorDeCandidaturas
{
    public const string TodasLasAreas = "*";

    public static void Leer(
        EleccionId eleccion, Dictionary<AreaId, AreaLeida> areas, IReadOnlyList<Contendiente> contendientes, Dictionary<string, int> porClave, ArchivosDeCarpeta archivos)
    {
        var tabla = archivos.Tabla($"{eleccion}/candidaturas.csv", ["area", "candidatura", "contendientes"], "propietaria", "suplente");
        if (tabla is null)
        {
            return;
        }

        var porArea = areas.Keys.ToDictionary(a => a, _ => new List<Candidatura>());
        foreach (var fila in tabla.Filas)
        {
            if (Destino(fila, areas) is not { } destinos || fila.Obligatoria("candidatura") is not { } nombre
                || fila.Obligatoria("contendientes") is null || LectorDeEleccion.Posiciones(fila, "contendientes", porClave) is not { } posiciones)
            {
                continue;
            }

            foreach (var area in destinos)
            {
                Agregar(fila, areas[area].Area, porArea[area], new(nombre, posiciones, fila["propietaria"], fila["suplente"]), contendientes);
            }
        }

        foreach (var (id, candidaturas) in porArea)
        {
            var leida = areas[id];
            var libres = leida.Area.Boleta.Contendientes.Except(candidaturas.SelectMany(c => c.Contendientes)).Select(i => contendientes[i].Clave).ToList();
            if (libres.Count > 0)
            {
                leida.Fila.Falta("boleta", "sin_candidatura", $"En el área {id} nadie lleva los votos de {string.Join(", ", libres)}.", "Agregue su candidatura en candidaturas.csv.");
            }

            leida.Area = leida.Area with { Candidaturas = candidaturas };
        }
    }

    private static IReadOnlyList<AreaId>? Destino(FilaCsv fila, Dictionary<AreaId, AreaLeida> areas)
    {
        if (fila["area"] == TodasLasAreas)
        {
            return [.. areas.Keys];
        }

        if (fila.Clave("area", 3) is not { } clave)
        {
            return null;
        }

        if (areas.ContainsKey(new(clave)))
        {
            return [new(clave)];
        }

        fila.Falta("area", "area_desconocida", $"El área {clave} no está en areas.csv.", "Agréguela allí, corrija la clave o escriba * para todas.");
        return null;
    }

    private static void Agregar(FilaCsv fila, Area area, List<Candidatura> candidaturas, Candidatura nueva, IReadOnlyList<Contendiente> contendientes)
    {
        foreach (var ajeno in nueva.Contendientes.Where(i => !area.Boleta.Contendientes.Contains(i)))
        {
            fila.Falta("contendientes", "no_esta_en_la_boleta", $"«{contendientes[ajeno].Clave}» no está en la boleta del área {area.Id}.", "Quítelo o corrija la boleta.");
        }

        foreach (var doble in nueva.Contendientes.Where(i => candidaturas.Any(c => c.Contendientes.Contains(i))))
        {
            fila.Falta("contendientes", "dos_candidaturas", $"«{contendientes[doble].Clave}» ya es de otra candidatura en el área {area.Id}.", "Déjelo en una sola.");
        }

        foreach (var combinacion in nueva.Contendientes.Where(i => contendientes[i] is Contendiente.Combinacion c && c.Partidos.Except(nueva.Contendientes).Any()))
        {
            fila.Falta("contendientes", "combinacion_de_otra_candidatura",
                $"«{contendientes[combinacion].Clave}» suma partidos que no postulan esta candidatura en el área {area.Id}.", "Agregue a sus partidos o quite la combinación.");
        }

        candidaturas.Add(nueva);
    }
}
