using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Comprobacion;

public sealed class DireccionDePublicacionTests(PublicacionHecha hecha) : IClassFixture<PublicacionHecha>
{
    [Fact]
    public async Task Desde_su_direccion_pasa_lo_mismo_que_desde_su_carpeta() =>
        await ServirAsync(hecha.Carpeta, null, direccion =>
        {
            var informe = Comprobador.Comprobar(direccion, new(hecha.Carpeta.Clave.PemPublico), CancellationToken.None).Value;
            Assert.Empty(informe.Faltas);
            Assert.Equal(("20240602_2040", 30L), (informe.Corte, informe.Revisado["versiones de actas"]));
        });

    [Fact]
    public async Task Un_espejo_alterado_falla_y_se_nombra_el_archivo()
    {
        using var copia = hecha.Copia();
        File.AppendAllText(copia.Ruta("cortes/20240602_2040/ayun/index.html"), " ");
        await ServirAsync(copia, null, direccion =>
            Assert.Contains(Comprobador.Comprobar(direccion, new(), CancellationToken.None).Value.Faltas, f => f.Archivo == "cortes/20240602_2040/ayun/index.html"));
    }

    [Theory]
    [InlineData("http://otro.invalid/actual.json", "redirige a otro sitio")]
    [InlineData("", "más de 3 redirecciones")]
    public async Task Un_servidor_que_manda_a_otra_parte_no_se_sigue(string hacia, string mensaje) =>
        await ServirAsync(hecha.Carpeta, hacia, direccion =>
            Assert.Contains(mensaje, Assert.Throws<HttpRequestException>(() => Comprobador.Comprobar(direccion, new(), CancellationToken.None)).Message, StringComparison.Ordinal));

    // Redirects everything (to itself when empty) unless hacia is null.
    private static async Task ServirAsync(CarpetaTemporal carpeta, string? hacia, Action<string> probar)
    {
        var constructor = WebApplication.CreateSlimBuilder();
        constructor.Logging.ClearProviders();
        constructor.WebHost.UseUrls("http://127.0.0.1:0");
        await using var servidor = constructor.Build();
        servidor.Run(async contexto =>
        {
            if (hacia is not null)
            {
                contexto.Response.Redirect(hacia.Length > 0 ? hacia : contexto.Request.Path);
                return;
            }

            var ruta = carpeta.Ruta(contexto.Request.Path.Value!.TrimStart('/'));
            if (File.Exists(ruta))
            {
                await contexto.Response.Body.WriteAsync(await File.ReadAllBytesAsync(ruta));
            }
            else
            {
                contexto.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
        await servidor.StartAsync();
        await Task.Run(() => probar(servidor.Urls.First()));
    }
}
