using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Prep.Dominio.Catalogo;
using Prep.Navegador.Digitalizacion;
using Prep.Operacion.Tests;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;
using Prep.Servicios;

namespace Prep.Navegador.Sitio;

/// <summary>A publication of a made night and two hosts' worth of addresses for it: its own, and a folder of another site. Tests only read it, or publish one corte more.</summary>
public sealed class SitioPublicado : IAsyncLifetime
{
    private readonly CarpetaTemporal _carpeta = new();
    private NocheSintetica _noche = null!;
    private Publicador _publicador = null!;
    private SitioPublico _publico = null!;
    private WebApplication _app = null!;
    private int _cortes;

    public string Carpeta => _carpeta.Publicacion;

    public string Raiz => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    public string Espejo => Raiz + "espejo/prep/";

    /// <summary>What the server's clock says.</summary>
    public DateTimeOffset Ahora { get; set; }

    public string Corte => _carpeta.Actual().Corte;

    /// <summary>Page of an acta with several versions and an image, relative to the root.</summary>
    public string Acta { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _noche = new(distritos: 4, casillasPorDistrito: 12, conImagenes: true, clase: ClaseDeProceso.Jornada) { Dibujo = await ActaDibujada.JpegAsync(CatalogoDePrueba.Proceso(), 0) };
        _publicador = _carpeta.Publicador(new() { Instituto = "Instituto Electoral de Ejemplo" });
        await PublicarAsync();
        await PublicarAsync();
        Acta = Directory.EnumerateFiles(Path.Combine(Carpeta, "actas", "dip_loc"), "*.v2.html").Order(StringComparer.Ordinal)
            .First(r => File.ReadAllText(r).Contains("class=\"imagen\"", StringComparison.Ordinal))[(Carpeta.Length + 1)..];
        _publico = new(Carpeta);
        var constructor = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Production" });
        constructor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = constructor.Build();
        _app.UsePathBase("/espejo/prep");
        _app.Use((contexto, siguiente) =>
        {
            contexto.Response.Headers.Date = Ahora.ToString("R");
            return siguiente(contexto);
        });
        _app.Run(_publico.ResponderAsync);
        await _app.StartAsync();
    }

    /// <summary>One corte more; the clock stands five minutes after it.</summary>
    public async Task PublicarAsync()
    {
        var corte = _noche.Corte(++_cortes, 30);
        Assert.True((await _publicador.PublicarAsync(corte, _noche.Fuente, default)).IsOk);
        Ahora = corte.InstanteEn.AddMinutes(5);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _publico.Dispose();
        _carpeta.Dispose();
    }
}
