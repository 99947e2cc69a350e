using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Paquete;

/// <summary>Where each thing lies in a publication, relative to its root, with forward slashes (design.md §5).</summary>
public static class RutasDePaquete
{
    public const string Actual = "actual.json";
    public const string EnlaceActual = "actual";
    public const string Portada = "index.html";
    public const string ClavePublica = "clave-publica.pem";
    public const string Cortes = "cortes";
    public const string Actas = "actas";
    public const string Imagenes = "imagenes";
    public const string Registro = "registro";
    public const string Recursos = "recursos";

    /// <summary>Held by the one process that publishes; not part of the publication.</summary>
    public const string Candado = ".candado";

    /// <summary>What the Commission publishes, with a signed list of its own.</summary>
    public const string Seguimiento = "seguimiento";

    /// <summary>Its public documents, each named by its content.</summary>
    public const string DocumentosDelSeguimiento = "seguimiento/documentos";

    /// <summary>Held by the one process that writes it; not part of the publication.</summary>
    public const string CandadoDeSeguimiento = ".candado-seguimiento";

    public const string Manifiesto = "manifiesto.json";
    public const string Firma = "manifiesto.firma";
    public const string Lista = "lista.json";
    public const string BaseDeDatos = "base-de-datos";

    /// <summary>Inside a corte: the copy of what it puts at the root, by which the signature reaches <c>index.html</c>.</summary>
    public const string CopiaDeRaiz = "raiz";

    public static string Corte(CorteId id) => $"{Cortes}/{id}";

    /// <summary>Where a corte is made before it is renamed into place.</summary>
    public static string EnObra(CorteId id) => $"{Cortes}/.{id}";

    public static string ManifiestoDe(CorteId id) => $"{Corte(id)}/{Manifiesto}";

    public static string Segmento(CorteId id) => $"{Registro}/{id}.jsonl";

    /// <summary>Page and JSON of a version, without extension: <c>actas/gub/200002B010002.v1</c>.</summary>
    public static string Acta(ActaId id, int version) => Sitio.Rutas.DeActa(id, version)[..^".html".Length];

    /// <summary>
    /// Folder whose files have a list of their own (an area, a municipality inside a district election, those of Sistemas Normativos); empty for the rest.
    /// </summary>
    /// <param name="ruta">Relative to the corte's folder: <c>gub/distrito/007/seccion/0412.html</c>.</param>
    public static string CarpetaConLista(string ruta)
    {
        var partes = ruta.Split('/');
        return partes switch
        {
            [_, "sin-area" or Sitio.Rutas.SistemasNormativos, _, ..] => $"{partes[0]}/{partes[1]}",
            [_, "distrito" or "municipio", _, _, ..] => $"{partes[0]}/{partes[1]}/{partes[2]}",
            _ => "",
        };
    }

    /// <summary>Where what the Commission publishes is made before it takes its place: beside the publication, on its disk, for what is in it is published.</summary>
    public static string TallerDeSeguimiento(string publicacion)
    {
        var completa = Path.TrimEndingDirectorySeparator(Path.GetFullPath(publicacion));
        var real = Directory.Exists(completa) ? Directory.ResolveLinkTarget(completa, returnFinalTarget: true)?.FullName ?? completa : completa;
        return $"{real}.seguimiento";
    }

    /// <summary>A path as a publication may name it: relative, inside, forward slashes, printable.</summary>
    public static bool EsInterna(string ruta) =>
        ruta.Length is > 0 and <= 512 && !ruta.Contains('\\') && !ruta.Any(char.IsControl)
        && ruta.Split('/').All(parte => parte is not ("" or "." or ".."));

    public static string Imagen(string sha256) => $"{Imagenes}/{sha256[..2]}/{sha256}.jpg";

    /// <summary>What stands in the place of a withdrawn image.</summary>
    public static string AvisoDeRetiro(string sha256) => $"{Imagenes}/{sha256[..2]}/{sha256}.retirada.txt";

    /// <summary>The pages that the Commission publishes are there.</summary>
    public static bool HaySeguimiento(string publicacion) => File.Exists(Path.Combine(publicacion, Seguimiento, Portada));

    public static bool TieneGemelo(string ruta) =>
        ruta.EndsWith(".html", StringComparison.Ordinal) || ruta.EndsWith(".json", StringComparison.Ordinal) || ruta.StartsWith(Recursos + "/", StringComparison.Ordinal);

    public const string Gemelo = ".br";
}
