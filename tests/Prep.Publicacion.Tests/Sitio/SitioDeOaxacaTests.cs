using System.Text.RegularExpressions;
using Prep.Dominio.Computo;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Tests.Ejemplos;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The site of a real night: Oaxaca 2022, 5,707 actas; and of a real zero corte.</summary>
public sealed partial class SitioDeOaxacaTests
{
    [Fact]
    public async Task El_sitio_de_Oaxaca_2022_esta_entero_y_dice_sus_cifras()
    {
        var corte = CorteDeArchivo.Leer("20220606_1500_PREP_GUB_OAX/OAX_GUB_2022.csv", "20220606_1500_PREP_GUB_OAX/OAX_GUB_Candidatura_2022.csv", ultimo: false);
        var sitio = await SitioDePrueba.De(corte);
        Assert.Empty(Rotos(sitio).Take(10));
        Assert.Equal(Resultados.De(corte.Elecciones[0]).Estado.Cifras.Valores,
            sitio.Pagina("cortes/20220606_1500/gub/index.html").QuerySelector("table.cifras")!.QuerySelectorAll("td.n").Select(c => c.TextContent.Replace(",", "").Replace(" %", "")));
        Assert.Contains("38.0325 %", sitio.Leido("index.html"));
        Assert.Equal(25, sitio.Paginas.Count(p => p.Contains("/distrito/", StringComparison.Ordinal) && p.EndsWith("/index.html", StringComparison.Ordinal)));
        Assert.True(sitio.Paginas.Count(p => p.StartsWith("actas/", StringComparison.Ordinal)) > 5_667);
        Assert.InRange(sitio.Archivos["index.html"].Length + Recursos.Estilo.Bytes.Length + Prep.Publicacion.Sitio.Textos.Idioma.Espanol.Modulos.Todos.Sum(r => r.Bytes.Length), 1, 60_000);
    }

    [Fact]
    public async Task El_corte_en_ceros_de_Campeche_es_un_sitio_entero()
    {
        var sitio = await SitioDePrueba.De(CorteDeArchivo.Leer("20210601_1852_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv", ultimo: false));
        Assert.Empty(Rotos(sitio).Take(10));
        Assert.Contains("Sin datos todavía", sitio.Leido("index.html"));
        Assert.All(sitio.Paginas, p => Assert.DoesNotContain("NaN", sitio.Texto(p)));
    }

    private static IEnumerable<string> Rotos(SitioDePrueba sitio) =>
        from pagina in sitio.Paginas
        from Match enlace in Enlace().Matches(sitio.Texto(pagina))
        let destino = enlace.Groups[1].Value
        where !destino.StartsWith('#') && !destino.StartsWith("data:", StringComparison.Ordinal)
        where !sitio.Archivos.ContainsKey(new Uri(new Uri("http://x/" + pagina), destino).AbsolutePath[1..])
        select $"{pagina} -> {destino}";

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Enlace();
}
