using System.Text;
using Prep.Dominio.Actas;

namespace Prep.Dominio.Tests.Actas;

/// <summary>JPEG bytes put together by hand: only markers matter, nothing is decoded.</summary>
public sealed class LimpiezaDeImagenTests
{
    private static readonly byte[] Inicio = [0xFF, 0xD8];
    private static readonly byte[] Jfif = Parte(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    private static readonly byte[] Tabla = Parte(0xDB, [0, .. new byte[64]]);
    private static readonly byte[] Huffman = Parte(0xC4, [0, 1, .. new byte[15], 7]);
    private static readonly byte[] Barrido = [.. Parte(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
    private static readonly byte[] Final = [0xFF, 0xD9];

    [Fact, Trait("Regla", "I-01")]
    public void Un_jpeg_limpio_se_publica_y_dice_sus_medidas() =>
        Assert.Equal(new MedidasDeImagen(1650, 1068, 1), LimpiezaDeImagen.EsPublicable(Jpeg()).Value);

    public static TheoryData<string, byte[], string> Metadatos => new()
    {
        { "EXIF", Parte(0xE1, "Exif\0\0MM"u8.ToArray()), "EXIF" },
        { "XMP", Parte(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>"u8.ToArray()), "XMP" },
        { "IPTC", Parte(0xED, "Photoshop 3.0\08BIM"u8.ToArray()), "IPTC" },
        { "ICC", Parte(0xE2, "ICC_PROFILE\0\x01\x01"u8.ToArray()), "ICC" },
        { "MPF", Parte(0xE2, "MPF\0II"u8.ToArray()), "MPF" },
        { "otro", Parte(0xE5, "cosa"u8.ToArray()), "APP5" },
        { "comentario", Parte(0xFE, "hola"u8.ToArray()), "comentario" },
        { "miniatura", Parte(0xE0, "JFXX\0\x10"u8.ToArray()), "JFIF" },
        { "Adobe largo", Parte(0xEE, [.. "Adobe"u8, .. new byte[40]]), "APP14" },
    };

    [Theory, MemberData(nameof(Metadatos)), Trait("Regla", "I-01")]
    public void Con_metadatos_se_rechaza_y_se_nombran(string caso, byte[] parte, string nombre)
    {
        var rechazo = LimpiezaDeImagen.EsPublicable(Jpeg(parte)).Rechazo;

        Assert.True(rechazo.Codigo == "imagen_con_metadatos", caso);
        Assert.Contains(nombre, rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Contains("Vuelva a digitalizarla", rechazo.Mensaje, StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string> Ajenos => new()
    {
        { [0x89, .. "PNG\r\n"u8], "un PNG" },
        { "%PDF-1.7"u8.ToArray(), "un PDF" },
        { [.. "II"u8, 0x2A, 0], "un TIFF" },
        { [.. "MM"u8, 0, 0x2A], "un TIFF" },
        { "<?xml version=\"1.0\"?><svg/>"u8.ToArray(), "un SVG" },
        { "GIF89a"u8.ToArray(), "un GIF" },
        { "RIFF....WEBPVP8 "u8.ToArray(), "un WebP" },
        { "....ftypheic"u8.ToArray(), "un HEIC" },
        { [.. "PK"u8, 3, 4], "un ZIP" },
        { "<!DOCTYPE html>"u8.ToArray(), "una página web" },
        { [0], "no se reconoce" },
    };

    [Theory, MemberData(nameof(Ajenos)), Trait("Regla", "I-01")]
    public void Otro_formato_se_rechaza_por_su_nombre(byte[] bytes, string nombre)
    {
        var rechazo = LimpiezaDeImagen.EsPublicable(bytes).Rechazo;

        Assert.Equal("imagen_no_es_jpeg", rechazo.Codigo);
        Assert.Contains(nombre, rechazo.Mensaje, StringComparison.Ordinal);
    }

    [Fact, Trait("Regla", "I-01")]
    public void Ningun_corte_de_una_imagen_se_publica()
    {
        var entera = Jpeg();
        for (var largo = 2; largo < entera.Length; largo++)
        {
            Assert.Equal("imagen_incompleta", LimpiezaDeImagen.EsPublicable(entera.AsSpan(0, largo)).Rechazo.Codigo);
        }
    }

    [Theory, Trait("Regla", "I-01")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\n")]
    public void Lo_que_sobra_tras_el_final_se_rechaza(string sobra) =>
        Assert.Equal("imagen_con_sobrante", Codigo([.. Jpeg(), .. Encoding.ASCII.GetBytes(sobra)]));

    public static TheoryData<string, byte[]> Deformes => new()
    {
        { "bytes sueltos", [.. Inicio, .. Jfif, 1, .. Tabla] },
        { "dos imágenes", [.. Inicio, .. Inicio, .. Jfif] },
        { "largo imposible", [.. Inicio, 0xFF, 0xDB, 0, 1, 0, 0, 0] },
        { "tabla con relleno", [.. Inicio, .. Parte(0xDB, [0, .. new byte[64], 9, 9, 9])] },
        { "Huffman con relleno", [.. Inicio, .. Parte(0xC4, [0, 1, .. new byte[15], 7, 8])] },
        { "aritmético", [.. Inicio, .. Parte(0xC9, [8, 4, 0, 4, 0, 1, 1, 0x11, 0])] },
        { "doce bits", [.. Inicio, .. Parte(0xC1, [12, 4, 0, 4, 0, 1, 1, 0x11, 0])] },
        { "cuatro tintas", [.. Inicio, .. Parte(0xC0, [8, 4, 0, 4, 0, 4, .. new byte[12]])] },
        { "sin altura", [.. Inicio, .. Parte(0xC0, [8, 0, 0, 4, 0, 1, 1, 0x11, 0])] },
        { "dos medidas", [.. Inicio, .. Cuadro(600, 600), .. Cuadro(600, 600)] },
        { "barrido sin tablas", [.. Inicio, .. Cuadro(600, 600), .. Barrido, .. Final] },
    };

    [Theory, MemberData(nameof(Deformes)), Trait("Regla", "I-01")]
    public void Lo_que_no_es_de_un_jpeg_comun_se_rechaza(string caso, byte[] bytes) => Assert.True(Codigo(bytes) == "imagen_de_perfil_desconocido", $"{caso}: {Codigo(bytes)}");

    [Theory, Trait("Regla", "I-01")]
    [InlineData(200, 200, null)]
    [InlineData(10_000, 200, null)]
    [InlineData(199, 1000, "imagen_fuera_de_medida")]
    [InlineData(10_001, 1000, "imagen_fuera_de_medida")]
    public void Las_medidas_tienen_limites_inclusivos(int ancho, int alto, string? codigo)
    {
        var resultado = LimpiezaDeImagen.EsPublicable(Jpeg([], ancho, alto));

        Assert.Equal(codigo, resultado.IsOk ? null : resultado.Rechazo.Codigo);
    }

    [Fact, Trait("Regla", "I-01")]
    public void El_tamano_tiene_un_maximo_inclusivo()
    {
        var imagen = Jpeg();

        Assert.True(LimpiezaDeImagen.EsPublicable(imagen, new(Bytes: imagen.Length)).IsOk);
        Assert.Equal("imagen_muy_grande", LimpiezaDeImagen.EsPublicable(imagen, new(Bytes: imagen.Length - 1)).Rechazo.Codigo);
        Assert.Equal("imagen_vacia", Codigo([]));
    }

    [Fact, Trait("Regla", "I-01")]
    public void Mil_imagenes_danadas_nunca_lanzan_una_excepcion()
    {
        var azar = new Random(20240602);
        for (var i = 0; i < 1000; i++)
        {
            var imagen = Jpeg();
            for (var cambio = 0; cambio < 4; cambio++)
            {
                imagen[azar.Next(imagen.Length)] = (byte)azar.Next(256);
            }

            Assert.True(LimpiezaDeImagen.EsPublicable(imagen) is { } r && (r.IsOk || r.Rechazo.Mensaje.Length > 20));
        }
    }

    private static string? Codigo(byte[] bytes) => LimpiezaDeImagen.EsPublicable(bytes) is { IsOk: false } r ? r.Rechazo.Codigo : null;

    private static byte[] Jpeg(byte[]? parte = null, int ancho = 1650, int alto = 1068) =>
        [.. Inicio, .. Jfif, .. parte ?? [], .. Tabla, .. Cuadro(ancho, alto), .. Huffman, .. Barrido, .. Final];

    private static byte[] Cuadro(int ancho, int alto) =>
        Parte(0xC0, [8, (byte)(alto >> 8), (byte)(alto & 255), (byte)(ancho >> 8), (byte)(ancho & 255), 1, 1, 0x11, 0]);

    private static byte[] Parte(byte marca, byte[] cuerpo) => [0xFF, marca, (byte)((cuerpo.Length + 2) >> 8), (byte)((cuerpo.Length + 2) & 255), .. cuerpo];
}
