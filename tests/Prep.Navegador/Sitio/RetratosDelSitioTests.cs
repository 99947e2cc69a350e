using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Casa;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Operacion.Tests.Imagenes;
using Prep.Publicacion.Tests.Paquete;
using Prep.Servicios;
using Prep.Simulador.Imagenes;
using Prep.Simulador.Noches;
using Prep.Simulador.Prototipos;

namespace Prep.Navegador.Sitio;

/// <summary>The ten pictures of the site that the README and the manuals show: a phone in the prototype of Oaxaca 2024. They are taken only when asked for.</summary>
public sealed class RetratosDelSitioTests(Casa.Navegador navegador)
{
    private const string Distrito = "013";

    [Fact]
    public async Task Las_diez_vistas_se_retratan_en_el_prototipo_de_Oaxaca()
    {
        if (!Accesibilidad.SeRetrata)
        {
            return;
        }

        using CarpetaTemporal carpeta = new();
        var salida = Path.Combine(carpeta.Raiz, "prototipo");
        var proceso = LectorDeCarpeta.Leer(Path.Combine(AppContext.BaseDirectory, "datos", "oaxaca-2024")).Resultado.Value;
        using TallerDeImagenes taller = new(new(Comando: ObreroDePrueba.Sano));
        Assert.True((await Prototipo.HacerAsync(proceso, salida, new(), (noche, ct) => DibujarAsync(taller, noche, ct), TimeProvider.System, _ => { }, default)).IsOk);
        salida = Path.Combine(salida, Prototipo.ConDatos);
        await using var app = Servidores.Sitio(salida, "http://127.0.0.1:0");
        await app.StartAsync();
        var pagina = await navegador.PaginaAsync(app.Urls.First() + "/", ancho: 390, alto: 844);

        var raiz = Directory.EnumerateDirectories(Path.Combine(salida, "cortes")).Order(StringComparer.Ordinal).Last()[(salida.Length + 1)..] + "/dip_loc/";
        var acta = Directory.EnumerateFiles(Path.Combine(salida, "actas", "dip_loc"), "*.html").Order(StringComparer.Ordinal).First(r => File.ReadAllText(r).Contains("class=\"imagen\"", StringComparison.Ordinal));
        var seccion = Directory.EnumerateFiles(Path.Combine(salida, raiz, "distrito", Distrito, "seccion"), "*.html").Order(StringComparer.Ordinal).First();
        foreach (var (nombre, ruta, hasta) in new (string, string, string?)[]
        {
            ("portada", "index.html", null), ("estado", raiz + "index.html", null), ("mapa", raiz + "index.html", ".mapa"), ("distrito", $"{raiz}distrito/{Distrito}/index.html", null),
            ("cambios", raiz + "cambios.html", null), ("participacion", raiz + "participacion.html", null), ("seccion", Path.GetRelativePath(salida, seccion), null),
            ("acta", Path.GetRelativePath(salida, acta), null), ("imagen", Path.GetRelativePath(salida, acta), ".imagen img"), ("secciones", raiz + "secciones.html", null),
        })
        {
            await pagina.GotoAsync(ruta, new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (hasta is not null)
            {
                await pagina.Locator(hasta).EvaluateAsync("e => { e.closest('section').scrollIntoView(); return e.decode ? e.decode() : null; }");
            }

            await pagina.RetratarAsync("sitio/" + nombre);
        }
    }

    private static async Task<Result<IReadOnlyDictionary<ActaId, byte[]>>> DibujarAsync(TallerDeImagenes taller, Noche noche, CancellationToken ct)
    {
        Dictionary<ActaId, byte[]> hechas = [];
        var eleccion = noche.Proceso.Elecciones[0];
        var una = noche.Actas.First(a => a.Acta.Id.Eleccion == eleccion.Id && a.Datos is not null);
        _ = (await TandaDeImagenes.DibujarAsync(taller, noche.Proceso, eleccion, [new(una.Acta, una.Datos!)], (id, bytes, _) =>
        {
            hechas[id] = bytes;
            return Task.CompletedTask;
        }, ct)).Value;
        return hechas;
    }
}
