using System.Security.Cryptography;
using System.Text;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>The folder of the Commission: whole or not at all, signed, and told when anything in it changes.</summary>
public sealed class PublicadorDeSeguimientoTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public void Antes_de_la_noche_se_comprueba_sola()
    {
        Assert.True(Publicar("uno", 3).Value);

        var informe = Comprobar();
        Assert.Empty(informe.Faltas);
        Assert.Equal(("PASA", null), (informe.Resultado, informe.Corte));
        Assert.Equal(5, informe.Revisado["archivos del seguimiento"]);
        Assert.False(Directory.Exists(RutasDePaquete.TallerDeSeguimiento(_carpeta.Publicacion)));
    }

    [Fact]
    public void Lo_que_dejo_uno_que_murio_a_medias_no_es_alarma_y_el_siguiente_lo_quita()
    {
        Publicar("uno", 1);
        var resto = Path.Combine(RutasDePaquete.TallerDeSeguimiento(_carpeta.Publicacion), "seguimiento", "p", "plan.html");
        Directory.CreateDirectory(Path.GetDirectoryName(resto)!);
        File.WriteAllText(resto, "a medias");
        Assert.Empty(Comprobar().Faltas);

        Assert.False(Publicar("uno", 2).Value);
        Assert.False(File.Exists(resto));
    }

    [Fact]
    public void Lo_mismo_no_se_escribe_otra_vez_y_lo_nuevo_quita_lo_que_ya_no_va()
    {
        Publicar("uno", 3);
        var manifiesto = _carpeta.Bytes("seguimiento/manifiesto.json");

        Assert.False(Publicar("uno", 4).Value);
        Assert.Equal(manifiesto, _carpeta.Bytes("seguimiento/manifiesto.json"));
        Assert.True(Publicar("dos", 4, conDocumento: false).Value);

        Assert.False(Directory.Exists(_carpeta.Ruta("seguimiento/documentos")));
        Assert.Equal("dos", Encoding.UTF8.GetString(_carpeta.Bytes("seguimiento/p/plan.html")));
        Assert.Empty(Comprobar().Faltas);
    }

    [Fact]
    public void Quien_sabe_menos_no_borra_lo_de_quien_sabe_mas()
    {
        Publicar("nuevo", 9);

        Assert.False(Publicar("viejo", 8).Value);
        Assert.Equal("nuevo", Encoding.UTF8.GetString(_carpeta.Bytes("seguimiento/p/plan.html")));
    }

    [Fact]
    public void Con_la_carpeta_ocupada_se_rechaza_y_queda_lo_de_antes()
    {
        Publicar("uno", 1);
        using var otro = Disco.Candado(_carpeta.Ruta(RutasDePaquete.CandadoDeSeguimiento));

        Assert.Equal("publicacion_ocupada", Publicar("dos", 2).Rechazo.Codigo);
        Assert.Empty(Comprobar().Faltas);
    }

    [Theory]
    [InlineData("otro contenido aquí", "no es el que se guardó")]
    [InlineData(null, "no está")]
    public void Un_documento_que_no_es_el_guardado_no_se_publica(string? contenido, string dice)
    {
        Publicar("uno", 1, conDocumento: false);
        var (documento, origen) = Documento();
        if (contenido is null)
        {
            File.Delete(origen);
        }
        else
        {
            File.WriteAllText(origen, contenido);
        }

        var hecho = new PublicadorDeSeguimiento(_carpeta.Publicacion, _carpeta.Clave, TimeProvider.System).Publicar(Archivos("dos"), [], [documento], 2);

        Assert.Equal("documento_alterado", hecho.Rechazo.Codigo);
        Assert.Contains(dice, hecho.Rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Equal("uno", Encoding.UTF8.GetString(_carpeta.Bytes("seguimiento/p/plan.html")));
        Assert.Empty(Comprobar().Faltas);
    }

    [Theory]
    [InlineData("seguimiento/p/plan.html", "codigo_distinto")]
    [InlineData("seguimiento/p/plan.html.br", "gemelo_distinto")]
    [InlineData("seguimiento/p/plan.csv", "codigo_distinto")]
    [InlineData("seguimiento/documentos/*.pdf", "codigo_distinto")]
    [InlineData("seguimiento/manifiesto.json", "firma_invalida")]
    [InlineData("seguimiento/manifiesto.json.br", "gemelo_distinto")]
    [InlineData("seguimiento/manifiesto.firma", "firma_invalida")]
    [InlineData("recursos/*.css", "codigo_distinto")]
    public void Un_byte_cambiado_hace_fallar_y_se_nombra_el_archivo(string patron, string codigo)
    {
        Publicar("uno", 1);
        var ruta = Path.GetRelativePath(_carpeta.Publicacion, Directory.GetFiles(_carpeta.Publicacion, Path.GetFileName(patron), SearchOption.AllDirectories).Single(r => r.StartsWith(_carpeta.Ruta(Path.GetDirectoryName(patron)!), StringComparison.Ordinal)));
        var bytes = _carpeta.Bytes(ruta);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_carpeta.Ruta(ruta), bytes);

        Assert.Contains(Comprobar().Faltas, f => f.Codigo == codigo && (f.Archivo == ruta || f.Archivo == ruta.Replace("manifiesto.json", "manifiesto.firma", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("seguimiento/p/plan.csv", "archivo_ausente")]
    [InlineData("seguimiento/manifiesto.firma", "firma_ausente")]
    public void Un_archivo_que_falta_hace_fallar(string ruta, string codigo)
    {
        Publicar("uno", 1);
        File.Delete(_carpeta.Ruta(ruta));

        Assert.Contains(Comprobar().Faltas, f => f.Codigo == codigo && f.Archivo == ruta);
    }

    [Theory]
    [InlineData("seguimiento/p/ajeno.html")]
    [InlineData("seguimiento/documentos/ajeno.exe")]
    [InlineData("cortes/20240602_2000/index.html")]
    public void Un_archivo_de_mas_hace_fallar(string ruta)
    {
        Publicar("uno", 1);
        Directory.CreateDirectory(Path.GetDirectoryName(_carpeta.Ruta(ruta))!);
        File.WriteAllText(_carpeta.Ruta(ruta), "ajeno");

        Assert.Contains(Comprobar().Faltas, f => f.Codigo == "archivo_no_listado" && f.Archivo == ruta);
    }

    [Fact]
    public async Task Con_cortes_se_comprueban_los_dos_y_el_sitio_lo_enlaza()
    {
        Publicar("uno", 1);
        NocheSintetica noche = new();
        Assert.True((await _carpeta.Publicador().PublicarAsync(noche.Corte(1, 8), noche.Fuente, default)).IsOk);

        var informe = Comprobar();
        Assert.Empty(informe.Faltas);
        Assert.Equal(5, informe.Revisado["archivos del seguimiento"]);
        Assert.NotNull(informe.Corte);
        Assert.Contains("href=\"seguimiento/index.html\"", Encoding.UTF8.GetString(_carpeta.Bytes("index.html")), StringComparison.Ordinal);

        File.Delete(_carpeta.Ruta("actual.json"));
        Assert.Contains(Comprobar().Faltas, f => f.Codigo == "archivo_ausente" && f.Archivo == "actual.json");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task El_sitio_muestra_los_difusores_que_firmo_la_Comision_y_no_los_que_alguien_cambio(bool cambiado, bool salen)
    {
        NocheSintetica noche = new();
        var corte = noche.Corte(1, 8);
        var dia = DateOnly.FromDateTime(corte.InstanteEn.UtcDateTime);
        ArchivoPublicado[] archivos = [.. Archivos("uno"), DifusoresDelSeguimiento.Escribir(
        [
            new("este", dia.AddDays(-90), dia.AddDays(30), [new("Universidad de Ejemplo", "https://prep.universidad.mx")]),
            new("otro", dia.AddDays(-900), dia.AddDays(-300), [new("De otra elección", "https://otra.mx")]),
        ])];
        Assert.True(new PublicadorDeSeguimiento(_carpeta.Publicacion, _carpeta.Clave, TimeProvider.System).Publicar(archivos, [], [], 1).Value);
        if (cambiado)
        {
            File.WriteAllText(_carpeta.Ruta(DifusoresDelSeguimiento.Ruta), File.ReadAllText(_carpeta.Ruta(DifusoresDelSeguimiento.Ruta)).Replace("universidad.mx", "falso.mx", StringComparison.Ordinal));
        }

        Assert.True((await _carpeta.Publicador(new() { Difusores = [new("Diario de Ejemplo", "https://diario.mx")] }).PublicarAsync(corte, noche.Fuente, default)).IsOk);

        var pagina = Encoding.UTF8.GetString(_carpeta.Bytes($"cortes/{corte.Id}/difusores.html"));
        Assert.Contains("Diario de Ejemplo", pagina, StringComparison.Ordinal);
        Assert.Equal(salen, pagina.Contains("Universidad de Ejemplo", StringComparison.Ordinal));
        Assert.DoesNotContain("De otra elección", pagina, StringComparison.Ordinal);
    }

    private Informe Comprobar() => Comprobador.Comprobar(_carpeta.Publicacion, new(_carpeta.Clave.PemPublico, Paciencia: TimeSpan.Zero), default).Value;

    private Dominio.Result<bool> Publicar(string texto, int asiento, bool conDocumento = true) =>
        new PublicadorDeSeguimiento(_carpeta.Publicacion, _carpeta.Clave, TimeProvider.System).Publicar(Archivos(texto), [], conDocumento ? [Documento().Documento] : [], asiento);

    private static ArchivoPublicado[] Archivos(string texto) =>
    [
        Recursos.Con("css", Encoding.UTF8.GetBytes("body { color: red }")),
        new("seguimiento/index.html", Encoding.UTF8.GetBytes($"<p>{texto}</p>")),
        new("seguimiento/p/plan.html", Encoding.UTF8.GetBytes(texto)),
        .. texto == "uno" ? [new("seguimiento/p/plan.csv", Encoding.UTF8.GetBytes(texto))] : Array.Empty<ArchivoPublicado>(),
    ];

    private (ArchivoDeDisco Documento, string Origen) Documento()
    {
        var origen = Path.Combine(_carpeta.Raiz, "acuerdo");
        File.WriteAllText(origen, "%PDF un acuerdo entero");
        var sha = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(origen)));
        return (new($"seguimiento/documentos/{sha}.pdf", origen, new FileInfo(origen).Length, sha), origen);
    }
}
