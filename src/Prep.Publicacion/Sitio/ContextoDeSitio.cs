using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Cambios;
using Prep.Publicacion.Sitio.Curva;
using Prep.Publicacion.Sitio.Institucion;
using Prep.Publicacion.Sitio.Json;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio;

/// <summary>All that the pages of one corte need. Nothing else is read: same context, same bytes.</summary>
/// <param name="Resultados">One per election of the corte.</param>
public sealed record ContextoDeSitio(Corte Corte, IReadOnlyDictionary<EleccionId, Resultados> Resultados)
{
    /// <summary>Databases of this corte, for its download page.</summary>
    public IReadOnlyList<BaseDeDatosPublicada> Bases { get; init; } = [];

    /// <summary>Those of the cortes before this one, oldest first.</summary>
    public IReadOnlyList<BaseDeCorte> BasesAnteriores { get; init; } = [];

    /// <summary>Those of every corte, this one at the end.</summary>
    public IReadOnlyList<BaseDeCorte> BasesDeCortes =>
    [
        .. BasesAnteriores,
        .. Bases.Where(b => b.Eleccion is null && b.Nombre.EndsWith(".zip", StringComparison.Ordinal)).Select(b => new BaseDeCorte(Corte.Id, b.Ruta, b.Bytes, b.Sha256)),
    ];

    /// <summary>Addresses outside the publication, shown in the footer.</summary>
    public IReadOnlyList<EnlaceExterno> Enlaces { get; init; } = [];

    /// <summary>Who else publishes these results; empty when the institute is alone.</summary>
    public IReadOnlyList<EnlaceExterno> Difusores { get; init; } = [];

    /// <summary>On top of every page of what is no election: a prototype. Empty in any other.</summary>
    public string Marca { get; init; } = "";

    /// <summary>The Commission's pages lie beside: the foot names them.</summary>
    public bool ConSeguimiento { get; init; }

    /// <summary>Name of the institute, as it signs.</summary>
    public string Instituto { get; init; } = "";

    /// <summary>Its colours and its mark.</summary>
    public Apariencia Apariencia { get; init; } = Apariencia.DeLaCasa;

    /// <summary>The sentences of its pages.</summary>
    public Idioma Idioma { get; init; } = Idioma.Espanol;

    /// <summary>False when the publication carries no image at all (a repetición, a benchmark): pages say so and link none.</summary>
    public bool ConImagenes { get; init; } = true;

    /// <summary>What the earlier corte published, for the elections that it had.</summary>
    public IReadOnlyDictionary<EleccionId, PublicadoAntes> Anteriores { get; init; } = new Dictionary<EleccionId, PublicadoAntes>();

    /// <summary>The figures of an election from the first corte to this one.</summary>
    public IReadOnlyList<PuntoDeHistorial> Historial(CorteDeEleccion eleccion) =>
    [
        .. Anteriores.GetValueOrDefault(eleccion.Eleccion.Id)?.Historial ?? [],
        PuntoDeHistorial.De(Corte.Id, eleccion, Resultados[eleccion.Eleccion.Id].Estado.Cifras),
    ];

    public static ContextoDeSitio De(Corte corte) =>
        new(corte, corte.Elecciones.ToDictionary(e => e.Eleccion.Id, Dominio.Computo.Resultados.De));
}

/// <summary>A file of databases as the download page lists it.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
/// <param name="Contenido">In words: "Base de datos", "Todas las elecciones (ZIP)".</param>
/// <param name="Eleccion">Null when it holds several.</param>
public sealed record BaseDeDatosPublicada(string Ruta, string Contenido, long Bytes, string Sha256, EleccionId? Eleccion = null)
{
    public string Nombre => Ruta[(Ruta.LastIndexOf('/') + 1)..];
}

public sealed record EnlaceExterno(string Texto, string Direccion);
