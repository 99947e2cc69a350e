using Prep.Publicacion.Sitio;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Sitio;

public sealed class ConfiguracionDeSitioTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public void Sin_archivo_no_hay_nada_que_decir_y_con_el_se_lee_entero()
    {
        Assert.Empty(ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value.Difusores);
        Escribir("""{ "instituto": "IEEPCO", "difusores": [ { "texto": "Diario", "direccion": "https://diario.example" } ] }""");
        var sitio = ConfiguracionDeSitio.Leer(_carpeta.Raiz).Value;
        Assert.Equal("IEEPCO", sitio.Instituto);
        Assert.Equal([new EnlaceExterno("Diario", "https://diario.example")], sitio.Difusores);
    }

    [Theory]
    [InlineData("""{ "difusores": [ { "texto": "Diario", "direccion": "javascript:alert(1)" } ] }""", "Diario")]
    [InlineData("""{ "difusores": [ { "texto": "", "direccion": "https://diario.example" } ] }""", "texto")]
    [InlineData("""{ "difusor": [] }""", "línea 1")]
    [InlineData("{", "línea 1")]
    public void Lo_que_no_se_entiende_se_dice_y_no_se_publica_a_medias(string json, string dicho)
    {
        Escribir(json);
        var lectura = ConfiguracionDeSitio.Leer(_carpeta.Raiz);
        Assert.False(lectura.IsOk);
        Assert.Contains(dicho, lectura.Rechazo.Mensaje);
    }

    private void Escribir(string json) => File.WriteAllText(Path.Combine(_carpeta.Raiz, ConfiguracionDeSitio.Archivo), json);
}
