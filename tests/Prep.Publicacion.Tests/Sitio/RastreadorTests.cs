using System.Text;
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
        var modelos = await PublicarAsync(noche, noche.Corte(1, 0), noche.Corte(2, 9), noche.Corte(3, 5, ultimo: true));
        var rastreador = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);

        var faltas = rastreador.Recorrer();
        Assert.True(faltas.Count == 0, $"{faltas.Count} faltas\n{string.Join('\n', faltas.DistinctBy(f => string.Concat(f.SkipWhile(c => c != ' ').Where(c => !char.IsAsciiDigit(c)).Take(30))).Take(25))}");
        Assert.True(rastreador is { Paginas: > 150, Numeros: > 3_500 }, $"sólo {rastreador.Paginas} páginas y {rastreador.Numeros} números");

        // Any digit of any checked number: it must be told.
        foreach (var (ruta, dato) in new[]
        {
            ("cortes/20240602_2100/dip_loc/index.html", "class=\"n\">"), ("cortes/20240602_2040/ayun/municipio/001/index.html", "class=\"n\">"),
            ("cortes/20240602_2040/dip_loc/municipio/002/index.html", "class=\"n\">"), ("cortes/20240602_2100/dip_loc/distrito/002/seccion/0200.html", "<td class=\"n\">"),
            ("cortes/20240602_2040/dip_loc/participacion.html", "<dd><b>"),
        })
        {
            var html = Encoding.UTF8.GetString(_carpeta.Bytes(ruta));
            var lugar = html.LastIndexOf(dato, StringComparison.Ordinal) + dato.Length;
            while (!char.IsAsciiDigit(html[lugar]))
            {
                lugar = html.LastIndexOf(dato, lugar - dato.Length - 1, StringComparison.Ordinal) + dato.Length;
            }

            var otro = html[..lugar] + (html[lugar] == '9' ? '8' : '9') + html[(lugar + 1)..];
            var vigia = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);
            var antes = vigia.Revisar(ruta, html).Count;
            Assert.True(antes > 0);
            vigia = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);
            vigia.Revisar(ruta, otro);
            Assert.NotEmpty(vigia.Faltas);
        }
    }

    [Fact]
    public async Task Cuarenta_candidaturas_un_empate_un_area_en_ceros_y_otra_sin_casillas_dan_paginas_enteras()
    {
        var noche = new NocheSintetica(extrema: true);
        var modelos = await PublicarAsync(noche, noche.Corte(1, 6), noche.Corte(2, 6, ultimo: true));
        var rastreador = new Rastreador(_carpeta.Publicacion, noche.Proceso, modelos);
        var faltas = rastreador.Recorrer();
        Assert.True(faltas.Count == 0, $"{faltas.Count} faltas\n{string.Join('\n', faltas.Take(25))}");
        Assert.True(rastreador is { Paginas: > 80, Numeros: > 5_000 }, $"sólo {rastreador.Paginas} páginas y {rastreador.Numeros} números");

        string Area(string area) => Encoding.UTF8.GetString(_carpeta.Bytes($"cortes/{_carpeta.Actual().Corte}/dip_loc/distrito/{area}/index.html"));
        Assert.Contains("Hasta este corte hay empate", Area("002"));
        Assert.Contains("Sin datos todavía", Area("003"));
        Assert.Contains("Aquí no se espera ninguna acta", Area("004"));
    }

    private async Task<Dictionary<(string Corte, string Eleccion), ModeloDelCsv>> PublicarAsync(NocheSintetica noche, params Corte[] cortes)
    {
        var publicador = _carpeta.Publicador();
        foreach (var corte in cortes)
        {
            Assert.True((await publicador.PublicarAsync(corte, noche.Fuente, CancellationToken.None)).IsOk);
        }

        return cortes.SelectMany(c => c.Elecciones.Select(e => (Corte: c.Id.Valor, e.Eleccion, e.Ultimo)))
            .ToDictionary(p => (p.Corte, p.Eleccion.Id.Valor), p => new ModeloDelCsv(Encoding.UTF8.GetString(Csv(p.Corte, p.Eleccion.CodigoDeArchivo)), p.Eleccion, p.Ultimo));
    }

    private byte[] Csv(string corte, string codigo) => _carpeta.Bytes($"cortes/{corte}/base-de-datos/{corte}_PREP_{codigo}_OAX/OAX_{codigo}_2024.csv");
}
