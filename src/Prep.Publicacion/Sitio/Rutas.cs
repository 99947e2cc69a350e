using System.Globalization;
using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Sitio;

/// <summary>Where each file of a publication lies, relative to its root, and how a page names another.</summary>
public static class Rutas
{
    public const string Raiz = "index.html";

    public const string Actual = "actual.json";

    /// <summary>Folder of the municipalities whose ayuntamiento is not elected by parties, inside the election.</summary>
    public const string SistemasNormativos = "sistemas-normativos";

    public static string DelCorte(CorteId corte, string archivo = "index.html") => $"cortes/{corte}/{archivo}";

    public static string DeEleccion(CorteId corte, EleccionId eleccion, string archivo = "index.html") => $"cortes/{corte}/{eleccion}/{archivo}";

    /// <summary>Folder of an area inside its election: <c>distrito/007/</c>.</summary>
    public static string Carpeta(Area area) => area.Tipo switch
    {
        TipoDeArea.SinArea => "sin-area/",
        TipoDeArea.Municipio => $"municipio/{Segura(area.Id.Clave)}/",
        _ => $"distrito/{Segura(area.Id.Clave)}/",
    };

    public static string DeArea(CorteId corte, EleccionId eleccion, Area area, string archivo = "index.html") =>
        $"cortes/{corte}/{eleccion}/{Carpeta(area)}{archivo}";

    /// <summary>A municipality inside an election by district; in ayuntamientos it is the area itself.</summary>
    public static string DeMunicipio(CorteId corte, EleccionId eleccion, string municipio, string archivo = "index.html") =>
        $"cortes/{corte}/{eleccion}/{CarpetaDeMunicipio(municipio)}{archivo}";

    /// <summary>Its folder inside that election: <c>municipio/067/</c>.</summary>
    public static string CarpetaDeMunicipio(string municipio) => $"municipio/{Segura(municipio)}/";

    /// <summary>The page that tells why an ayuntamiento has no results.</summary>
    public static string DeSistemaNormativo(CorteId corte, EleccionId eleccion, string municipio) =>
        $"cortes/{corte}/{eleccion}/{SistemasNormativos}/{Segura(municipio)}.html";

    public static string DeSeccion(CorteId corte, EleccionId eleccion, Area area, string seccion) =>
        $"cortes/{corte}/{eleccion}/{Carpeta(area)}seccion/{Segura(seccion)}.html";

    /// <summary>A published version of an acta.</summary>
    /// <param name="extension">Without dot: <c>html</c>, <c>json</c>.</param>
    public static string DeActa(ActaId acta, int version, string extension = "html") =>
        $"actas/{acta.Eleccion}/{Segura(acta.Nombre)}.v{version.ToString(CultureInfo.InvariantCulture)}.{extension}";

    public static string DeImagen(CodigoDeIntegridad codigo) => $"imagenes/{codigo.Hex[..2]}/{codigo.Hex}.jpg";

    /// <summary>How the page <paramref name="desde"/> names the file <paramref name="hacia"/>: never absolute, never a folder.</summary>
    public static string Relativa(string desde, string hacia)
    {
        var comun = 0;
        for (var i = 0; i < desde.Length && i < hacia.Length && desde[i] == hacia[i]; i++)
        {
            comun = desde[i] == '/' ? i + 1 : comun;
        }

        var subidas = desde.AsSpan(comun).Count('/');
        return subidas switch
        {
            0 => hacia[comun..],
            1 => string.Concat("../", hacia.AsSpan(comun)),
            2 => string.Concat("../../", hacia.AsSpan(comun)),
            _ => string.Concat(new StringBuilder().Insert(0, "../", subidas).ToString(), hacia.AsSpan(comun)),
        };
    }

    // Keys come from files of others: what is not a letter, a digit, ~ or - becomes _XX, so that no key leaves its folder
    // and two keys never meet in one file.
    internal static string Segura(string clave)
    {
        if (clave.All(EsSegura))
        {
            return clave;
        }

        var segura = new StringBuilder(clave.Length + 8);
        foreach (var letra in clave)
        {
            _ = EsSegura(letra) ? segura.Append(letra) : segura.Append('_').Append(((int)letra).ToString("X2", CultureInfo.InvariantCulture)).Append('_');
        }

        return segura.ToString();
    }

    private static bool EsSegura(char letra) => char.IsAsciiLetterOrDigit(letra) || letra is '~' or '-';
}
