using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Publico;

namespace Prep.Seguimiento.Tests.Publico;

public sealed partial class SitioDeSeguimientoTests
{
    private static readonly ConfiguracionDeSitio Sitio = ConfiguracionDeSitio.Leer("/no-existe").Debe();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Cada_enlace_lleva_a_un_archivo_y_a_un_lugar_que_estan(int programas, bool conResultados)
    {
        var uno = Programas.EnMarcha;
        IReadOnlyList<Programa> todos = programas == 1 ? [uno] : [uno, uno with { Id = "otro" }];
        var archivos = (await SitioDeSeguimiento.ArchivosAsync(new(todos, Programas.Ahora, Sitio, conResultados), todos, default)).ToDictionary(a => a.Ruta, a => Encoding.UTF8.GetString(a.Bytes));
        // What others write in the same publication.
        string[] ajenos = ["clave-publica.pem", "seguimiento/manifiesto.json", "seguimiento/manifiesto.firma", .. DocumentosPublicos.De(uno).SelectMany(d => d.Versiones).Select(DocumentosPublicos.Ruta), .. conResultados ? ["index.html"] : Array.Empty<string>()];

        List<string> rotos = [];
        foreach (var (ruta, texto) in archivos.Where(a => a.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var enlace in Enlaces().Matches(texto).Select(m => m.Groups[1].Value).Where(e => !e.StartsWith("data:", StringComparison.Ordinal) && !e.StartsWith("https:", StringComparison.Ordinal)))
            {
                Uri destino = new(new Uri("http://aqui/" + ruta), enlace);
                var hacia = destino.AbsolutePath[1..];
                if (!ajenos.Contains(hacia) && (!archivos.TryGetValue(hacia, out var leido) || (destino.Fragment.Length > 1 && !leido.Contains($"id=\"{destino.Fragment[1..]}\"", StringComparison.Ordinal))))
                {
                    rotos.Add($"{ruta}: {enlace}");
                }
            }
        }

        Assert.Equal([], rotos);
        Assert.Equal(conResultados, archivos["seguimiento/index.html"].Contains("Resultados preliminares</a>", StringComparison.Ordinal));
        Assert.Contains("IEEPCO-CG-52/2023", archivos["seguimiento/oaxaca-2023-2024/plan.html"], StringComparison.Ordinal);
        Assert.Contains("A favor: Mtra. Carmelita.", archivos["seguimiento/oaxaca-2023-2024/sesiones.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Licda. Jessica", archivos["seguimiento/oaxaca-2023-2024/sesiones.html"], StringComparison.Ordinal);
        Assert.Contains("En curso, va tarde", archivos["seguimiento/oaxaca-2023-2024/acuerdos.html"], StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Primera sesión extraordinaria", archivos["seguimiento/oaxaca-2023-2024/calendario.ics"], StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong> de 33", archivos["seguimiento/oaxaca-2023-2024/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entre_varios_va_primero_el_que_sigue_y_cada_uno_dice_su_calendario()
    {
        var terminado = Programas.EnMarcha;
        var otro = Programa.Vacio("z").Con(new(1, "z", Programas.Ahora, "irving", "SECRETARIA_TECNICA", new ProgramaAbierto(DatosQueSeEntregan.Oaxaca with { Id = "z", Fin = new(2025, 6, 30) })));

        var inicio = Encoding.UTF8.GetString((await SitioDeSeguimiento.ArchivosAsync(new([terminado, otro], new(2025, 1, 2, 18, 0, 0, TimeSpan.Zero), Sitio, false), [], default)).Single(a => a.Ruta == HojaPublica.Inicio).Bytes);

        Assert.Equal(["z/index.html", "oaxaca-2023-2024/index.html"], Enlaces().Matches(inicio).Select(m => m.Groups[1].Value).Where(e => e.Contains("/index", StringComparison.Ordinal) && !e.StartsWith("..", StringComparison.Ordinal)));
        Assert.Contains("va del 08/09/2023 al 30/06/2025.", inicio, StringComparison.Ordinal);
        Assert.Contains("va del 08/09/2023 al 31/12/2024.", inicio, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lo_que_publica_no_trae_guiones_en_linea_ni_la_clave_de_nadie_ni_nada_reservado()
    {
        var archivos = await SitioDeSeguimiento.ArchivosAsync(new([Programas.EnMarcha], Programas.Ahora, Sitio, false), [Programas.EnMarcha], default);

        foreach (var archivo in archivos)
        {
            var texto = Encoding.UTF8.GetString(archivo.Bytes);
            Assert.DoesNotMatch("<script(?![^>]* src=)|<style| style=| on[a-z]+=\"", archivo.Ruta.EndsWith(".html", StringComparison.Ordinal) ? texto : "");
            Assert.DoesNotContain(Programas.Persona, texto, StringComparison.Ordinal);
            Assert.DoesNotContain(Programas.Secreto, texto, StringComparison.Ordinal);
            Assert.DoesNotContain(Programas.Codigo('c'), texto, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_archivo_que_un_navegador_ejecutaria_se_publica_como_bytes_y_lo_reservado_de_ninguna_forma() => Assert.Equal(
        [$"seguimiento/documentos/aa/{Programas.Codigo('a')}.pdf", $"seguimiento/documentos/bb/{Programas.Codigo('b')}.bin", $"seguimiento/documentos/dd/{Programas.Codigo('d')}.pdf", $"seguimiento/documentos/33/{Programas.Codigo('3')}.pdf"],
        DocumentosPublicos.De(Programas.EnMarcha).SelectMany(d => d.Versiones).Select(DocumentosPublicos.Ruta));

    [Theory]
    [InlineData("entregables", 32)]
    [InlineData("documentos", 4)]
    [InlineData("sesiones", 9)]
    [InlineData("votaciones", 1)]
    [InlineData("acuerdos", 1)]
    [InlineData("difusores", 1)]
    [InlineData("observaciones", 1)]
    public void Cada_tabla_tiene_lo_suyo(string nombre, int renglones)
    {
        var tabla = SeccionDelSitio.Todas.SelectMany(s => s.Datos(Programas.EnMarcha, new(2024, 2, 25))).Single(t => t.Nombre == nombre);

        Assert.Equal(renglones, tabla.Renglones.Count);
        Assert.All(tabla.Renglones, r => Assert.Equal(tabla.Columnas.Count, r.Count));
        using var json = JsonDocument.Parse(tabla.EnJson(Programas.EnMarcha));
        Assert.Equal(renglones, json.RootElement.GetProperty(nombre).GetArrayLength());
    }

    [Fact]
    public void El_plan_en_CSV_y_en_JSON_dice_lo_mismo_renglon_por_renglon()
    {
        var tabla = DatosDelPlan.De(Programas.EnMarcha, new(2024, 2, 25));
        using var json = JsonDocument.Parse(tabla.EnJson(Programas.EnMarcha));
        var filas = json.RootElement.GetProperty("plan").EnumerateArray().ToList();

        Assert.Equal(33, filas.Count);
        Assert.All(tabla.Renglones, r => Assert.Equal(tabla.Columnas.Count, r.Count));
        var renglones = Encoding.UTF8.GetString(tabla.EnCsv()).TrimEnd().Split("\r\n");
        Assert.Equal(34, renglones.Length);
        Assert.StartsWith("\ufeffclave,mes,actividad,", renglones[0], StringComparison.Ordinal);
        Assert.All(filas.Zip(renglones.Skip(1)), p => Assert.StartsWith($"{p.First.GetProperty("clave").GetString()},", p.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+52 951", "'+52 951")]
    [InlineData("-12", "-12")]
    [InlineData("dijo \"sí\", y\nno", "\"dijo \"\"sí\"\", y\nno\"")]
    [InlineData("@usuario,1", "\"'@usuario,1\"")]
    public void Una_celda_de_CSV_nunca_es_formula_y_vuelve_entera(string texto, string escrito)
    {
        TablaPublica tabla = new("t", ["c"], [[texto]]);

        Assert.Equal($"\ufeffc\r\n{escrito}\r\n", Encoding.UTF8.GetString(tabla.EnCsv()));
    }

    [Fact]
    public async Task Las_frases_son_las_del_instituto()
    {
        var carpeta = Directory.CreateTempSubdirectory("prep-textos-").FullName;
        await File.WriteAllTextAsync(Path.Combine(carpeta, "textos.es.json"), """{ "preparativos": { "portada": { "comoVa": "Así vamos" }, "partes": { "plan": { "menu": "El plan" } }, "columnas": { "plan": { "vence": "El día límite" } } } }""");
        ContextoPublico contexto = new([Programas.EnMarcha], Programas.Ahora, ConfiguracionDeSitio.Leer(carpeta).Debe(), false);
        Directory.Delete(carpeta, recursive: true);

        var paginas = (await SitioDeSeguimiento.ArchivosAsync(contexto, contexto.Programas, default)).ToDictionary(a => a.Ruta, a => Encoding.UTF8.GetString(a.Bytes));
        Assert.Contains("<h2 id=\"avance\">Así vamos</h2>", paginas["seguimiento/index.html"], StringComparison.Ordinal);
        Assert.Contains(">El plan</a>", paginas["seguimiento/index.html"], StringComparison.Ordinal);
        Assert.Contains("El día límite", paginas["seguimiento/oaxaca-2023-2024/datos.html"], StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]+)\"")]
    private static partial Regex Enlaces();
}
