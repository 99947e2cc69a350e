using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Tests.Imagenes;

namespace Prep.Operacion.Tests.Http;

public sealed class DigitalizacionTests(ClusterDePostgres cluster)
{
    private const string Preparaciones = "/operacion/digitalizacion/preparaciones", Registros = "/operacion/digitalizacion/registros";

    private static Task<Respuesta> PrepararAsync(ServidorDePrueba s, byte[] bytes, string consulta = "", string sitio = "CATD-01")
    {
        ByteArrayContent cuerpo = new(bytes);
        cuerpo.Headers.ContentType = new("application/octet-stream");
        return s.EnviarAsync(HttpMethod.Post, "digi", "DIGITALIZADOR", Preparaciones + consulta, cuerpo, sitio);
    }

    private static async Task<JsonElement> HojaAsync(ServidorDePrueba s, int? acta = 0, int semilla = 0, double sombra = 0) =>
        (await PrepararAsync(s, await HojaDePrueba.JpegAsync(HojaDePrueba.Svg(acta is { } a ? HojaDePrueba.Etiqueta(s.Datos.Proceso, a) : null, semilla, sombra)))).Bien().Json;

    private static Task<Respuesta> RegistrarAsync(ServidorDePrueba s, JsonElement preparada, string? acta, bool contra = false, bool asi = false, string documento = "ACTA PREP", string persona = "digi") =>
        s.PostAsync(persona, "DIGITALIZADOR", Registros, new { codigo = preparada.GetProperty("codigo").GetString(), acta, documento, contraEtiqueta = contra, conReparos = asi });

    private static async Task BolsaAsync(ServidorDePrueba s, params int[] actas) =>
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/bolsas", new { actas = actas.Select(a => new { acta = s.Acta(a) }) })).Bien();

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "I-01")]
    public async Task Lo_que_se_registra_es_byte_por_byte_lo_que_se_vio_y_el_original_queda_aparte(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await BolsaAsync(s, 0);
        var original = await HojaDePrueba.JpegAsync(HojaDePrueba.Svg(HojaDePrueba.Etiqueta(s.Datos.Proceso)));
        var preparada = (await PrepararAsync(s, [.. original, .. "y un archivo escondido detrás"u8])).Bien().Json;
        Assert.Equal((s.Acta(), "Leido"), (preparada.GetProperty("acta").GetProperty("acta").GetString(), preparada.GetProperty("lectura").GetString()));
        Assert.Equal(0, preparada.GetProperty("reparos").GetArrayLength());
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Empty(db.Imagenes);

        var recibida = (await RegistrarAsync(s, preparada, s.Acta())).Bien().Json;
        Assert.Equal("Vigente", recibida.GetProperty("estado").GetString());
        Assert.Equal("EnCola", db.Actas.Single(a => a.Numero == 1).Estado);
        var imagen = db.Imagenes.Single();
        Assert.Equal((preparada.GetProperty("codigo").GetString(), "Catd", "Escaner"), (imagen.Sha256, imagen.Origen, imagen.Medio));
        _ = CodigoDeIntegridad.TryParse(imagen.Sha256, out var codigo);
        var bytes = (await s.Datos.Almacen.Imagenes.LeerAsync(codigo, default))!;
        Assert.True(LimpiezaDeImagen.EsPublicable(bytes).IsOk);
        _ = CodigoDeIntegridad.TryParse(preparada.GetProperty("original").GetString(), out var deOrigen);
        Assert.False(File.Exists(s.Datos.Almacen.Imagenes.Ruta(deOrigen)));
        Assert.Equal(original.Length + 30, (await s.Datos.Almacen.Apartadas.LeerAsync(deOrigen, default))!.Length);
        Assert.Equal(imagen.Id, db.Preparadas.Single().Imagen);

        // Sent twice: the same answer, one image.
        Assert.True((await RegistrarAsync(s, preparada, s.Acta())).Bien().Json.GetProperty("repetida").GetBoolean());
        Assert.Equal(1, db.Imagenes.Count());
    }

    public static TheoryData<string, string, string> Malos => new()
    {
        { "vacio", "imagen_vacia", "llegó vacío" },
        { "pdf", "imagen_no_se_acepta", "un PDF" },
        { "tiff", "imagen_no_se_acepta", "un TIFF" },
        { "svg", "imagen_no_se_acepta", "un SVG" },
        { "zip", "imagen_no_se_acepta", "un ZIP" },
        { "heic", "imagen_no_se_acepta", "un HEIC" },
        { "texto", "imagen_no_se_acepta", "de un formato que no se reconoce" },
        { "pdf que lleva un jpeg dentro", "imagen_no_se_acepta", "un PDF" },
        { "jpeg cortado", "imagen_danada", "cortado o dañado" },
        { "jpeg de puro principio", "imagen_danada", "cortado o dañado" },
        { "png cortado", "imagen_danada", "cortado o dañado" },
        { "jpeg que dice ser enorme", "imagen_enorme", "millones de puntos" },
        { "png que dice ser enorme", "imagen_enorme", "millones de puntos" },
        { "jpeg diminuto", "imagen_fuera_de_medida", "cada lado debe tener" },
    };

    [Theory, MemberData(nameof(Malos))]
    public async Task Un_mal_archivo_recibe_una_frase_clara_y_no_deja_nada(string cual, string codigo, string frase)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var respuesta = await PrepararAsync(s, await MaloAsync(cual));
        respuesta.Rechaza(HttpStatusCode.BadRequest, codigo);
        Assert.Contains(frase, respuesta.Json.GetProperty("detail").GetString());
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Empty(db.Preparadas);
    }

    private static async Task<byte[]> MaloAsync(string cual)
    {
        var bueno = await HojaDePrueba.JpegAsync(HojaDePrueba.Svg(null));
        return cual switch
        {
            "vacio" => [],
            "pdf" => [.. "%PDF-1.7\n1 0 obj"u8],
            "tiff" => [.. "II*\0"u8, .. new byte[100]],
            "svg" => [.. "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8],
            "zip" => [(byte)'P', (byte)'K', 3, 4, .. new byte[50]],
            "heic" => [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[50]],
            "texto" => [.. "hola"u8],
            "pdf que lleva un jpeg dentro" => [.. "%PDF-1.4\n"u8, .. bueno],
            "jpeg cortado" => bueno[..(bueno.Length / 2)],
            "jpeg de puro principio" => bueno[..40],
            "png cortado" => Png(300, 300)[..^200],
            "jpeg que dice ser enorme" => Enorme(bueno),
            "png que dice ser enorme" => Png(20_000, 20_000, 1),
            _ => await HojaDePrueba.JpegAsync("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"60\"><rect width=\"60\" height=\"60\" fill=\"#fff\"/></svg>"),
        };
    }

    private static byte[] Enorme(byte[] jpeg)
    {
        byte[] otro = [.. jpeg];
        var sof = otro.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(otro.AsSpan(sof + 5), 65_000);
        BinaryPrimitives.WriteUInt16BigEndian(otro.AsSpan(sof + 7), 65_000);
        return otro;
    }

    // Grey, one line repeated; so many rows are written as asked.
    private static byte[] Png(int ancho, int alto, int? escritos = null)
    {
        using MemoryStream datos = new();
        using (ZLibStream z = new(datos, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < (escritos ?? alto); y++)
            {
                z.Write([0, .. Enumerable.Range(0, ancho).Select(x => (byte)(((x * 7) + (y * 13)) % 256))]);
            }
        }

        var medidas = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(medidas, ancho);
        BinaryPrimitives.WriteInt32BigEndian(medidas.AsSpan(4), alto);
        medidas[8] = 8;
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Parte("IHDR", medidas), .. Parte("IDAT", datos.ToArray()), .. Parte("IEND", [])];
    }

    private static byte[] Parte(string nombre, byte[] datos)
    {
        byte[] cuerpo = [.. System.Text.Encoding.ASCII.GetBytes(nombre), .. datos];
        var parte = new byte[8 + cuerpo.Length];
        BinaryPrimitives.WriteInt32BigEndian(parte, datos.Length);
        cuerpo.CopyTo(parte, 4);
        BinaryPrimitives.WriteUInt32BigEndian(parte.AsSpan(4 + cuerpo.Length), Crc(cuerpo));
        return parte;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    [Fact]
    public async Task Lo_que_pesa_de_mas_se_rechaza_sin_leerlo()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var respuesta = await PrepararAsync(s, new byte[LimitesDeOriginal.Bytes + 1]);
        respuesta.Rechaza(HttpStatusCode.BadRequest, "imagen_muy_grande");
        Assert.Contains("24 MB", respuesta.Texto);
    }

    [Fact]
    public async Task Un_png_se_convierte_y_una_imagen_girada_se_endereza_sin_subirla_otra_vez()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var png = (await PrepararAsync(s, Png(900, 700))).Bien().Json;
        Assert.Equal((900, 700), (png.GetProperty("ancho").GetInt32(), png.GetProperty("alto").GetInt32()));
        var girada = (await s.PostAsync("digi", "DIGITALIZADOR", $"{Preparaciones}/{png.GetProperty("original").GetString()}/giro/1")).Bien().Json;
        Assert.Equal((700, 900), (girada.GetProperty("ancho").GetInt32(), girada.GetProperty("alto").GetInt32()));
        Assert.NotEqual(png.GetProperty("codigo").GetString(), girada.GetProperty("codigo").GetString());
        Assert.Equal(HttpStatusCode.OK, (await s.GetAsync("digi", "DIGITALIZADOR", $"{Preparaciones}/{girada.GetProperty("codigo").GetString()}/archivo")).Estado);

        // The original is not shown by that way, nor anything that was not prepared.
        (await s.GetAsync("digi", "DIGITALIZADOR", $"{Preparaciones}/{png.GetProperty("original").GetString()}/archivo")).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
        (await s.PostAsync("digi", "DIGITALIZADOR", $"{Preparaciones}/nada/giro/1")).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_etiqueta_manda_y_quien_la_contradice_necesita_a_otra_persona(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await BolsaAsync(s, 0, 1);
        var hoja = await HojaAsync(s);
        var rechazo = await RegistrarAsync(s, hoja, s.Acta(1));
        rechazo.Rechaza(HttpStatusCode.Conflict, "etiqueta_de_otra_acta");
        Assert.Contains("La etiqueta dice 0001 B1", rechazo.Json.GetProperty("detail").GetString());
        (await RegistrarAsync(s, hoja, null)).Rechaza(HttpStatusCode.Conflict, "etiqueta_de_otra_acta");
        (await RegistrarAsync(s, hoja, s.Acta(1), contra: true)).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Digitalizada", db.Actas.Single(a => a.Numero == 2).Estado);
        var imagen = db.Imagenes.Single().Id;
        (await s.PostAsync("digi", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta(1) })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        (await s.PostAsync("dos", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta(1) })).Bien();
        Assert.Equal("EnCola", db.Actas.EstadoDe(2));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Sin_codigo_se_elige_a_mano_o_se_deja_a_dos_personas(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var hoja = await HojaAsync(s, acta: null);
        Assert.Equal("NoHay", hoja.GetProperty("lectura").GetString());
        (await RegistrarAsync(s, hoja, s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_acopio");
        (await RegistrarAsync(s, hoja, "dip_loc/001/NADA")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await RegistrarAsync(s, hoja, null, documento: "SERVILLETA")).Rechaza(HttpStatusCode.BadRequest, "documento_desconocido");
        (await s.PostAsync("digi", "DIGITALIZADOR", Registros + "?acopio=ayer", new { codigo = hoja.GetProperty("codigo").GetString() })).Rechaza(HttpStatusCode.BadRequest, "hora_ilegible");
        (await s.PostAsync("digi", "DIGITALIZADOR", Registros, new { codigo = new string('a', 64) })).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
        var sola = (await s.PostAsync("digi", "DIGITALIZADOR", Registros + "?acopio=2024-06-02T18:01", new { codigo = hoja.GetProperty("codigo").GetString() })).Bien().Json;
        Assert.Equal("PorIdentificar", sola.GetProperty("estado").GetString());
        await BolsaAsync(s, 1);
        (await RegistrarAsync(s, await HojaAsync(s, acta: null, semilla: 1), s.Acta(1))).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Digitalizada", db.Actas.EstadoDe(2));
    }

    [Fact]
    public async Task Una_imagen_que_apenas_se_lee_entra_solo_si_se_dice_que_no_hay_mejor()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        await BolsaAsync(s, 0);
        var oscura = await HojaAsync(s, sombra: 0.7);
        Assert.Equal("luz", oscura.GetProperty("reparos")[0].GetProperty("que").GetString());
        (await RegistrarAsync(s, oscura, s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "imagen_con_reparos");
        (await RegistrarAsync(s, oscura, s.Acta(), asi: true)).Bien();
    }

    [Fact]
    public async Task Sin_lector_de_codigos_se_sigue_a_mano()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, lector: new("/no/existe/ZXingReader"));
        await BolsaAsync(s, 0);
        var hoja = await HojaAsync(s);
        Assert.Equal("SinLector", hoja.GetProperty("lectura").GetString());
        (await RegistrarAsync(s, hoja, s.Acta())).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Digitalizada", db.Actas.EstadoDe(1));
    }

    [Fact, System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task Un_lector_que_no_termina_se_detiene()
    {
        var programa = Path.GetTempFileName();
        await File.WriteAllTextAsync(programa, "#!/bin/sh\nexec sleep 60\n");
        File.SetUnixFileMode(programa, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        var (lectura, texto) = await new LectorDeQr(programa, TimeSpan.FromMilliseconds(200)).LeerAsync(new byte[] { 1 }, default);
        File.Delete(programa);
        Assert.Equal((LecturaDeQr.SinLector, null), (lectura, texto));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_pedida_otra_vez_toma_el_lugar_y_la_segunda_de_un_acta_se_guarda_ligada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await BolsaAsync(s, 0, 1);
        var pantalla = await s.GetAsync("digi", "DIGITALIZADOR", "/puestos/digitalizacion", "CATD-01");
        Assert.Contains("0001 B1", WebUtility.HtmlDecode(pantalla.Bien().Texto));
        (await RegistrarAsync(s, await HojaAsync(s), s.Acta())).Bien();
        Assert.DoesNotContain("0001 B1", (await s.GetAsync("digi", "DIGITALIZADOR", "/puestos/digitalizacion", "CATD-01")).Texto);
        Assert.Equal("Duplicada", (await RegistrarAsync(s, await HojaAsync(s, semilla: 1), s.Acta())).Bien().Json.GetProperty("estado").GetString());
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/actas/{s.Acta()}/redigitalizacion", new { motivo = "cortada" })).Bien();
        Assert.Contains("Otra vez:", (await s.GetAsync("digi", "DIGITALIZADOR", "/puestos/digitalizacion", "CATD-01")).Texto);
        var tercera = await HojaAsync(s, semilla: 2);
        Assert.Contains("otra vez", tercera.GetProperty("acta").GetProperty("avisos")[0].GetString());
        Assert.Equal("Vigente", (await RegistrarAsync(s, tercera, s.Acta())).Bien().Json.GetProperty("estado").GetString());
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal([EstadoDeImagen.Sustituida, EstadoDeImagen.Duplicada, EstadoDeImagen.Vigente], db.Imagenes.OrderBy(i => i.Id).Select(i => i.Estado).ToList());
    }

    [Fact]
    public async Task Se_avisa_si_la_bolsa_no_se_registro_o_la_espera_otro_catd()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var actas = (await s.GetAsync("digi", "DIGITALIZADOR", "/operacion/digitalizacion/actas?busca=2%20B1", "CATD-07")).Bien().Json;
        Assert.Equal(2, actas.GetArrayLength());
        var avisos = actas[0].GetProperty("avisos").EnumerateArray().Select(a => a.GetString()).ToArray();
        Assert.Contains(avisos, a => a!.Contains("registre primero la bolsa"));
        Assert.Contains(avisos, a => a!.Contains("La espera CATD-01, no CATD-07"));
        (await s.GetAsync("digi", "DIGITALIZADOR", "/operacion/digitalizacion/actas?busca=99%20B1")).Rechaza(HttpStatusCode.NotFound, "casilla_desconocida");
    }

    [Fact]
    public async Task Un_codigo_ajeno_se_dice_y_no_identifica()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var hoja = (await PrepararAsync(s, await HojaDePrueba.JpegAsync(HojaDePrueba.Svg("https://ejemplo.mx/promo")))).Bien().Json;
        Assert.Equal(("Leido", JsonValueKind.Null), (hoja.GetProperty("lectura").GetString(), hoja.GetProperty("acta").ValueKind));
    }
}

internal static class EstadoAhora
{
    /// <summary>State of an acta as it is in the database now.</summary>
    public static string EstadoDe(this Microsoft.EntityFrameworkCore.DbSet<ActaFila> actas, long numero) => actas.Where(a => a.Numero == numero).Select(a => a.Estado).Single();
}
