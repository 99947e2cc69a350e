using Microsoft.AspNetCore.Components;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Json;
using Prep.Publicacion.Sitio.Paginas;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio;

/// <summary>Pages of the whole process: the home (at the root and in the corte), databases, how to verify, help.</summary>
internal static class PaginasDelProceso
{
    public static IEnumerable<Trabajo> De(ContextoDeSitio contexto)
    {
        var nombre = Escrito.Nombre(contexto.Corte.Proceso.Nombre);
        var manifiesto = Rutas.DelCorte(contexto.Corte.Id, RutasDePaquete.Manifiesto);
        yield return Pagina<InicioPagina>(new(contexto, Rutas.Raiz, contexto.Idioma["inicio.titulo"], ConAvance: false) { Vigente = "index.html", Datos = manifiesto });
        yield return Pagina<InicioPagina>(new(contexto, Rutas.DelCorte(contexto.Corte.Id), contexto.Idioma["inicio.titulo"], ConAvance: false) { Vigente = "index.html", Datos = manifiesto });
        yield return Pagina<BasesPagina>(Con("base-de-datos.html", contexto.Idioma["bases.titulo"]) with { Datos = Rutas.DelCorte(contexto.Corte.Id, JsonDeBases.Archivo) });
        yield return Pagina<VerificarPagina>(Con("verificar.html", contexto.Idioma["verificar.breve"]));
        yield return Pagina<DifusoresPagina>(Con("difusores.html", contexto.Idioma["difusores.titulo"]));
        yield return Pagina<AyudaPagina>(Con("ayuda.html", contexto.Idioma["ayuda.titulo"]));
        yield return Pagina<GlosarioPagina>(Con("glosario.html", contexto.Idioma["glosario.titulo"]));
        var bases = Rutas.DelCorte(contexto.Corte.Id, JsonDeBases.Archivo);
        yield return new(bases, () => Task.FromResult(new ArchivoPublicado(bases, JsonDeBases.Escribir(contexto))));

        Hoja Con(string archivo, string titulo) => new(contexto, Rutas.DelCorte(contexto.Corte.Id, archivo), titulo)
        {
            Vigente = archivo,
            // What these pages show in numbers is the advance of each election, and the manifest has its figures.
            Datos = manifiesto,
            Migas = [new(nombre, Rutas.DelCorte(contexto.Corte.Id))],
        };
    }

    private static Trabajo Pagina<TPagina>(Hoja hoja)
        where TPagina : IComponent => new(hoja.Ruta, () => Dibujo.PaginaAsync<TPagina>(hoja));
}
