using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Tests.Formatos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>A page whose numbers are explained one by one: what no check explained when all have run is a fault.</summary>
internal sealed partial class PaginaLeida(string ruta, string html, VocabularioDelSitio vocabulario, IReadOnlySet<string> fechas)
{
    private readonly HashSet<INode> _explicados = [];
    private readonly HashSet<(IElement, string)> _atributos = [];
    private readonly List<string> _faltas = [];

    public string Ruta => ruta;

    public IHtmlDocument Documento { get; } = new HtmlParser().ParseDocument(html);

    public IReadOnlyList<string> Faltas => _faltas;

    public int Numeros { get; private set; }

    public IEnumerable<IElement> Todos(string selector) => Documento.QuerySelectorAll(selector);

    public void Exigir(string que, bool cumple)
    {
        if (!cumple)
        {
            _faltas.Add($"{ruta}: {que}");
        }
    }

    /// <summary>The numbers of those places, in order, are these and no other.</summary>
    public void Comparar(string que, IEnumerable<string> esperados, params IEnumerable<INode?> lugares)
    {
        var nodos = lugares.OfType<INode>().ToList();
        Dichos(que, esperados, nodos.SelectMany(n => Numericos(Texto(n))));
        nodos.ForEach(Explicar);
    }

    public void CompararAtributo(string que, IEnumerable<string> esperados, IElement elemento, string atributo)
    {
        Dichos(que, esperados, Numericos(elemento.GetAttribute(atributo) ?? ""));
        _atributos.Add((elemento, atributo));
    }

    /// <summary>The whole text is this one.</summary>
    public void CompararTexto(string que, string esperado, INode lugar)
    {
        Numeros++;
        Exigir($"{que}: el CSV da «{esperado}» y la página dice «{lugar.TextContent.Trim()}»", lugar.TextContent.Trim() == esperado);
        Explicar(lugar);
    }

    public void Explicar(INode nodo) => _explicados.UnionWith(nodo.DescendantsAndSelf<IText>());

    /// <summary>Ends the page: each number left must be part of the name of what it stands on.</summary>
    /// <param name="propios">Numbers in the name of what this page is about.</param>
    /// <param name="deEnlace">Those in the name of what a link leads to.</param>
    public void Sobrantes(IReadOnlySet<string> propios, Func<string, IReadOnlySet<string>> deEnlace)
    {
        foreach (var texto in Documento.Descendants<IText>().Where(t => !_explicados.Contains(t) && t.ParentElement is not (null or IHtmlScriptElement)))
        {
            Revisar(texto.Data, texto.ParentElement!, propios, deEnlace);
        }

        foreach (var elemento in Documento.All)
        {
            foreach (var atributo in new[] { "aria-label", "title", "alt", "content", "data-filtrable" })
            {
                if (elemento.GetAttribute(atributo) is { } valor && !_atributos.Contains((elemento, atributo)) && elemento.GetAttribute("name") != "viewport")
                {
                    Revisar(valor, elemento, propios, deEnlace);
                }
            }
        }
    }

    private void Revisar(string texto, IElement donde, IReadOnlySet<string> propios, Func<string, IReadOnlySet<string>> deEnlace)
    {
        if (!texto.Any(char.IsAsciiDigit) || vocabulario.EsFrase(texto))
        {
            return;
        }

        var enlace = donde.Closest("a[href]");
        var destino = enlace is null ? "" : enlace.GetAttribute("data-ir") ?? Resolver(enlace.GetAttribute("href")!);
        if (enlace is not null && Uri.UnescapeDataString(destino).Contains(texto.Trim(), StringComparison.Ordinal))
        {
            return;
        }

        var suyos = enlace is null ? propios : deEnlace(destino);
        var sinExplicar = Numericos(vocabulario.SinFrases(texto)).Where(n => !suyos.Contains(n)).ToList();
        if (sinExplicar.Count > 0)
        {
            _faltas.Add($"{ruta}: número sin explicar: {string.Join(", ", sinExplicar)} en «{texto.Trim()}», {Lugar(donde)}");
        }
    }

    public string Resolver(string href) => new Uri(new Uri("http://x/" + ruta), href) is { Host: "x" } u ? u.AbsolutePath[1..] + u.Fragment : "";

    public List<string> Numericos(string texto) =>
        [.. Numero().Matches(vocabulario.SinNombres(Fecha().Replace(texto, m => fechas.Contains(m.Value) ? " " : m.Value))).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal))];

    // Two numbers side by side in two elements are two numbers.
    public static string Texto(INode nodo) => string.Join(' ', nodo.DescendantsAndSelf<IText>().Select(t => t.Data));

    private void Dichos(string que, IEnumerable<string> esperados, IEnumerable<string> dichos)
    {
        var (e, d) = (esperados.ToList(), dichos.ToList());
        Numeros += e.Count;
        if (!e.SequenceEqual(d))
        {
            _faltas.Add($"{ruta}: {que}: el CSV da {string.Join(' ', e)} y la página dice {string.Join(' ', d)}");
        }
    }

    private static string Lugar(IElement donde) => string.Join(" > ", donde.Ancestors<IElement>().Reverse().Skip(2).Append(donde).TakeLast(4).Select(e => e.LocalName + (e.ClassName is { Length: > 0 } c ? "." + c : "")));

    [GeneratedRegex(@"[−+]?\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Numero();

    [GeneratedRegex(@"\d\d/\d\d(?:/\d{4})? \d\d:\d\d(?::\d\d)?(?: \(UTC[−+]\d\d:\d\d\))?")]
    private static partial Regex Fecha();
}

/// <summary>Digits that are not figures: those of the names of the catalogue and of the sentences of the site.</summary>
internal sealed partial class VocabularioDelSitio
{
    private readonly HashSet<string> _frases = [];
    private readonly Regex? _trozos;
    private readonly Regex? _nombres;

    public VocabularioDelSitio(Proceso proceso)
    {
        using var frases = JsonDocument.Parse(File.ReadAllText(Path.Combine(Reales.Raiz, "src/Prep.Publicacion/Sitio/Textos/es.json")));
        var todas = Hojas(frases.RootElement).Where(f => f.Any(char.IsAsciiDigit)).ToList();
        var trozos = todas.SelectMany(f => Marcas().Split(f)).Select(t => t.Trim()).Where(t => t.Any(char.IsAsciiDigit)).ToList();
        _frases.UnionWith(todas.Where(f => !f.Contains('{', StringComparison.Ordinal)).SelectMany(f => Marcas().Split(f)).Select(t => t.Trim()).Where(t => t.Any(char.IsAsciiDigit)));
        _trozos = Alternativas(trozos.Where(t => Letras().IsMatch(t) && !t.Contains("minuto", StringComparison.Ordinal)).Append("sha256sum").Append("-sha256").Append("SHA-256"));
        _nombres = Alternativas(proceso.Elecciones.SelectMany(e => e.Areas.SelectMany(a => a.Candidaturas.SelectMany(c => new[] { c.Nombre, c.Propietaria, c.Suplente }).Append(a.Nombre))
            .Concat(e.Actas.Select(a => a.Casilla.Municipio?.Nombre ?? ""))
            .Concat(e.Contendientes.SelectMany(c => new[] { c.Nombre, c is Contendiente.Partido p ? p.NombreLargo : c is Contendiente.Independiente i ? i.NombreLargo : "" })).Append(e.Titulo))
            .Concat(proceso.SistemasNormativos.Select(m => m.Nombre)).Append(proceso.Nombre));
    }

    public bool EsFrase(string texto) => _frases.Contains(texto.Trim());

    public string SinFrases(string texto) => _trozos?.Replace(texto, " ") ?? texto;

    public string SinNombres(string texto) => _nombres is not null && texto.Any(char.IsAsciiDigit) ? _nombres.Replace(texto, " ") : texto;

    private static Regex? Alternativas(IEnumerable<string> textos)
    {
        var conDigitos = textos.Where(n => n.Any(char.IsAsciiDigit) && n.Any(char.IsLetter)).Distinct().OrderByDescending(n => n.Length).ToList();
        return conDigitos.Count == 0 ? null : new($@"(?<![\w])(?:{string.Join('|', conDigitos.Select(Regex.Escape))})(?![\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> Hojas(JsonElement valor) => valor.ValueKind == JsonValueKind.Object ? valor.EnumerateObject().SelectMany(p => Hojas(p.Value)) : [valor.GetString()!];

    [GeneratedRegex(@"\{[^}]*\}|\*\*|`|\]\([^)]*\)|\[")]
    private static partial Regex Marcas();

    [GeneratedRegex(@"\p{L}{3}")]
    private static partial Regex Letras();
}
