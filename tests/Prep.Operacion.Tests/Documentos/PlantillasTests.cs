using Prep.Documentos;

namespace Prep.Operacion.Tests.Documentos;

public sealed class PlantillasTests : IDisposable
{
    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("prep-prueba-");

    [Fact]
    public void Todo_valor_se_escapa() => Assert.Equal(
        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(1)&lt;/script&gt; ñ</p>",
        Llenar("<p title=\"{{a.atributo}}\">{{a.texto}} ñ</p>", new() { ["a"] = new Dictionary<string, object?> { ["atributo"] = "\"><b>", ["texto"] = "<script>alert(1)</script>" } }).Debe());

    [Theory]
    [InlineData("a\n\n{{{nombre}}}", 3, "sin escapar")]
    [InlineData("a\n{{&nombre}}", 2, "sin escapar")]
    [InlineData("a\n{{#if nombre}}\nb", 2, "falta {{/if}}")]
    [InlineData("a\n{{#if nombre}}\n{{#each lista}}\n{{/if}}", 4, "{{/if}} cierra")]
    [InlineData("a\n\n\n{{/each}}", 4, "{{/each}} cierra")]
    [InlineData("a\n<b>{{nombre</b>", 2, "no se cierra")]
    [InlineData("a\n{{nombre}}\n\n<td>{{nmbre}}", 4, "«nmbre»")]
    [InlineData("a\n{{nombre}}\n{{> otra}}", 3, "«otra»")]
    [InlineData("a\n{{nombre.Length.X}}", 2, "«X»")]
    public void Una_plantilla_mala_dice_su_linea(string plantilla, int linea, string dice)
    {
        var no = Llenar(plantilla, new() { ["nombre"] = "x", ["lista"] = Array.Empty<object>() });

        no.Rechaza("plantilla_mala");
        Assert.Contains($"p.html, línea {linea}: ", no.Rechazo.Mensaje);
        Assert.Contains(dice, no.Rechazo.Mensaje);
    }

    [Fact]
    public void La_del_instituto_va_antes_que_la_del_programa()
    {
        Plantillas plantillas = new(_carpeta.FullName, Plantillas.DelPrograma);
        var datos = Bitacora();
        Assert.Contains("Bitácora de CATD-01", plantillas.Llenar("bitacora", datos).Debe());

        File.WriteAllText(Path.Combine(_carpeta.FullName, "bitacora.html"), "Libro de {{sitio}}");

        Assert.Equal("Libro de CATD-01", plantillas.Llenar("bitacora", datos).Debe());
        plantillas.Llenar("no-hay", datos).Rechaza("plantilla_no_existe");
    }

    [Fact]
    public void Lo_que_se_cambia_en_una_plantilla_o_en_una_parte_se_ve_en_el_siguiente_documento()
    {
        Plantillas plantillas = new(_carpeta.FullName);
        var (pagina, parte) = (Path.Combine(_carpeta.FullName, "p.html"), Path.Combine(_carpeta.FullName, "_q.html"));
        File.WriteAllText(parte, "uno");
        File.WriteAllText(pagina, "{{n}} {{> _q}}");
        Assert.Equal("1 uno", Llenar(1));
        Assert.Equal("2 uno", Llenar(2));
        File.WriteAllText(parte, "otro");
        Assert.Equal("3 otro", Llenar(3));
        File.WriteAllText(pagina, "número {{n}}");
        Assert.Equal("número 4", Llenar(4));

        string Llenar(int n) => plantillas.Llenar("p", new Dictionary<string, object?> { ["n"] = n }).Debe();
    }

    public void Dispose() => _carpeta.Delete(recursive: true);

    private static Dictionary<string, object?> Bitacora() => new()
    {
        ["sitio"] = "CATD-01", ["proceso"] = "Proceso", ["clase"] = "Jornada", ["zona"] = "America/Mexico_City", ["situacion"] = "Abierto", ["cuantos"] = 0, ["regreso"] = "", ["pdf"] = "", ["apuntes"] = Array.Empty<object>(),
    };

    private Dominio.Result<string> Llenar(string plantilla, Dictionary<string, object?> datos)
    {
        File.WriteAllText(Path.Combine(_carpeta.FullName, "p.html"), plantilla);
        return new Plantillas(_carpeta.FullName).Llenar("p", datos);
    }
}
