using System.Collections.Concurrent;

namespace Prep.Publicacion.Paquete;

/// <summary>Writes the files of a publication and their <c>.br</c> twins. Safe from several threads; keeps nothing but the names of folders made.</summary>
public sealed class EscritorDeArchivos(string raiz)
{
    /// <summary>Quality of the thousands of small twins of actas, sections and areas: half the time of 2 or less for 6 % more bytes (docs/medidas.md).</summary>
    public const int CalidadNormal = 1;

    /// <summary>Quality of the pages of the process and the state, which are few and the most read.</summary>
    public const int CalidadDeCorte = 5;

    /// <summary>Quality of the pages that the last corte will serve for years.</summary>
    public const int CalidadUltima = 11;

    private readonly ConcurrentDictionary<string, bool> _carpetas = new(StringComparer.Ordinal);

    /// <summary>Writes the file and, for HTML and JSON, its twin.</summary>
    /// <param name="ruta">Relative to the root, forward slashes.</param>
    /// <returns>SHA-256 of the plain bytes, 64 lower-case hex.</returns>
    public string Escribir(string ruta, byte[] bytes, int calidad = CalidadNormal)
    {
        using var listo = ArchivoListo.De(ruta, bytes, calidad);
        Escribir(listo);
        return listo.Sha256;
    }

    /// <summary>Writes what another thread made ready.</summary>
    internal void Escribir(ArchivoListo archivo)
    {
        var completa = Preparar(archivo.Ruta);
        Disco.Escribir(completa, archivo.Bytes);
        if (archivo.TieneGemelo)
        {
            Disco.Escribir(completa + RutasDePaquete.Gemelo, archivo.Gemelo);
        }
    }

    /// <summary>Gives the file <paramref name="de"/> and its twin a second name.</summary>
    public void Enlazar(string de, string a)
    {
        var origen = Path.Combine(raiz, de);
        var destino = Preparar(a);
        Disco.Enlazar(origen, destino);
        if (RutasDePaquete.TieneGemelo(a))
        {
            Disco.Enlazar(origen + RutasDePaquete.Gemelo, destino + RutasDePaquete.Gemelo);
        }
    }

    private string Preparar(string ruta)
    {
        var completa = Path.Combine(raiz, ruta);
        var corte = ruta.LastIndexOf('/');
        if (corte > 0 && !_carpetas.ContainsKey(ruta[..corte]))
        {
            // Made before it is noted: another thread that sees the note may write at once.
            Directory.CreateDirectory(Path.GetDirectoryName(completa)!);
            _carpetas[ruta[..corte]] = true;
        }

        return completa;
    }
}
