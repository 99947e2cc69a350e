using System.Xml.Linq;
using Prep.Dominio.Tests.Casa;

namespace Prep.Dominio.Tests;

/// <summary>What may depend on what: the compiler holds it, this says it when a project file changes.</summary>
public sealed class ArquitecturaTests
{
    [Theory]
    [InlineData("Prep.Dominio", "")]
    [InlineData("Prep.Publicacion", "Prep.Dominio Prep.Pantallas")]
    [InlineData("Prep.Pantallas", "Prep.Dominio")]
    [InlineData("Prep.Datos", "Prep.Dominio")]
    [InlineData("Prep.Documentos", "Prep.Dominio")]
    [InlineData("Prep.Operacion", "Prep.Dominio Prep.Datos Prep.Documentos Prep.Publicacion Prep.Pantallas")]
    [InlineData("Prep.Seguimiento", "Prep.Dominio Prep.Datos Prep.Documentos Prep.Publicacion Prep.Pantallas Prep.Operacion")]
    public void Un_proyecto_solo_alcanza_a(string proyecto, string permitidos)
    {
        var prohibidos = Alcance(proyecto).Except(permitidos.Split(' '));

        Assert.Equal([], prohibidos);
    }

    [Fact]
    public void El_lado_publico_no_puede_llegar_a_una_base_de_datos()
    {
        Assert.DoesNotContain(Alcance("Prep.Publicacion"), p => p is "Prep.Datos" or "Prep.Operacion" or "Prep.Seguimiento");
        Assert.DoesNotContain(Paquetes("Prep.Publicacion"), p => p.Contains("EntityFramework") || p.Contains("Npgsql") || p.Contains("SQLite"));
    }

    [Fact]
    public void El_dominio_no_usa_paquetes()
    {
        Assert.Equal([], Paquetes("Prep.Dominio"));
        Assert.All(typeof(Rechazo).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));
    }

    [Fact]
    public void El_dominio_no_lee_archivos_ni_red_ni_reloj()
    {
        string[] prohibidos = ["System.Net.", "System.IO.File", "TimeProvider", "Task<", "HttpClient"];
        var faltas = Arbol.Archivos("src/Prep.Dominio", ".cs")
            .SelectMany(a => prohibidos.Where(File.ReadAllText(a).Contains).Select(p => $"{p} en {Arbol.Relativa(a)}"));

        Assert.Equal([], faltas);
    }

    [Fact]
    public void Cada_version_de_paquete_esta_en_un_solo_lugar()
    {
        var conVersion = Arbol.Archivos("", ".csproj").Where(a => XDocument.Load(a).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null));

        Assert.Equal([], conVersion.Select(Arbol.Relativa));
    }

    [Fact]
    public void Cada_paquete_tiene_su_renglon_en_las_decisiones()
    {
        var registro = File.ReadAllText(Path.Combine(Arbol.Raiz, "docs", "decisiones", "0002-dependencias.md"));
        var fijados = XDocument.Load(Path.Combine(Arbol.Raiz, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => $"| {p.Attribute("Include")!.Value} | {p.Attribute("Version")!.Value} |");

        Assert.Equal([], fijados.Where(renglon => !registro.Contains(renglon)));
    }

    /// <summary>Projects reached through references, directly or not.</summary>
    private static HashSet<string> Alcance(string proyecto)
    {
        var alcance = new HashSet<string>();
        var pendientes = new Stack<string>(Referencias(proyecto));
        while (pendientes.TryPop(out var siguiente))
        {
            if (alcance.Add(siguiente))
            {
                foreach (var referencia in Referencias(siguiente))
                {
                    pendientes.Push(referencia);
                }
            }
        }

        return alcance;
    }

    private static IEnumerable<string> Referencias(string proyecto) =>
        Leer(proyecto).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> Paquetes(string proyecto) =>
        new[] { proyecto }.Concat(Alcance(proyecto)).SelectMany(p => Leer(p).Descendants("PackageReference")).Select(p => p.Attribute("Include")!.Value);

    private static XDocument Leer(string proyecto)
    {
        var ruta = Path.Combine(Arbol.Raiz, "src", proyecto, $"{proyecto}.csproj");
        return File.Exists(ruta) ? XDocument.Load(ruta) : new XDocument(new XElement("Project"));
    }
}
