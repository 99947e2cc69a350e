using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Prep.Operacion.Ayuda;

/// <summary>Markdown of a manual to HTML of a screen: the links that a forge follows lead here to the same manual, the pictures come from inside the program.</summary>
/// <param name="hay">Whether there is a manual of that name.</param>
/// <param name="imagen">Address of a picture, by its file name.</param>
internal sealed class LectorDeManual(Func<string, bool> hay, Func<string, string> imagen)
{
    // Headings are named as a forge names them, so that a link with an anchor works in both places. Raw HTML stays text.
    private static readonly MarkdownPipeline _reglas = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    public Manual Leer(string nombre, string texto)
    {
        var documento = Markdown.Parse(texto, _reglas);
        var titulo = documento.OfType<HeadingBlock>().First(e => e.Level == 1);
        documento.Remove(titulo);
        foreach (var enlace in documento.Descendants<LinkInline>().ToArray())
        {
            Dirigir(enlace);
        }

        foreach (var bloque in documento.Descendants<CodeBlock>())
        {
            bloque.GetAttributes().AddProperty("tabindex", "0");
        }

        using StringWriter html = new();
        HtmlRenderer pintor = new(html);
        _reglas.Setup(pintor);
        pintor.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new TablaEnCaja());
        pintor.Render(documento);
        return new(nombre, Palabras(titulo), html.ToString(), [.. documento.OfType<HeadingBlock>().Where(e => e.Level == 2).Select(e => new Apartado(e.GetAttributes().Id!, Palabras(e)))]);
    }

    private void Dirigir(LinkInline enlace)
    {
        var (destino, ancla) = enlace.Url!.Split('#') is [var antes, var despues] ? (antes, "#" + despues) : (enlace.Url, "");
        if (enlace.IsImage)
        {
            enlace.Url = imagen(Path.GetFileName(destino));
        }
        else if (destino.EndsWith(".md", StringComparison.Ordinal) && !destino.Contains('/') && hay(Path.GetFileNameWithoutExtension(destino)))
        {
            enlace.Url = $"{Manuales.Ruta}/{Path.GetFileNameWithoutExtension(destino)}{ancla}";
        }
        else if (destino.Length > 0 && !destino.Contains("://", StringComparison.Ordinal))
        {
            enlace.ReplaceBy(new ContainerInline(), copyChildren: true);   // a document that does not travel with the program: its words stay
        }
    }

    private static string Palabras(HeadingBlock encabezado) => string.Concat(encabezado.Inline!.Descendants<LiteralInline>().Select(t => t.Content.ToString()));

    // A wide table scrolls inside its own box, which the keyboard reaches.
    private sealed class TablaEnCaja : HtmlTableRenderer
    {
        private int _cuantas;

        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write($"<div class=\"tabla\" role=\"region\" tabindex=\"0\" aria-label=\"Tabla {++_cuantas}\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
