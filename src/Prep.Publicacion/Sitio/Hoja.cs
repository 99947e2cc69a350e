using Microsoft.AspNetCore.Components;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio;

/// <param name="Ruta">Relative to the root of the publication.</param>
public sealed record Miga(string Texto, string Ruta);

/// <summary>What every page knows of itself: where it lies and what it belongs to.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
/// <param name="Eleccion">Null on pages of the whole process.</param>
/// <param name="ConAvance">False on sections, actas and the home: a page that outlives its corte holds no avance.</param>
public sealed record Hoja(ContextoDeSitio Contexto, string Ruta, string Titulo, CorteDeEleccion? Eleccion = null, bool ConAvance = true)
{
    public IReadOnlyList<Miga> Migas { get; init; } = [];

    /// <summary>Path inside a corte of the page that shows the same thing up to date; the module follows it.</summary>
    public string Vigente { get; init; } = "";

    /// <summary>The JSON that holds what this page shows, relative to the root of the publication.</summary>
    public required string Datos { get; init; }

    /// <summary>What surrounds it, when other pages have the same.</summary>
    public MarcoComun? Comun { get; init; }

    public Corte Corte => Contexto.Corte;

    public Proceso Proceso => Contexto.Corte.Proceso;

    public TimeZoneInfo Zona => Proceso.Calendario.Zona;

    /// <summary>The sentences of its language.</summary>
    public Idioma T => Contexto.Idioma;

    /// <summary>How this page names another file.</summary>
    public string A(string destino) => Rutas.Relativa(Ruta, destino);

    /// <summary>The same, for a link inside a sentence.</summary>
    public Destino Destino(string destino, string ir = "") => new(A(destino), ir);

    /// <summary>Several, inside a sentence.</summary>
    public MarkupString Enlaces(IEnumerable<(string Texto, string Destino)> enlaces) => Idioma.Enlaces(enlaces.Select(e => (e.Texto, A(e.Destino))));

    /// <summary>An instant to the minute, inside a sentence.</summary>
    public MarkupString Tiempo(DateTimeOffset instante) => Idioma.Tiempo(instante, Escrito.FechaMinuto(instante, Zona));

    public string AEleccion(string archivo = "index.html") => A(Rutas.DeEleccion(Corte.Id, Eleccion!.Eleccion.Id, archivo));

    /// <summary>Folder steps up to the root: <c>../../</c>, or <c>./</c> at the root itself.</summary>
    public string SubidaALaRaiz => string.Concat(Enumerable.Repeat("../", Ruta.Count(c => c == '/'))) is { Length: > 0 } subida ? subida : "./";
}
