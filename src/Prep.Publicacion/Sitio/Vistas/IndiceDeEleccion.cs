using System.Runtime.CompilerServices;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>A section inside its area, with the places of its actas in <see cref="Eleccion.Actas"/>.</summary>
public sealed record SeccionDelSitio(Eleccion Eleccion, Area Area, string Seccion, IReadOnlyList<int> Actas);

/// <summary>A municipality inside an election by district, with its sections in order.</summary>
public sealed record MunicipioDelSitio(Municipio Municipio, IReadOnlyList<SeccionDelSitio> Secciones);

/// <summary>Who contains whom in one election: made once per catalogue, shared by all its cortes.</summary>
public sealed class IndiceDeEleccion
{
    private static readonly ConditionalWeakTable<Eleccion, IndiceDeEleccion> Hechos = [];

    private readonly Dictionary<AreaId, IReadOnlyList<SeccionDelSitio>> _porArea;
    private readonly Dictionary<AreaId, int[]> _actasPorArea;
    private readonly Dictionary<string, int[]> _actasPorMunicipio;
    private readonly Dictionary<TipoDeCasilla, int[]> _mesas;

    private IndiceDeEleccion(Eleccion eleccion)
    {
        var actas = eleccion.Actas.Select((a, i) => (Acta: a, Lugar: i)).ToList();
        _porArea = actas.Where(p => p.Acta.Casilla.Seccion.Length > 0)
            .GroupBy(p => p.Acta.Area)
            .ToDictionary(
                area => area.Key,
                area => (IReadOnlyList<SeccionDelSitio>)[.. area.GroupBy(p => p.Acta.Casilla.Seccion)
                    .OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => new SeccionDelSitio(eleccion, eleccion.Area(area.Key), s.Key, [.. s.Select(p => p.Lugar)]))]);
        _actasPorArea = actas.GroupBy(p => p.Acta.Area).ToDictionary(g => g.Key, g => g.Select(p => p.Lugar).ToArray());
        _actasPorMunicipio = actas.Where(p => p.Acta.Casilla.Municipio is not null)
            .GroupBy(p => p.Acta.Casilla.Municipio!.Clave).ToDictionary(g => g.Key, g => g.Select(p => p.Lugar).ToArray());
        Areas = [.. eleccion.Areas.OrderBy(a => a.Tipo == TipoDeArea.SinArea)];
        Secciones = [.. Areas.SelectMany(a => DeArea(a.Id))];
        SinSeccion = [.. actas.Where(p => p.Acta.Casilla.Seccion.Length == 0).Select(p => p.Lugar)];
        _mesas = actas.Where(p => p.Acta.Casilla.Tipo.EsMesaEspecial()).GroupBy(p => p.Acta.Casilla.Tipo).ToDictionary(g => g.Key, g => g.Select(p => p.Lugar).ToArray());
        TieneRp = actas.Any(p => p.Acta.Principio == Principio.RepresentacionProporcional);
        Municipios = eleccion.TipoDeArea == TipoDeArea.Municipio
            ? []
            : [.. Secciones
                .SelectMany(s => s.Actas.Select(i => eleccion.Actas[i].Casilla.Municipio).OfType<Municipio>().DistinctBy(m => m.Clave).Select(m => (Municipio: m, Seccion: s)))
                .GroupBy(p => p.Municipio.Clave)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new MunicipioDelSitio(g.First().Municipio, [.. g.Select(p => p.Seccion)]))];
    }

    public IReadOnlyList<SeccionDelSitio> Secciones { get; }

    /// <summary>Actas that print no section (mesas A and P): pages of area list them one by one.</summary>
    public IReadOnlyList<int> SinSeccion { get; }

    public bool TieneRp { get; }

    /// <summary>In catalogue order, the votes without area at the end.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Empty when the area is already the municipality.</summary>
    public IReadOnlyList<MunicipioDelSitio> Municipios { get; }

    public IReadOnlyList<SeccionDelSitio> DeArea(AreaId area) => _porArea.GetValueOrDefault(area, []);

    /// <summary>Places of an area's actas, in catalogue order.</summary>
    public IReadOnlyList<int> ActasDeArea(AreaId area) => _actasPorArea.GetValueOrDefault(area, []);

    /// <summary>Places of a municipality's actas, in catalogue order.</summary>
    public IReadOnlyList<int> ActasDeMunicipio(string municipio) => _actasPorMunicipio.GetValueOrDefault(municipio, []);

    /// <summary>Places of the actas of voto anticipado, prisión preventiva or extranjero, in catalogue order.</summary>
    public IReadOnlyList<int> Mesas(TipoDeCasilla tipo) => _mesas.GetValueOrDefault(tipo, []);

    public static IndiceDeEleccion De(Eleccion eleccion) => Hechos.GetValue(eleccion, static e => new(e));
}
