using AngleSharp.Dom;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Mapas;
using Prep.Publicacion.Sitio.Textos;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class MapaDelSitioTests
{
    private const string Estado = "cortes/20240602_2000/dip_loc/index.html";

    [Fact]
    public async Task Cada_area_del_mapa_es_un_enlace_cuyo_nombre_dice_quien_va_adelante_con_cuanto_y_con_que_avance()
    {
        var corte = CorteDeEjemplo.Primero();
        var sitio = await SitioDePrueba.De(corte);
        var eleccion = corte.Elecciones[0].Eleccion;
        var resultados = Resultados.De(corte.Elecciones[0]);

        var enlaces = sitio.Pagina(Estado).QuerySelectorAll("svg.mapa a").ToList();
        Assert.Equal(2, enlaces.Count);
        foreach (var (enlace, area) in enlaces.Zip(eleccion.Areas))
        {
            var totales = resultados.PorArea[area.Id];
            var nombre = Assert.Single(enlace.Children, c => c.LocalName == "title").TextContent;
            var mayor = area.Candidaturas.Max(c => c.Contendientes.Sum(i => totales.Votos.PorContendiente[i]));
            Assert.StartsWith(Idioma.Espanol.Area(area) + ": con ventaja ", nombre, StringComparison.Ordinal);
            Assert.Contains(Escrito.Porcentaje(Porcentaje.De(mayor, totales.Votos.Total)), nombre);
            Assert.EndsWith(Escrito.Porcentaje(totales.Cifras.PorcentajeContabilizadas) + " de actas contabilizadas", nombre, StringComparison.Ordinal);
            Assert.Equal($"distrito/{area.Id.Clave}/index.html", enlace.GetAttribute("href"));
        }

        Assert.NotNull(sitio.Pagina(Estado).GetElementById("tabla-de-areas"));
    }

    [Fact]
    public async Task Lo_que_no_elige_lo_que_no_tiene_casillas_y_lo_que_no_esta_en_el_mapa_se_ven_distinto_y_se_dicen()
    {
        var pagina = (await SitioDePrueba.De(CorteDeEjemplo.Primero())).Pagina("cortes/20240602_2000/ayun/index.html");

        var ajeno = pagina.QuerySelector("svg.mapa path.m-ajeno")!.ParentElement!;
        Assert.Contains("Sistema Normativo Indígena", ajeno.TextContent);
        Assert.Equal("sistemas-normativos/index.html", ajeno.GetAttribute("href"));
        var vacia = pagina.QuerySelectorAll("svg.mapa a").Single(a => a.TextContent.Contains("300", StringComparison.Ordinal));
        Assert.EndsWith("sin casillas en esta elección", vacia.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("url(#m-sin-casillas)", vacia.QuerySelector("path")!.GetAttribute("fill"));
        var leyenda = pagina.QuerySelector("ul.leyenda[aria-label]")!.TextContent;
        Assert.Contains("Sistema Normativo Indígena", leyenda);
        Assert.Contains("Sin casillas en esta elección (1)", leyenda);
        Assert.Contains("Sin contorno en el mapa", pagina.Body!.TextContent);
        Assert.Contains(pagina.QuerySelectorAll("p.nota a"), a => a.GetAttribute("href") == "municipio/247/index.html");
    }

    [Fact]
    public void Sin_lista_de_sistemas_normativos_el_resto_es_territorio_sin_casillas()
    {
        var corte = CorteDeEjemplo.Primero();
        var ayuntamientos = corte.Elecciones[1].Eleccion;
        Assert.Contains("Sistema Normativo Indígena", PinturaDeMapa.TextoDeResto(Idioma.Espanol, corte.Proceso, ayuntamientos));
        Assert.Contains("sin casillas", PinturaDeMapa.TextoDeResto(Idioma.Espanol, corte.Proceso with { SistemasNormativos = [] }, ayuntamientos));
        Assert.Contains("sin casillas", PinturaDeMapa.TextoDeResto(Idioma.Espanol, corte.Proceso, corte.Elecciones[0].Eleccion));
    }

    [Fact]
    public void En_ceros_nadie_tiene_color()
    {
        var corte = CorteDeEjemplo.EnCeros().Elecciones[0];
        var pintura = PinturaDeMapa.De(Idioma.Espanol, CorteDeEjemplo.Proceso(), corte.Eleccion, Resultados.De(corte))!;
        Assert.All(pintura.Areas, a => Assert.Equal(PinturaDeMapa.SinDatos, a.Relleno));
        Assert.Equal("Sin datos todavía", Assert.Single(pintura.Leyenda).Texto);
    }

    [Fact]
    public void Un_empate_no_lleva_el_color_de_nadie_y_nombra_a_todos()
    {
        var (eleccion, resultados) = Con(2, [7, 7]);
        var area = Assert.Single(PinturaDeMapa.De(Idioma.Espanol, CorteDeEjemplo.Proceso(), eleccion, resultados)!.Areas);
        Assert.Equal(PinturaDeMapa.Empate, area.Relleno);
        Assert.Contains($"empate entre {new string('A', 118)}00 y {new string('A', 118)}01", area.Rotulo);
    }

    [Fact]
    public void Con_cuarenta_candidaturas_de_nombres_largos_cada_fuerza_tiene_su_trama_y_su_nombre_entero()
    {
        var tramas = new HashSet<int>();
        for (var adelante = 0; adelante < 40; adelante++)
        {
            var votos = new long[40];
            votos[adelante] = 5;
            var (eleccion, resultados) = Con(40, votos);
            var relleno = Assert.Single(PinturaDeMapa.De(Idioma.Espanol, CorteDeEjemplo.Proceso(), eleccion, resultados)!.Leyenda);
            Assert.Equal($"{new string('A', 118)}{adelante:00}", relleno.Texto);
            Assert.InRange(relleno.Trama, 0, Tramas.Cuantas - 1);
            tramas.Add(relleno.Trama);
        }

        Assert.Equal(Tramas.Cuantas, tramas.Count);
    }

    [Fact]
    public void Dos_fuerzas_del_mismo_color_llevan_tramas_distintas()
    {
        // The first and the ninth would share theirs: both are of one colour.
        HashSet<(string, int)> vistas = [];
        foreach (var adelante in new[] { 0, 8 })
        {
            var votos = new long[9];
            votos[adelante] = 5;
            var (eleccion, resultados) = Con(9, votos, i => i % 8 == 0 ? "#A6032F" : "#FFFFF" + i);
            var relleno = Assert.Single(PinturaDeMapa.De(Idioma.Espanol, CorteDeEjemplo.Proceso(), eleccion, resultados)!.Leyenda);
            Assert.Equal("#A6032F", relleno.Color);
            Assert.True(vistas.Add((relleno.Color, relleno.Trama)));
        }
    }

    [Fact]
    public async Task Un_trazo_que_no_es_trazo_no_llega_a_la_pagina()
    {
        var corte = CorteDeEjemplo.Primero();
        var eleccion = corte.Elecciones[0].Eleccion;
        var hostil = eleccion with { Mapa = new(10, 10, [new(new("001"), "M0 0\" onload=\"alert(1)z")], "<script>") };
        var elecciones = corte.Elecciones.Select((e, i) => i == 0 ? e with { Eleccion = hostil } : e).ToList();
        var sitio = await SitioDePrueba.De(corte with { Elecciones = elecciones });
        Assert.Empty(sitio.Pagina(Estado).QuerySelectorAll("svg.mapa a"));
        Assert.DoesNotContain("onload", sitio.Texto(Estado));
    }

    // One area, as many forces as asked, each with a name of 120 letters.
    private static (Eleccion Eleccion, Resultados Resultados) Con(int fuerzas, long[] votos, Func<int, string>? color = null)
    {
        var contendientes = Enumerable.Range(0, fuerzas).Select(i => (Contendiente)new Contendiente.Partido($"{new string('A', 118)}{i:00}", $"P{i}") { Color = color?.Invoke(i) }).ToList();
        AreaId id = new("001");
        Area area = new(id, new string('Ñ', 120), TipoDeArea.Distrito, new("b", [.. Enumerable.Range(0, fuerzas)]), [.. Enumerable.Range(0, fuerzas).Select(i => new Candidatura($"C{i}", [i]))]);
        Eleccion eleccion = new(new("e"), TipoDeEleccion.Diputaciones, "E", "E", AjustesDeEleccion.PorOmision, contendientes, [area], []) { Mapa = new(9, 9, [new(id, "M0 0l9 0 0 9z")]) };
        var totales = new Totales(new(1, 0, 1, 1, 0, 100, votos.Sum(), votos.Sum(), false), new(votos, 0, 0), new(new long[fuerzas], 0, 0));
        return (eleccion, Resultados.De(CorteDeEleccion.EnCeros(eleccion, CorteDeEjemplo.Inicio)) with { Estado = totales, PorArea = new Dictionary<AreaId, Totales> { [id] = totales } });
    }
}
