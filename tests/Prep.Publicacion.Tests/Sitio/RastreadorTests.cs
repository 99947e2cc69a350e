using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The whole site of a made night of two elections, as it lies on disk: every link, every aviso, every number against the CSV of its corte.</summary>
public sealed class RastreadorTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public async Task Todo_numero_del_sitio_sale_del_CSV_de_su_corte_y_todo_enlace_llega()
    {
        var noche = new NocheSintetica(distritos: 2, casillasPorDistrito: 8, conImagenes: true);
        await PublicarAsync(noche, noche.Corte(1, 0), noche.Corte(2, 9), noche.Corte(3, 9), noche.Corte(4, 5, ultimo: true));
        var modelos = ModelosDePublicacion.Leer(_carpeta.Publicacion, noche.Proceso);
        var rastreador = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);

        var faltas = rastreador.Recorrer();
        Assert.True(faltas.Count == 0, $"{faltas.Count} faltas\n{string.Join('\n', faltas.Take(40))}");
        Assert.True(rastreador is { Paginas: > 200, Numeros: > 8_000 }, $"sólo {rastreador.Paginas} páginas y {rastreador.Numeros} números");
        CadaNumeroCambiadoSeDice(noche, modelos);
    }

    // One page of each kind; in it, numbers spread over all that it says, each changed by itself.
    private void CadaNumeroCambiadoSeDice(NocheSintetica noche, Dictionary<(string Corte, string Eleccion), ModeloDelCsv> modelos)
    {
        const int PorPagina = 8;
        const string Dip = "cortes/20240602_2100/dip_loc";
        string[] clases =
        [
            "index.html", $"{Dip}/index.html", "cortes/20240602_2100/ayun/index.html", $"{Dip}/distrito/002/index.html", $"{Dip}/distrito/002/seccion/0200.html", $"{Dip}/municipio/002/index.html",
            $"{Dip}/municipios.html", $"{Dip}/secciones.html", $"{Dip}/participacion.html", $"{Dip}/estadistica.html", $"{Dip}/cambios.html", $"{Dip}/inconsistencias.html",
            $"{Dip}/sin-acta.html", $"{Dip}/fuera-de-catalogo.html", "cortes/20240602_2100/base-de-datos.html", "cortes/20240602_2100/ayuda.html", "actas/dip_loc/200100B01003.v1.html",
            "actas/dip_loc/200100B01003.v2.html", "actas/dip_loc/FC-0001.v1.html",
        ];
        var mudos = new List<string>();
        var vigia = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);
        var vocabulario = new VocabularioDelSitio(noche.Proceso);
        foreach (var ruta in clases)
        {
            var html = Encoding.UTF8.GetString(_carpeta.Bytes(ruta));
            var textos = new HtmlParser().ParseDocument(html).Body!.Descendants<IText>().Count(t => EsCifra(t));
            Assert.True(textos > 3, ruta);
            for (var n = 0; n < textos; n += Math.Max(1, textos / PorPagina))
            {
                var pagina = new HtmlParser().ParseDocument(html);
                var texto = pagina.Body!.Descendants<IText>().Where(EsCifra).ElementAt(n);
                var antes = texto.Data;
                var lugar = antes.AsSpan().IndexOfAnyInRange('0', '9');
                texto.Data = antes[..lugar] + (antes[lugar] == '9' ? '8' : '9') + antes[(lugar + 1)..];
                var yaDichas = vigia.Faltas.Count;
                vigia.Revisar(ruta, pagina.DocumentElement.OuterHtml);
                if (vigia.Faltas.Count == yaDichas)
                {
                    mudos.Add($"{ruta}: «{antes.Trim()}» → «{texto.Data.Trim()}» en {texto.ParentElement!.OuterHtml[..Math.Min(120, texto.ParentElement.OuterHtml.Length)]}");
                }
            }
        }

        Assert.True(mudos.Count == 0, string.Join('\n', mudos));

        // Sentences hold digits that are no figures: "SHA-256", "00 a 99".
        bool EsCifra(IText texto) => texto.ParentElement is not IHtmlScriptElement && !vocabulario.EsFrase(texto.Data) && vocabulario.SinFrases(texto.Data).Any(char.IsAsciiDigit);
    }

    [Fact]
    public async Task Un_numero_que_nadie_recalcula_es_una_falta_con_su_lugar()
    {
        var noche = new NocheSintetica(distritos: 1, casillasPorDistrito: 2, soloUna: true);
        await PublicarAsync(noche, noche.Corte(1, 2));
        const string Ruta = "cortes/20240602_2020/dip_loc/index.html";
        var rastreador = new Rastreador(_carpeta.Publicacion, noche.Proceso, ModelosDePublicacion.Leer(_carpeta.Publicacion, noche.Proceso));
        rastreador.Revisar(Ruta, Encoding.UTF8.GetString(_carpeta.Bytes(Ruta)).Replace("<h1>", "<p class=\"nota\">Faltan 77 cosas.</p><h1>", StringComparison.Ordinal));
        var falta = Assert.Single(rastreador.Faltas);
        Assert.StartsWith($"{Ruta}: número sin explicar: 77 en «Faltan 77 cosas.»", falta);
        Assert.EndsWith("p.nota", falta);
    }

    [Fact]
    public async Task Cuarenta_candidaturas_un_empate_un_area_en_ceros_y_otra_sin_casillas_dan_paginas_enteras()
    {
        var noche = new NocheSintetica(extrema: true);
        await PublicarAsync(noche, noche.Corte(1, 6), noche.Corte(2, 6, ultimo: true));
        var rastreador = new Rastreador(_carpeta.Publicacion, noche.Proceso, ModelosDePublicacion.Leer(_carpeta.Publicacion, noche.Proceso));
        var faltas = rastreador.Recorrer();
        Assert.True(faltas.Count == 0, $"{faltas.Count} faltas\n{string.Join('\n', faltas.Take(25))}");
        Assert.True(rastreador is { Paginas: > 80, Numeros: > 5_000 }, $"sólo {rastreador.Paginas} páginas y {rastreador.Numeros} números");

        string Area(string area) => Encoding.UTF8.GetString(_carpeta.Bytes($"cortes/{_carpeta.Actual().Corte}/dip_loc/distrito/{area}/index.html"));
        Assert.Contains("Hasta este corte hay empate", Area("002"));
        Assert.Contains("Sin datos todavía", Area("003"));
        Assert.Contains("Aquí no se espera ninguna acta", Area("004"));
    }

    private async Task PublicarAsync(NocheSintetica noche, params Corte[] cortes)
    {
        var publicador = _carpeta.Publicador();
        foreach (var corte in cortes)
        {
            Assert.True((await publicador.PublicarAsync(corte, noche.Fuente, CancellationToken.None)).IsOk);
        }
    }
}
