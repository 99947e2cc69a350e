using System.Collections.Concurrent;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Vistas;

namespace Prep.Publicacion.Paquete;

/// <summary>Writes the site of a corte. What did not change since the earlier corte is linked from it, not drawn again.</summary>
internal sealed class PaginasDelCorte(string raiz, EscritorDeArchivos archivos, ListasDelCorte listas, int hilos, EstadoDePublicacion anterior)
{
    private readonly ConcurrentDictionary<string, Dictionary<string, ArchivoListado>> _listasAnteriores = new(StringComparer.Ordinal);

    /// <param name="agregadas">Versions that this corte adds: their sections are drawn.</param>
    public async Task EscribirAsync(ContextoDeSitio contexto, IReadOnlySet<ActaId> agregadas, CancellationToken ct)
    {
        var corte = contexto.Corte;
        var trabajos = SitioEstatico.TrabajosDelCorte(contexto)
            .Select(t => (Func<Task>)(() => HacerPaginaAsync(corte, t)))
            .Concat(corte.Elecciones.SelectMany(e => SitioEstatico.SeccionesDe(e).Select(s => (Func<Task>)(() => HacerSeccionAsync(contexto, e, s, agregadas)))));
        var opciones = new ParallelOptions { MaxDegreeOfParallelism = hilos, CancellationToken = ct };
        await Parallel.ForEachAsync(trabajos, opciones, async (hacer, _) => await hacer());
    }

    private async Task HacerPaginaAsync(Corte corte, Trabajo trabajo)
    {
        if (!trabajo.Fijo || !Enlazar(corte.Id, trabajo.Ruta))
        {
            Escribir(corte.Id, await trabajo.HacerAsync(), trabajo.Fijo ? EscritorDeArchivos.CalidadNormal : Calidad(corte, trabajo.Ruta));
        }
    }

    // A corte has hundreds of areas and is made in a hurry; the pages of the state are a few, and most of what is read.
    private static int Calidad(Corte corte, string ruta) =>
        corte.Ultimo ? EscritorDeArchivos.CalidadUltima
        : RutasDePaquete.CarpetaConLista(ruta[(ruta.StartsWith(RutasDePaquete.Corte(corte.Id), StringComparison.Ordinal) ? RutasDePaquete.Corte(corte.Id).Length + 1 : 0)..]).Length > 0
            ? EscritorDeArchivos.CalidadNormal
        : EscritorDeArchivos.CalidadDeCorte;

    private async Task HacerSeccionAsync(ContextoDeSitio contexto, CorteDeEleccion eleccion, SeccionDelSitio seccion, IReadOnlySet<ActaId> agregadas)
    {
        var corte = contexto.Corte.Id;
        var cambia = seccion.Actas.Any(i => agregadas.Contains(eleccion.Eleccion.Actas[i].Id));
        if (cambia || !Enlazar(corte, SitioEstatico.RutaDe(seccion, corte)))
        {
            // Shared by later cortes: its twin never depends on which corte is the last.
            Escribir(corte, await SitioEstatico.PaginaDeSeccionAsync(contexto, eleccion, seccion), EscritorDeArchivos.CalidadNormal);
        }
    }

    private void Escribir(CorteId corte, ArchivoPublicado archivo, int calidad)
    {
        var prefijo = RutasDePaquete.Corte(corte) + "/";
        if (archivo.Ruta.StartsWith(prefijo, StringComparison.Ordinal))
        {
            Listar(archivo.Ruta[prefijo.Length..], archivo.Bytes, archivos.Escribir($"{RutasDePaquete.EnObra(corte)}/{archivo.Ruta[prefijo.Length..]}", archivo.Bytes, calidad));
        }
        else if (archivo.Ruta.Contains('/'))
        {
            // Shared by all cortes and named by its content: written once.
            Listar($"../../{archivo.Ruta}", archivo.Bytes, EscribirCompartido(archivo));
        }
        else
        {
            var copia = $"{RutasDePaquete.CopiaDeRaiz}/{archivo.Ruta}";
            Listar(copia, archivo.Bytes, archivos.Escribir($"{RutasDePaquete.EnObra(corte)}/{copia}", archivo.Bytes, calidad));
        }
    }

    private string EscribirCompartido(ArchivoPublicado archivo)
    {
        var ruta = Path.Combine(raiz, archivo.Ruta);
        return File.Exists(ruta) && File.ReadAllBytes(ruta).AsSpan().SequenceEqual(archivo.Bytes)
            ? CodigoDeIntegridad.De(archivo.Bytes).Hex
            : archivos.Escribir(archivo.Ruta, archivo.Bytes);
    }

    private void Listar(string ruta, byte[] bytes, string sha256) => listas.Agregar(new(ruta, bytes.LongLength, sha256));

    // False when the earlier corte has no such page: it is drawn.
    private bool Enlazar(CorteId corte, string ruta)
    {
        if (anterior.Actual is not { } actual)
        {
            return false;
        }

        var relativa = ruta[(RutasDePaquete.Corte(corte).Length + 1)..];
        var carpeta = RutasDePaquete.CarpetaConLista(relativa);
        if (carpeta.Length == 0 || !ListaAnterior(actual.Corte, carpeta).TryGetValue(relativa[(carpeta.Length + 1)..], out var listado))
        {
            return false;
        }

        archivos.Enlazar($"{RutasDePaquete.Cortes}/{actual.Corte}/{relativa}", $"{RutasDePaquete.EnObra(corte)}/{relativa}");
        listas.Agregar(listado with { Ruta = relativa });
        return true;
    }

    private Dictionary<string, ArchivoListado> ListaAnterior(string corte, string carpeta) => _listasAnteriores.GetOrAdd(carpeta, c =>
    {
        var ruta = Path.Combine(raiz, RutasDePaquete.Cortes, corte, c, RutasDePaquete.Lista);
        return File.Exists(ruta) ? JsonDePaquete.Leer<ListaDeArea>(File.ReadAllBytes(ruta)).Archivos.ToDictionary(a => a.Ruta, StringComparer.Ordinal) : [];
    });
}
