using System.Text;
using Prep.Dominio;

namespace Prep.Publicacion.Formatos;

/// <summary>One line of a CANDIDATURAS file.</summary>
/// <param name="Area">Digits of the district or municipality; empty when the file has no such column (gubernatura).</param>
/// <param name="PartidoCi">As written: <c>SUM-PRI-PRD</c>, <c>PAN_PRI_PRD</c>, <c>PAN</c>.</param>
public sealed record CandidaturaLeida(int Linea, string Entidad, string Area, string PartidoCi, string Propietaria, string Suplente)
{
    /// <summary>Without the <c>SUM</c> that Oaxaca and Campeche put before a sum of parties.</summary>
    public string Partidos => Palabras.Columna(PartidoCi) is var n && n.StartsWith("SUM_", StringComparison.Ordinal) ? n[4..] : n;
}

/// <summary>A CANDIDATURAS file of any year: no preamble, names by column, <c>sep=|</c> or not.</summary>
public sealed record CandidaturasLeidas(string Nombre, IReadOnlyList<CandidaturaLeida> Candidaturas)
{
    /// <exception cref="IOException">The file cannot be read now.</exception>
    public static Result<CandidaturasLeidas> Leer(string ruta) => TextoDeArchivo.Leer(ruta).Luego(t => Leer(Path.GetFileName(ruta), t));

    public static Result<CandidaturasLeidas> Leer(string nombre, TextoDeArchivo texto)
    {
        foreach (var separador in ",|;\t"u8)
        {
            var escaner = new Escaner(texto, separador);
            for (var i = 0; i < 10 && escaner.Avanzar(); i++)
            {
                var columnas = Textos(escaner).Select(Palabras.Columna).ToArray();
                var partido = Array.FindIndex(columnas, c => c is "PARTIDO_CI" or "PARTIDO" or "PARTIDO_COALICION" or "PARTIDO_CI_COALICION");
                var propietaria = Array.FindIndex(columnas, c => c.Contains("PROPIETARI", StringComparison.Ordinal) || c is "CANDIDATURA" or "CANDIDATO" or "NOMBRE");
                if (partido >= 0 && propietaria >= 0)
                {
                    return Leer(nombre, escaner, columnas, partido, propietaria);
                }
            }
        }

        return new Rechazo("no_es_de_candidaturas",
            $"{nombre}, línea 1, columna 1: no es un archivo de candidaturas: faltan las columnas PARTIDO_CI y CANDIDATURA_PROPIETARIA.", ClaseDeRechazo.Entrada);
    }

    private static CandidaturasLeidas Leer(string nombre, Escaner escaner, string[] columnas, int partido, int propietaria)
    {
        var entidad = Array.FindIndex(columnas, c => c is "ID_ENTIDAD" or "ID_ESTADO" or "ESTADO" or "ENTIDAD");
        var area = Array.FindIndex(columnas, c => c.StartsWith("ID_DISTRITO", StringComparison.Ordinal) || c.StartsWith("ID_MUNICIPIO", StringComparison.Ordinal)
            || c is "ID_ALCALDIA" or "DISTRITO" or "MUNICIPIO" or "DISTRITO_LOCAL" or "DISTRITO_FEDERAL");
        var suplente = Array.FindIndex(columnas, c => c.Contains("SUPLENTE", StringComparison.Ordinal));
        var lista = new List<CandidaturaLeida>();
        while (escaner.Avanzar())
        {
            string Celda(int i) => i >= 0 && i < escaner.Celdas ? Encoding.UTF8.GetString(Palabras.Clave(escaner[i])).Trim() : "";
            if (Celda(partido).Length > 0)
            {
                lista.Add(new(escaner.Linea, Celda(entidad), Celda(area), Celda(partido), Celda(propietaria), Celda(suplente)));
            }
        }

        return new(nombre, lista);
    }

    private static IEnumerable<string> Textos(Escaner escaner)
    {
        for (var i = 0; i < escaner.Celdas; i++)
        {
            yield return Encoding.UTF8.GetString(escaner[i]);
        }
    }
}
