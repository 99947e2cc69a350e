using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Whoever votes where the ayuntamiento is not elected by parties reads why, never an empty page.</summary>
public sealed class SistemasNormativosTests
{
    private const string Corte = "cortes/20240602_2000/";

    [Fact]
    public async Task Su_municipio_dice_por_que_no_hay_resultados_y_lleva_a_los_que_si_hay()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero());
        const string ruta = Corte + "ayun/sistemas-normativos/029.html";

        Assert.Contains("Aquí el ayuntamiento se elige por Sistema Normativo Indígena; el PREP sólo publica diputaciones locales.", sitio.Leido(ruta));
        var enlaces = sitio.Pagina(ruta).QuerySelectorAll("main a, .ancho a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("../../dip_loc/municipio/029/index.html", enlaces);
        Assert.Contains("../../dip_loc/distrito/002/seccion/0005.html", enlaces);
        Assert.Contains("se elige por Sistema Normativo Indígena", sitio.Leido(Corte + "dip_loc/municipio/029/index.html"));
        Assert.DoesNotContain("Sistema Normativo", sitio.Leido(Corte + "dip_loc/municipio/067/index.html"));
    }

    [Fact]
    public async Task Sin_otra_eleccion_en_el_municipio_la_pagina_tambien_esta_entera()
    {
        var leido = (await SitioDePrueba.De(CorteDeEjemplo.Primero())).Leido(Corte + "ayun/sistemas-normativos/500.html");
        Assert.Contains("el PREP sólo publica las demás elecciones", leido);
        Assert.DoesNotContain("Sus secciones", leido);
    }

    [Fact]
    public async Task Con_su_seccion_se_llega_en_dos_toques()
    {
        var pagina = (await SitioDePrueba.De(CorteDeEjemplo.Primero())).Pagina(Corte + "ayun/secciones.html");
        Assert.Equal(["#s00", "#s09"], pagina.QuerySelectorAll("nav[aria-labelledby=centenas] a").Select(a => a.GetAttribute("href")));
        Assert.Equal(
            ["municipio/067/seccion/0001.html", "municipio/067/seccion/0002.html", "sistemas-normativos/029.html"],
            pagina.QuerySelectorAll("#s00 a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Nada_en_esas_paginas_depende_del_corte()
    {
        var primero = CorteDeEjemplo.Primero();
        var sitio = await SitioDePrueba.De(primero, CorteDeEjemplo.Segundo(primero));
        foreach (var ruta in sitio.Paginas.Where(p => p.StartsWith(Corte + "ayun/sistemas-normativos/", StringComparison.Ordinal)))
        {
            Assert.Equal(sitio.Texto(ruta), sitio.Texto(ruta.Replace("20240602_2000", "20240602_2020", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Cada_clase_de_mesa_tiene_su_vista_si_el_catalogo_la_trae()
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Ultimo());
        Assert.Contains("Voto anticipado", sitio.Leido("cortes/20240603_2000/dip_loc/voto-anticipado.html"));
        Assert.Contains("Actas contabilizadas aquí: 1 de 1", sitio.Leido("cortes/20240603_2000/dip_loc/voto-anticipado.html"));
        Assert.DoesNotContain(sitio.Paginas, p => p.EndsWith("prision-preventiva.html", StringComparison.Ordinal) || p.EndsWith("ayun/voto-anticipado.html", StringComparison.Ordinal));
    }
}
