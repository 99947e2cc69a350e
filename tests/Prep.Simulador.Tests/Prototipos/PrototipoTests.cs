using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Simulador.Prototipos;
using Prep.Simulador.Tests.Noches;

namespace Prep.Simulador.Tests.Prototipos;

/// <summary>The prototype is the real site of an invented night: whole, marked on every page, and it passes the check of any publication.</summary>
public sealed partial class PrototipoTests : IDisposable
{
    private readonly string _salida = Directory.CreateTempSubdirectory("prep-prototipo-prueba-").FullName;

    public void Dispose() => Directory.Delete(_salida, recursive: true);

    [Fact]
    public async Task Deja_el_sitio_en_ceros_y_con_datos_marcado_en_todas_sus_paginas()
    {
        var proceso = Pequeno(NochesDePrueba.Leer("oaxaca-2024"));
        var hecho = await Prototipo.HacerAsync(proceso, _salida, new OpcionesDePublicador { Instituto = "Instituto" }, null, TimeProvider.System, _ => { }, TestContext.Current.CancellationToken);

        var portada = File.ReadAllText(hecho.Value);
        foreach (var enlace in portada.Split("href=\"").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).Where(e => e is not ("data:," or "#contenido")))
        {
            Assert.True(File.Exists(Path.Combine(_salida, enlace)), enlace);
        }

        Assert.Contains(Prototipo.Marca, portada);
        Assert.Contains("LEEME.txt", portada);
        Assert.Contains("TOTAL_VOTOS_CALCULADO", portada);
        Assert.Contains("en-ceros/recursos/", portada);

        // What is numbered on the page is what the sheet of observations asks about.
        var hoja = File.ReadAllLines(Path.Combine(_salida, PortadaDePrototipo.Observaciones)).Skip(1).Select(l => l.Split(',')[0]).ToList();
        Assert.Equal(Enumerable.Range(1, hoja.Count).Select(n => $"{n}"), hoja);
        Assert.InRange(hoja.Count, 30, 80);
        Assert.Equal(hoja, Numero().Matches(portada).Select(n => n.Groups[1].Value));
        foreach (var carpeta in new[] { Prototipo.EnCeros, Prototipo.ConDatos })
        {
            var informe = Comprobador.Comprobar(Path.Combine(_salida, carpeta), new(), TestContext.Current.CancellationToken).Value;
            Assert.Empty(informe.Faltas);
            var paginas = Directory.GetFiles(Path.Combine(_salida, carpeta, "cortes"), "*.html", SearchOption.AllDirectories);
            Assert.True(paginas.Length > 20);
            Assert.All(paginas, p => Assert.Contains(Prototipo.Marca, File.ReadAllText(p)));
        }

        Assert.Empty(Directory.GetFiles(_salida, "*clave-privada*", SearchOption.AllDirectories));
        Assert.Contains("0.0000 %", File.ReadAllText(Path.Combine(_salida, Prototipo.EnCeros, "index.html")));
        Assert.Equal(3, Directory.GetDirectories(Path.Combine(_salida, Prototipo.ConDatos, "cortes")).Length);
    }

    // Two areas of each election: the publisher is the same and the test is short.
    private static Proceso Pequeno(Proceso proceso) => proceso with
    {
        Elecciones =
        [
            .. proceso.Elecciones.Select(e =>
            {
                var areas = e.Areas.Where(a => a.Tipo != TipoDeArea.SinArea).Take(2).ToList();
                var quedan = areas.Select(a => a.Id).ToHashSet();
                return e with { Areas = areas, Actas = [.. e.Actas.Where(a => quedan.Contains(a.Area)).GroupBy(a => a.Area).SelectMany(g => g.Take(12))], Mapa = null };
            }),
        ],
        SistemasNormativos = [.. proceso.SistemasNormativos.Take(3)],
    };

    [GeneratedRegex("<td class=\"n\"><b>([0-9]+)</b></td>")]
    private static partial Regex Numero();
}
