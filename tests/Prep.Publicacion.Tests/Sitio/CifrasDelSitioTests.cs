using System.Text.Json;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The numbers of pages and JSON are those of <see cref="Resultados"/>, at every level.</summary>
public sealed class CifrasDelSitioTests
{
    private static readonly Corte Corte = CorteDeEjemplo.Ultimo();

    [Fact]
    public async Task Estado_areas_y_municipios_dicen_lo_mismo_en_pagina_y_en_json()
    {
        var sitio = await SitioDePrueba.De(Corte);
        foreach (var e in Corte.Elecciones)
        {
            var r = Resultados.De(e);
            var carpeta = $"cortes/{Corte.Id}/{e.Eleccion.Id}/";
            Comparar(sitio, carpeta, e.Eleccion, r.Estado, null);
            foreach (var area in e.Eleccion.Areas)
            {
                var suya = area.Tipo switch { TipoDeArea.SinArea => "sin-area/", TipoDeArea.Municipio => $"municipio/{area.Id}/", _ => $"distrito/{area.Id}/" };
                Comparar(sitio, carpeta + suya, e.Eleccion, r.PorArea[area.Id], area);
            }

            if (e.Eleccion.TipoDeArea == TipoDeArea.Distrito)
            {
                Assert.All(r.PorMunicipio, m => Comparar(sitio, $"{carpeta}municipio/{m.Key}/", e.Eleccion, m.Value, null));
            }
        }
    }

    [Fact]
    public async Task El_reparto_por_partido_suma_lo_mismo_que_las_filas()
    {
        var sitio = await SitioDePrueba.De(Corte);
        foreach (var e in Corte.Elecciones)
        {
            using var json = JsonDocument.Parse(sitio.Archivos[$"cortes/{Corte.Id}/{e.Eleccion.Id}/resultados.json"]);
            var total = json.RootElement.GetProperty("votos").GetProperty("total").GetInt64();
            foreach (var tabla in new[] { "votos", "candidaturas", "repartoInformativo" })
            {
                var t = json.RootElement.GetProperty(tabla);
                var suma = t.GetProperty("filas").EnumerateArray().Sum(f => f.GetProperty("votos").GetInt64())
                    + t.GetProperty("noRegistradas").GetInt64() + t.GetProperty("nulos").GetInt64();
                Assert.Equal(total, suma);
            }
        }

        Assert.Contains("Reparto informativo", sitio.Leido($"cortes/{Corte.Id}/dip_loc/index.html"));
    }

    [Fact]
    public void El_reparto_de_un_area_muestra_tambien_al_partido_que_solo_va_en_un_emblema_comun()
    {
        var eleccion = Corte.Elecciones[0].Eleccion with
        {
            Contendientes =
            [
                new Contendiente.Partido("A", "A"), new Contendiente.Partido("B", "B"), new Contendiente.Partido("C", "C"),
                new Contendiente.CandidaturaComun("EC", "EC", [1, 2], ModoDeCandidaturaComun.EmblemaUnico, RepartoDeCandidaturaComun.Igualitario, []),
            ],
        };
        Boleta boleta = new("b", [0, 3]);
        Votacion votos = new([7, 0, 0, 11], 1, 2);
        var tabla = Prep.Publicacion.Sitio.Vistas.Tablas.PorPartido(Prep.Publicacion.Sitio.Textos.Idioma.Espanol, eleccion, RepartoDeCoalicion.Repartir(eleccion.Contendientes, boleta, votos.PorContendiente), votos, boleta.Contendientes);
        Assert.Equal([("A", 7L), ("B", 6L), ("C", 5L), ("", 1L), ("", 2L)], tabla.Filas.Select(f => (f.Clave, f.Votos)));
        Assert.Equal(tabla.Total, tabla.Filas.Sum(f => f.Votos));
    }

    [Fact]
    public async Task Cada_acta_muestra_sus_campos_su_total_y_el_limite_aplicado()
    {
        var sitio = await SitioDePrueba.De(Corte);
        foreach (var e in Corte.Elecciones)
        {
            foreach (var registro in e.Agregadas.Where(a => a.Datos is not null))
            {
                var ruta = $"actas/{e.Eleccion.Id}/{registro.Id.Nombre}.v1";
                var celdas = sitio.Pagina(ruta + ".html").QuerySelectorAll("td.n").Select(c => c.TextContent.Replace(",", "")).ToList();
                var datos = registro.Datos!;
                var esperado = datos.Votos.Select(v => v.ToString()).Append($"{datos.TotalCalculado}")
                    .Concat([$"{datos.Sobrantes}", $"{datos.Personas}", $"{datos.Representantes}", $"{datos.Sacados}"]);
                Assert.Equal(esperado, celdas);
                using var json = JsonDocument.Parse(sitio.Archivos[ruta + ".json"]);
                Assert.Equal(datos.TotalCalculado, json.RootElement.GetProperty("datos").GetProperty("totalCalculado").GetInt32());
                Assert.Equal(datos.Votos.SkipLast(2).Select(v => v.ToString().ToUpperInvariant()),
                    json.RootElement.GetProperty("datos").GetProperty("votos").EnumerateObject().Select(v => v.Value.ToString()));
            }
        }

        Assert.Contains("Lista nominal 700 más 14 representantes acreditados: 714 votos", sitio.Leido("actas/dip_loc/200001B01003.v1.html"));
        Assert.Contains("boletas aprobadas, 1,000, más 14 representantes acreditados: 1,014 votos", sitio.Leido("actas/dip_loc/200002S01003EMR.v1.html"));
        Assert.Contains("En estas mesas no votan representantes", sitio.Leido("actas/dip_loc/200000A01003.v1.html"));
    }

    [Theory]
    [InlineData("200003B01003", "Algún campo ilegible", "El acta sí se contabiliza")]
    [InlineData("200003C01003", "Todos los campos vacíos", "no se contabiliza")]
    [InlineData("200004B01003", "Excede lista nominal", "lo excede")]
    [InlineData("200002C01003", "Sin acta por casilla no instalada", "no hay imagen")]
    [InlineData("FC-0001", "Fuera de catálogo", "sus votos no se capturan ni se suman")]
    public async Task La_observacion_se_dice_en_palabras_con_su_efecto(string acta, string nombre, string efecto)
    {
        var sitio = await SitioDePrueba.De(Corte);
        var leido = sitio.Leido($"actas/dip_loc/{acta}.v1.html");
        Assert.Contains(nombre, leido);
        Assert.Contains(efecto, leido);
    }

    [Fact]
    public async Task La_imagen_ajena_se_dice_y_no_se_enlaza()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero(ClaseDeProceso.Repeticion));
        const string ruta = "actas/dip_loc/200001B01003.v1.html";
        Assert.Contains("Imagen no incluida (repetición)", sitio.Leido(ruta));
        Assert.Empty(sitio.Pagina(ruta).QuerySelectorAll("img"));
        Assert.Contains(Prep.Dominio.Catalogo.CodigoDeIntegridad.De(BitConverter.GetBytes(0)).Hex, sitio.Leido(ruta));
    }

    [Fact]
    public async Task Una_version_nueva_enlaza_las_anteriores()
    {
        var primero = CorteDeEjemplo.Primero();
        var sitio = await SitioDePrueba.De(primero, CorteDeEjemplo.Segundo(primero));
        Assert.Equal("200001B01003.v1.html", sitio.Pagina("actas/dip_loc/200001B01003.v2.html").QuerySelectorAll("a").First(a => a.TextContent.Trim() == "Versión 1").GetAttribute("href"));
        Assert.Contains("Al cotejar el acta en papel", sitio.Leido("actas/dip_loc/200001B01003.v2.html"));
        Assert.Contains("20:00", sitio.Leido("actas/dip_loc/200001B01003.v2.html"));
        var votos = primero.Elecciones[0].Registros[0]!.Datos!.Votos[0].Suma;
        Assert.Equal([["PAN", $"{votos}", $"{votos + 5}"]], sitio.Pagina("actas/dip_loc/200001B01003.v2.html").QuerySelectorAll("table.historia-cambios tbody tr")
            .Select(f => f.Children.Select(c => c.TextContent.Trim()).ToArray()).Where(f => f[0] == "PAN"));
        using var json = JsonDocument.Parse(sitio.Archivos["actas/dip_loc/200001B01003.v2.json"]);
        Assert.Equal("cotejo", json.RootElement.GetProperty("motivo").GetString());
        Assert.Equal(("1", "20240602_2000", "2024-06-03T02:00:00Z", "actas/dip_loc/200001B01003.v1.json"),
            json.RootElement.GetProperty("versiones")[0] is var v ? ($"{v.GetProperty("version")}", $"{v.GetProperty("corte")}", $"{v.GetProperty("instante")}", $"{v.GetProperty("ruta")}") : default);
        Assert.Equal(["datos.votos.PAN", "datos.totalCalculado"], json.RootElement.GetProperty("cambios").EnumerateArray().Select(c => c.GetProperty("campo").GetString()));
        Assert.Contains("200001B01003.v2.html", sitio.Texto("cortes/20240602_2020/dip_loc/distrito/001/seccion/0001.html"));
    }

    private static void Comparar(SitioDePrueba sitio, string carpeta, Eleccion eleccion, Totales totales, Area? area)
    {
        var pagina = sitio.Pagina(carpeta + "index.html");
        var cifras = pagina.QuerySelector("table.cifras")!.QuerySelectorAll("td.n").Select(c => c.TextContent.Replace(",", "").Replace(" %", ""));
        Assert.Equal(totales.Cifras.Valores, cifras);

        using var json = JsonDocument.Parse(sitio.Archivos[carpeta + "resultados.json"]);
        Assert.Equal(Cifras.Nombres, json.RootElement.GetProperty("cifras").EnumerateObject().Select(p => p.Name));
        Assert.Equal(totales.Cifras.Valores, json.RootElement.GetProperty("cifras").EnumerateObject().Select(p => p.Value.ToString()));

        var boleta = area?.Boleta.Contendientes ?? [.. Enumerable.Range(0, eleccion.Contendientes.Count)];
        var filas = pagina.QuerySelectorAll("table.votos").First(t => t.QuerySelector("caption")!.TextContent == "Votos como vienen en las actas")
            .QuerySelectorAll("tbody tr").Select(f => long.Parse(f.QuerySelector("td.n")!.TextContent.Replace(",", ""))).ToList();
        var enJson = json.RootElement.GetProperty("votos").GetProperty("filas").EnumerateArray()
            .ToDictionary(f => f.GetProperty("clave").GetString()!, f => f.GetProperty("votos").GetInt64());
        if (filas.Count == boleta.Count + 2)
        {
            Assert.Equal([.. boleta.Select(i => totales.Votos.PorContendiente[i]), totales.Votos.NoRegistradas, totales.Votos.Nulos], filas);
        }

        Assert.All(boleta, i => Assert.Equal(totales.Votos.PorContendiente[i], enJson[eleccion.Contendientes[i].Clave]));
        Assert.Equal(totales.Votos.Total, json.RootElement.GetProperty("votos").GetProperty("total").GetInt64());
    }
}
