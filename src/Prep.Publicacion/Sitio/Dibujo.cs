using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Prep.Publicacion.Sitio;

/// <summary>Turns a component into the bytes of a page. One renderer per page, disposed: kept alive it grows without bound.</summary>
public static class Dibujo
{
    // Accents are written as they are; only what HTML reserves is escaped.
    private static readonly ServiceProvider Servicios =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static Task<ArchivoPublicado> PaginaAsync<TPagina>(Hoja hoja, params (string Nombre, object? Valor)[] parametros)
        where TPagina : IComponent => PaginaAsync<TPagina>(hoja.Ruta, [("Hoja", hoja), .. parametros]);

    /// <param name="ruta">Where the page lies, relative to the root.</param>
    public static async Task<ArchivoPublicado> PaginaAsync<TPagina>(string ruta, IReadOnlyCollection<(string Nombre, object? Valor)> parametros)
        where TPagina : IComponent
    {
        var valores = parametros.ToDictionary(p => p.Nombre, p => p.Valor);
        await using var dibujante = new HtmlRenderer(Servicios, NullLoggerFactory.Instance);
        var bytes = await dibujante.Dispatcher.InvokeAsync(async () =>
        {
            var raiz = await dibujante.RenderComponentAsync<TPagina>(ParameterView.FromDictionary(valores)).ConfigureAwait(true);
            using var texto = new TextoEnBytes();
            raiz.WriteHtmlTo(texto);
            return texto.Bytes();
        });
        return new(ruta, bytes);
    }
}
