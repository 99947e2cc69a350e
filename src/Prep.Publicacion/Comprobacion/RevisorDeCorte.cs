using System.Text.Json;
using Prep.Publicacion.Paquete;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Checks the files of one corte against its signed lists.</summary>
internal sealed class RevisorDeCorte(IFuenteDePublicacion fuente, Reporte reporte, RevisorDeArchivos archivos, Eslabon eslabon)
{
    /// <summary>What the lists name, relative to the root. Filled by <see cref="Revisar"/>.</summary>
    public List<ArchivoEsperado> Archivos { get; } = [];

    /// <param name="entero">False: only its databases.</param>
    public void Revisar(bool entero, CancellationToken ct)
    {
        var manifiesto = eslabon.Manifiesto;
        Agregar($"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}", eslabon.Carpeta, manifiesto.Archivos.Where(a => entero || EsDeBases(a.Ruta)));
        if (entero)
        {
            foreach (var area in manifiesto.Areas)
            {
                LeerLista(area);
            }

            // The manifest's own twin: nothing lists it, its plain file is the manifest.
            Archivos.Add(new($"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}", -1, eslabon.Sha256));
        }

        archivos.Revisar(Archivos, ct);
        if (entero)
        {
            new RevisorDeZips(fuente, reporte).RevisarCorte(eslabon);
        }
    }

    private void LeerLista(AreaListada area)
    {
        if (Resolver(eslabon.Carpeta, area.Ruta) is not { } ruta)
        {
            RutaMala($"{eslabon.Carpeta}/{RutasDePaquete.Manifiesto}", area.Ruta);
            return;
        }

        // Its own hash is checked here, once, with its twin; not again with the rest.
        if (archivos.Leer(new(ruta, -1, area.Sha256)) is not { } bytes)
        {
            return;
        }

        Listadas.Add(new(ruta, -1, area.Sha256));
        try
        {
            Agregar(ruta, ruta[..ruta.LastIndexOf('/')], JsonDePaquete.Leer<ListaDeArea>(bytes).Archivos);
        }
        catch (JsonException e)
        {
            reporte.Falta("lista_ilegible", ruta, $"No se entiende: {e.Message}");
        }
    }

    /// <summary>Lists of areas that were read.</summary>
    public List<ArchivoEsperado> Listadas { get; } = [];

    private void Agregar(string lista, string carpeta, IEnumerable<ArchivoListado> listados)
    {
        foreach (var listado in listados)
        {
            if (Resolver(carpeta, listado.Ruta) is { } ruta)
            {
                Archivos.Add(new(ruta, listado.Bytes, listado.Sha256));
            }
            else
            {
                RutaMala(lista, listado.Ruta);
            }
        }
    }

    private void RutaMala(string lista, string ruta) => reporte.Falta("ruta_fuera", lista, "Nombra un archivo fuera de la publicación.", ruta);

    private static bool EsDeBases(string ruta) => ruta.StartsWith(RutasDePaquete.BaseDeDatos + "/", StringComparison.Ordinal);

    /// <summary>A listed path as one relative to the root; null when it leaves the publication.</summary>
    internal static string? Resolver(string carpeta, string ruta)
    {
        var partes = carpeta.Split('/').ToList();
        foreach (var parte in ruta.Split('/'))
        {
            if (parte == "..")
            {
                if (partes.Count == 0)
                {
                    return null;
                }

                partes.RemoveAt(partes.Count - 1);
            }
            else
            {
                partes.Add(parte);
            }
        }

        var entera = string.Join('/', partes);
        return RutasDePaquete.EsInterna(entera) ? entera : null;
    }
}
