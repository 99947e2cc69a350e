using Prep.Datos.Tests;

namespace Prep.Operacion.Tests.Http;

public sealed class OpenApiTests(ClusterDePostgres cluster)
{
    [Fact]
    public async Task El_documento_describe_cada_ruta_y_el_campo_que_es_numero_o_palabra()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var documento = (await s.GetAsync("x", "CAPTURA", "/openapi/operacion.json")).Bien().Json;
        var rutas = documento.GetProperty("paths").EnumerateObject().Sum(r => r.Value.EnumerateObject().Count());
        Assert.Equal(s.Puntos.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Count(p => p.RoutePattern.RawText!.StartsWith("/operacion", StringComparison.Ordinal)), rutas);
        var captura = documento.GetProperty("components").GetProperty("schemas").GetProperty("CapturarActaRequest").GetProperty("properties");
        Assert.Equal(["turno", "clave", "campos"], captura.EnumerateObject().Select(p => p.Name));
        Assert.Contains("Sin dato", documento.GetRawText());
        Assert.Contains("409", documento.GetProperty("paths").GetProperty("/operacion/captura/capturas").GetProperty("post").GetProperty("responses").EnumerateObject().Select(p => p.Name));
    }
}
