using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;
using static Prep.Dominio.Catalogo.Contendiente;

namespace Prep.Publicacion.Formatos;

/// <summary>Tells, from the names of the vote columns alone, which are parties, combinations, independents and common emblems.</summary>
/// <remarks>
/// Regla L-02. Fuente: spec §4.3 and §6.7 (<c>C_PT_PV_PUP_MOR</c>, <c>CO_PAN_PRD</c>, <c>CC_PT_MORENA_NAH</c>, <c>PAN-PRI-PRD</c>, <c>PVEM_PT_MORENA</c>,
/// <c>CAND_IND_1</c>, <c>Juntos Hacemos Historia en Tamaulipas</c>). Combinations abbreviate: <c>PV</c> is PVEM.
/// </remarks>
public static partial class ContendientesInferidos
{
    // Emblems of one party under the names that files gave it.
    private static readonly string[][] Familias =
    [
        ["PVEM", "PV", "VERDE", "PVE"],
        ["MORENA", "MOR", "MRN", "MORENAOAX"],
        ["NA", "PANAL", "NAL", "NUAL", "PNA", "NUEVAALIANZA", "NAO", "NAP", "NAH", "NAC", "NAA", "NAM", "NANL", "NAE", "NAT"],
        ["PES", "ES", "PESN", "ENCUENTRO"],
        ["MC", "MOVIMIENTOCIUDADANO"],
        ["FXM", "FM", "FXMP", "FPM", "FUERZA", "FXMO"],
        ["RSP", "REDES"],
    ];

    private static readonly HashSet<string> NombresLargosDePartido =
    [
        "PARTIDOACCIONNACIONAL", "PARTIDOREVOLUCIONARIOINSTITUCIONAL", "PARTIDODELAREVOLUCIONDEMOCRATICA", "PARTIDODELTRABAJO",
        "PARTIDOVERDEECOLOGISTADEMEXICO", "PARTIDOVERDE", "MOVIMIENTOCIUDADANO", "NUEVAALIANZA", "ENCUENTROSOCIAL", "ENCUENTROSOLIDARIO",
        "REDESSOCIALESPROGRESISTAS", "FUERZAPORMEXICO",
    ];

    /// <returns>Contendientes in column order, and the names of combinations whose parties were not all found.</returns>
    public static (IReadOnlyList<Contendiente> Contendientes, IReadOnlyList<string> SinResolver) De(IReadOnlyList<ColumnaDeVotos> boleta)
    {
        var nombres = boleta.Select(c => Palabras.Columna(c.Nombre)).ToArray();
        var independientes = nombres.Select(n => Independiente().IsMatch(n)).ToArray();
        var prefijadas = nombres.Select((n, i) => !independientes[i] && Prefijo().IsMatch(n)).ToArray();
        var partidos = new SortedDictionary<int, string>();
        for (var i = 0; i < nombres.Length; i++)
        {
            if (!independientes[i] && !prefijadas[i])
            {
                partidos[i] = nombres[i];
            }
        }

        // Without prefix, a name is a combination only if all its parts are other columns.
        var sinPrefijo = new Dictionary<int, IReadOnlyList<int>>();
        foreach (var (i, nombre) in partidos.Where(p => p.Value.Contains('_')).ToArray())
        {
            var otros = partidos.Where(p => p.Key != i && !p.Value.StartsWith(nombre + "_", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value);
            if (Partes(nombre, otros, exigente: true) is { Count: >= 2 } partes)
            {
                sinPrefijo[i] = partes;
            }
        }

        foreach (var i in sinPrefijo.Keys)
        {
            partidos.Remove(i);
        }

        var sinResolver = new List<string>();
        var contendientes = new Contendiente[nombres.Length];
        for (var i = 0; i < nombres.Length; i++)
        {
            var (nombre, clave) = (boleta[i].Nombre, boleta[i].Clave);
            contendientes[i] = true switch
            {
                _ when independientes[i] => new Independiente(nombre, clave),
                _ when prefijadas[i] => Combinada(nombre, clave, Partes(Prefijo().Replace(nombres[i], ""), partidos, exigente: false), sinResolver),
                _ when sinPrefijo.ContainsKey(i) && Partes(nombres[i], partidos, exigente: true) is { Count: >= 2 } partes => new Combinacion(nombre, clave, partes),
                _ when EsNombreLargo(nombre) => EmblemaUnico(nombre, clave),
                _ => new Partido(nombre, clave),
            };
        }

        return (contendientes, sinResolver);
    }

    /// <summary>Positions of the parties that a joined name holds (<c>PT_PV_PUP_MOR</c>); null when some part is none of them.</summary>
    /// <param name="exigente">Accept only exact names and known abbreviations, never the closest.</param>
    public static IReadOnlyList<int>? Partes(string unidos, IReadOnlyDictionary<int, string> partidos, bool exigente)
    {
        var trozos = Palabras.Columna(unidos).Split('_', StringSplitOptions.RemoveEmptyEntries);
        var partes = new List<int>();
        for (var i = 0; i < trozos.Length;)
        {
            // the longest run of pieces that is a party: FXM_P before FXM
            var hallado = -1;
            var usados = 1;
            for (var n = trozos.Length - i; n >= 1 && hallado < 0; n--)
            {
                (hallado, usados) = (Exacto(string.Join('_', trozos, i, n), partidos), n);
            }

            if (hallado < 0)
            {
                usados = 1;
                hallado = PorFamilia(trozos[i], partidos) is >= 0 and var f ? f : exigente ? -1 : Aproximado(trozos[i], partidos, partes);
            }

            if (hallado < 0)
            {
                return null;
            }

            if (!partes.Contains(hallado))
            {
                partes.Add(hallado);
            }

            i += usados;
        }

        return partes;
    }

    private static Contendiente Combinada(string nombre, string clave, IReadOnlyList<int>? partes, List<string> sinResolver)
    {
        if (partes is { Count: >= 2 })
        {
            return new Combinacion(nombre, clave, partes);
        }

        sinResolver.Add(nombre);
        return EmblemaUnico(nombre, clave);
    }

    private static CandidaturaComun EmblemaUnico(string nombre, string clave) =>
        new(nombre, clave, [], ModoDeCandidaturaComun.EmblemaUnico, RepartoDeCandidaturaComun.SinReparto, []);

    private static bool EsNombreLargo(string nombre) =>
        nombre.Trim().Contains(' ') && !NombresLargosDePartido.Contains(Palabras.Columna(nombre).Replace("_", "", StringComparison.Ordinal));

    private static int Exacto(string trozo, IReadOnlyDictionary<int, string> partidos)
    {
        foreach (var (i, nombre) in partidos)
        {
            if (nombre == trozo)
            {
                return i;
            }
        }

        return -1;
    }

    private static int PorFamilia(string trozo, IReadOnlyDictionary<int, string> partidos)
    {
        var familia = Familias.FirstOrDefault(f => f.Contains(trozo));
        return familia is null ? -1 : Unico(partidos.Where(p => familia.Contains(p.Value.Replace("_", "", StringComparison.Ordinal))));
    }

    // First by prefix, then the closest; only when a single one answers, and never one already in the combination.
    private static int Aproximado(string trozo, IReadOnlyDictionary<int, string> partidos, List<int> ya)
    {
        var libres = partidos.Where(p => !ya.Contains(p.Key)).ToArray();
        var prefijo = Unico(libres.Where(p =>
            p.Value.StartsWith(trozo, StringComparison.Ordinal) || (p.Value.Length >= 2 && trozo.StartsWith(p.Value, StringComparison.Ordinal))));
        if (prefijo >= 0)
        {
            return prefijo;
        }

        var distancias = libres.Select(p => (p.Key, D: Distancia(trozo, p.Value))).Where(p => p.D <= Math.Max(1, trozo.Length / 2)).ToArray();
        return distancias.Length == 0 ? -1 : Unico(distancias.Where(p => p.D == distancias.Min(d => d.D)).Select(p => KeyValuePair.Create(p.Key, "")));
    }

    private static int Unico(IEnumerable<KeyValuePair<int, string>> partidos)
    {
        var dos = partidos.Take(2).ToArray();
        return dos.Length == 1 ? dos[0].Key : -1;
    }

    private static int Distancia(string a, string b)
    {
        var fila = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, izquierda) = (i - 1, i);
            for (var j = 1; j <= b.Length; j++)
            {
                izquierda = Math.Min(Math.Min(fila[j], izquierda) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, fila[j]) = (fila[j], izquierda);
            }
        }

        return fila[b.Length];
    }

    [GeneratedRegex(@"^(?:CI|C_I|CAND_?IND(?:EP)?|CANDIDAT\w*_INDEPENDIENTE|C_IND|IND|INDEP|INDEPENDIENTE)_?\d*$", RegexOptions.CultureInvariant)]
    private static partial Regex Independiente();

    [GeneratedRegex(@"^(?:C|CO|CC|COA|COAL|CCOM)_(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefijo();
}
