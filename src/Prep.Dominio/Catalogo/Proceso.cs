using Prep.Dominio.Calendario;

namespace Prep.Dominio.Catalogo;

/// <summary>Kind of process, fixed when it is loaded. Kinds never share ids, keys, addresses or folders.</summary>
public enum ClaseDeProceso
{
    Jornada,
    Simulacro,
    Practica,

    /// <summary>An official file played again through the use cases; the only kind where an image may be foreign.</summary>
    Repeticion,
}

/// <summary>The entidad federativa as the official files name it.</summary>
/// <param name="Id">INE number, 1 to 32 (Oaxaca is 20).</param>
/// <param name="Nombre">As published, upper case: <c>OAXACA</c>.</param>
/// <param name="Abreviatura">Used in file names: <c>OAX</c>.</param>
public sealed record Entidad(int Id, string Nombre, string Abreviatura)
{
    /// <summary>Two digits: <c>20</c>, <c>04</c>.</summary>
    public string Clave => Id.ToString("00");
}

/// <summary>An electoral process: everything that one PREP publishes together.</summary>
/// <param name="Id">Slug, stable: <c>oaxaca-2022</c>.</param>
/// <param name="Anio">Year of the election, used in file names.</param>
public sealed record Proceso(
    string Id,
    string Nombre,
    ClaseDeProceso Clase,
    Entidad Entidad,
    int Anio,
    CalendarioDelPrep Calendario,
    IReadOnlyList<Eleccion> Elecciones)
{
    /// <summary>Name of the layout of its databases: <c>opl-2024</c> unless the institute agreed another.</summary>
    public string Formato { get; init; } = "opl-2024";

    /// <summary>Whether persons enter only on an enrolled computer, and supervisors and above with one more proof. Off it is for learning: a jornada never is.</summary>
    public bool SegundoFactor { get; init; } = true;

    /// <summary>Municipalities whose ayuntamiento is not elected by parties, by key: no acta is expected from them there, and whoever votes in one is told why.</summary>
    public IReadOnlyList<Municipio> SistemasNormativos { get; init; } = [];

    /// <summary>What the sign-in obeys: a <see cref="ClaseDeProceso.Jornada"/> asks for it whatever was written.</summary>
    public bool ExigeSegundoFactor => SegundoFactor || Clase == ClaseDeProceso.Jornada;

    /// <summary>Whether the operation waits for the proof that everything is empty. Learning and replay do without it.</summary>
    public bool ExigeCeros => Clase is ClaseDeProceso.Jornada or ClaseDeProceso.Simulacro;

    /// <summary>Keys of the CATDs that expect some acta of it, each once.</summary>
    public IEnumerable<string> Catds() => Elecciones.SelectMany(e => e.Catds()).Distinct(StringComparer.Ordinal);

    public Eleccion? Eleccion(EleccionId id) => Elecciones.FirstOrDefault(e => e.Id == id);
}
