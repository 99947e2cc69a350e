using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Prep.Pantallas.Estilos;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Json;

namespace Prep.Publicacion.Sitio;

/// <summary>
/// Style and modules of the site, named by their content. They lie at the root of the publication (<c>recursos/HASH.css</c>) and are
/// shared by all cortes: pages of actas and sections outlive the corte that wrote them, and a phone fetches them once a night.
/// </summary>
public static class Recursos
{
    public const string Carpeta = RutasDePaquete.Recursos + "/";

    private const int Cifras = 16;

    // Larger than any look of the site: what opens to more is not one.
    private const int MaximoAbierto = 4 << 20;

    public static ArchivoPublicado Estilo { get; } = Con("css", Tokens.Css + Leer("sitio.css") + Leer("graficas.css"));

    /// <summary>The schemas of every JSON of the publication in one document: each JSON names its own in <c>$schema</c>.</summary>
    public static ArchivoPublicado Esquemas { get; } = Con("json", EsquemasPublicados.Juntos());

    /// <summary>The style of the house with rules of an institute after it.</summary>
    public static ArchivoPublicado EstiloCon(string reglas) => Con("css", [.. Estilo.Bytes, .. Encoding.UTF8.GetBytes(reglas)]);

    /// <summary>A resource under the name that its content gives it.</summary>
    public static ArchivoPublicado Con(string extension, byte[] bytes) => new($"{Carpeta}{Codigo(bytes)}.{extension}", bytes);

    internal static ArchivoPublicado Con(string extension, string texto) => Con(extension, Encoding.UTF8.GetBytes(texto));

    /// <summary>Whether a file of <c>recursos/</c>, or its compressed twin, holds what its name says.</summary>
    public static bool LoNombraSuContenido(string ruta, byte[] bytes)
    {
        var nombre = ruta[Carpeta.Length..].Split('.');
        return nombre switch
        {
            [var codigo, "css" or "js" or "json" or "svg" or "png"] => codigo == Codigo(bytes),
            [var codigo, "css" or "js" or "json" or "svg" or "png", "br"] => Abierto(bytes) is { } abierto && codigo == Codigo(abierto),
            _ => false,
        };
    }

    private static byte[]? Abierto(byte[] comprimido)
    {
        var abierto = new byte[MaximoAbierto];
        return BrotliDecoder.TryDecompress(comprimido, abierto, out var escritos) ? abierto[..escritos] : null;
    }

    private static string Codigo(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Cifras];

    internal static string Leer(string nombre)
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream(nombre)!;
        using var lector = new StreamReader(flujo);
        return lector.ReadToEnd();
    }
}
