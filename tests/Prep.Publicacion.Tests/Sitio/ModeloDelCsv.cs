using System.Globalization;
using System.Numerics;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>A second model of one election in one corte: from the CSV that the public downloads and the names of the catalogue, sharing no sum with the product.</summary>
internal sealed class ModeloDelCsv
{
    public ModeloDelCsv(string csv, Eleccion eleccion, bool ultimo)
    {
        (Eleccion, Ultimo) = (eleccion, ultimo);
        var lineas = csv.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).ToList();
        var inicio = lineas.FindIndex(l => l.StartsWith("CLAVE_CASILLA", StringComparison.Ordinal));
        var columnas = lineas[inicio].Split(',');
        var municipios = eleccion.Actas.ToDictionary(a => a.Id.ClaveActa, a => a.Casilla.Municipio?.Clave ?? "");
        var filas = lineas.Skip(inicio + 1).Select(l => columnas.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second.TrimStart('\'')))
            .ToLookup(f => f["OBSERVACIONES"].StartsWith("FUERA", StringComparison.Ordinal));
        Filas = [.. filas[false].Select(f => new Fila(f, f[columnas.Single(c => c.StartsWith("ID_DISTRITO", StringComparison.Ordinal) || c.StartsWith("ID_MUNICIPIO", StringComparison.Ordinal))], municipios[f["CLAVE_ACTA"]]))];
        Fuera = filas[true].Count();
    }

    public Eleccion Eleccion { get; }

    public bool Ultimo { get; }

    public IReadOnlyList<Fila> Filas { get; }

    public int Fuera { get; }

    /// <summary>Truncated to four decimals by whole numbers.</summary>
    public static string Porcentaje(long parte, long todo)
    {
        var millonesimas = todo == 0 ? 0 : (long)(new BigInteger(parte) * 1_000_000 / todo);
        return $"{millonesimas / 10_000}.{millonesimas % 10_000:0000}";
    }

    public string[] Cifras(IReadOnlyList<Fila> filas, bool estado)
    {
        var (capturadas, si, no) = (filas.Count(f => f["CONTABILIZADA"] is "0" or "1"), filas.Count(f => f.Cuenta), filas.Count(f => f["CONTABILIZADA"] == "0"));
        var inconsistencias = filas.Count(f => f["OBSERVACIONES"].Contains("EXCEDE", StringComparison.Ordinal) || f["OBSERVACIONES"].Contains("ILEGIBLE", StringComparison.Ordinal));
        var lista = filas.Where(f => f.Cuenta).Sum(f => f.Numero("LISTA_NOMINAL"));
        var con = filas.Where(f => f.Cuenta).Sum(f => f.Votos(Eleccion));
        var sin = filas.Where(f => f.Cuenta && f["TIPO_CASILLA"] != "S").Sum(f => f.Votos(Eleccion));
        var fuera = estado ? Fuera : 0;
        return
        [
            $"{filas.Count}", $"{capturadas + fuera}", $"{fuera}", $"{capturadas}", Porcentaje(capturadas, filas.Count), $"{si}", Porcentaje(si, filas.Count), Porcentaje(inconsistencias, filas.Count),
            $"{no}", $"{lista}", $"{con}", $"{sin}", Porcentaje(Ultimo ? con : sin, lista),
        ];
    }

    /// <summary>Votes of a column of the boleta over the counted rows.</summary>
    public static long Columna(IEnumerable<Fila> filas, string columna) => filas.Where(f => f.Cuenta).Sum(f => f.Numero(columna));

    public long Total(IEnumerable<Fila> filas) => filas.Where(f => f.Cuenta).Sum(f => f.Votos(Eleccion));

    /// <summary>Votes of each candidature of an area, with the name of who stands first.</summary>
    public IReadOnlyList<long> Candidaturas(Area area) =>
        [.. area.Candidaturas.Select(c => c.Contendientes.Sum(i => Columna(DeArea(area), Eleccion.Contendientes[i].Nombre))).OrderDescending()];

    public IReadOnlyList<long> Fuerzas() =>
    [
        .. Eleccion.Areas.SelectMany(a => a.Candidaturas.Select(c => (Clave: string.Join('+', c.Contendientes.Where(i => Eleccion.Contendientes[i] is not Contendiente.Combinacion)),
                Votos: c.Contendientes.Sum(i => Columna(DeArea(a), Eleccion.Contendientes[i].Nombre)))))
            .GroupBy(c => c.Clave).Select(g => g.Sum(c => c.Votos)).OrderDescending(),
    ];

    /// <summary>Coalitions split in an area: equal parts, one more vote to the most voted while any is left.</summary>
    public Dictionary<string, long> Partidos(IEnumerable<Area> areas)
    {
        var partidos = Eleccion.Contendientes.Where(c => c is not Contendiente.Combinacion).ToDictionary(c => c.Nombre, _ => 0L);
        foreach (var area in areas)
        {
            var propios = partidos.Keys.ToDictionary(p => p, p => Columna(DeArea(area), p));
            foreach (var combinacion in Eleccion.Contendientes.OfType<Contendiente.Combinacion>())
            {
                var (votos, socios) = (Columna(DeArea(area), combinacion.Nombre), combinacion.Partidos.Select(i => Eleccion.Contendientes[i].Nombre).ToList());
                var orden = socios.OrderByDescending(s => propios[s]).ThenBy(socios.IndexOf).ToList();
                for (var i = 0; i < orden.Count; i++)
                {
                    partidos[orden[i]] += votos / orden.Count + (i < votos % orden.Count ? 1 : 0);
                }
            }

            foreach (var (partido, votos) in propios)
            {
                partidos[partido] += votos;
            }
        }

        return partidos;
    }

    public IReadOnlyList<Fila> DeArea(Area area) => [.. Filas.Where(f => f.Area == area.Id.Clave)];

    /// <summary>One row of the file.</summary>
    internal sealed record Fila(IReadOnlyDictionary<string, string> Celdas, string Area, string Municipio)
    {
        public bool Cuenta => this["CONTABILIZADA"] == "1";

        public string this[string columna] => Celdas[columna];

        public long Numero(string columna) => long.TryParse(this[columna], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

        public long Votos(Eleccion eleccion) => eleccion.Contendientes.Select(c => c.Nombre).Concat(["NO_REGISTRADAS", "NULOS"]).Sum(Numero);
    }
}
