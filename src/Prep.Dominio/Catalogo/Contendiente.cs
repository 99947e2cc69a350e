namespace Prep.Dominio.Catalogo;

/// <summary>How a candidatura común is printed on the boleta.</summary>
public enum ModoDeCandidaturaComun
{
    /// <summary>One row per party; no row of its own.</summary>
    Emblemas,

    /// <summary>One row per party and rows for combinations of emblems.</summary>
    EmblemasYCombinaciones,

    /// <summary>One row with a common emblem.</summary>
    EmblemaUnico,
}

/// <summary>How the votes of a candidatura común reach its parties. Candidature totals are plain sums in all.</summary>
public enum RepartoDeCandidaturaComun
{
    Igualitario,
    PorcentajesDelConvenio,
    SinReparto,
}

/// <summary>One row of the boleta where votes are written: a closed family.</summary>
/// <remarks>
/// Identity is the place in the election's column order, because real files repeat names;
/// <see cref="Clave"/> makes them unique (<c>C_PRD_MC_CPP#2</c>).
/// </remarks>
public abstract record Contendiente
{
    private Contendiente(string nombre, string clave) => (Nombre, Clave) = (nombre, clave);

    /// <summary>Column name as published.</summary>
    public string Nombre { get; }

    /// <summary>Unique inside the election: the name, with <c>#2</c> on the second with that name.</summary>
    public string Clave { get; }

    /// <summary>A registered party. <c>NA</c> is Nueva Alianza, never "not available".</summary>
    public sealed record Partido(string Nombre, string Clave, string NombreLargo = "", string? Color = null) : Contendiente(Nombre, Clave);

    /// <summary>Votes marked for two or more parties of one coalition. <paramref name="Partidos"/> are column positions.</summary>
    public sealed record Combinacion(string Nombre, string Clave, IReadOnlyList<int> Partidos) : Contendiente(Nombre, Clave);

    /// <summary>The common emblem (or the pooled row) of a candidatura común. <paramref name="Partidos"/> are column positions, possibly none.</summary>
    /// <param name="Porcentajes">Parts of the convenio in parts per 10,000, aligned with the parties; empty unless the reparto uses them.</param>
    /// <exception cref="ArgumentException">The reparto uses percentages and these are not <see cref="SonDelConvenio"/>.</exception>
    /// <remarks>Regla P-03. Fuente: spec §14 "candidatura común": <c>reparto</c>: igualitario, porcentajes del convenio, sin reparto.</remarks>
    public sealed record CandidaturaComun(
        string Nombre,
        string Clave,
        IReadOnlyList<int> Partidos,
        ModoDeCandidaturaComun Modo,
        RepartoDeCandidaturaComun Reparto,
        IReadOnlyList<int> Porcentajes) : Contendiente(Nombre, Clave)
    {
        public IReadOnlyList<int> Porcentajes { get; } =
            Reparto != RepartoDeCandidaturaComun.PorcentajesDelConvenio || SonDelConvenio(Partidos, Porcentajes)
                ? Porcentajes
                : throw new ArgumentException($"Los porcentajes del convenio de {Nombre} deben ser uno por partido y sumar 100 %.", nameof(Porcentajes));

        /// <summary>One part per party, none negative, 10,000 in all: any other list would lose or invent votes.</summary>
        public static bool SonDelConvenio(IReadOnlyList<int> partidos, IReadOnlyList<int> porcentajes) =>
            partidos.Count > 0 && porcentajes.Count == partidos.Count && porcentajes.All(p => p >= 0) && porcentajes.Sum(p => (long)p) == 10_000;
    }

    public sealed record Independiente(string Nombre, string Clave, string NombreLargo = "") : Contendiente(Nombre, Clave);

    /// <summary>Parties that share this row's votes, as column positions; empty for a party or an independent.</summary>
    public IReadOnlyList<int> Integrantes => this switch
    {
        Combinacion c => c.Partidos,
        CandidaturaComun c => c.Partidos,
        _ => [],
    };

    /// <summary>The key of the <paramref name="vez"/>-th row of that name, counted from 1.</summary>
    public static string ClaveDe(string nombre, int vez) => vez == 1 ? nombre : $"{nombre}#{vez}";
}

/// <summary>Who stands for whom in an area: the rows of the boleta that nominate the same person or planilla.</summary>
/// <param name="Contendientes">Column positions whose votes add to this candidature.</param>
/// <param name="Propietaria">Name as published; empty when unknown.</param>
public sealed record Candidatura(string Nombre, IReadOnlyList<int> Contendientes, string Propietaria = "", string Suplente = "");
