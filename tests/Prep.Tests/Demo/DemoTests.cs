using Prep.Dominio.Computo;
using Prep.Tests.Casa;

namespace Prep.Tests.Demo;

/// <summary>The demo as a newcomer runs it, with few drawn images: run once.</summary>
public sealed class NocheDeDemo : IAsyncLifetime
{
    private readonly CarpetaPasajera _carpeta = new();

    public string Publicacion => _carpeta.En(".prep", "demo", "publicacion");

    public Final Final { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Final = await Programa.CorrerEnAsync(_carpeta.Ruta, "demo", "--sin-servidor", "--imagenes", "4");

    public ValueTask DisposeAsync()
    {
        _carpeta.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class DemoTests(NocheDeDemo demo) : IClassFixture<NocheDeDemo>
{
    [Fact]
    public void Imprime_las_13_cifras_junto_a_las_oficiales_y_termina()
    {
        var lineas = demo.Final.Lineas.Select(l => l.Split('\t')).Where(c => c.Length == 4).ToList();

        Assert.Equal(0, demo.Final.Codigo);
        Assert.Equal(Cifras.Nombres, lineas.Select(c => c[0]));
        Assert.Equal(
            ["5707", "5672", "5", "5667", "99.2991", "5501", "96.3903", "8.3231", "166", "2893595", "1122128", "1100508", "38.0325"], lineas.Select(c => c[1]));
        Assert.Equal(
            ["5707", "5672", "5", "5667", "99.2991", "5503", "96.4254", "8.3231", "164", "2894578", "1122128", "1100508", "38.0195"], lineas.Select(c => c[2]));
        Assert.All(lineas, c => Assert.Matches(c[1] == c[2] ? "^igual$" : "^REGLA: 200347B01[0-9]+, 202196B01[0-9]+$", c[3]));
    }

    [Fact]
    public async Task Su_publicacion_pasa_y_con_un_byte_cambiado_en_una_imagen_falla_y_la_nombra()
    {
        var pasa = await Programa.CorrerAsync("comprobar", demo.Publicacion);
        Assert.Equal((0, "PASA"), (pasa.Codigo, pasa.UltimaLinea));

        var imagenes = Directory.GetFiles(Path.Combine(demo.Publicacion, "imagenes"), "*.jpg", SearchOption.AllDirectories);
        Assert.Equal(4, imagenes.Length);
        UnByte.Cambiar(imagenes[0]);
        var falla = await Programa.CorrerAsync("comprobar", demo.Publicacion);

        Assert.Equal(1, falla.Codigo);
        Assert.Contains(Path.GetRelativePath(demo.Publicacion, imagenes[0]), falla.Salida);
    }
}
