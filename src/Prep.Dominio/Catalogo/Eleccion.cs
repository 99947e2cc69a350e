namespace Prep.Dominio.Catalogo;

public enum TipoDeEleccion
{
    Gubernatura,
    Diputaciones,
    Ayuntamientos,
    Otra,
}

public enum TipoDeArea
{
    Distrito,
    Municipio,

    /// <summary>The unit of actas without area; it adds to the state only.</summary>
    SinArea,
}

/// <summary>Principle that an acta serves. Only especiales of diputaciones print one acta for each.</summary>
public enum Principio
{
    /// <summary>An ordinary acta: counts for mayoría relativa and for representación proporcional.</summary>
    Ambos,
    MayoriaRelativa,

    /// <summary>RP votes of an especial: inside the 13 figures, outside district results (spec §14).</summary>
    RepresentacionProporcional,
}

/// <summary>Limit of votes of a casilla especial.</summary>
/// <remarks>Regla C-03. Fuente: LEEME OPL 2024 (boletas + representantes); Oaxaca 2022 excluded from 1,001 on (boletas).</remarks>
public enum LimiteDeEspecial
{
    BoletasMasRepresentantes,
    Boletas,
}

/// <summary>Which representatives widen the limit of an ordinary casilla.</summary>
public enum LimiteDeOrdinaria
{
    Acreditados,

    /// <summary>Those who voted, as written on the acta (older texts).</summary>
    Votaron,
}

/// <summary>Settings of the rules that the institutes decide per election.</summary>
/// <param name="BoletasDeEspecial">Ballots approved for a casilla especial (1,000 in 2024).</param>
public sealed record AjustesDeEleccion(
    LimiteDeEspecial Especial = LimiteDeEspecial.BoletasMasRepresentantes,
    LimiteDeOrdinaria Ordinaria = LimiteDeOrdinaria.Acreditados,
    int BoletasDeEspecial = 1000)
{
    public static readonly AjustesDeEleccion PorOmision = new();
}

/// <summary>A district or municipality that elects, with the boleta its voters received.</summary>
/// <param name="Candidaturas">Each row of the boleta belongs to exactly one.</param>
public sealed record Area(AreaId Id, string Nombre, TipoDeArea Tipo, Boleta Boleta, IReadOnlyList<Candidatura> Candidaturas);

/// <summary>The rows for votes printed on one area's acta, in its order.</summary>
/// <param name="Contendientes">Column positions of the election; CNR and nulos follow on every boleta and are not listed.</param>
public sealed record Boleta(string Id, IReadOnlyList<int> Contendientes)
{
    /// <summary>Number of fields that hold votes: the contendientes, no registradas and nulos.</summary>
    public int CamposDeVotos => Contendientes.Count + 2;
}

/// <summary>What the catalogue expects: one per election, casilla and TIPO_ACTA.</summary>
/// <param name="TipoActa">As printed, from the catalogue, never computed: <c>3</c>, <c>3EMR</c>, <c>4E</c>.</param>
/// <param name="MecanismoDeTraslado"><c>D</c>, <c>F</c>, <c>I</c>, a combination, or empty.</param>
/// <param name="Catd">Key of the collection centre that expects the bolsa; null when the catalogue does not say.</param>
public sealed record ActaEsperada(
    ActaId Id,
    Casilla Casilla,
    string TipoActa,
    Principio Principio,
    string MecanismoDeTraslado = "",
    string? Catd = null)
{
    public AreaId Area => Id.Area;
}

/// <summary>One election: its columns, its areas with their boletas, and the actas it expects, in catalogue order.</summary>
/// <param name="Titulo">First line of the database: <c>DIPUTACIONES LOCALES</c>.</param>
/// <param name="CodigoDeArchivo">In file names: <c>DIP_LOC</c>, <c>AYUN</c>, <c>GUB</c>.</param>
/// <param name="Contendientes">Union of all boletas, in the order of the published columns.</param>
public sealed record Eleccion(
    EleccionId Id,
    TipoDeEleccion Tipo,
    string Titulo,
    string CodigoDeArchivo,
    AjustesDeEleccion Ajustes,
    IReadOnlyList<Contendiente> Contendientes,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<ActaEsperada> Actas)
{
    private readonly Lazy<Dictionary<AreaId, Area>> _porArea = new(() => Areas.ToDictionary(a => a.Id));
    private readonly Lazy<Dictionary<ActaId, int>> _porActa = new(() => Indice(Actas));

    // A copy made by "with" indexes its own lists, never those of the original.
    private Eleccion(Eleccion otra)
    {
        (Id, Tipo, Titulo, CodigoDeArchivo, Ajustes, Contendientes, Areas, Actas) =
            (otra.Id, otra.Tipo, otra.Titulo, otra.CodigoDeArchivo, otra.Ajustes, otra.Contendientes, otra.Areas, otra.Actas);
        (Plantillas, Mapa) = (otra.Plantillas, otra.Mapa);
        _porArea = new(() => this.Areas.ToDictionary(a => a.Id));
        _porActa = new(() => Indice(this.Actas));
    }

    /// <summary>Printed sheets whose boxes are known; an election may have none.</summary>
    public IReadOnlyList<Plantilla> Plantillas { get; init; } = [];

    /// <summary>Null when the election came without geography.</summary>
    public Mapa? Mapa { get; init; }

    public TipoDeArea TipoDeArea => Tipo == TipoDeEleccion.Ayuntamientos ? TipoDeArea.Municipio : TipoDeArea.Distrito;

    /// <exception cref="KeyNotFoundException">No such area in this election.</exception>
    public Area Area(AreaId id) => _porArea.Value[id];

    public Area? BuscarArea(AreaId id) => _porArea.Value.GetValueOrDefault(id);

    /// <summary>Keys of the CATDs that expect some acta of it, each once.</summary>
    public IEnumerable<string> Catds() => Actas.Select(a => a.Catd).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Place of an acta in <see cref="Actas"/>, or -1.</summary>
    public int Posicion(ActaId id) => _porActa.Value.TryGetValue(id, out var i) ? i : -1;

    public ActaEsperada? BuscarActa(ActaId id) => Posicion(id) is >= 0 and var i ? Actas[i] : null;

    /// <summary>The boleta of an acta's area.</summary>
    public Boleta Boleta(ActaId id) => Area(id.Area).Boleta;

    /// <summary>The sheet on which an acta is printed, if it is known.</summary>
    public Plantilla? Plantilla(ActaEsperada acta)
    {
        var boleta = Boleta(acta.Id);
        return Plantillas.FirstOrDefault(p => p.Es(acta, boleta));
    }

    // Two catalogues are the same election only if they are the same object: their lists are large and compared by content elsewhere.
    public bool Equals(Eleccion? otra) => ReferenceEquals(this, otra);

    public override int GetHashCode() => Id.GetHashCode();

    private static Dictionary<ActaId, int> Indice(IReadOnlyList<ActaEsperada> actas) => actas.Select((a, i) => (a.Id, i)).ToDictionary(p => p.Id, p => p.i);
}
