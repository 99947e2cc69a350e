using System.Globalization;
using System.Numerics;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>A second model of one election in one corte: from the CSV that the public downloads and the names of the catalogue, sharing no sum with the product.</summary>
internal sealed class ModeloDelCsv
{
    private readonly ILookup<string, Fila> _porArea;
    private readonly ILookup<string, Fila> _porMunicipio;
    private readonly ILookup<(string, string), Fila> _porSeccion;
    private readonly Dictionary<string, Fila> _porNombre;
    private readonly Dictionary<string, string[]> _cifras = [];

    public ModeloDelCsv(string csv, Eleccion eleccion, bool ultimo)
    {
        (Eleccion, Ultimo) = (eleccion, ultimo);
        var lineas = csv.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).ToList();
        var inicio = lineas.FindIndex(l => l.StartsWith("CLAVE_CASILLA", StringComparison.Ordinal));
        var columnas = Partir(lineas[inicio]);
        NoRegistradas = columnas.Single(c => c.StartsWith("NO_REGISTRAD", StringComparison.Ordinal));
        var deArea = columnas.Single(c => c.StartsWith("ID_DISTRITO", StringComparison.Ordinal) || c.StartsWith("ID_MUNICIPIO", StringComparison.Ordinal));
        var lugares = eleccion.Actas.Select((a, i) => (a.Id.Nombre, i)).ToDictionary(p => p.Nombre, p => p.i);
        var veces = new Dictionary<string, int>();
        List<Fila> filas = [], fuera = [];
        foreach (var celdas in lineas.Skip(inicio + 1).Select(l => columnas.Zip(Partir(l)).ToDictionary(p => p.First, p => p.Second.TrimStart('\''))))
        {
            if (celdas["OBSERVACIONES"].StartsWith("FUERA", StringComparison.Ordinal))
            {
                fuera.Add(new(celdas, "", "", $"FC-{fuera.Count + 1:0000}", -1));
                continue;
            }

            var clave = celdas["CLAVE_ACTA"];
            var vez = veces[clave] = veces.GetValueOrDefault(clave) + 1;
            var nombre = vez == 1 ? clave : $"{clave}~{vez}";
            var lugar = lugares[nombre];
            filas.Add(new(celdas, celdas[deArea] == "N/A" ? "000" : celdas[deArea], eleccion.Actas[lugar].Casilla.Municipio?.Clave ?? "", nombre, lugar));
        }

        (Filas, Fuera) = ([.. filas.OrderBy(f => f.Lugar)], fuera);
        _porArea = Filas.ToLookup(f => f.Area);
        _porMunicipio = Filas.ToLookup(f => f.Municipio);
        _porSeccion = Filas.ToLookup(f => (f.Area, f.Seccion));
        _porNombre = Filas.Concat(Fuera).ToDictionary(f => f.Nombre);
    }

    public Eleccion Eleccion { get; }

    public bool Ultimo { get; }

    /// <summary>Hour of its data, and of the next corte where one is planned.</summary>
    public (DateTimeOffset Instante, DateTimeOffset? Siguiente) Horas { get; init; }

    public string NoRegistradas { get; }

    /// <summary>In the order of the catalogue.</summary>
    public IReadOnlyList<Fila> Filas { get; }

    public IReadOnlyList<Fila> Fuera { get; }

    public IReadOnlyList<Fila> DeArea(string area) => [.. _porArea[area]];

    public IReadOnlyList<Fila> DeMunicipio(string municipio) => [.. _porMunicipio[municipio]];

    public IReadOnlyList<Fila> DeSeccion(string area, string seccion) => [.. _porSeccion[(area, seccion)]];

    public IEnumerable<(string Area, string Seccion)> Secciones => _porSeccion.Select(s => s.Key).Where(s => s.Item2.Length > 0);

    public Fila? Acta(string nombre) => _porNombre.GetValueOrDefault(nombre);

    /// <summary>Truncated to four decimals by whole numbers.</summary>
    public static string Porcentaje(long parte, long todo)
    {
        var millonesimas = todo == 0 || parte < 0 ? 0 : (long)(new BigInteger(parte) * 1_000_000 / todo);
        return $"{millonesimas / 10_000}.{millonesimas % 10_000:0000}";
    }

    public string[] CifrasDelEstado => _cifras.TryGetValue("", out var hechas) ? hechas : _cifras[""] = Cifras(Filas, estado: true);

    public string[] CifrasDeArea(string area) => _cifras.TryGetValue(area, out var hechas) ? hechas : _cifras[area] = Cifras(DeArea(area), estado: false);

    public string[] Cifras(IReadOnlyList<Fila> filas, bool estado)
    {
        var (capturadas, si, no) = (filas.Count(f => f.Capturada), filas.Count(f => f.Cuenta), filas.Count(f => f["CONTABILIZADA"] == "0"));
        var inconsistencias = filas.Count(f => f.Inconsistente);
        var lista = filas.Where(f => f.Cuenta).Sum(f => f.Numero("LISTA_NOMINAL"));
        var con = filas.Where(f => f.Cuenta).Sum(Votos);
        var sin = filas.Where(f => f.Cuenta && f["TIPO_CASILLA"] != "S").Sum(Votos);
        var fuera = estado ? Fuera.Count : 0;
        return
        [
            $"{filas.Count}", $"{capturadas + fuera}", $"{fuera}", $"{capturadas}", Porcentaje(capturadas, filas.Count), $"{si}", Porcentaje(si, filas.Count), Porcentaje(inconsistencias, filas.Count),
            $"{no}", $"{lista}", $"{con}", $"{sin}", Porcentaje(Ultimo ? con : sin, lista),
        ];
    }

    public long Votos(Fila fila) => Eleccion.Contendientes.Select(c => c.Nombre).Concat([NoRegistradas, "NULOS"]).Sum(fila.Numero);

    /// <summary>Votes of a column of the boleta over the counted rows.</summary>
    /// <param name="rp">Those of representación proporcional stand apart in every table of votes.</param>
    /// <returns>-1 when the file has no such column.</returns>
    public static long Columna(IReadOnlyList<Fila> filas, string columna, bool rp = false) =>
        filas.Count > 0 && !filas[0].Celdas.ContainsKey(columna) ? -1 : filas.Where(f => f.Cuenta && f.EsRp == rp).Sum(f => f.Numero(columna));

    public long Total(IEnumerable<Fila> filas, bool rp = false) => filas.Where(f => f.Cuenta && f.EsRp == rp).Sum(Votos);

    /// <summary>The parties that stand together, which is how the pages name them.</summary>
    public string Fuerza(Candidatura candidatura)
    {
        var filas = candidatura.Contendientes.Select(i => Eleccion.Contendientes[i]).ToList();
        var simples = filas.Where(c => c is not Contendiente.Combinacion).ToList();
        return string.Join(" · ", (simples.Count > 0 ? simples : filas).Select(c => c.Nombre));
    }

    /// <summary>Votes of each candidature over some rows.</summary>
    public List<(string Fuerza, long Votos)> Candidaturas(Area area, IReadOnlyList<Fila>? filas = null) =>
        [.. area.Candidaturas.Select(c => (Fuerza(c), c.Contendientes.Sum(i => Columna(filas ?? DeArea(area.Id.Clave), Eleccion.Contendientes[i].Nombre))))];

    public List<(string Fuerza, long Votos)> Fuerzas() => [.. Eleccion.Areas.SelectMany(a => Candidaturas(a)).GroupBy(c => c.Fuerza).Select(g => (g.Key, g.Sum(c => c.Votos)))];

    /// <summary>Who has the advantage: several in a tie, none without votes.</summary>
    public (IReadOnlyList<string> Fuerzas, long Votos, long Diferencia, string Porcentaje) Ventaja(Area area)
    {
        var orden = Candidaturas(area).OrderByDescending(c => c.Votos).ToList();
        if (orden.Count == 0 || orden[0].Votos == 0)
        {
            return ([], 0, 0, "0.0000");
        }

        var primeras = orden.Where(c => c.Votos == orden[0].Votos).Select(c => c.Fuerza).ToList();
        return (primeras, orden[0].Votos, orden[0].Votos - (orden.Count > 1 ? orden[1].Votos : 0), Porcentaje(orden[0].Votos, Total(DeArea(area.Id.Clave))));
    }

    /// <summary>Coalitions split in an area: equal parts, one more vote to the most voted while any is left; by its convenio where it has one.</summary>
    public Dictionary<string, long> Partidos(IEnumerable<Area> areas)
    {
        var partidos = Eleccion.Contendientes.ToDictionary(c => c.Nombre, _ => 0L);
        foreach (var area in areas)
        {
            var filas = DeArea(area.Id.Clave);
            var propios = partidos.Keys.ToDictionary(p => p, p => Columna(filas, p));
            foreach (var contendiente in Eleccion.Contendientes)
            {
                var votos = propios[contendiente.Nombre];
                var socios = contendiente switch
                {
                    Contendiente.Combinacion c => c.Partidos,
                    Contendiente.CandidaturaComun { Reparto: not RepartoDeCandidaturaComun.SinReparto } c => c.Partidos,
                    _ => [],
                };
                if (socios.Count == 0)
                {
                    partidos[contendiente.Nombre] += votos;
                    continue;
                }

                var convenio = contendiente is Contendiente.CandidaturaComun { Reparto: RepartoDeCandidaturaComun.PorcentajesDelConvenio } comun ? comun.Porcentajes : null;
                var partes = socios.Select((_, i) => convenio is null ? votos / socios.Count : votos * convenio[i] / 10_000).ToArray();
                var orden = convenio is null
                    ? Enumerable.Range(0, socios.Count).OrderByDescending(i => propios[Eleccion.Contendientes[socios[i]].Nombre]).ThenBy(i => socios[i])
                    : Enumerable.Range(0, socios.Count).OrderByDescending(i => votos * convenio[i] % 10_000).ThenBy(i => i);
                foreach (var i in orden.Take((int)(votos - partes.Sum())).ToList())
                {
                    partes[i]++;
                }

                for (var i = 0; i < partes.Length; i++)
                {
                    partidos[Eleccion.Contendientes[socios[i]].Nombre] += partes[i];
                }
            }
        }

        return partidos;
    }

    private static List<string> Partir(string linea)
    {
        if (!linea.Contains('"', StringComparison.Ordinal))
        {
            return [.. linea.Split(',')];
        }

        List<string> celdas = [""];
        var dentro = false;
        foreach (var letra in linea)
        {
            dentro ^= letra == '"';
            if (letra == ',' && !dentro)
            {
                celdas.Add("");
            }
            else if (letra != '"')
            {
                celdas[^1] += letra;
            }
        }

        return celdas;
    }

    /// <summary>One row of the file.</summary>
    /// <param name="Nombre">As its page is called.</param>
    /// <param name="Lugar">In the catalogue; -1 out of it.</param>
    internal sealed record Fila(IReadOnlyDictionary<string, string> Celdas, string Area, string Municipio, string Nombre, int Lugar)
    {
        public bool Cuenta => this["CONTABILIZADA"] == "1";

        public bool Capturada => this["CONTABILIZADA"] is "0" or "1";

        public bool SinActa => Observa("SIN ACTA");

        public bool Inconsistente => Observa("EXCEDE") || Observa("ILEGIBLE") || Observa("SIN DATO");

        public bool EsRp => this["TIPO_ACTA"].EndsWith("RP", StringComparison.Ordinal);

        public string Seccion => this["SECCION"] is { Length: 4 } s && s.All(char.IsAsciiDigit) ? s : "";

        public string this[string columna] => Celdas.GetValueOrDefault(columna) ?? $"sin {columna}";

        /// <summary>Number and extension, as the pages name the casilla.</summary>
        public IEnumerable<string> Casilla => new[] { this["ID_CASILLA"], this["EXT_CONTIGUA"] }.Select(n => n.TrimStart('0')).Where(n => n.Length > 0 && char.IsAsciiDigit(n[0]));

        public long Numero(string columna) => long.TryParse(this[columna], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

        public bool Igual(Fila otra) => Celdas.All(c => otra[c.Key] == c.Value);

        private bool Observa(string palabra) => this["OBSERVACIONES"].Contains(palabra, StringComparison.Ordinal);
    }
}
