using System.Text;
using AngleSharp.Dom;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class SitioEnteroTests
{
    private static async Task<SitioDePrueba> DosCortes()
    {
        var primero = CorteDeEjemplo.Primero();
        return await SitioDePrueba.De(primero, CorteDeEjemplo.Segundo(primero));
    }

    [Fact]
    public async Task Las_bases_dicen_que_actualizaciones_salieron_a_tiempo_tarde_o_no_se_hicieron()
    {
        var corte = CorteDeEjemplo.Primero();
        var planeada = corte.InstanteEn.AddHours(-1);
        var sitio = await SitioDePrueba.De(corte with
        {
            Historial =
            [
                new(planeada, planeada.AddSeconds(40)),
                new(planeada.AddMinutes(20), planeada.AddMinutes(45), "disco lleno"),
                new(planeada.AddMinutes(40), null, "A esa hora ningún servidor hacía cortes."),
            ],
        });
        var leido = sitio.Leido($"cortes/{corte.Id}/base-de-datos.html");
        Assert.Contains("Planeadas hasta ahora: 3. A tiempo: 1. Tarde: 1. No se hicieron: 1.", leido);
        Assert.Contains("25 minutos tarde: disco lleno", leido);
        Assert.Contains("A esa hora ningún servidor hacía cortes.", leido);
    }

    [Fact]
    public async Task Todo_enlace_llega_a_un_archivo()
    {
        var sitio = await DosCortes();
        var rotos = new List<string>();
        var vistos = 0;
        foreach (var pagina in sitio.Paginas)
        {
            foreach (var elemento in sitio.Pagina(pagina).QuerySelectorAll("a[href], link[href], script[src], img[src]"))
            {
                var destino = elemento.GetAttribute("href") ?? elemento.GetAttribute("src")!;
                if (destino.StartsWith('#') || destino.StartsWith("data:", StringComparison.Ordinal))
                {
                    continue;
                }

                vistos++;
                Assert.DoesNotContain("//", destino);
                if (!sitio.Archivos.ContainsKey(Resolver(pagina, destino)))
                {
                    rotos.Add($"{pagina} -> {destino}");
                }
            }
        }

        Assert.Empty(rotos);
        Assert.True(vistos > 1000, $"sólo {vistos} enlaces");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/x/y/")]
    public async Task Los_enlaces_llegan_en_cualquier_ruta_desde_la_raiz_y_desde_el_corte(string montaje)
    {
        var sitio = await DosCortes();
        foreach (var entrada in new[] { "index.html", "cortes/20240602_2020/index.html" })
        {
            var porVer = new Queue<Uri>([new Uri($"http://servidor{montaje}{entrada}")]);
            var vistas = new HashSet<Uri>(porVer);
            while (porVer.TryDequeue(out var aqui))
            {
                var ruta = Uri.UnescapeDataString(aqui.AbsolutePath);
                Assert.StartsWith(montaje, ruta);
                Assert.True(sitio.Archivos.ContainsKey(ruta[montaje.Length..]), $"{aqui} no existe");
                if (!ruta.EndsWith(".html", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var elemento in sitio.Pagina(ruta[montaje.Length..]).QuerySelectorAll("a[href], link[href], script[src], img[src]"))
                {
                    var destino = new Uri(aqui, elemento.GetAttribute("href") ?? elemento.GetAttribute("src")!);
                    if (destino.Scheme == "http" && destino.Fragment.Length == 0 && vistas.Add(destino))
                    {
                        porVer.Enqueue(destino);
                    }
                }
            }

            Assert.True(vistas.Count > 100, $"sólo {vistas.Count} páginas desde {entrada}");
        }
    }

    [Fact]
    public async Task El_acta_dice_los_partidos_de_una_combinacion()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero());
        var filas = sitio.Pagina("actas/dip_loc/200001B01003.v1.html").QuerySelectorAll("tbody th[scope=row]").Select(th => th.TextContent).ToList();

        Assert.Contains("PAN · PRIC_PAN_PRI", filas);
        Assert.Contains("MORENA", filas);
    }

    [Fact]
    public async Task Sin_programa_la_pagina_dice_que_hacer_si_su_imagen_se_retiro()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero());
        var pagina = sitio.Pagina("actas/dip_loc/200001B01003.v1.html");

        Assert.Contains("pudo ser retirada, vea la versión vigente", pagina.QuerySelector("a.imagen img")!.GetAttribute("alt"));
        var enlace = pagina.QuerySelector(".imagen ~ .nota a")!;
        Assert.Equal("../../index.html", enlace.GetAttribute("href"));
        Assert.Equal("dip_loc/distrito/001/seccion/0001.html", enlace.GetAttribute("data-ir"));
    }

    [Fact]
    public async Task Lo_que_sigue_el_modulo_tambien_existe()
    {
        var sitio = await DosCortes();
        foreach (var pagina in sitio.Paginas)
        {
            var documento = sitio.Pagina(pagina);
            var raiz = documento.Body!.GetAttribute("data-raiz")!;
            Assert.Equal("actual.json", Resolver(pagina, raiz + "actual.json"));
            var rutas = documento.QuerySelectorAll("[data-ir]").Select(e => e.GetAttribute("data-ir")!)
                .Concat(documento.QuerySelectorAll("[data-avance]").Select(e => e.GetAttribute("data-avance") + "/avance.json"))
                .Append(documento.Body.GetAttribute("data-vigente")!).Where(r => r.Length > 0);
            foreach (var ruta in rutas)
            {
                Assert.True(sitio.Archivos.ContainsKey("cortes/20240602_2020/" + ruta), $"{pagina}: {ruta}");
            }
        }
    }

    [Fact]
    public async Task Toda_pagina_se_alcanza_desde_el_inicio()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Ultimo());
        var porVer = new Queue<string>(["index.html"]);
        var vistas = new HashSet<string>(porVer);
        while (porVer.TryDequeue(out var pagina))
        {
            foreach (var enlace in sitio.Pagina(pagina).QuerySelectorAll("a[href]"))
            {
                var destino = Resolver(pagina, enlace.GetAttribute("href")!);
                if (destino.EndsWith(".html", StringComparison.Ordinal) && vistas.Add(destino))
                {
                    porVer.Enqueue(destino);
                }
            }
        }

        Assert.Empty(sitio.Paginas.Except(vistas).Except(["cortes/20240603_2000/index.html"]));
    }

    [Fact]
    public async Task Ninguna_pagina_dice_ganador_ni_publica_el_total_asentado()
    {
        var sitio = await DosCortes();
        foreach (var (ruta, bytes) in sitio.Archivos)
        {
            var texto = Encoding.UTF8.GetString(bytes);
            Assert.DoesNotContain("ganador", texto, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("asentado", texto, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"{CorteDeEjemplo.TotalAsentado}", texto);
            Assert.DoesNotContain("9,753", texto);
        }
    }

    [Fact]
    public async Task Toda_pagina_avisa_que_es_preliminar_y_tiene_un_titulo()
    {
        var sitio = await DosCortes();
        foreach (var pagina in sitio.Paginas)
        {
            Assert.Contains("Resultados preliminares, sin efectos jurídicos", sitio.Leido(pagina));
            Assert.Single(sitio.Pagina(pagina).QuerySelectorAll("h1"));
            Assert.Equal("es-MX", sitio.Pagina(pagina).DocumentElement.GetAttribute("lang"));
        }
    }

    [Theory]
    [InlineData(ClaseDeProceso.Jornada, null)]
    [InlineData(ClaseDeProceso.Simulacro, "SIMULACRO")]
    [InlineData(ClaseDeProceso.Practica, "PRÁCTICA")]
    [InlineData(ClaseDeProceso.Repeticion, "REPETICIÓN")]
    public async Task La_banda_de_la_clase_esta_en_toda_pagina(ClaseDeProceso clase, string? banda)
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero(clase));
        foreach (var pagina in sitio.Paginas)
        {
            var bandas = sitio.Pagina(pagina).QuerySelectorAll(".banda").Select(b => b.TextContent).ToList();
            if (banda is null)
            {
                Assert.Empty(bandas);
            }
            else
            {
                Assert.StartsWith(banda, Assert.Single(bandas), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task El_avance_esta_en_todas_menos_secciones_y_actas()
    {
        var sitio = await DosCortes();
        foreach (var pagina in sitio.Paginas.Where(p => !p.Contains("/sistemas-normativos/", StringComparison.Ordinal)))
        {
            var perdura = pagina.StartsWith("actas/", StringComparison.Ordinal) || pagina.Contains("/seccion/", StringComparison.Ordinal);
            var documento = sitio.Pagina(pagina);
            Assert.Equal(perdura, documento.QuerySelector(".avance") is null);
            Assert.Equal(perdura, documento.QuerySelector(".vigencia") is not null);
        }

        var barra = sitio.Pagina("cortes/20240602_2000/dip_loc/index.html").QuerySelector(".avance")!.TextContent;
        Assert.Contains("02/06/2024 20:00 (UTC−06:00)", barra);
        Assert.Contains("Próxima actualización: 02/06/2024 20:20 (UTC−06:00)", barra);
    }

    [Fact]
    public async Task Los_nombres_se_escapan()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Ultimo());
        foreach (var pagina in sitio.Paginas)
        {
            Assert.DoesNotContain("<script>alert", sitio.Texto(pagina));
            Assert.DoesNotContain("javascript:", sitio.Texto(pagina));
            Assert.DoesNotContain("<b>O'Hara", sitio.Texto(pagina));
            Assert.DoesNotContain("<Anexas>", sitio.Texto(pagina));
        }

        Assert.Contains("ANA <script>alert(1)</script>", sitio.Leido("cortes/20240603_2000/dip_loc/distrito/001/index.html"));
        Assert.Contains("Distrito 001 · San Juan \"Centro\" & <Anexas>", sitio.Leido("cortes/20240603_2000/dip_loc/distrito/001/index.html"));
    }

    [Fact]
    public async Task La_primera_pagina_cabe_en_60_kB_con_su_estilo_y_su_modulo()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Ultimo());
        var total = sitio.Archivos["index.html"].Length + Recursos.Estilo.Bytes.Length + Prep.Publicacion.Sitio.Textos.Idioma.Espanol.Modulos.Todos.Sum(r => r.Bytes.Length);
        Assert.InRange(total, 1, 60_000);
    }

    [Fact]
    public async Task Dos_veces_el_mismo_corte_da_los_mismos_bytes()
    {
        var (una, otra) = (await SitioDePrueba.De(CorteDeEjemplo.Primero()), await SitioDePrueba.De(CorteDeEjemplo.Primero()));
        Assert.Equal(una.Archivos.Keys.Order(), otra.Archivos.Keys.Order());
        Assert.All(una.Archivos, p => Assert.Equal(p.Value, otra.Archivos[p.Key]));
    }

    [Fact]
    public async Task Una_seccion_sin_cambios_es_identica_en_el_corte_siguiente()
    {
        var primero = CorteDeEjemplo.Primero();
        var segundo = CorteDeEjemplo.Segundo(primero);
        var (iguales, distintas) = (0, 0);
        foreach (var (antes, ahora) in primero.Elecciones.Zip(segundo.Elecciones))
        {
            var cambiadas = ahora.Agregadas.Select(r => ahora.Eleccion.Posicion(r.Id)).ToHashSet();
            foreach (var seccion in SitioEstatico.SeccionesDe(ahora))
            {
                var una = await SitioEstatico.PaginaDeSeccionAsync(ContextoDeSitio.De(primero), antes, seccion);
                var otra = await SitioEstatico.PaginaDeSeccionAsync(ContextoDeSitio.De(segundo), ahora, seccion, desde: primero);
                var igual = una.Bytes.AsSpan().SequenceEqual(otra.Bytes);
                Assert.Equal(!seccion.Actas.Any(cambiadas.Contains), igual);
                _ = igual ? iguales++ : distintas++;
            }
        }

        Assert.True(iguales > 0 && distintas > 0);
    }

    [Fact]
    public async Task Un_corte_en_ceros_es_un_sitio_entero()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.EnCeros());
        var leido = sitio.Leido("cortes/20240602_2000/ayun/municipio/300/index.html");
        Assert.Contains("Sin datos todavía", leido);
        Assert.Contains("Aquí no se espera ninguna acta", leido);
        Assert.Contains("0.0000 %", leido);
        Assert.DoesNotContain("NaN", leido);
        Assert.Contains("Sin datos todavía", sitio.Leido("cortes/20240602_2000/dip_loc/index.html"));
        Assert.Contains("Por capturar", sitio.Leido("cortes/20240602_2000/dip_loc/distrito/001/seccion/0001.html"));
        Assert.Contains("No hay ninguna en este corte", sitio.Leido("cortes/20240602_2000/dip_loc/sin-acta.html"));
    }

    [Fact]
    public void Una_clave_no_sale_de_su_carpeta()
    {
        var id = new Prep.Dominio.Catalogo.ActaId(new("gub"), new("001"), "../../x y");
        Assert.Equal("actas/gub/_2E__2E__2F__2E__2E__2F_x_20_y.v1.html", Rutas.DeActa(id, 1));
    }

    [Theory]
    [InlineData("index.html", "cortes/C/gub/index.html", "cortes/C/gub/index.html")]
    [InlineData("cortes/C/gub/distrito/001/seccion/0001.html", "cortes/C/gub/distrito/001/index.html", "../index.html")]
    [InlineData("cortes/C/gub/distrito/001/seccion/0001.html", "index.html", "../../../../../../index.html")]
    [InlineData("cortes/C1/a.html", "cortes/C2/a.html", "../C2/a.html")]
    [InlineData("actas/gub/a.v2.html", "actas/gub/a.v1.html", "a.v1.html")]
    public void Los_enlaces_son_relativos(string desde, string hacia, string enlace) => Assert.Equal(enlace, Rutas.Relativa(desde, hacia));

    private static string Resolver(string pagina, string enlace) => new Uri(new Uri("http://x/" + pagina), enlace).AbsolutePath[1..];
}
