using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Every path that a checked publication accounts for; the rest is extra.</summary>
internal sealed class ArchivosConocidos
{
    private static readonly HashSet<string> DeRaiz = new(StringComparer.Ordinal)
    {
        RutasDePaquete.Actual, RutasDePaquete.EnlaceActual, RutasDePaquete.Portada, RutasDePaquete.ClavePublica, RutasDePaquete.Candado, RutasDePaquete.CandadoDeSeguimiento,
    };

    private readonly HashSet<string> _rutas = new(DeRaiz, StringComparer.Ordinal);
    private readonly HashSet<string> _cortesSinRecorrer = new(StringComparer.Ordinal);

    public void Agregar(RevisorDeRegistro registro)
    {
        _rutas.UnionWith(registro.Segmentos);
        foreach (var archivo in registro.Archivos)
        {
            _rutas.Add(archivo.Ruta);
        }

        foreach (var sha256 in registro.Retiradas)
        {
            _rutas.Add(RutasDePaquete.AvisoDeRetiro(sha256));
        }
    }

    public void Agregar(IEnumerable<string> rutas) => _rutas.UnionWith(rutas);

    /// <param name="entero">False: the corte's folder was not walked, so what is in it is not judged.</param>
    public void Agregar(Eslabon eslabon, IEnumerable<ArchivoEsperado> archivos, bool entero)
    {
        if (!entero)
        {
            _cortesSinRecorrer.Add(eslabon.Corte);
            return;
        }

        _rutas.Add($"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}");
        _rutas.Add($"{eslabon.Carpeta}/{RutasDePaquete.Firma}");
        foreach (var archivo in archivos)
        {
            _rutas.Add(archivo.Ruta);
        }
    }

    public bool Conoce(string ruta)
    {
        if (_rutas.Contains(ruta) || EsGemeloDeUno(ruta))
        {
            return true;
        }

        return EsRecursoDeAntes(ruta) || (ruta.Split('/') is [RutasDePaquete.Cortes, var corte, ..] && _cortesSinRecorrer.Contains(corte));
    }

    /// <summary>Resources of earlier looks of the site stay for the pages that use them: no list that was walked names them, their own name answers for them.</summary>
    public bool EsRecursoDeAntes(string ruta) => ruta.StartsWith(Recursos.Carpeta, StringComparison.Ordinal) && !_rutas.Contains(ruta) && !EsGemeloDeUno(ruta);

    private bool EsGemeloDeUno(string ruta) => ruta.EndsWith(RutasDePaquete.Gemelo, StringComparison.Ordinal)
        && ruta[..^RutasDePaquete.Gemelo.Length] is var plano && RutasDePaquete.TieneGemelo(plano) && _rutas.Contains(plano);
}
