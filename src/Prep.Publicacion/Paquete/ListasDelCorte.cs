using System.Collections.Concurrent;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Paquete;

/// <summary>Gathers what a corte wrote: one list per area's folder, the rest in the manifest. Safe from several threads.</summary>
internal sealed class ListasDelCorte(string obra, EscritorDeArchivos archivos)
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<ArchivoListado>> _porCarpeta = new(StringComparer.Ordinal);

    /// <param name="archivo">Its path is relative to the corte's folder, or climbs out of it (<c>../../recursos/…</c>).</param>
    public void Agregar(ArchivoListado archivo)
    {
        var carpeta = RutasDePaquete.CarpetaConLista(archivo.Ruta);
        var relativa = carpeta.Length == 0 ? archivo.Ruta : archivo.Ruta[(carpeta.Length + 1)..];
        _porCarpeta.GetOrAdd(carpeta, _ => []).Add(archivo with { Ruta = relativa });
    }

    /// <summary>Writes the <c>lista.json</c> of each area.</summary>
    public (IReadOnlyList<ArchivoListado> Propios, IReadOnlyList<AreaListada> Areas) Escribir(CorteId corte)
    {
        var areas = new List<AreaListada>();
        foreach (var (carpeta, bolsa) in _porCarpeta.Where(p => p.Key.Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var lista = new ListaDeArea(Manifiesto.FormatoActual, corte.Valor, carpeta, Ordenados(bolsa));
            var ruta = $"{carpeta}/{RutasDePaquete.Lista}";
            areas.Add(new(ruta, archivos.Escribir($"{obra}/{ruta}", JsonDePaquete.Escribir(lista))));
        }

        return (Ordenados(_porCarpeta.GetValueOrDefault("", [])), areas);
    }

    private static IReadOnlyList<ArchivoListado> Ordenados(IEnumerable<ArchivoListado> bolsa) => [.. bolsa.OrderBy(a => a.Ruta, StringComparer.Ordinal)];
}
