using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>The ES modules of the site with the sentences of one language inside: <c>const textos = {/* acta */};</c> is where they go.</summary>
/// <param name="Sitio">Of every page.</param>
/// <param name="Comparar">Compares two cortes; only the page of changes asks for it.</param>
/// <param name="Comprobar">Checks hashes and the signature in the reader's browser; pages with something to check ask for it.</param>
/// <param name="Acta">Zoom and turn of the image of an acta.</param>
public sealed record Modulos(ArchivoPublicado Sitio, ArchivoPublicado Comparar, ArchivoPublicado Comprobar, ArchivoPublicado Acta)
{
    private static readonly JsonSerializerOptions Opciones = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IReadOnlyList<ArchivoPublicado> Todos { get; } = [Sitio, Comparar, Comprobar, Acta];

    internal static Modulos De(Idioma idioma) => new(Con(idioma, "sitio"), Con(idioma, "comparar"), Con(idioma, "comprobar"), Con(idioma, "acta"));

    private static ArchivoPublicado Con(Idioma idioma, string nombre) =>
        Recursos.Con("js", Recursos.Leer($"{nombre}.js").Replace($"{{/* {nombre} */}}", JsonSerializer.Serialize(idioma.Grupo($"modulos.{nombre}."), Opciones), StringComparison.Ordinal));
}
