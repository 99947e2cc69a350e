using System.Text;
using System.Text.RegularExpressions;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Tests.Paquete;

namespace Prep.Publicacion.Tests.Comprobacion;

/// <summary>A publication of two cortes with images, made once; each test changes its own copy.</summary>
public sealed class PublicacionHecha : IDisposable
{
    public PublicacionHecha()
    {
        var noche = new NocheSintetica(conImagenes: true, clase: ClaseDeProceso.Jornada);
        var publicador = Carpeta.Publicador();
        foreach (var corte in new[] { noche.Corte(1, 8), noche.Corte(2, 6, ultimo: true) })
        {
            _ = publicador.PublicarAsync(corte, noche.Fuente, CancellationToken.None).GetAwaiter().GetResult().Value;
        }
    }

    public CarpetaTemporal Carpeta { get; } = new();

    /// <summary>A copy that the test may spoil.</summary>
    /// <param name="conClave">With the private key too: for who signs again what he changed.</param>
    public CarpetaTemporal Copia(bool conClave = false)
    {
        var copia = new CarpetaTemporal(conClave ? Carpeta.Raiz : null);
        Copiar(Carpeta.Publicacion, copia.Publicacion);
        File.CreateSymbolicLink(copia.Ruta("actual"), new FileInfo(Carpeta.Ruta("actual")).LinkTarget!);
        return copia;
    }

    public void Dispose() => Carpeta.Dispose();

    private static void Copiar(string de, string a)
    {
        Directory.CreateDirectory(a);
        foreach (var entrada in new DirectoryInfo(de).EnumerateFileSystemInfos().Where(e => e.LinkTarget is null))
        {
            if (entrada is DirectoryInfo)
            {
                Copiar(entrada.FullName, Path.Combine(a, entrada.Name));
            }
            else
            {
                File.Copy(entrada.FullName, Path.Combine(a, entrada.Name));
            }
        }
    }
}

public sealed class ComprobadorDePublicacionTests(PublicacionHecha hecha) : IClassFixture<PublicacionHecha>
{
    [Fact]
    public void Una_publicacion_integra_pasa_y_dice_que_trajo_su_clave()
    {
        var informe = Comprobar(hecha.Carpeta.Publicacion);
        Assert.Empty(informe.Faltas);
        Assert.Equal(("PASA", "20240602_2040"), (informe.Resultado, informe.Corte));
        Assert.Contains(hecha.Carpeta.Clave.Huella, informe.Clave, StringComparison.Ordinal);
        Assert.Contains("la que trae la publicación", informe.Clave, StringComparison.Ordinal);
        Assert.Equal(30, informe.Revisado["versiones de actas"]);
        Assert.Equal(2, informe.Revisado["cortes revisados enteros"]);
    }

    [Theory]
    [InlineData("actual")]
    [InlineData("cortes/20240602_2040")]
    [InlineData("cortes/20240602_2020")]
    public void Un_corte_dentro_de_ella_pasa(string corte) => Assert.Empty(Comprobar(hecha.Carpeta.Ruta(corte)).Faltas);

    [Fact]
    public void Con_la_clave_fijada_pasa_la_suya_y_falla_otra()
    {
        using var otra = new CarpetaTemporal();
        Assert.Empty(Comprobar(hecha.Carpeta.Publicacion, new(hecha.Carpeta.Clave.PemPublico)).Faltas);
        var faltas = Comprobar(hecha.Carpeta.Publicacion, new(otra.Clave.PemPublico)).Faltas;
        Assert.Contains(faltas, f => f.Codigo == "clave_distinta");
        Assert.Contains(faltas, f => f.Codigo == "firma_invalida");
    }

    public static TheoryData<string> Clases =>
    [
        "actual.json", "clave-publica.pem", "index.html", "index.html.br",
        "cortes/20240602_2040/manifiesto.json", "cortes/20240602_2040/manifiesto.json.br", "cortes/20240602_2040/manifiesto.firma",
        "cortes/20240602_2020/manifiesto.json", "cortes/20240602_2020/manifiesto.firma", "cortes/20240602_2020/index.html",
        "cortes/20240602_2040/index.html", "cortes/20240602_2040/index.html.br", "cortes/20240602_2040/raiz/index.html",
        "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/OAX_DIP_LOC_2024.csv",
        "cortes/20240602_2020/base-de-datos/20240602_2020_PREP_AYUN_OAX/OAX_AYUN_2024.csv",
        "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/OAX_DIP_LOC_CANDIDATURAS_2024.csv",
        "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/LEEME.txt",
        "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_DIP_LOC_OAX.zip", "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_OAX.zip",
        "cortes/20240602_2040/base-de-datos/20240602_2040_PREP_OAX.zip.sha256",
        "cortes/20240602_2040/dip_loc/historial.json", "cortes/20240602_2040/dip_loc/resultados.json", "cortes/20240602_2040/dip_loc/resultados.json.br",
        "cortes/20240602_2040/dip_loc/distrito/001/index.html", "cortes/20240602_2040/dip_loc/distrito/001/resultados.json",
        "cortes/20240602_2040/dip_loc/distrito/001/lista.json", "cortes/20240602_2040/dip_loc/distrito/001/lista.json.br",
        "cortes/20240602_2040/ayun/municipio/001/seccion/0100.html", "cortes/20240602_2040/ayun/municipio/001/seccion/0100.html.br",
        "actas/dip_loc/200100B01003.v1.html", "actas/dip_loc/200100B01003.v1.html.br", "actas/dip_loc/200100B01003.v1.json", "actas/ayun/200100B01004.v1.json.br",
        "registro/20240602_2020.jsonl", "registro/20240602_2040.jsonl", "imagenes/*.jpg", "recursos/*.css", "recursos/*.js",
    ];

    [Theory]
    [MemberData(nameof(Clases))]
    public void Un_byte_cambiado_hace_fallar_y_se_nombra_el_archivo(string patron)
    {
        using var copia = hecha.Copia();
        var ruta = Resolver(copia, patron);
        var bytes = copia.Bytes(ruta);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(copia.Ruta(ruta), bytes);
        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f.Archivo == ruta);
    }

    [Theory]
    [MemberData(nameof(Clases))]
    public void Un_archivo_borrado_hace_fallar_y_se_nombra(string patron)
    {
        using var copia = hecha.Copia();
        var ruta = Resolver(copia, patron);
        File.Delete(copia.Ruta(ruta));
        if (ruta == "actual.json")
        {
            Assert.Equal("no_es_publicacion", Comprobador.Comprobar(copia.Publicacion, new(), CancellationToken.None).Rechazo.Codigo);
            return;
        }

        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f.Archivo == ruta);
    }

    [Theory]
    [InlineData("sobra.html")]
    [InlineData("cortes/20240602_2040/sobra.json")]
    [InlineData("cortes/20240602_2040/dip_loc/distrito/001/sobra.html")]
    [InlineData("actas/dip_loc/200100B01003.v9.html")]
    [InlineData("imagenes/ab/sobra.jpg")]
    [InlineData("registro/20240602_2030.jsonl")]
    [InlineData("cortes/20240602_2100/manifiesto.json")]
    public void Un_archivo_que_nadie_firmo_hace_fallar_y_se_nombra(string ruta)
    {
        using var copia = hecha.Copia();
        Directory.CreateDirectory(Path.GetDirectoryName(copia.Ruta(ruta))!);
        File.WriteAllText(copia.Ruta(ruta), "x");
        Assert.Equal("archivo_no_listado", Assert.Single(Comprobar(copia.Publicacion).Faltas, f => f.Archivo == ruta).Codigo);
    }

    // A look of the site that no walked list names any more: pages of earlier cortes still use it.
    [Theory]
    [InlineData("recursos/2c624232cdd221771294dfbb310aca00.css", false)]
    [InlineData("recursos/2d711642b726b044.css", true)]
    [InlineData("recursos/2d711642b726b045.css", false)]
    [InlineData("recursos/2d711642b726b044.html", false)]
    public void Un_recurso_de_antes_responde_con_su_nombre(string ruta, bool vale)
    {
        using var copia = hecha.Copia();
        File.WriteAllText(copia.Ruta(ruta), "x");
        Assert.Equal(vale, Comprobar(copia.Publicacion).Faltas.All(f => f.Archivo != ruta));
    }

    [Fact]
    public void Un_manifiesto_que_nombra_archivos_de_fuera_falla_sin_leerlos()
    {
        using var copia = hecha.Copia();
        var ruta = "cortes/20240602_2040/manifiesto.json";
        var malo = JsonDePaquete.Leer<Manifiesto>(copia.Bytes(ruta));
        File.WriteAllBytes(copia.Ruta(ruta), JsonDePaquete.Escribir(malo with { Archivos = [new("../../../claves/firma.pem", 1, new string('0', 64))] }));
        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f.Codigo == "ruta_fuera" && f.Archivo == ruta);
    }

    [Theory]
    [InlineData("dip_loc/distrito/001/resultados.json", "\"TOTAL_VOTOS_C_CS\":", "\"TOTAL_VOTOS_C_CS\":1", "cifra_distinta")]
    [InlineData("dip_loc/distrito/001/resultados.json", "\"clave\":\"PAN\",\"nombre\":\"PAN\",\"votos\":", "\"clave\":\"PAN\",\"nombre\":\"PAN\",\"votos\":1", "cifra_distinta")]
    [InlineData("ayun/municipio/001/resultados.json", "\"ACTAS_ESPERADAS\":", "\"ACTAS_ESPERADAS\":1", "cifra_distinta")]
    [InlineData("ayun/resultados.json", "\"LISTA_NOMINAL_ACTAS_CONTABILIZADAS\":", "\"LISTA_NOMINAL_ACTAS_CONTABILIZADAS\":1", "cifra_distinta")]
    [InlineData("dip_loc/resultados.json", "{\"clave\":\"MORENA\",\"votos\":", "{\"clave\":\"MORENA\",\"votos\":1", "cifra_distinta")]
    [InlineData("ayun/resultados.json", "\"ruta\":\"municipio/001/resultados.json\",\"cifras\":{\"ACTAS_ESPERADAS\":", "\"ruta\":\"municipio/001/resultados.json\",\"cifras\":{\"ACTAS_ESPERADAS\":1", "cifra_distinta")]
    [InlineData("ayun/historial.json", "\"ACTAS_CAPTURADAS\":", "\"ACTAS_CAPTURADAS\":1", "historial_distinto")]
    [InlineData("dip_loc/historial.json", "\"corte\":\"20240602_2020\"", "\"corte\":\"20240602_2021\"", "historial_distinto")]
    [InlineData("base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/OAX_DIP_LOC_2024.csv", "\r\n60,", "\r\n61,", "cifra_distinta")]
    [InlineData("base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/OAX_DIP_LOC_2024.csv", ",ACTA PREP\r\n", ",RPP\r\n", "entrada_distinta")]
    public void Lo_cambiado_y_vuelto_a_firmar_lo_delatan_las_cifras_o_el_zip(string ruta, string de, string a, string codigo)
    {
        using var copia = hecha.Copia(conClave: true);
        new Falsificador(copia, "20240602_2040").Cambiar(ruta, de, a);
        var faltas = Comprobar(copia.Publicacion).Faltas;
        Assert.Contains(faltas, f => f.Codigo == codigo);
        Assert.DoesNotContain(faltas, f => f.Codigo is "codigo_distinto" or "firma_invalida" or "gemelo_distinto");
    }

    [Theory]
    [InlineData("dip_loc/distrito/002/resultados.json")]
    [InlineData("dip_loc/resultados.json")]
    public void Un_voto_que_pasa_de_un_partido_a_otro_en_el_reparto_informativo_falla(string ruta)
    {
        using var copia = hecha.Copia(conClave: true);
        var antes = Encoding.UTF8.GetString(copia.Bytes($"cortes/20240602_2040/{ruta}"));
        var tabla = antes[antes.IndexOf("\"repartoInformativo\"", StringComparison.Ordinal)..];
        var filas = Regex.Matches(tabla, "\"clave\":\"(\\w+)\",\"nombre\":\"\\w+\",\"votos\":(\\d+)").Take(2).ToList();
        var cambiada = filas.Zip([1, -1]).Aggregate(tabla, (t, f) => t.Replace(f.First.Value, f.First.Value[..^f.First.Groups[2].Length] + (int.Parse(f.First.Groups[2].Value) + f.Second), StringComparison.Ordinal));
        new Falsificador(copia, "20240602_2040").Cambiar(ruta, tabla, cambiada);

        var campos = Comprobar(copia.Publicacion).Faltas.Where(f => f.Codigo == "cifra_distinta").Select(f => f.Campo).ToList();
        Assert.All(filas, f => Assert.Contains($"repartoInformativo {f.Groups[1].Value}", campos));
        Assert.DoesNotContain("repartoInformativo total", campos);
    }

    [Theory]
    [InlineData("\"motivo\":\"", "\"motivo\":\"x", "no es un motivo")]
    [InlineData("{\"version\":1,\"corte\":\"20240602_2020\"", "{\"version\":1,\"corte\":\"20240602_2019\"", "versiones anteriores")]
    [InlineData("\"campo\":\"datos.totalCalculado\",\"antes\":\"", "\"campo\":\"datos.totalCalculado\",\"antes\":\"1", "que cambió en la versión 2")]
    public async Task La_historia_de_un_acta_que_no_es_la_del_registro_falla_aunque_se_firme_de_nuevo(string de, string a, string dicho)
    {
        using var carpeta = new CarpetaTemporal();
        var noche = new NocheSintetica(distritos: 1, casillasPorDistrito: 4);
        foreach (var corte in new[] { noche.Corte(1, 3), noche.Corte(2, 4, ultimo: true) })
        {
            Assert.True((await carpeta.Publicador().PublicarAsync(corte, noche.Fuente, CancellationToken.None)).IsOk);
        }

        var integra = Comprobar(carpeta.Publicacion);
        Assert.Empty(integra.Faltas);
        Assert.Equal(6, integra.Revisado["actas con más de una versión"]);
        new Falsificador(carpeta, "20240602_2040").CambiarActa("actas/dip_loc/200100B01003.v2.json", de, a);
        var falta = Assert.Single(Comprobar(carpeta.Publicacion).Faltas);
        Assert.Equal(("historia_distinta", "actas/dip_loc/200100B01003.v2.json"), (falta.Codigo, falta.Archivo));
        Assert.Contains(dicho, falta.Mensaje);
    }

    [Fact]
    public void Un_renglon_distinto_de_su_linea_en_el_registro_falla()
    {
        using var copia = hecha.Copia(conClave: true);
        var csv = "base-de-datos/20240602_2040_PREP_DIP_LOC_OAX/OAX_DIP_LOC_2024.csv";
        var linea = File.ReadLines(copia.Ruta("cortes/20240602_2040/" + csv)).First(l => l.Contains(",ACTA PREP", StringComparison.Ordinal));
        var codigo = System.Text.RegularExpressions.Regex.Match(linea, "[0-9a-f]{64}").Value;
        new Falsificador(copia, "20240602_2040").Cambiar(csv, codigo, new string('a', 64));
        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f.Codigo == "registro_distinto" && f.Campo == "CODIGO_INTEGRIDAD" && f.Publicado == new string('a', 64));
    }

    [Fact]
    public void Un_manifiesto_con_otra_raiz_u_otra_cadena_falla()
    {
        using var copia = hecha.Copia(conClave: true);
        var falso = new Falsificador(copia, "20240602_2040");
        falso.CambiarManifiesto(m => m with { Registro = m.Registro with { Raiz = new string('0', 64) } });
        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f.Codigo == "raiz_distinta");
        falso.CambiarManifiesto(m => m with { Anterior = m.Anterior! with { Sha256 = new string('0', 64) } });
        Assert.Contains(Comprobar(copia.Publicacion).Faltas, f => f is { Codigo: "codigo_distinto", Archivo: "cortes/20240602_2020/manifiesto.json" });
    }

    private static string Resolver(CarpetaTemporal carpeta, string patron) => !patron.Contains('*')
        ? patron
        : Path.GetRelativePath(carpeta.Publicacion, Directory.EnumerateFiles(carpeta.Ruta(patron.Split('/')[0]), Path.GetFileName(patron), SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());

    private static Informe Comprobar(string objeto, OpcionesDeComprobacion? opciones = null) => Comprobador.Comprobar(objeto, (opciones ?? new()) with { Paciencia = TimeSpan.Zero }, CancellationToken.None).Value;
}
