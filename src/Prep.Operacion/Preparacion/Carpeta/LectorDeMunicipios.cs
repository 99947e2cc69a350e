using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <param name="SistemasNormativos">Those whose ayuntamiento is not elected by parties, with the row that says so, by key.</param>
internal sealed record MunicipiosLeidos(Dictionary<string, Municipio> PorClave, IReadOnlyList<(Municipio Municipio, FilaCsv Fila)> SistemasNormativos);

/// <summary><c>municipios.csv</c>: the institute's numbering and names, and how each one elects its ayuntamiento.</summary>
internal static class LectorDeMunicipios
{
    public const string Archivo = "municipios.csv";

    /// <summary>Words of <c>regimen</c>: whether it is by Sistema Normativo Indígena.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Regimenes = new Dictionary<string, bool> { ["partidos"] = false, ["sni"] = true };

    public static MunicipiosLeidos Leer(ArchivosDeCarpeta archivos)
    {
        var municipios = new Dictionary<string, Municipio>();
        var sistemas = new List<(Municipio Municipio, FilaCsv Fila)>();
        foreach (var fila in archivos.Tabla(Archivo, ["municipio", "nombre"], "regimen")?.Filas ?? [])
        {
            var regimen = fila.Palabra("regimen", Regimenes, false);
            if (fila.Clave("municipio", 3) is not { } clave || fila.Obligatoria("nombre") is not { } nombre)
            {
                continue;
            }

            if (!municipios.TryAdd(clave, new(clave, nombre)))
            {
                fila.Falta("municipio", "municipio_repetido", $"El municipio {clave} está dos veces.", "Deje un solo renglón por municipio.");
            }
            else if (regimen == true)
            {
                sistemas.Add((municipios[clave], fila));
            }
        }

        return new(municipios, [.. sistemas.OrderBy(s => s.Municipio.Clave, StringComparer.Ordinal)]);
    }

    /// <summary>A municipality elects its ayuntamiento in one way only.</summary>
    public static void Confrontar(MunicipiosLeidos municipios, IEnumerable<Eleccion> elecciones)
    {
        var porPartidos = elecciones.Where(e => e.TipoDeArea == TipoDeArea.Municipio).SelectMany(e => e.Areas).Select(a => a.Id.Clave).ToHashSet();
        foreach (var (municipio, fila) in municipios.SistemasNormativos.Where(s => porPartidos.Contains(s.Municipio.Clave)))
        {
            fila.Falta("regimen", "municipio_con_dos_regimenes", $"El municipio {municipio.Clave} está como «sni» y también entre las áreas de ayuntamientos.",
                "Deje vacío su régimen, o quítelo de areas.csv.");
        }
    }
}
