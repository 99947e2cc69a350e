using Prep.Datos.Imagenes;
using Prep.Dominio.Catalogo;

namespace Prep.Datos.Tests;

public sealed class ImagenesEnDiscoTests : IDisposable
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-").FullName;

    private ImagenesEnDisco Imagenes => new(_carpeta);

    [Fact]
    public async Task Lo_guardado_se_lee_por_su_codigo_y_guardarlo_otra_vez_no_cambia_nada()
    {
        byte[] bytes = [1, 2, 3];
        var codigo = await Imagenes.GuardarAsync(bytes, default);
        var escrito = File.GetLastWriteTimeUtc(Imagenes.Ruta(codigo));
        Assert.Equal(CodigoDeIntegridad.De(bytes), codigo);
        Assert.Equal(codigo, await Imagenes.GuardarAsync(bytes, default));
        Assert.Equal(escrito, File.GetLastWriteTimeUtc(Imagenes.Ruta(codigo)));
        Assert.Equal(bytes, await Imagenes.LeerAsync(codigo, default));
        Assert.Single(Directory.EnumerateFiles(_carpeta, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Muchos_a_la_vez_los_mismos_bytes()
    {
        var bytes = new byte[50_000];
        var codigos = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Imagenes.GuardarAsync(bytes, default))));
        Assert.Single(codigos.Distinct());
        Assert.Single(Directory.EnumerateFiles(_carpeta, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Un_byte_cambiado_en_el_disco_se_descubre_al_leer()
    {
        var codigo = await Imagenes.GuardarAsync(new byte[] { 1, 2, 3 }, default);
        await File.WriteAllBytesAsync(Imagenes.Ruta(codigo), [1, 2, 4]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Imagenes.LeerAsync(codigo, default));
    }

    [Fact]
    public async Task Guardar_otra_vez_los_mismos_bytes_repone_lo_que_el_disco_daño()
    {
        byte[] bytes = [1, 2, 3];
        var codigo = await Imagenes.GuardarAsync(bytes, default);
        await File.WriteAllBytesAsync(Imagenes.Ruta(codigo), [1, 2]);
        Assert.Equal(codigo, await Imagenes.GuardarAsync(bytes, default));
        Assert.Equal(bytes, await Imagenes.LeerAsync(codigo, default));
    }

    [Fact]
    public async Task La_que_no_esta_no_esta() => Assert.Null(await Imagenes.LeerAsync(CodigoDeIntegridad.De([9]), default));

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);
}
