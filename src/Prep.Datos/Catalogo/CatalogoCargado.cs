using Prep.Dominio.Catalogo;

namespace Prep.Datos.Catalogo;

/// <summary>The catalogue in memory with the number that each acta has in the database: its place, elections one after another, from 1.</summary>
public sealed class CatalogoCargado
{
    private readonly (Eleccion Eleccion, ActaEsperada Acta)[] _actas;
    private readonly Dictionary<EleccionId, long> _primeras = [];

    public CatalogoCargado(Proceso proceso, long numero)
    {
        (Proceso, Numero) = (proceso, numero);
        _actas = [.. proceso.Elecciones.SelectMany(e => e.Actas.Select(a => (e, a)))];
        var siguiente = 1L;
        foreach (var eleccion in proceso.Elecciones)
        {
            _primeras[eleccion.Id] = siguiente;
            siguiente += eleccion.Actas.Count;
        }
    }

    public Proceso Proceso { get; }

    /// <summary>Number of this catalogue in the store.</summary>
    public long Numero { get; }

    public long Total => _actas.Length;

    /// <summary>Number of an expected acta, or null.</summary>
    public long? Buscar(ActaId id) =>
        Proceso.Eleccion(id.Eleccion)?.Posicion(id) is >= 0 and var posicion ? _primeras[id.Eleccion] + posicion : null;

    /// <summary>First number of an election.</summary>
    public long Primera(EleccionId eleccion) => _primeras[eleccion];

    /// <summary>The expected acta of that number; null for a fuera de catálogo.</summary>
    public (Eleccion Eleccion, ActaEsperada Acta)? Acta(long numero) => numero >= 1 && numero <= _actas.Length ? _actas[numero - 1] : null;
}
