using AngleSharp.Dom;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio.Curva;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Sitio.Vistas;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class CambiosYCurvaTests
{
    [Fact]
    public async Task El_historial_lleva_las_cifras_de_cada_corte_y_la_curva_sus_porcentajes()
    {
        var primero = CorteDeEjemplo.Primero();
        var segundo = CorteDeEjemplo.Segundo(primero);
        var sitio = await SitioDePrueba.De(primero, segundo);
        for (var e = 0; e < 2; e++)
        {
            var id = primero.Elecciones[e].Eleccion.Id;
            var puntos = Historial.Leer(sitio.Archivos[$"cortes/{segundo.Id}/{id}/historial.json"]);
            Assert.Equal([primero.Id, segundo.Id], puntos.Select(p => p.Corte));
            Assert.Equal(Resultados.De(primero.Elecciones[e]).Estado.Cifras.Valores, puntos[0].Valores);
            Assert.Equal(Resultados.De(segundo.Elecciones[e]).Estado.Cifras.Valores, puntos[1].Valores);

            Assert.Null(sitio.Pagina($"cortes/{primero.Id}/{id}/index.html").QuerySelector("svg.curva"));
            var pagina = sitio.Pagina($"cortes/{segundo.Id}/{id}/index.html");
            var curva = pagina.QuerySelector("svg.curva[role=img]")!;
            Assert.All(new[] { "capturadas", "contabilizadas" }, c => Assert.Equal(2, curva.QuerySelector($"polyline.{c}")!.GetAttribute("points")!.Split(' ').Length));
            Assert.Contains($"a {puntos[1].Capturadas} %", curva.GetAttribute("aria-label"));
            var filas = pagina.QuerySelectorAll("details table tbody tr").ToList();
            Assert.Equal([segundo.Id.Valor, primero.Id.Valor], filas.Select(f => f.QuerySelector("a")!.GetAttribute("href")!.Split('/') is var r && r.Length > 2 ? r[^3] : segundo.Id.Valor));
            Assert.Contains(puntos[0].Valor("ACTAS_CAPTURADAS"), filas[1].TextContent);
        }
    }

    [Fact]
    public void La_curva_va_de_cero_a_cien_y_no_se_sale()
    {
        Assert.Equal("172", TrazoDeCurva.Y(0));
        Assert.Equal("12", TrazoDeCurva.Y(100));
        Assert.Equal("12", TrazoDeCurva.Y(104));
        Assert.Equal("92", TrazoDeCurva.Y(50));
    }

    [Fact]
    public async Task Lo_que_cambio_es_la_resta_de_los_dos_cortes()
    {
        var primero = CorteDeEjemplo.Primero();
        var segundo = CorteDeEjemplo.Segundo(primero);
        var sitio = await SitioDePrueba.De(primero, segundo);
        Assert.Contains("no hay otro con qué compararlo", sitio.Leido($"cortes/{primero.Id}/dip_loc/cambios.html"));
        for (var e = 0; e < 2; e++)
        {
            var eleccion = primero.Elecciones[e].Eleccion;
            var (antes, ahora) = (Resultados.De(primero.Elecciones[e]), Resultados.De(segundo.Elecciones[e]));
            var pagina = sitio.Pagina($"cortes/{segundo.Id}/{eleccion.Id}/cambios.html");
            var esperados = Tablas.PorFuerza(Idioma.Espanol, eleccion, ahora).Filas.Where(f => f.Clave.Length > 0)
                .Select(f => f.Votos - Tablas.PorFuerza(Idioma.Espanol, eleccion, antes).Filas.Single(a => a.Clave == f.Clave).Votos).Where(v => v != 0).OrderDescending();
            Assert.Equal(esperados, Tabla(pagina, "Votos que se agregaron").Select(f => Numero(f.QuerySelector("td")!)));
            var areas = Tabla(pagina, "Áreas con cambios").ToList();
            Assert.Equal(eleccion.Areas.Count(a => ahora.PorArea[a.Id].Cifras != antes.PorArea[a.Id].Cifras), areas.Count);
            Assert.Equal(ahora.Estado.Cifras.Capturadas - antes.Estado.Cifras.Capturadas, areas.Sum(f => Numero(f.QuerySelector("td")!)));
        }
    }

    [Fact]
    public async Task Un_area_que_cambia_de_ventaja_lo_dice_con_quien_estaba_antes()
    {
        var primero = CorteDeEjemplo.Primero();
        var eleccion = primero.Elecciones[1];
        var sinNada = primero with { Elecciones = [primero.Elecciones[0], Dominio.Cortes.CorteDeEleccion.EnCeros(eleccion.Eleccion, eleccion.InstanteEn)] };
        var instante = primero.InstanteEn.AddMinutes(20);
        var segundo = primero with { Id = Dominio.Cortes.CorteId.De(instante, CorteDeEjemplo.Zona), InstanteEn = instante, Elecciones = [primero.Elecciones[0] with { Agregadas = [] }, eleccion] };
        var pagina = (await SitioDePrueba.De(sinNada, segundo)).Pagina($"cortes/{segundo.Id}/ayun/cambios.html");

        Assert.Contains("antes: Sin datos todavía", Tabla(pagina, "Áreas con cambios").First().TextContent);
        Assert.Contains("En ningún área cambió la ventaja", pagina.Body!.TextContent);
    }

    private static IEnumerable<IElement> Tabla(IDocument pagina, string titulo) =>
        pagina.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith(titulo, StringComparison.Ordinal)).QuerySelectorAll("tbody tr");

    // "+1,234" or "−5", without the smaller number below it.
    private static long Numero(IElement celda) => long.Parse(
        celda.ChildNodes.OfType<IText>().First().Text.Trim().Replace(",", "").Replace('−', '-'), System.Globalization.NumberStyles.AllowLeadingSign);
}
