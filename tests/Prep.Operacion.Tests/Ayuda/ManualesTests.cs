using System.Reflection;
using System.Text.RegularExpressions;
using Prep.Datos.Tests;
using Prep.Operacion.Ayuda;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Operacion.Tests.Http;
using Prep.Pantallas;

namespace Prep.Operacion.Tests.Ayuda;

public sealed partial class ManualesTests(ClusterDePostgres cluster)
{
    private const int BytesDeImagen = 120_000;

    private static readonly string[] _forma = ["Qué hace usted", "Antes de empezar", "Paso a paso", "Qué puede salir mal", "Teclas", "A quién llamar"];

    private static readonly string _docs = Path.Combine(typeof(ManualesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "docs");

    private readonly Manuales _manuales = new(new RecursosDePantalla(typeof(Manuales).Assembly));

    [Fact]
    public void Cada_puesto_y_cada_pantalla_tienen_manual_y_todos_la_misma_forma()
    {
        var rutas = Puesto.Permisos.Keys.Select(p => Manuales.RutaPara("", p)).Concat(Menu.Todas.Select(e => Manuales.RutaPara(e.Ruta, ""))).Distinct();

        Assert.All(Puesto.Permisos.Keys, p => Assert.NotNull(_manuales.Buscar(p)));
        Assert.All(rutas, r => Assert.Equal(_forma, _manuales.Buscar(r.Split('/')[^1])!.Apartados.Select(a => a.Titulo).Take(_forma.Length)));
    }

    [Fact]
    public void Cada_enlace_y_cada_imagen_de_un_manual_llevan_a_algo_tambien_dentro_de_la_ayuda()
    {
        var recursos = new RecursosDePantalla(typeof(Manuales).Assembly);
        foreach (var manual in _manuales.Todos)
        {
            foreach (var (ruta, ancla) in Enlace().Matches(manual.Html).Select(m => m.Groups[1].Value.Split('#')).Where(p => !p[0].Contains("://")).Select(p => (p[0], p.ElementAtOrDefault(1))))
            {
                var destino = ruta.Length == 0 ? manual : _manuales.Buscar(ruta[(Manuales.Ruta.Length + 1)..]);
                Assert.True(destino is not null && (ancla is null || destino.Html.Contains($"id=\"{ancla}\"")), $"{manual.Nombre}: {ruta}#{ancla}");
            }

            Assert.All(manual.Apartados, a => Assert.Contains($"id=\"{a.Ancla}\"", manual.Html));
            foreach (var imagen in Imagen().Matches(manual.Html).Select(m => m.Groups[1].Value))
            {
                Assert.Equal(imagen, recursos.Ruta(Path.GetFileName(imagen)));
                Assert.InRange(new FileInfo(Path.Combine(_docs, "imagenes", Path.GetFileName(imagen))).Length, 1, BytesDeImagen);
            }
        }
    }

    [Fact]
    public void Una_etiqueta_escrita_en_un_manual_se_ve_y_no_se_obedece_y_lo_que_no_viaja_queda_en_palabras()
    {
        var manual = new LectorDeManual(n => n == "captura", n => "/recursos/x/" + n).Leer("uno", "# Uno\n\n<script>a</script> [una](captura.md#teclas) [otra](../eleccion.md) ![b](../imagenes/c.png)\n\n## Dos\n\n|a|\n|---|\n|b|\n");

        Assert.Equal("Uno", manual.Titulo);
        Assert.DoesNotContain("<script", manual.Html);
        Assert.Contains("<a href=\"/ayuda/captura#teclas\">una</a> otra <img src=\"/recursos/x/c.png\" alt=\"b\"", manual.Html);
        Assert.Contains("tabindex=\"0\" aria-label=\"Tabla 1\">", manual.Html);
        Assert.DoesNotContain("<h1", manual.Html);
    }

    [Fact]
    public async Task El_encabezado_de_cada_pantalla_lleva_a_su_manual()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        foreach (var (puesto, permisos) in Puesto.Permisos)
        {
            var mias = Menu.Todas.Where(e => permisos.Contains(e.Permiso) && e.Permiso != Permiso.CuentasDeSitio);   // the accounts are of another host
            foreach (var (ruta, manual) in mias.Select(e => (e.Ruta, "/ayuda/" + e.Manual)).Append(("/puestos", Manuales.RutaPara("", puesto))).Append(("/ayuda/tablero", "/ayuda")))
            {
                var pagina = (await s.GetAsync("alguien", puesto, ruta)).Texto;
                Assert.True(pagina.Contains($"<a href=\"{manual}\" target=\"prep-ayuda\""), $"{puesto} en {ruta}");
            }

            Assert.Contains("<h2 id=\"teclas\">", (await s.GetAsync("alguien", puesto, "/ayuda/" + puesto)).Texto);
        }
    }

    [GeneratedRegex("<a href=\"([^\"]*)\"")]
    private static partial Regex Enlace();

    [GeneratedRegex("<img src=\"([^\"]*)\"")]
    private static partial Regex Imagen();
}
