using System.Diagnostics;
using Prep.Dominio.Actas;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

public sealed class TallerDeImagenesTests
{
    [Fact]
    public async Task El_jpeg_es_publicable_gris_y_de_1650_puntos()
    {
        var e = EjemplosDeActa.Gubernatura();
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.Sano));

        var jpeg = (await taller.HacerJpegAsync(e.Svg(0, EjemplosDeActa.Datos(e, 0)), default)).Value;

        Assert.Equal(new MedidasDeImagen(1650, 1068, 1), LimpiezaDeImagen.EsPublicable(jpeg).Value);
        Assert.InRange(jpeg.Length, 100_000, 350_000);
    }

    [Fact]
    public async Task Dos_procesos_dan_los_mismos_bytes()
    {
        var e = EjemplosDeActa.Ayuntamientos();
        var svg = e.Svg(2, EjemplosDeActa.Datos(e, 2));
        using var uno = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.Sano));
        using var otro = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.Sano));

        Assert.Equal((await uno.HacerJpegAsync(svg, default)).Value, (await otro.HacerJpegAsync(svg, default)).Value);
    }

    [Fact]
    public async Task Zxing_lee_el_qr_de_cuando_menos_48_de_50_imagenes()
    {
        using var carpeta = new CarpetaPasajera();
        using var taller = new TallerDeImagenes(new(Comando: ObreroDePrueba.Sano));
        var e = EjemplosDeActa.Gubernatura();
        await Parallel.ForAsync(0, 50, new ParallelOptions { MaxDegreeOfParallelism = taller.Obreros }, async (i, ct) =>
        {
            var jpeg = await taller.HacerJpegAsync(e.Svg(i, EjemplosDeActa.Datos(e, i, conPalabras: i % 3 == 0), $"{i}"), ct);
            await File.WriteAllBytesAsync(Path.Combine(carpeta.Ruta, $"{i:00}.jpg"), jpeg.Value, ct);
        });

        var leidos = await Leer(Directory.GetFiles(carpeta.Ruta).Order(StringComparer.Ordinal));

        var esperados = e.Eleccion.Actas.Take(50).Select(a => EtiquetaDeActa.De(e.Proceso, a).ToString()).ToHashSet();
        Assert.InRange(leidos.Count(esperados.Contains), 48, 50);
    }

    [Fact]
    public async Task Un_obrero_que_muere_se_repone_y_la_imagen_sale()
    {
        using var carpeta = new CarpetaPasajera();
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.QueMuereUnaVez(Path.Combine(carpeta.Ruta, "murio"))));

        var hecha = await taller.HacerJpegAsync(Cuadro, default);

        Assert.True(hecha.IsOk);
        Assert.True(File.Exists(Path.Combine(carpeta.Ruta, "murio")));
    }

    [Fact]
    public async Task Un_obrero_muerto_entre_dos_imagenes_se_repone()
    {
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.Sano));
        var primera = await taller.HacerJpegAsync(Cuadro, default);
        var pid = Assert.Single(taller.PidsLibres);
        using (var proceso = Process.GetProcessById(pid))
        {
            proceso.Kill();
            await proceso.WaitForExitAsync();
        }

        var segunda = await taller.HacerJpegAsync(Cuadro, default);

        Assert.Equal(primera.Value, segunda.Value);
        Assert.NotEqual(pid, Assert.Single(taller.PidsLibres));
    }

    [Fact]
    public async Task Un_obrero_que_calla_se_detiene_y_se_dice()
    {
        using var taller = new TallerDeImagenes(new(Obreros: 1, TiempoPorImagen: TimeSpan.FromMilliseconds(300), Comando: ObreroDePrueba.QueCalla));

        var hecha = await taller.HacerJpegAsync(Cuadro, default);

        Assert.Equal("imagen_tardo", hecha.Rechazo.Codigo);
        Assert.Empty(taller.PidsLibres);
    }

    [Fact]
    public async Task Lo_que_no_es_del_protocolo_es_un_rechazo()
    {
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.QueDiceOtraCosa));

        Assert.Equal("imagen_no_se_pudo", (await taller.HacerJpegAsync(Cuadro, default)).Rechazo.Codigo);
    }

    [Fact]
    public async Task Un_programa_que_no_existe_es_un_rechazo()
    {
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: new("/no/existe", [])));

        Assert.Equal("imagen_no_se_pudo", (await taller.HacerJpegAsync(Cuadro, default)).Rechazo.Codigo);
    }

    [Fact]
    public async Task Un_svg_roto_es_un_rechazo_y_el_obrero_sigue()
    {
        using var taller = new TallerDeImagenes(new(Obreros: 1, Comando: ObreroDePrueba.Sano));
        await taller.HacerJpegAsync(Cuadro, default);
        var pid = Assert.Single(taller.PidsLibres);

        var rota = await taller.HacerJpegAsync("<svg", default);

        Assert.Equal("imagen_no_se_pudo", rota.Rechazo.Codigo);
        Assert.Equal(pid, Assert.Single(taller.PidsLibres));
        Assert.True((await taller.HacerJpegAsync(Cuadro, default)).IsOk);
    }

    private const string Cuadro = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"300\"><rect width=\"300\" height=\"300\" fill=\"#fff\"/><rect x=\"9\" y=\"9\" width=\"90\" height=\"50\"/></svg>";

    private static async Task<IReadOnlyList<string>> Leer(IEnumerable<string> archivos)
    {
        var inicio = new ProcessStartInfo("ZXingReader") { RedirectStandardOutput = true };
        foreach (var argumento in archivos.Prepend("QRCode").Prepend("-format"))
        {
            inicio.ArgumentList.Add(argumento);
        }

        using var proceso = Process.Start(inicio)!;
        var salida = await proceso.StandardOutput.ReadToEndAsync();
        await proceso.WaitForExitAsync();
        return [.. salida.Split('\n').Where(l => l.StartsWith("Text:", StringComparison.Ordinal)).Select(l => l["Text:".Length..].Trim().Trim('"'))];
    }

    private sealed class CarpetaPasajera : IDisposable
    {
        public string Ruta { get; } = Directory.CreateTempSubdirectory("prep-imagenes-").FullName;

        public void Dispose() => Directory.Delete(Ruta, recursive: true);
    }
}
