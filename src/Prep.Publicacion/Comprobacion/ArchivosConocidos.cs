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
    private readonly HashSet<string> _aparte = new(StringComparer.Ordinal);

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
            AgregarAparte(eslabon.Carpeta);
            return;
        }

        _rutas.Add($"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}");
        _rutas.Add($"{eslabon.Carpeta}/{RutasDePaquete.Firma}");
        foreach (var archivo in archivos)
        {
            _rutas.Add(archivo.Ruta);
        }
    }

    /// <summary>A folder that is judged elsewhere, or not at all.</summary>
    /// <param name="carpeta">At the root or one below.</param>
    public void AgregarAparte(string carpeta) => _aparte.Add(carpeta);

    public bool Conoce(string ruta) => _rutas.Contains(ruta) || EsGemeloDeUno(ruta) || EsRecursoDeAntes(ruta)
        || (ruta.Split('/') is [var raiz, var siguiente, ..] && (_aparte.Contains(raiz) || _aparte.Contains($"{raiz}/{siguiente}")));

    /// <summary>Resources of earlier looks of the site stay for the pages that use them: no list that was walked names them, their own name answers for them.</summary>
    public bool EsRecursoDeAntes(string ruta) => ruta.StartsWith(Recursos.Carpeta, StringComparison.Ordinal) && !_rutas.Contains(ruta) && !EsGemeloDeUno(ruta);

    private bool EsGemeloDeUno(string ruta) => ruta.EndsWith(RutasDePaquete.Gemelo, StringComparison.Ordinal)
        && ruta[..^RutasDePaquete.Gemelo.Length] is var plano && RutasDePaquete.TieneGemelo(plano) && _rutas.Contains(plano);
}
