using System.Text.RegularExpressions;
using Prep.Dominio;
using Prep.Pantallas.Estilos;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Publicacion.Sitio.Institucion;
using Prep.Publicacion.Tests.Formatos;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Colours and mark of an institute: what reads and cannot harm is used; the rest is refused with a sentence that says what to do.</summary>
public sealed partial class AparienciaTests : IDisposable
{
    private const string Cuadro = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#fff"/></svg>""";

    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#ff0000", "#ffffff", 4.00)]
    public void El_contraste_es_el_de_WCAG(string uno, string otro, double esperado)
    {
        Assert.Equal(esperado, Color.Leer(uno)!.Value.Contraste(Color.Leer(otro)!.Value), 2);
        Assert.Equal(esperado, Color.Leer(otro)!.Value.Contraste(Color.Leer(uno)!.Value), 2);
    }

    [Theory]
    [InlineData("#777777", null, "colores.principal: #777777 contrasta 4.47:1 con las letras blancas del encabezado y hace falta al menos 4.50:1", "#767676")]
    [InlineData("#ffcc00", null, "colores.principal: #ffcc00 contrasta 1.51:1", "#")]
    [InlineData(null, "#ff8800", "colores.acento: #ff8800 contrasta ", "#")]
    [InlineData("azul", null, "colores.principal es un color escrito #rrggbb", "«azul»")]
    [InlineData(null, "#12345", "colores.acento es un color escrito #rrggbb", "«#12345»")]
    [InlineData(null, "#12345g", "colores.acento es un color escrito #rrggbb", "«#12345g»")]
    public void Un_color_que_no_se_leeria_se_rechaza_con_el_mas_cercano_que_si(string? principal, string? acento, string dicho, string propuesto)
    {
        var rechazo = ColoresDelInstituto.Crear(principal, acento).Rechazo;
        Assert.Contains(dicho, rechazo.Mensaje);
        Assert.Contains(propuesto, rechazo.Mensaje);
        if (rechazo.Codigo == "color_sin_contraste")
        {
            var sirve = Hex().Matches(rechazo.Mensaje)[^1].Value;
            Assert.True(ColoresDelInstituto.Crear(principal is null ? null : sirve, acento is null ? null : sirve).IsOk, sirve);
        }
    }

    public static TheoryData<string> Colores => [.. from r in Canales() from v in Canales() from a in Canales() select $"#{r:x2}{v:x2}{a:x2}"];

    [Theory, MemberData(nameof(Colores))]
    public void Lo_que_se_deriva_de_un_color_admitido_se_lee_en_los_dos_esquemas(string color)
    {
        var admitidos = ColoresDelInstituto.Crear(color, null) is { IsOk: true } principal ? principal.Value : ColoresDelInstituto.DeLaCasa;
        admitidos = admitidos with { Acento = ColoresDelInstituto.Crear(null, color) is { IsOk: true } acento ? acento.Value.Acento : null };
        for (var esquema = 0; esquema < 2; esquema++)
        {
            Color De(string token) => Color.Leer((Token(admitidos.Css, token).ElementAtOrDefault(esquema) ?? Token(Tokens.Css, token).ElementAtOrDefault(esquema))!)!.Value;
            if (admitidos.Acento is not null)
            {
                Assert.All(["papel", "fondo", "acento-suave", "sobre-acento"], t => Minimo(4.5, De("acento"), De(t), t));
                Assert.All(["tinta", "tenue", "bien", "atento", "mal"], t => Minimo(4.5, De("acento-suave"), De(t), t));
                Assert.All(["papel", "acento-suave"], t => Minimo(3, De("barra"), De(t), t));
            }

            if (admitidos.Principal is not null)
            {
                Assert.All(["sobre-marca", "marca-tenue"], t => Minimo(4.5, De("marca"), De(t), t));
            }
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "«script»")]
    [InlineData("<foreignObject/>", "«foreignObject»")]
    [InlineData("<image href='https://malo.example/x.png'/>", "«image»")]
    [InlineData("<use href='#a'/>", "«use»")]
    [InlineData("<style>@import url(https://malo.example)</style>", "«style»")]
    [InlineData("<a href='javascript:alert(1)'/>", "«a»")]
    [InlineData("<animate attributeName='href'/>", "«animate»")]
    [InlineData("<text>IEE</text>", "texto convertido en trazos")]
    [InlineData("<rect onclick='alert(1)'/>", "«onclick»")]
    [InlineData("<rect ONLOAD='alert(1)'/>", "«ONLOAD»")]
    [InlineData("<rect fill='url(https://malo.example/#a)'/>", "«fill»")]
    [InlineData("<rect fill='url( //malo.example )'/>", "«fill»")]
    [InlineData("<rect style='fill:u\\72l(//malo.example)'/>", "«style»")]
    [InlineData("<rect style='background:url(//malo.example)'/>", "«style»")]
    [InlineData("<linearGradient href='otro.svg#a'/>", "«href»")]
    [InlineData("<linearGradient xmlns:l='http://www.w3.org/1999/xlink' l:href='data:x'/>", "«l:href»")]
    [InlineData("<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>", "«h:p»")]
    [InlineData("<rect", "no se entiende en la línea 1")]
    [InlineData("<?xml-stylesheet href='https://malo.example'?>", "«xml-stylesheet»")]
    public void Un_SVG_que_hace_algo_mas_que_dibujar_se_rechaza_por_su_nombre(string dentro, string dicho) =>
        Assert.Contains(dicho, Negado(Cuadro.Replace("<rect", dentro + "<rect", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>""", "no se entiende")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"/>""", "viewBox")]
    [InlineData("""<svg viewBox="0 0 1 1"/>""", "«svg»")]
    [InlineData("""<g xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>""", "no empieza")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 100"/>""", "8 veces")]
    [InlineData("", "no se entiende")]
    public void Un_SVG_que_no_lo_es_o_no_cabe_se_rechaza(string svg, string dicho) => Assert.Contains(dicho, Negado(svg));

    [Fact]
    public void Lo_que_dibujan_los_programas_de_dibujo_se_admite() => Assert.Equal(72, Leer("""
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- un comentario -->
        <svg width="20px" height="10" version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve">
          <defs><linearGradient id="a"><stop offset="0" style="stop-color:#ff0000;stop-opacity:1"/></linearGradient><linearGradient id="b" xlink:href="#a" gradientTransform="matrix(1 0 0 1 2 3)"/></defs>
          <g transform="translate(1,2) scale(.5)" class="capa"><path d="M0 0h1z" fill="url(#b)" style="stroke:rgb(1,2,3); fill-rule:evenodd"/></g>
        </svg>
        """).Value.Apariencia.Logotipo!.Ancho);

    [Theory]
    [InlineData("../fuera.svg", "logotipo.archivo")]
    [InlineData("logo.gif", "logotipo.archivo")]
    [InlineData("ausente.svg", "no está ausente.svg")]
    [InlineData("malo.png", "malo.png no es un PNG")]
    [InlineData("grande.svg", "pesa 20,001 bytes y caben 20,000")]
    public void Un_archivo_que_no_sirve_de_logotipo_se_dice(string archivo, string dicho)
    {
        Escribir("malo.png", Cuadro);
        Escribir("grande.svg", Cuadro.PadRight(20_001));
        Assert.Contains(dicho, ConLogotipo(archivo).Rechazo.Mensaje);
    }

    [Fact]
    public void Sin_archivo_el_sitio_es_el_de_la_casa() => Assert.Same(Apariencia.DeLaCasa, ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value.Apariencia);

    [Theory]
    [InlineData("oaxaca-2022")]
    [InlineData("oaxaca-2024")]
    public void Las_elecciones_que_se_entregan_traen_su_sitio(string eleccion)
    {
        var sitio = ConfiguracionDeSitio.Leer(Path.Combine(Reales.Raiz, "datos", eleccion)).Value;
        Assert.NotEmpty(sitio.Instituto);
        Assert.NotNull(sitio.Apariencia.Logotipo);
    }

    [Fact]
    public async Task La_publicacion_lleva_los_colores_y_el_logotipo_en_cada_pagina_y_pasa()
    {
        Escribir("logo.svg", Cuadro);
        Escribir(ConfiguracionDeSitio.Archivo, """{ "instituto": "Instituto", "logotipo": { "archivo": "logo.svg", "texto": "Un cuadro" }, "colores": { "principal": "#5c2140", "acento": "#84305c" } }""");
        var apariencia = ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value.Apariencia;
        var publicacion = Path.Combine(_carpeta.Raiz, "publicacion");
        using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(_carpeta.Raiz, "claves"));
        var publicador = new Publicador(publicacion, clave, TimeProvider.System, new() { Instituto = "Instituto", Apariencia = apariencia });
        Assert.True((await publicador.PublicarAsync(new NocheSintetica().Corte(1, 10), null, TestContext.Current.CancellationToken)).IsOk);

        Assert.EndsWith(apariencia.Logotipo!.Archivo.Ruta, Directory.GetFiles(publicacion, "*.svg", SearchOption.AllDirectories).Single().Replace('\\', '/'));
        Assert.All(Directory.GetFiles(publicacion, "*.html", SearchOption.AllDirectories), pagina =>
        {
            var texto = File.ReadAllText(pagina);
            Assert.Contains(apariencia.Estilo.Ruta + "\"", texto);
            Assert.Contains(apariencia.Logotipo.Archivo.Ruta + "\" alt=\"Un cuadro\" width=\"72\" height=\"36\"", texto);
        });
        Assert.Contains("--marca: #5c2140", File.ReadAllText(Path.Combine(publicacion, apariencia.Estilo.Ruta)));
        Assert.All(Directory.GetFiles(Path.Combine(publicacion, "recursos")), a => Assert.True(Recursos.LoNombraSuContenido("recursos/" + Path.GetFileName(a), File.ReadAllBytes(a)), a));
        var informe = Comprobador.Comprobar(publicacion, new(), TestContext.Current.CancellationToken).Value;
        Assert.Empty(informe.Faltas);
        Assert.Empty(informe.Avisos);
    }

    private static IEnumerable<int> Canales() => [0x00, 0x33, 0x70, 0xaa, 0xff];

    private static void Minimo(double minimo, Color uno, Color otro, string token) =>
        Assert.True(uno.Contraste(otro) >= minimo, $"{uno} y {otro} ({token}): {uno.Contraste(otro):0.00}");

    private static IEnumerable<string> Token(string css, string nombre) => Regex.Matches(css, $"--{nombre}: (#[0-9a-f]{{6}})").Select(t => t.Groups[1].Value);

    private string Negado(string svg) => Leer(svg).Rechazo.Mensaje;

    private Result<ConfiguracionDeSitio> Leer(string svg)
    {
        Escribir("logo.svg", svg);
        return ConLogotipo("logo.svg");
    }

    private Result<ConfiguracionDeSitio> ConLogotipo(string archivo)
    {
        Escribir(ConfiguracionDeSitio.Archivo, $$"""{ "logotipo": { "archivo": "{{archivo}}", "texto": "Un cuadro" } }""");
        return ConfiguracionDeSitio.Leer(_carpeta.Raiz);
    }

    private void Escribir(string nombre, string texto) => File.WriteAllText(Path.Combine(_carpeta.Raiz, nombre), texto);

    [GeneratedRegex("#[0-9a-f]{6}")]
    private static partial Regex Hex();
}
