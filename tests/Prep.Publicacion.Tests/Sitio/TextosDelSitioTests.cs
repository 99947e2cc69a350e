using System.Reflection;
using System.Text.RegularExpressions;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Of the results and of the Commission: no sentence lives outside <c>es.json</c>, and none lives there for nothing.</summary>
public sealed partial class TextosDelSitioTests
{
    private static readonly string Raiz = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "src");

    private const string Sitio = "Prep.Publicacion/Sitio";
    private const string Comision = "Prep.Seguimiento/Publico";

    private static readonly string[] Grupos = [.. Idioma.Espanol.Claves.Select(c => c[..c.IndexOf('.')]).Distinct()];

    public static TheoryData<string> Paginas => [.. Archivos($"{Sitio}/Paginas", "*.razor"), .. Archivos(Comision, "*.razor")];

    // Json speaks to programs and says what the program says in Spanish; what refuses a configuration speaks to who configures.
    public static TheoryData<string> Codigo =>
    [
        .. new[] { "Paginas", "Vistas", "Mapas", "Cambios", "Estadistica", "Historia", "Curva" }.SelectMany(c => Archivos($"{Sitio}/{c}", "*.cs")),
        $"{Sitio}/SitioEstatico.cs", $"{Sitio}/PaginasDeEleccion.cs", $"{Sitio}/PaginasDelProceso.cs", $"{Sitio}/Textos/Dichos.cs", $"{Sitio}/Textos/EstadoDeActa.cs", $"{Sitio}/Textos/LimiteAplicado.cs",
        $"{Sitio}/Textos/Motivado.cs", $"{Sitio}/Textos/Observado.cs",
        .. Archivos(Comision, "*.cs").Where(a => !Path.GetFileName(a).StartsWith("Datos", StringComparison.Ordinal) && !a.EndsWith("/TablaPublica.cs", StringComparison.Ordinal)),
    ];

    [Theory, MemberData(nameof(Paginas))]
    public void Ninguna_pagina_escribe_frases(string archivo)
    {
        var (marcas, codigo) = Partida(Leer(archivo));
        Assert.Empty(FrasesEn(codigo).Concat(FrasesEnMarcas(marcas)));
        Assert.Empty(AtributoEscrito().Matches(marcas).Select(m => m.Value));
        Assert.Equal([], Palabra().Matches(SoloTexto(marcas)).Select(m => m.Value).Where(p => p is not "else" and not "PREP" and not "SHA" and not "Windows"));
    }

    [Theory, MemberData(nameof(Codigo))]
    public void Ningun_archivo_de_codigo_escribe_frases(string archivo) => Assert.Empty(FrasesEn(Leer(archivo)));

    [Fact]
    public void Cada_clave_usada_existe_y_cada_clave_que_existe_se_usa()
    {
        var fuentes = new[] { Sitio, Comision }.SelectMany(c => Directory.EnumerateFiles(Path.Combine(Raiz, c), "*", SearchOption.AllDirectories)).Where(a => a.EndsWith(".razor", StringComparison.Ordinal) || a.EndsWith(".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var nombradas = fuentes.SelectMany(f => Nombrada().Matches(f).Select(m => m.Groups[1].Value)).Where(EsDeUnGrupo).ToHashSet();
        var formas = fuentes.SelectMany(f => Compuesta().Matches(f).Select(m => m.Groups[1].Value)).Where(EsDeUnGrupo)
            .Select(f => new Regex("^" + Valor().Replace(Regex.Escape(f).Replace(@"\{", "{"), "[A-Za-z0-9_]+") + "$")).ToList();
        Assert.Equal([], nombradas.Where(n => !Idioma.Espanol.Claves.Any(c => c == n || c.StartsWith(n + ".", StringComparison.Ordinal))));
        Assert.Equal([], Idioma.Espanol.Claves.Where(c => !c.StartsWith("modulos.", StringComparison.Ordinal) && !nombradas.Contains(c)
            && !nombradas.Any(n => c.StartsWith(n + ".", StringComparison.Ordinal)) && !formas.Any(f => f.IsMatch(c))));
    }

    [Theory]
    [InlineData("sitio")]
    [InlineData("acta")]
    [InlineData("comparar")]
    [InlineData("comprobar")]
    public void Un_modulo_toma_sus_frases_del_archivo(string modulo)
    {
        var fuente = Leer($"{Sitio}/Recursos/{modulo}.js");
        var grupo = $"modulos.{modulo}.";
        Assert.Contains($"{{/* {modulo} */}}", fuente);
        Assert.Equal(Idioma.Espanol.Claves.Where(c => c.StartsWith(grupo, StringComparison.Ordinal)).Select(c => c[grupo.Length..]).Order(StringComparer.Ordinal),
            DeModulo().Matches(fuente).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([], LiteralDeModulo().Matches(SinComentarios(fuente)).Select(m => m.Value).Where(l => FraseDeModulo().IsMatch(l)));
    }

    [Theory]
    [InlineData("<p>Sin datos</p>\n@code {\n}", true)]
    [InlineData("<p>@x.Y!.Z.W</p>\n@code {\n}", false)]
    [InlineData("<p>@x! Bien</p>\n@code {\n}", true)]
    [InlineData("<p>@x.Y(a, b(c)) de @z</p>\n@code {\n}", true)]
    [InlineData("<p aria-label=\"Ruta\">@x</p>\n@code {\n}", true)]
    [InlineData("<p>@(x ? \"no hay\" : \"\")</p>\n@code {\n}", true)]
    [InlineData("<p>@x</p>\n@code {\n  string y = \"Qué\";\n}", true)]
    [InlineData("@* A note. *@\n@if (a > b)\n{\n<p class=\"uno dos\">@Hoja.T[\"a.b\"]: @x</p>\n}\n@code {\n}", false)]
    public void La_guarda_sabe_fallar(string pagina, bool falla)
    {
        var (marcas, codigo) = Partida(pagina);
        Assert.Equal(falla, FrasesEn(codigo).Concat(FrasesEnMarcas(marcas)).Any() || AtributoEscrito().IsMatch(marcas) || Palabra().IsMatch(SoloTexto(marcas)));
    }

    private static IEnumerable<string> Archivos(string carpeta, string forma) =>
        Directory.EnumerateFiles(Path.Combine(Raiz, carpeta), forma).Where(a => !a.EndsWith("_Imports.razor", StringComparison.Ordinal)).Select(a => Path.GetRelativePath(Raiz, a)).Order(StringComparer.Ordinal);

    private static string Leer(string archivo) => File.ReadAllText(Path.Combine(Raiz, archivo));

    private static (string Marcas, string Codigo) Partida(string pagina)
    {
        var limpia = Nota().Replace(pagina, "");
        var corte = limpia.IndexOf("@code {", StringComparison.Ordinal);
        return corte < 0 ? (limpia, "") : (limpia[..corte], limpia[corte..]);
    }

    // Strings with two words, or with a letter that only Spanish has.
    private static IEnumerable<string> FrasesEn(string codigo) =>
        Literal().Matches(SinComentarios(codigo)).Select(m => m.Groups[1].Value).Where(l => !l.Contains('<', StringComparison.Ordinal) && DosPalabras().IsMatch(Valor().Replace(l, "")));

    // An attribute is opened by the quotes after its equals sign; what follows inside its expression is code.
    private static IEnumerable<string> FrasesEnMarcas(string marcas) => FrasesEn(Abre().Replace(Llano().Replace(marcas, ""), "")).Where(l => !Sintaxis().IsMatch(Valor().Replace(l, "")));

    private static string SinComentarios(string codigo) => Comentario().Replace(codigo, "");

    // What is left of the markup without commands, expressions and tags.
    private static string SoloTexto(string marcas)
    {
        var texto = Condicion().Replace(Mandato().Replace(Programa().Replace(marcas, ""), ""), "");
        for (var i = texto.IndexOf('@', StringComparison.Ordinal); i >= 0; i = texto.IndexOf('@', i))
        {
            texto = texto.Remove(i, Largo(texto, i));
        }

        return Etiqueta().Replace(texto, "\n");
    }

    private static int Largo(string texto, int inicio)
    {
        var (i, hondo) = (inicio + 1, 0);
        for (; i < texto.Length; i++)
        {
            var c = texto[i];
            hondo += c is '(' or '[' ? 1 : c is ')' or ']' && hondo > 0 ? -1 : 0;
            if (hondo == 0 && !char.IsLetterOrDigit(c) && !(c == '!' && i + 1 < texto.Length && texto[i + 1] == '.') && c is not '.' and not '_' and not '(' and not '[' and not ')' and not ']')
            {
                break;
            }
        }

        return i - inicio;
    }

    private static bool EsDeUnGrupo(string literal) => Grupos.Contains(literal[..literal.IndexOf('.')]) && !DeArchivo().IsMatch(literal);

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Nota();

    [GeneratedRegex(@"(?<![:""'])//[^\n]*|^\s*///[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comentario();

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\btextos\.(\w+)")]
    private static partial Regex DeModulo();

    // Two words may be the classes of an element: a sentence begins with a capital, has three, or a letter that only Spanish has.
    [GeneratedRegex(@"[áéíóúñÁÉÍÓÚÑ¿¡«»]|^['`]\p{Lu}\p{Ll}+ \p{L}|\p{L}{2,} \p{L}{2,} \p{L}{2,}")]
    private static partial Regex FraseDeModulo();

    [GeneratedRegex("'[^'\\n]*'|`[^`]*`")]
    private static partial Regex LiteralDeModulo();

    [GeneratedRegex("[\\w-]+=\"[^\"@]*\"|class=\"@\\([^)]*\\)\"")]
    private static partial Regex Llano();

    [GeneratedRegex("(?<==)\"")]
    private static partial Regex Abre();

    // Code between two strings of one expression.
    [GeneratedRegex(@"[()=@/;{}]|=>")]
    private static partial Regex Sintaxis();

    [GeneratedRegex(@"[áéíóúñÁÉÍÓÚÑ¿¡«»]|\p{L}{2,}[,:]? \p{L}{2,}")]
    private static partial Regex DosPalabras();

    [GeneratedRegex(@"\b(?:aria-label|alt|title|data-filtrable|data-filtra-enlaces|Titulo|Texto|Nota|Columna|Entrada)=""[^@""]+""")]
    private static partial Regex AtributoEscrito();

    [GeneratedRegex(@"^\s*(?:@?(?:if|else if|foreach|for|else|using|namespace)\b[^\n<]*|var [^\n]*|[{}])\s*$", RegexOptions.Multiline)]
    private static partial Regex Mandato();

    [GeneratedRegex(@"@?(?:else )?\b(?:if|for|foreach) \((?>[^()]+|(?<p>\()|(?<-p>\)))*(?(p)(?!))\)")]
    private static partial Regex Condicion();

    [GeneratedRegex(@"<pre\b.*?</pre>|<code\b.*?</code>|<script\b.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Programa();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Etiqueta();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Palabra();

    [GeneratedRegex("(?<!\\$)\"([a-zA-Z]+(?:\\.[A-Za-z_]+)+)\"")]
    private static partial Regex Nombrada();

    [GeneratedRegex("\\$\"([a-zA-Z]+\\.[A-Za-z_.]*(?:\\{[^}\"]+\\}[A-Za-z_.]*)+)\"")]
    private static partial Regex Compuesta();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Valor();

    [GeneratedRegex(@"\.(?:csv|html|json|js|css|pem|sha256|firma)$")]
    private static partial Regex DeArchivo();
}
