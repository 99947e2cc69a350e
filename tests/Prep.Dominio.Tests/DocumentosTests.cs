using System.Text.RegularExpressions;
using Prep.Dominio.Tests.Casa;

namespace Prep.Dominio.Tests;

/// <summary>Documents rot unless something reads them.</summary>
public sealed partial class DocumentosTests
{
    private static readonly IReadOnlyList<string> Documentos = [.. Arbol.Archivos("", ".md")];

    [Fact]
    public void Cada_enlace_relativo_lleva_a_algo()
    {
        var rotos = Documentos.SelectMany(d => Enlace().Matches(SinComentarios(File.ReadAllText(d)))
            .Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(destino => destino.Length > 0 && !destino.Contains("://") && !destino.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(destino => !Path.Exists(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(d)!, Uri.UnescapeDataString(destino)))))
            .Select(destino => $"{Arbol.Relativa(d)} → {destino}"));

        Assert.Equal([], rotos);
    }

    [Fact]
    public void Ningun_documento_nombra_una_ruta_de_esta_maquina()
    {
        var faltas = Documentos.SelectMany(d => RutaAbsoluta().Matches(File.ReadAllText(d)).Select(m => $"{Arbol.Relativa(d)}: {m.Value}"));

        Assert.Equal([], faltas);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.es.md")]
    public void El_readme_dice_los_dos_mandatos_y_el_mapa_de_la_casa(string nombre)
    {
        var texto = File.ReadAllText(Path.Combine(Arbol.Raiz, nombre));

        Assert.Contains("./prep demo", texto);
        Assert.Contains("./prep test", texto);
        Assert.Equal([], Proyectos("src").Where(p => !texto.Contains($"`src/{p}`")));
    }

    [Fact]
    public void Cada_decision_dice_sus_seis_partes()
    {
        string[] partes = ["## Context", "## Decision", "## Alternatives refused", "## Easier", "## Harder", "## When it does not apply"];
        var registros = Documentos.Where(d => Registro().IsMatch(Arbol.Relativa(d))).ToList();

        Assert.NotEmpty(registros);
        Assert.Equal([], registros.SelectMany(d => partes.Where(p => !File.ReadAllText(d).Contains(p)).Select(p => $"{Arbol.Relativa(d)} sin {p}")));
    }

    /// <summary>Words of the domain: every public type of Dominio stands in the glossary, alone or as part of an entry.</summary>
    [Fact]
    public void Cada_palabra_del_dominio_esta_en_el_glosario()
    {
        var glosario = File.ReadAllText(Path.Combine(Arbol.Raiz, "docs", "glosario.md"));
        var faltan = typeof(Rechazo).Assembly.GetExportedTypes()
            .Where(t => t is { IsNested: false } && !glosario.Contains($"`{t.Name.Split('`')[0]}`"))
            .Select(t => t.Name);

        Assert.Equal([], faltan.Order());
    }

    private static IEnumerable<string> Proyectos(string carpeta) => Arbol.Archivos(carpeta, ".csproj").Select(a => Path.GetFileNameWithoutExtension(a));

    private static string SinComentarios(string texto) => Cerca().Replace(Comentario().Replace(texto, ""), "");

    [GeneratedRegex(@"\]\(([^)\s{]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Enlace();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comentario();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Cerca();

    [GeneratedRegex(@"(?<![\w.:/])/(?:work|home|root|tmp)/\S*")]
    private static partial Regex RutaAbsoluta();

    [GeneratedRegex(@"^docs/decisiones/\d{4}-")]
    private static partial Regex Registro();
}
