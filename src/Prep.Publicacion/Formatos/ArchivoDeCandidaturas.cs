using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Formatos;

/// <summary>Writes the CANDIDATURAS file: a line per candidature and area, no preamble; PARTIDO_CI is always a vote column.</summary>
/// <remarks>In gubernatura, where every area has the same candidatures, each is written once and without area. Fuente: spec §6.5 y formatos.md.</remarks>
public static class ArchivoDeCandidaturas
{
    public static void Escribir(Formato formato, Proceso proceso, Eleccion eleccion, Stream destino)
    {
        using var csv = new EscritorCsv(destino, formato.Separador, formato.FinDeLinea);
        if (formato.Marca)
        {
            csv.Marca();
        }

        var conArea = formato.Candidaturas.Area && eleccion.Tipo != TipoDeEleccion.Gubernatura;
        csv.Celda(formato.Candidaturas.IdEntidad);
        if (conArea)
        {
            var area = formato.Columnas.First(c => c.Campo == "id_area");
            csv.Celda(eleccion.TipoDeArea == TipoDeArea.Municipio ? area.NombreDeMunicipio ?? area.Nombre : area.Nombre);
        }

        csv.Celda("PARTIDO_CI");
        csv.Celda("CANDIDATURA_PROPIETARIA");
        if (formato.Candidaturas.Suplente)
        {
            csv.Celda("CANDIDATURA_SUPLENTE");
        }

        csv.FinDeLinea();
        var vistas = new HashSet<string>();
        foreach (var area in eleccion.Areas.Where(a => !a.Id.EsSinArea))
        {
            foreach (var candidatura in area.Candidaturas)
            {
                foreach (var partido in PartidosCi(eleccion, candidatura))
                {
                    if (conArea || vistas.Add($"{partido}\n{candidatura.Propietaria}"))
                    {
                        Linea(csv, formato, proceso, conArea ? area.Id.Clave : null, partido, candidatura);
                    }
                }
            }
        }
    }

    // The column of the whole coalition when it has one; else one line per row of the boleta.
    private static IEnumerable<string> PartidosCi(Eleccion eleccion, Candidatura candidatura)
    {
        var filas = candidatura.Contendientes.Select(i => eleccion.Contendientes[i]).ToArray();
        var propias = filas.Where(f => f is not Contendiente.Combinacion).ToArray();
        var entera = filas.OfType<Contendiente.Combinacion>().FirstOrDefault(c => c.Partidos.Count == propias.Length);
        return entera is not null ? [entera.Nombre] : (propias.Length > 0 ? propias : filas).Select(f => f.Nombre);
    }

    private static void Linea(EscritorCsv csv, Formato formato, Proceso proceso, string? area, string partido, Candidatura candidatura)
    {
        csv.Celda(proceso.Entidad.Clave);
        if (area is not null)
        {
            csv.Celda(area);
        }

        csv.Celda(partido);
        csv.Celda(candidatura.Propietaria);
        if (formato.Candidaturas.Suplente)
        {
            csv.Celda(candidatura.Suplente);
        }

        csv.FinDeLinea();
    }
}
