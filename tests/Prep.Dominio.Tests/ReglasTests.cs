using System.Text.RegularExpressions;
using Prep.Dominio.Tests.Casa;

namespace Prep.Dominio.Tests;

/// <summary>docs/reglas.md, the code and the tests name the same rules.</summary>
public sealed partial class ReglasTests
{
    private static readonly IReadOnlyDictionary<string, string> Filas = Tabla();

    [Fact]
    public void Cada_regla_del_documento_tiene_su_clase()
    {
        var faltan = Filas.Where(f => !Clases(f.Value).Any(clase => File.Exists(clase) && CodigosDeRegla.En(File.ReadAllText(clase)).Contains(f.Key)));

        Assert.Equal([], faltan.Select(f => f.Key));
    }

    [Fact]
    public void Cada_regla_del_documento_tiene_su_prueba()
    {
        var probadas = Arbol.Archivos("tests", ".cs").SelectMany(a => Rasgo().Matches(File.ReadAllText(a))).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal([], Filas.Keys.Where(codigo => !probadas.Contains(codigo)));
    }

    [Fact]
    public void Cada_regla_del_codigo_esta_en_el_documento()
    {
        var faltan = Arbol.Archivos("src", ".cs", ".razor", ".sql")
            .SelectMany(a => CodigosDeRegla.En(File.ReadAllText(a)).Where(c => !Filas.ContainsKey(c)).Select(c => $"{c} en {Arbol.Relativa(a)}"));

        Assert.Equal([], faltan);
    }

    [Fact]
    public void Cada_prueba_nombra_una_regla_que_existe()
    {
        var faltan = Arbol.Archivos("tests", ".cs")
            .SelectMany(a => Rasgo().Matches(File.ReadAllText(a)).Select(m => m.Groups[1].Value).Where(c => !Filas.ContainsKey(c)).Select(c => $"{c} en {Arbol.Relativa(a)}"));

        Assert.Equal([], faltan);
    }

    [Fact]
    public void Cada_regla_cita_una_frase_y_una_fuente_con_fecha()
    {
        var incompletas = Filas.Where(f =>
            f.Value.Split('|') is not [_, _, var frase, var fuente, ..] || frase.Trim().Length < 20 || !Anio().IsMatch(fuente));

        Assert.Equal([], incompletas.Select(f => f.Key));
    }

    [Theory]
    [InlineData("Regla C-02. Fuente", "C-02")]
    [InlineData("Reglas F-01 a F-04. Fuente", "F-01 F-02 F-03 F-04")]
    [InlineData("Reglas A-01, A-02 y\n/// A-05: x", "A-01 A-02 A-05")]
    [InlineData("Regla K-01: uno. Regla K-02: dos", "K-01 K-02")]
    [InlineData("la regla del C-02, sin mayúscula", "")]
    public void Se_leen_los_codigos(string texto, string codigos) => Assert.Equal(codigos, string.Join(' ', CodigosDeRegla.En(texto)));

    private static Dictionary<string, string> Tabla()
    {
        var filas = File.ReadLines(Path.Combine(Arbol.Raiz, "docs", "reglas.md")).Select(l => (Codigo: Fila().Match(l).Groups[1].Value, Linea: l))
            .Where(f => f.Codigo.Length > 0).ToList();
        Assert.Equal([], filas.GroupBy(f => f.Codigo).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.NotEmpty(filas);
        return filas.ToDictionary(f => f.Codigo, f => f.Linea);
    }

    private static IEnumerable<string> Clases(string fila) =>
        Enlace().Matches(fila).Select(m => Path.GetFullPath(Path.Combine(Arbol.Raiz, "docs", m.Groups[1].Value)));

    [GeneratedRegex(@"^\| ([A-Z]{1,2}-\d{2}) \|")]
    private static partial Regex Fila();

    [GeneratedRegex(@"\]\(([^)]+\.(?:cs|razor|sql))\)")]
    private static partial Regex Enlace();

    [GeneratedRegex(@"Trait\(""Regla"", ""([A-Z]{1,2}-\d{2})""\)")]
    private static partial Regex Rasgo();

    [GeneratedRegex(@"(19|20)\d\d")]
    private static partial Regex Anio();
}
