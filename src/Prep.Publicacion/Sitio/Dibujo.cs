using System.Text;
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

    public static async Task<ArchivoPublicado> PaginaAsync<TPagina>(Hoja hoja, params (string Nombre, object? Valor)[] parametros)
        where TPagina : IComponent => await PaginaAsync<TPagina>(hoja.Ruta, [("Hoja", hoja with { Comun = await MarcoComun.DeAsync(hoja) }), .. parametros]);

    /// <param name="ruta">Where the page lies, relative to the root.</param>
    public static async Task<ArchivoPublicado> PaginaAsync<TPagina>(string ruta, IReadOnlyCollection<(string Nombre, object? Valor)> parametros)
        where TPagina : IComponent => new(ruta, await DibujarAsync<TPagina>(parametros));

    /// <summary>A piece that several pages carry.</summary>
    internal static async Task<MarkupString> ParteAsync<TParte>(Hoja hoja)
        where TParte : IComponent => new(Encoding.UTF8.GetString(await DibujarAsync<TParte>([("Hoja", hoja)])));

    private static async Task<byte[]> DibujarAsync<TComponente>(IReadOnlyCollection<(string Nombre, object? Valor)> parametros)
        where TComponente : IComponent
    {
        var valores = parametros.ToDictionary(p => p.Nombre, p => p.Valor);
        await using var dibujante = new HtmlRenderer(Servicios, NullLoggerFactory.Instance);
        return await dibujante.Dispatcher.InvokeAsync(async () =>
        {
            var raiz = await dibujante.RenderComponentAsync<TComponente>(ParameterView.FromDictionary(valores)).ConfigureAwait(true);
            using var texto = new TextoEnBytes();
            raiz.WriteHtmlTo(texto);
            return texto.Bytes();
        });
    }
}
