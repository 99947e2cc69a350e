using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Tests.Ejemplos;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>Every JSON of the site obeys the schema that the documents promise.</summary>
public sealed class EsquemasTests
{
    private static readonly string Carpeta = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Raiz").Value!, "docs/esquemas");

    [Fact]
    public async Task Todo_json_del_sitio_cumple_su_esquema()
    {
        var primero = CorteDeEjemplo.Primero();
        SitioDePrueba[] sitios =
        [
            await SitioDePrueba.De(CorteDeEjemplo.EnCeros()), await SitioDePrueba.De(CorteDeEjemplo.Ultimo(ClaseDeProceso.Repeticion)),
            await SitioDePrueba.De(primero, CorteDeEjemplo.Segundo(primero)),
        ];
        var esquema = new Esquema(Carpeta);
        var vistos = new HashSet<string>();
        foreach (var (ruta, bytes) in sitios.SelectMany(s => s.Archivos))
        {
            if (DeRuta(ruta) is { } suyo)
            {
                using var json = JsonDocument.Parse(bytes);
                Assert.Empty(esquema.Faltas(suyo, json.RootElement).Select(f => $"{ruta}: {f}"));
                vistos.Add(suyo);
            }
        }

        Assert.Equal(9, vistos.Count);
    }

    [Fact]
    public async Task El_manifiesto_de_un_corte_publicado_cumple_su_esquema()
    {
        using var carpeta = new CarpetaTemporal();
        var noche = new NocheSintetica(distritos: 1, casillasPorDistrito: 4);
        foreach (var corte in new[] { noche.Corte(1, 0), noche.Corte(2, 4, ultimo: true) })
        {
            Assert.True((await carpeta.Publicador().PublicarAsync(corte, noche.Fuente, CancellationToken.None)).IsOk);
            using var json = JsonDocument.Parse(carpeta.Bytes($"cortes/{corte.Id}/manifiesto.json"));
            Assert.Empty(new Esquema(Carpeta).Faltas("manifiesto.schema.json", json.RootElement));
            Assert.NotEmpty(json.RootElement.GetProperty("archivos").EnumerateArray());
        }
    }

    [Fact]
    public async Task Toda_pagina_dice_en_que_JSON_estan_sus_datos_y_todo_JSON_donde_esta_su_esquema()
    {
        var primero = CorteDeEjemplo.Primero();
        var sitio = await SitioDePrueba.De(primero, CorteDeEjemplo.Segundo(primero));
        foreach (var ruta in sitio.Paginas)
        {
            var pagina = sitio.Pagina(ruta);
            var alterno = Assert.Single(pagina.QuerySelectorAll("head link[rel=alternate][type='application/json']")).GetAttribute("href")!;
            Assert.True(sitio.Archivos.ContainsKey(Destino(ruta, alterno)), $"{ruta} -> {alterno}");
            Assert.Contains(pagina.QuerySelectorAll("footer a"), a => a.GetAttribute("href") == alterno);
        }

        using var esquemas = JsonDocument.Parse(Assert.Single(sitio.Archivos, a => a.Key.StartsWith("recursos/", StringComparison.Ordinal) && a.Key.EndsWith(".json", StringComparison.Ordinal)).Value);
        foreach (var (ruta, bytes) in sitio.Archivos.Where(a => DeRuta(a.Key) is not null))
        {
            using var json = JsonDocument.Parse(bytes);
            var suyo = json.RootElement.GetProperty("$schema").GetString()!.Split("#/$defs/");
            Assert.True(sitio.Archivos.ContainsKey(Destino(ruta, suyo[0])), ruta);
            Assert.Equal(DeRuta(ruta), esquemas.RootElement.GetProperty("$defs").GetProperty(suyo[1]).GetProperty("$id").GetString());
        }

        Assert.Equal(Directory.GetFiles(Carpeta).Length, esquemas.RootElement.GetProperty("$defs").EnumerateObject().Count());

        static string Destino(string desde, string enlace) => new Uri(new Uri("http://x/" + desde), enlace).AbsolutePath[1..];
    }

    [Theory]
    [InlineData("cifras", "\"mucho\"")]
    [InlineData("corte", "\"ayer\"")]
    [InlineData("sobra", "1")]
    public async Task El_validador_no_deja_pasar_lo_que_no_cumple(string propiedad, string valor)
    {
        var sitio = await SitioDePrueba.De(CorteDeEjemplo.Primero());
        var documento = JsonNode.Parse(sitio.Texto("cortes/20240602_2000/ayun/resultados.json"))!.AsObject();
        documento[propiedad] = JsonNode.Parse(valor);
        using var json = JsonDocument.Parse(documento.ToJsonString());
        Assert.NotEmpty(new Esquema(Carpeta).Faltas("resultados.schema.json", json.RootElement));
    }

    private static string? DeRuta(string ruta) => ruta switch
    {
        _ when ruta.StartsWith("actas/", StringComparison.Ordinal) && ruta.EndsWith(".json", StringComparison.Ordinal) => "acta.schema.json",
        _ when ruta.EndsWith("/avance.json", StringComparison.Ordinal) => "avance.schema.json",
        _ when ruta.EndsWith("/historial.json", StringComparison.Ordinal) => "historial.schema.json",
        _ when ruta.EndsWith("/resultados.json", StringComparison.Ordinal) => "resultados.schema.json",
        _ when ruta.EndsWith("/sistemas-normativos/municipios.json", StringComparison.Ordinal) => "sistemas-normativos.schema.json",
        _ when Array.Find(["municipios", "actas", "estadistica"], n => ruta.EndsWith($"/{n}.json", StringComparison.Ordinal)) is { } nombre => $"{nombre}.schema.json",
        _ when ruta.EndsWith("/bases.json", StringComparison.Ordinal) => "bases.schema.json",
        _ => null,
    };
}
