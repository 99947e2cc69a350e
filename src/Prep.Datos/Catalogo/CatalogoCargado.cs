using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Catalogo;

/// <summary>The catalogue in memory with the number that each acta has in the database: its place, elections one after another, from 1.</summary>
public sealed class CatalogoCargado
{
    private readonly (Eleccion Eleccion, ActaEsperada Acta)[] _actas;
    private readonly Dictionary<EleccionId, long> _primeras = [];
    private readonly Lazy<ILookup<string, long>> _deCasilla;
    private readonly Lazy<ILookup<string, long>> _deSeccion;
    private readonly Lazy<ILookup<string, long>> _deCatd;
    private readonly Lazy<IReadOnlySet<string>> _catds;

    public CatalogoCargado(Proceso proceso, long numero)
    {
        (Proceso, Numero, CalendarioCargado) = (proceso, numero, proceso.Calendario);
        _actas = [.. proceso.Elecciones.SelectMany(e => e.Actas.Select(a => (e, a)))];
        var siguiente = 1L;
        foreach (var eleccion in proceso.Elecciones)
        {
            _primeras[eleccion.Id] = siguiente;
            siguiente += eleccion.Actas.Count;
        }

        _deCasilla = new(() => Indice(a => a.Casilla.Clave));
        _deSeccion = new(() => Indice(a => a.Casilla.Seccion.TrimStart('0')));
        _deCatd = new(() => Indice(a => a.Catd ?? ""));
        _catds = new(() => proceso.Catds().ToHashSet(StringComparer.Ordinal));
    }

    // The same catalogue under another calendar: its indices are shared.
    private CatalogoCargado(CatalogoCargado otro, CalendarioDelPrep calendario, int configuracion)
    {
        (Proceso, Numero, Configuracion, CalendarioCargado) = (otro.Proceso with { Calendario = calendario }, otro.Numero, configuracion, otro.CalendarioCargado);
        (_actas, _primeras, _deCasilla, _deSeccion, _deCatd, _catds) = (otro._actas, otro._primeras, otro._deCasilla, otro._deSeccion, otro._deCatd, otro._catds);
    }

    public Proceso Proceso { get; }

    /// <summary>The one it was loaded with: in force until a configuration is confirmed.</summary>
    public CalendarioDelPrep CalendarioCargado { get; }

    /// <summary>Version of the configuration whose calendar this is; 0 is what was loaded.</summary>
    public int Configuracion { get; }

    /// <summary>Number of this catalogue in the store.</summary>
    public long Numero { get; }

    public long Total => _actas.Length;

    public CatalogoCargado Con(CalendarioDelPrep calendario, int configuracion) => new(this, calendario, configuracion);

    /// <summary>Number of an expected acta, or null.</summary>
    public long? Buscar(ActaId id) =>
        Proceso.Eleccion(id.Eleccion)?.Posicion(id) is >= 0 and var posicion ? _primeras[id.Eleccion] + posicion : null;

    /// <summary>First number of an election.</summary>
    public long Primera(EleccionId eleccion) => _primeras[eleccion];

    /// <summary>The expected acta of that number; null for a fuera de catálogo.</summary>
    public (Eleccion Eleccion, ActaEsperada Acta)? Acta(long numero) => numero >= 1 && numero <= _actas.Length ? _actas[numero - 1] : null;

    /// <summary>Actas that the casillas of that CLAVE_CASILLA expect, of all elections. Real catalogues repeat keys of special mesas.</summary>
    public IEnumerable<long> DeCasilla(string clave) => _deCasilla.Value[clave];

    /// <param name="seccion">With or without leading zeros.</param>
    public IEnumerable<long> DeSeccion(string seccion) => _deSeccion.Value[seccion.TrimStart('0')];

    /// <summary>Keys of the CATDs that expect some acta.</summary>
    public IReadOnlySet<string> Catds => _catds.Value;

    /// <summary>Actas whose bolsa that CATD expects.</summary>
    public IEnumerable<long> DeCatd(string catd) => _deCatd.Value[catd];

    private ILookup<string, long> Indice(Func<ActaEsperada, string> clave) =>
        _actas.Select((a, i) => (Clave: clave(a.Acta), Numero: i + 1L)).ToLookup(p => p.Clave, p => p.Numero, StringComparer.OrdinalIgnoreCase);
}
