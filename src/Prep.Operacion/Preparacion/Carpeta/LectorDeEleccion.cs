using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>The files of one election: columns, boletas, areas, candidatures and expected actas.</summary>
internal static class LectorDeEleccion
{
    public static Eleccion? Leer(CabeceraDeEleccion cabecera, Entidad entidad, Dictionary<string, Municipio> municipios, ArchivosDeCarpeta archivos)
    {
        var antes = archivos.Registro.Faltas.Count;
        var contendientes = LectorDeContendientes.Leer(cabecera.Id, archivos);
        var porClave = contendientes.Select((c, i) => (c.Clave, i)).ToDictionary(p => p.Clave, p => p.i);
        var boletas = LeerBoletas(cabecera.Id, contendientes, porClave, archivos);
        var areas = LeerAreas(cabecera, boletas, archivos);
        LectorDeCandidaturas.Leer(cabecera.Id, areas, contendientes, porClave, archivos);
        var plantillas = LectorDePlantillas.Leer(cabecera.Id, archivos);
        var actas = LectorDeActas.Leer(cabecera, entidad, areas, municipios, archivos);

        return archivos.Registro.Faltas.Count > antes
            ? null
            : new(cabecera.Id, cabecera.Tipo, cabecera.Titulo, cabecera.CodigoDeArchivo, cabecera.Ajustes, contendientes,
                [.. areas.Values.Select(a => a.Area)], actas)
            {
                Plantillas = plantillas,
            };
    }

    private static Dictionary<string, Boleta> LeerBoletas(
        EleccionId eleccion, IReadOnlyList<Contendiente> contendientes, Dictionary<string, int> porClave, ArchivosDeCarpeta archivos)
    {
        var boletas = new Dictionary<string, Boleta>();
        foreach (var fila in archivos.Tabla($"{eleccion}/boletas.csv", ["boleta", "contendientes"])?.Filas ?? [])
        {
            if (fila.Obligatoria("boleta") is not { } id || fila.Obligatoria("contendientes") is null || Posiciones(fila, "contendientes", porClave) is not { } posiciones)
            {
                continue;
            }

            foreach (var ausente in posiciones.SelectMany(p => contendientes[p].Integrantes.Where(i => contendientes[p] is Contendiente.Combinacion && !posiciones.Contains(i))).Distinct())
            {
                fila.Falta("contendientes", "combinacion_sin_partido",
                    $"La boleta «{id}» tiene una combinación de {contendientes[ausente].Clave} pero no a {contendientes[ausente].Clave}.", "Agregue el partido o quite la combinación.");
            }

            if (!boletas.TryAdd(id, new(id, posiciones)))
            {
                fila.Falta("boleta", "boleta_repetida", $"La boleta «{FilaCsv.Corta(id)}» está dos veces.", "Use una clave para cada boleta.");
            }
        }

        return boletas;
    }

    private static Dictionary<AreaId, AreaLeida> LeerAreas(CabeceraDeEleccion cabecera, Dictionary<string, Boleta> boletas, ArchivosDeCarpeta archivos)
    {
        var areas = new Dictionary<AreaId, AreaLeida>();
        foreach (var fila in archivos.Tabla($"{cabecera.Id}/areas.csv", ["area", "nombre", "boleta"])?.Filas ?? [])
        {
            if (fila.Clave("area", 3) is not { } clave || fila.Obligatoria("nombre") is not { } nombre || fila.Obligatoria("boleta") is not { } idBoleta)
            {
                continue;
            }

            var id = new AreaId(clave);
            var tipo = id.EsSinArea ? TipoDeArea.SinArea : cabecera.Tipo == TipoDeEleccion.Ayuntamientos ? TipoDeArea.Municipio : TipoDeArea.Distrito;
            if (!boletas.TryGetValue(idBoleta, out var boleta))
            {
                fila.Falta("boleta", "boleta_desconocida", $"La boleta «{FilaCsv.Corta(idBoleta)}» no está en boletas.csv.", "Descríbala allí o corrija la clave.");
                boleta = new(idBoleta, []);
            }

            if (!areas.TryAdd(id, new(new(id, nombre, tipo, boleta, []), fila)))
            {
                fila.Falta("area", "area_repetida", $"El área {clave} está dos veces.", "Deje un solo renglón por área.");
            }
        }

        return areas;
    }

    /// <summary>Column positions of a cell's keys.</summary>
    /// <returns>Null, with a fault, when one is unknown or repeated.</returns>
    internal static IReadOnlyList<int>? Posiciones(FilaCsv fila, string columna, Dictionary<string, int> porClave)
    {
        var posiciones = new List<int>();
        var bien = true;
        foreach (var clave in fila.Lista(columna))
        {
            if (!porClave.TryGetValue(clave, out var posicion))
            {
                fila.Falta(columna, "contendiente_desconocido", $"«{FilaCsv.Corta(clave)}» no está en contendientes.csv.", "Agréguelo allí o corrija la clave.");
                bien = false;
            }
            else if (posiciones.Contains(posicion))
            {
                fila.Falta(columna, "contendiente_repetido", $"«{clave}» está dos veces en la misma celda.", "Déjelo una sola vez.");
                bien = false;
            }
            else
            {
                posiciones.Add(posicion);
            }
        }

        return bien ? posiciones : null;
    }
}

/// <summary>An area and the row where it was written, to place what is found wrong of it later.</summary>
internal sealed class AreaLeida(Area area, FilaCsv fila)
{
    public Area Area { get; set; } = area;

    public FilaCsv Fila => fila;

    public int Actas { get; set; }
}
