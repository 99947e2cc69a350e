using System.IO.Compression;
using System.Text;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Comprobacion;

public sealed class ArchivoZipTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Theory]
    [InlineData("../fuera.csv", "zip_sale_de_su_carpeta")]
    [InlineData("a/../../fuera.csv", "zip_sale_de_su_carpeta")]
    [InlineData("/etc/fuera.csv", "zip_sale_de_su_carpeta")]
    [InlineData("..\\fuera.csv", "zip_sale_de_su_carpeta")]
    [InlineData("C:\\fuera.csv", "zip_sale_de_su_carpeta")]
    [InlineData("a//b.csv", "zip_sale_de_su_carpeta")]
    public void Una_entrada_que_sale_de_su_carpeta_no_se_abre(string nombre, string codigo)
    {
        var rechazo = Comprobador.Comprobar(Guardar(Zip((nombre, "x"u8.ToArray()))), new(), CancellationToken.None).Rechazo;
        Assert.Equal(codigo, rechazo.Codigo);
        Assert.Contains(nombre, rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Contains("No se abrió", rechazo.Mensaje, StringComparison.Ordinal);
    }

    [Fact]
    public void Una_entrada_repetida_no_se_abre() =>
        Assert.Equal("zip_con_entrada_repetida", Comprobador.Comprobar(Guardar(Zip(("a.csv", [1]), ("A.csv", [2]))), new(), CancellationToken.None).Rechazo.Codigo);

    [Fact]
    public void Una_bomba_no_se_abre()
    {
        var bomba = Zip(("ceros.csv", new byte[64 << 20]));
        Assert.InRange(bomba.Length, 1, 100_000);
        Assert.Equal("zip_enorme", Comprobador.Comprobar(Guardar(bomba), new(), CancellationToken.None).Rechazo.Codigo);
    }

    [Fact]
    public void Una_bomba_que_miente_sobre_su_tamano_no_se_abre()
    {
        // The central directory says 10 bytes; the data give 9 MB.
        var bomba = Zip(("ceros.csv", new byte[9 << 20]));
        var tamano = BitConverter.GetBytes(9 << 20);
        for (var i = 0; i < bomba.Length - 4; i++)
        {
            if (bomba.AsSpan(i, 4).SequenceEqual(tamano))
            {
                BitConverter.GetBytes(10).CopyTo(bomba, i);
            }
        }

        var resultado = ArchivoZip.Leer("bomba.zip", bomba, maximo: 1 << 20);
        Assert.True(!resultado.IsOk || resultado.Value[0].Bytes.Length <= 10);
    }

    [Fact]
    public void Muchas_bombas_juntas_gastan_el_mismo_permiso()
    {
        var medio = Zip(("a.csv", new byte[700_000]));
        Assert.True(ArchivoZip.Leer("uno.zip", medio, maximo: 1_000_000).IsOk);
        Assert.Equal("zip_enorme", ArchivoZip.Leer("dos.zip", Zip(("a.csv", new byte[700_000]), ("b.csv", new byte[700_000])), maximo: 1_000_000).Rechazo.Codigo);
    }

    [Fact]
    public void Un_zip_dentro_de_otro_dentro_de_otro_no_se_abre() =>
        Assert.Equal("zip_hondo", Comprobador.Comprobar(Guardar(Zip(("b.zip", Zip(("c.zip", Zip(("a.csv", [1]))))))), new(), CancellationToken.None).Rechazo.Codigo);

    [Theory]
    [InlineData("no es un zip", "zip_ilegible")]
    [InlineData("", "zip_ilegible")]
    public void Lo_que_no_es_un_zip_se_dice(string contenido, string codigo) =>
        Assert.Equal(codigo, Comprobador.Comprobar(Guardar(Encoding.UTF8.GetBytes(contenido)), new(), CancellationToken.None).Rechazo.Codigo);

    [Fact]
    public void Un_zip_sin_base_de_datos_se_dice() =>
        Assert.Equal("zip_sin_base", Comprobador.Comprobar(Guardar(Zip(("foto.jpg", [1]))), new(), CancellationToken.None).Rechazo.Codigo);

    [Fact]
    public async Task El_zip_de_un_corte_pasa_y_su_codigo_al_lado_se_compara()
    {
        _ = (await _carpeta.Publicador().PublicarAsync(new NocheSintetica().Corte(1, 20), null, CancellationToken.None)).Value;
        var bases = _carpeta.Ruta("cortes/20240602_2020/base-de-datos");
        foreach (var zip in new[] { "20240602_2020_PREP_OAX.zip", "20240602_2020_PREP_AYUN_OAX.zip" })
        {
            Assert.Empty(Comprobador.Comprobar(Path.Combine(bases, zip), new(), CancellationToken.None).Value.Faltas);
        }

        File.WriteAllText(Path.Combine(bases, "20240602_2020_PREP_OAX.zip.sha256"), new string('0', 64));
        var falta = Assert.Single(Comprobador.Comprobar(Path.Combine(bases, "20240602_2020_PREP_OAX.zip"), new(), CancellationToken.None).Value.Faltas);
        Assert.EndsWith(".sha256", falta.Archivo, StringComparison.Ordinal);
    }

    private string Guardar(byte[] bytes)
    {
        var ruta = Path.Combine(_carpeta.Raiz, "dado.zip");
        File.WriteAllBytes(ruta, bytes);
        return ruta;
    }

    private static byte[] Zip(params (string Nombre, byte[] Bytes)[] entradas)
    {
        using var flujo = new MemoryStream();
        using (var zip = new ZipArchive(flujo, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nombre, bytes) in entradas)
            {
                using var entrada = zip.CreateEntry(nombre, CompressionLevel.SmallestSize).Open();
                entrada.Write(bytes);
            }
        }

        return flujo.ToArray();
    }
}
