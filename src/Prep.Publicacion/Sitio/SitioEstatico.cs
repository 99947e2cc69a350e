using System.Runtime.CompilerServices;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Historia;
using Prep.Publicacion.Sitio.Json;
using Prep.Publicacion.Sitio.Paginas;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Sitio;

/// <summary>A file still to be made. Each is independent of the others: callers may make them in parallel.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
/// <param name="Fijo">It says nothing of its corte: the one that the earlier corte has is the same.</param>
public sealed record Trabajo(string Ruta, Func<Task<ArchivoPublicado>> HacerAsync, bool Fijo = false);

/// <summary>From a corte to the files of its site: pure functions, no disk.</summary>
public static class SitioEstatico
{
    /// <summary>What depends on the corte, and the root page; sections and actas apart. Resources too, which are the same from corte to corte.</summary>
    public static async IAsyncEnumerable<ArchivoPublicado> DelCorteAsync(ContextoDeSitio contexto, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var trabajo in TrabajosDelCorte(contexto))
        {
            ct.ThrowIfCancellationRequested();
            yield return await trabajo.HacerAsync();
        }
    }

    /// <summary>The same files as <see cref="DelCorteAsync"/>, not made yet.</summary>
    public static IEnumerable<Trabajo> TrabajosDelCorte(ContextoDeSitio contexto) =>
    [
        .. contexto.Apariencia.Recursos.Concat(contexto.Idioma.Modulos.Todos).Select(r => new Trabajo(r.Ruta, () => Task.FromResult(r))),
        .. PaginasDelProceso.De(contexto),
        .. contexto.Corte.Elecciones.SelectMany(e => PaginasDeEleccion.De(contexto, e)),
    ];

    /// <summary>The sections that have a page, in order of area.</summary>
    public static IReadOnlyList<SeccionDelSitio> SeccionesDe(CorteDeEleccion corte) => IndiceDeEleccion.De(corte.Eleccion).Secciones;

    /// <summary>Where a section lies in a corte.</summary>
    public static string RutaDe(SeccionDelSitio seccion, CorteId corte) => Rutas.DeSeccion(corte, seccion.Eleccion.Id, seccion.Area, seccion.Seccion);

    /// <summary>The page of one section. Two cortes give the same bytes when its actas and <paramref name="desde"/> are the same.</summary>
    /// <param name="desde">Corte since which its data hold: that of the context unless the section did not change.</param>
    public static Task<ArchivoPublicado> PaginaDeSeccionAsync(ContextoDeSitio contexto, CorteDeEleccion corte, SeccionDelSitio seccion, Corte? desde = null)
    {
        var ruta = RutaDe(seccion, contexto.Corte.Id);
        var hoja = new Hoja(contexto, ruta, contexto.Idioma.Con("comun.seccion", ("seccion", seccion.Seccion)), corte, ConAvance: false)
        {
            // Those of its area in the corte where the page is read, which later cortes link: its actas are in that list.
            Datos = Rutas.DeArea(contexto.Corte.Id, corte.Eleccion.Id, seccion.Area, "resultados.json"),
            Vigente = ruta[Rutas.DelCorte(contexto.Corte.Id, "").Length..],
            Migas =
            [
                new(Escrito.Titulo(corte.Eleccion), Rutas.DeEleccion(contexto.Corte.Id, corte.Eleccion.Id)),
                new(contexto.Idioma.Area(seccion.Area), Rutas.DeArea(contexto.Corte.Id, corte.Eleccion.Id, seccion.Area)),
            ],
        };
        return Dibujo.PaginaAsync<SeccionPagina>(hoja, ("Seccion", seccion), ("Desde", desde ?? contexto.Corte));
    }

    /// <summary>Page and JSON of one published version of an acta. Made once, in the corte that adds the version; never changed.</summary>
    /// <param name="antes">The versions before it, oldest first; each says which corte published it.</param>
    public static async Task<IReadOnlyList<ArchivoPublicado>> DeActaAsync(ContextoDeSitio contexto, CorteDeEleccion corte, RegistroDeActa registro, IReadOnlyList<VersionPublicada> antes)
    {
        var eleccion = corte.Eleccion;
        var acta = eleccion.BuscarActa(registro.Id);
        var id = contexto.Corte.Id;
        var titulo = acta switch
        {
            null => contexto.Idioma.Con("acta.fueraDeCatalogo", ("clave", registro.Id.Nombre)),
            { Casilla.Seccion.Length: > 0 } => contexto.Idioma.Con("acta.titulo", ("seccion", acta.Casilla.Seccion), ("casilla", contexto.Idioma.Casilla(acta.Casilla))),
            _ => contexto.Idioma.Casilla(acta.Casilla),
        };
        var hoja = new Hoja(contexto, Rutas.DeActa(registro.Id, registro.Version), titulo, corte, ConAvance: false)
        {
            Datos = Rutas.DeActa(registro.Id, registro.Version, "json"),
            Migas = Migas(contexto.Idioma, id, eleccion, acta),
        };
        var historia = PasoDeHistoria.De(contexto.Idioma, eleccion, [.. antes, new(registro, id)]);
        return
        [
            await Dibujo.PaginaAsync<ActaPagina>(hoja, ("Registro", registro), ("Acta", acta), ("Historia", historia)),
            new(Rutas.DeActa(registro.Id, registro.Version, "json"), JsonDeActa.De(contexto.Corte, eleccion, acta, registro, historia)),
        ];
    }

    private static IReadOnlyList<Miga> Migas(Idioma idioma, CorteId corte, Eleccion eleccion, ActaEsperada? acta)
    {
        var inicio = new Miga(Escrito.Titulo(eleccion), Rutas.DeEleccion(corte, eleccion.Id));
        if (acta is null)
        {
            return [inicio, new(idioma["fueraDeCatalogo.breve"], Rutas.DeEleccion(corte, eleccion.Id, "fuera-de-catalogo.html"))];
        }

        var area = eleccion.Area(acta.Area);
        var suya = new Miga(idioma.Area(area), Rutas.DeArea(corte, eleccion.Id, area));
        return acta.Casilla.Seccion.Length == 0
            ? [inicio, suya]
            : [inicio, suya, new(idioma.Con("comun.seccion", ("seccion", acta.Casilla.Seccion)), Rutas.DeSeccion(corte, eleccion.Id, area, acta.Casilla.Seccion))];
    }
}
