using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Prep.Pantallas.Estilos;

namespace Prep.Publicacion.Sitio;

/// <summary>
/// Style and module of the site, named by their content. They lie at the root of the publication (<c>recursos/HASH.css</c>) and are
/// shared by all cortes: pages of actas and sections outlive the corte that wrote them, and a phone fetches them once a night.
/// </summary>
public static class Recursos
{
    public static ArchivoPublicado Estilo { get; } = Con("css", Tokens.Css + Leer("sitio.css"));

    public static ArchivoPublicado Modulo { get; } = Con("js", Leer("sitio.js"));

    public static IReadOnlyList<ArchivoPublicado> Todos { get; } = [Estilo, Modulo];

    private static ArchivoPublicado Con(string extension, string texto)
    {
        var bytes = Encoding.UTF8.GetBytes(texto);
        return new($"recursos/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.{extension}", bytes);
    }

    private static string Leer(string nombre)
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream(nombre)!;
        using var lector = new StreamReader(flujo);
        return lector.ReadToEnd();
    }
}
