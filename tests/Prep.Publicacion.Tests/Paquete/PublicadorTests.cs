using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Prep.Dominio.Actas;
using Prep.Dominio.Bitacora;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Curva;

namespace Prep.Publicacion.Tests.Paquete;

public sealed class PublicadorTests : IDisposable
{
    private readonly CarpetaTemporal _carpeta = new();

    public void Dispose() => _carpeta.Dispose();

    [Fact]
    public async Task Un_corte_deja_actual_manifiesto_firma_bases_y_registro()
    {
        var noche = new NocheSintetica();
        var corte = noche.Corte(1, 10);
        var publicado = (await _carpeta.Publicador().PublicarAsync(corte, null, CancellationToken.None)).Value;

        Assert.Equal("20240602_2020", publicado.Id.Valor);
        Assert.Equal(22, publicado.Agregadas);
        Assert.Empty(publicado.Alarmas);
        var actual = _carpeta.Actual();
        Assert.True(_carpeta.Bytes("actual.json").Length <= Actual.MaximoDeBytes);
        Assert.Equal(("20240602_2020", "2024-06-02T20:20:00-06:00", "2024-06-02T20:40:00-06:00"), (actual.Corte, actual.Instante, actual.Siguiente));
        Assert.Equal(actual.Sha256, Sha256(_carpeta.Bytes(actual.Manifiesto)));
        Assert.Equal("cortes/20240602_2020", new FileInfo(_carpeta.Ruta("actual")).LinkTarget);

        var manifiesto = _carpeta.Manifiesto(actual.Corte);
        Assert.Null(manifiesto.Anterior);
        Assert.Equal(("sintetico-2024", "repeticion", "America/Mexico_City"), (manifiesto.Proceso, manifiesto.Clase, manifiesto.Zona));
        var base_ = "base-de-datos/20240602_2020_PREP_DIP_LOC_OAX/OAX_DIP_LOC_2024.csv";
        Assert.Contains(manifiesto.Archivos, a => a.Ruta == base_ && a.Sha256 == Sha256(_carpeta.Bytes($"actual/{base_}")));
        Assert.Equal(["dip_loc", "ayun"], manifiesto.Elecciones.Select(e => e.Id));
        Assert.Equal(Cifras.Nombres, manifiesto.Elecciones[0].Cifras.Select(c => c.Key));
        Assert.Equal(Resultados.De(corte.Elecciones[0]).Estado.Cifras.Valores, manifiesto.Elecciones[0].Cifras.Select(c => c.Value!.ToString()));
        Assert.False(Directory.Exists(_carpeta.Ruta("cortes/.20240602_2020")));
    }

    [Fact]
    public async Task El_historial_pasa_de_corte_a_corte_y_si_alguien_lo_toca_no_se_publica_encima()
    {
        var noche = new NocheSintetica();
        Corte[] cortes = [noche.Corte(1, 10), noche.Corte(2, 5), noche.Corte(3, 5)];
        await PublicarAsync(cortes[0]);
        await PublicarAsync(cortes[1]);
        var ruta = _carpeta.Ruta("cortes/20240602_2040/dip_loc/historial.json");
        var bytes = File.ReadAllBytes(ruta);
        var puntos = Historial.Leer(bytes);
        Assert.Equal(cortes[..2].Select(c => (c.Id, string.Join(' ', Resultados.De(c.Elecciones[0]).Estado.Cifras.Valores))), puntos.Select(p => (p.Corte, string.Join(' ', p.Valores))));

        File.WriteAllBytes(ruta, [.. bytes, (byte)' ']);
        var negado = await _carpeta.Publicador().PublicarAsync(cortes[2], null, CancellationToken.None);
        Assert.Equal("publicacion_alterada", negado.Rechazo.Codigo);
        Assert.Equal("20240602_2040", _carpeta.Actual().Corte);
        File.WriteAllBytes(ruta, bytes);
        await PublicarAsync(cortes[2]);
        Assert.Equal(3, Historial.Leer(File.ReadAllBytes(_carpeta.Ruta("cortes/20240602_2100/dip_loc/historial.json"))).Count);

        async Task PublicarAsync(Corte corte) => Assert.Empty((await _carpeta.Publicador().PublicarAsync(corte, null, CancellationToken.None)).Value.Alarmas);
    }

    [Fact]
    public async Task Cada_archivo_de_las_listas_esta_con_su_codigo_y_nada_sobra_en_el_corte()
    {
        await PublicarAsync(new NocheSintetica(), (1, 10));
        var carpeta = _carpeta.Ruta("cortes/20240602_2020/");
        var manifiesto = _carpeta.Manifiesto(_carpeta.Actual().Corte);
        var listados = new HashSet<string> { "manifiesto.json", "manifiesto.firma" };
        foreach (var archivo in manifiesto.Archivos)
        {
            Assert.Equal(archivo.Sha256, Sha256(File.ReadAllBytes(Path.Combine(carpeta, archivo.Ruta))));
            listados.Add(archivo.Ruta);
        }

        foreach (var area in manifiesto.Areas)
        {
            var bytes = File.ReadAllBytes(Path.Combine(carpeta, area.Ruta));
            Assert.Equal(area.Sha256, Sha256(bytes));
            listados.Add(area.Ruta);
            foreach (var archivo in JsonDePaquete.Leer<ListaDeArea>(bytes).Archivos)
            {
                var ruta = Path.Combine(Path.GetDirectoryName(area.Ruta)!, archivo.Ruta);
                Assert.Equal(archivo.Sha256, Sha256(File.ReadAllBytes(Path.Combine(carpeta, ruta))));
                listados.Add(ruta);
            }
        }

        var presentes = Directory.EnumerateFiles(_carpeta.Ruta("cortes/20240602_2020"), "*", SearchOption.AllDirectories)
            .Select(r => Path.GetRelativePath(_carpeta.Ruta("cortes/20240602_2020"), r)).Where(r => !r.EndsWith(".br", StringComparison.Ordinal));
        Assert.Equal(listados.Where(r => !r.StartsWith("../", StringComparison.Ordinal)).Order(StringComparer.Ordinal), presentes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Una_imagen_retirada_despues_de_publicada_deja_su_lugar_a_un_aviso_y_el_registro_lo_dice()
    {
        var noche = new NocheSintetica(conImagenes: true, clase: ClaseDeProceso.Jornada);
        var publicador = _carpeta.Publicador();
        Assert.Empty((await publicador.PublicarAsync(noche.Corte(1, 8), noche.Fuente, CancellationToken.None)).Value.Alarmas);
        var siguiente = noche.Corte(2, 2);
        var eleccion = siguiente.Elecciones[0];
        var publicado = eleccion.Registros[0]!;
        var codigo = publicado.Imagen!.Codigo.Hex;
        var pagina = _carpeta.Bytes($"{RutasDePaquete.Acta(publicado.Id, 1)}.html");
        RegistroDeActa?[] registros = [.. eleccion.Registros];
        registros[0] = publicado with { Imagen = publicado.Imagen with { Retirada = true } };
        var hecho = (await publicador.PublicarAsync(siguiente with { Elecciones = [eleccion with { Registros = registros }, .. siguiente.Elecciones.Skip(1)] }, noche.Fuente, CancellationToken.None)).Value;

        Assert.Equal(5, hecho.Agregadas);
        Assert.False(File.Exists(_carpeta.Ruta(RutasDePaquete.Imagen(codigo))));
        Assert.True(File.Exists(_carpeta.Ruta(RutasDePaquete.AvisoDeRetiro(codigo))));
        Assert.Contains($"\"codigoIntegridad\":\"{codigo}\",\"imagen\":\"retirada\"", Encoding.UTF8.GetString(_carpeta.Bytes($"registro/{hecho.Id}.jsonl")));
        Assert.Equal(pagina, _carpeta.Bytes($"{RutasDePaquete.Acta(publicado.Id, 1)}.html"));
        Assert.Empty(Comprobador.Comprobar(_carpeta.Publicacion, new(), CancellationToken.None).Value.Faltas);
        var tercero = noche.Corte(3, 0);
        tercero = tercero with { Elecciones = [tercero.Elecciones[0] with { Registros = registros }, .. tercero.Elecciones.Skip(1)] };
        Assert.Equal(0, (await publicador.PublicarAsync(tercero, noche.Fuente, CancellationToken.None)).Value.Agregadas);
    }

    [Fact]
    public async Task Una_fuera_de_catalogo_reidentificada_deja_en_el_registro_que_acta_resulto()
    {
        var noche = new NocheSintetica();
        var publicador = _carpeta.Publicador();
        Assert.Empty((await publicador.PublicarAsync(noche.Corte(1, 8), noche.Fuente, CancellationToken.None)).Value.Alarmas);
        var segundo = noche.Corte(2, 2);
        var eleccion = segundo.Elecciones[0];
        var (era, es) = (Assert.Single(eleccion.FueraDeCatalogo), eleccion.Eleccion.Actas[^1].Id);
        var hecho = (await publicador.PublicarAsync(
            segundo with { Elecciones = [eleccion with { FueraDeCatalogo = [], Reidentificadas = [new(era, es)] }, .. segundo.Elecciones.Skip(1)] }, noche.Fuente, CancellationToken.None)).Value;

        Assert.Empty(hecho.Alarmas);
        var lineas = Encoding.UTF8.GetString(_carpeta.Bytes($"registro/{hecho.Id}.jsonl")).Split('\n');
        var linea = Assert.Single(lineas, l => l.Contains("\"reidentificada\""));
        Assert.Contains($"\"es\":{{\"eleccion\":\"dip_loc\",\"area\":\"{es.Area.Clave}\",\"clave\":\"{es.ClaveActa}\",\"ordinal\":1}}", linea);
        var leida = LineaDeRegistro.Leer(Encoding.UTF8.GetBytes(linea), eleccion.Eleccion);
        Assert.Equal((era, es, null), (leida.Registro, leida.Es!.Value, leida.Pagina));
        Assert.Empty(RegistroPublico.Vigente(_carpeta.Publicacion, hecho.Id.Valor, eleccion.Eleccion, segundo.InstanteEn, false).FueraDeCatalogo);
        var informe = Comprobador.Comprobar(_carpeta.Publicacion, new(), CancellationToken.None).Value;
        Assert.Empty(informe.Faltas);
        Assert.Equal(1, informe.Revisado["fuera de catálogo reidentificadas"]);
    }

    [Fact]
    public async Task Una_fuera_de_catalogo_que_desaparece_sin_que_el_registro_lo_diga_es_una_falta()
    {
        var noche = new NocheSintetica();
        var publicador = _carpeta.Publicador();
        await publicador.PublicarAsync(noche.Corte(1, 8), noche.Fuente, CancellationToken.None);
        var segundo = noche.Corte(2, 2);
        await publicador.PublicarAsync(
            segundo with { Elecciones = [segundo.Elecciones[0] with { FueraDeCatalogo = [] }, .. segundo.Elecciones.Skip(1)] }, noche.Fuente, CancellationToken.None);

        var falta = Assert.Single(Comprobador.Comprobar(_carpeta.Publicacion, new(), CancellationToken.None).Value.Faltas);
        Assert.Equal(("registro_distinto", "ACTAS_FUERA_CATALOGO"), (falta.Codigo, falta.Campo));
    }

    [Fact]
    public async Task Openssl_verifica_la_firma()
    {
        await PublicarAsync(new NocheSintetica(), (1, 3));
        using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "clave-publica.pem", "-signature", "actual/manifiesto.firma", "actual/manifiesto.json"])
        {
            WorkingDirectory = _carpeta.Publicacion,
            RedirectStandardOutput = true,
        })!;
        Assert.Contains("Verified OK", await openssl.StandardOutput.ReadToEndAsync());
        await openssl.WaitForExitAsync();
        Assert.Equal(0, openssl.ExitCode);
    }

    [Fact]
    public async Task El_registro_crece_por_segmentos_y_su_raiz_es_la_de_todas_las_lineas()
    {
        await PublicarAsync(new NocheSintetica(), (1, 5), (2, 0), (3, 7));
        string[] segmentos = ["20240602_2020", "20240602_2040", "20240602_2100"];
        var arbol = new ArbolDeMerkle();
        foreach (var segmento in segmentos)
        {
            foreach (var linea in File.ReadAllLines(_carpeta.Ruta($"registro/{segmento}.jsonl")))
            {
                arbol.Agregar(Encoding.UTF8.GetBytes(linea));
            }

            var registro = _carpeta.Manifiesto(segmento).Registro;
            Assert.Equal((arbol.Entradas, arbol.Raiz()), (registro.Entradas, registro.Raiz));
            Assert.Equal(Sha256(_carpeta.Bytes(registro.Segmento)), registro.Sha256);
        }

        Assert.Equal((5 * 2) + 2 + (7 * 2), arbol.Entradas);
        Assert.Equal(new CorteEncadenado("20240602_2040", Sha256(_carpeta.Bytes("cortes/20240602_2040/manifiesto.json"))), _carpeta.Manifiesto("20240602_2100").Anterior);
    }

    [Fact]
    public async Task Una_linea_del_registro_vuelve_a_ser_el_registro_que_la_hizo()
    {
        var noche = new NocheSintetica();
        var corte = noche.Corte(1, 60);
        await _carpeta.Publicador().PublicarAsync(corte, null, CancellationToken.None);
        var vigente = RegistroPublico.Vigente(_carpeta.Publicacion, corte.Id.Valor, noche.Proceso.Elecciones[0], corte.InstanteEn, false);
        Assert.Equal(corte.Elecciones[0].Registros, vigente.Registros);
        Assert.Equal(corte.Elecciones[0].FueraDeCatalogo, vigente.FueraDeCatalogo);
    }

    [Fact]
    public async Task El_zip_trae_un_zip_por_eleccion_con_los_mismos_archivos_y_la_hora_del_corte()
    {
        await PublicarAsync(new NocheSintetica(), (1, 5));
        var bases = _carpeta.Ruta("actual/base-de-datos");
        Assert.Equal($"{Sha256(File.ReadAllBytes(bases + "/20240602_2020_PREP_OAX.zip"))}  20240602_2020_PREP_OAX.zip\n", File.ReadAllText(bases + "/20240602_2020_PREP_OAX.zip.sha256"));
        using var externo = ZipFile.OpenRead(bases + "/20240602_2020_PREP_OAX.zip");
        Assert.Equal(["20240602_2020_PREP_DIP_LOC_OAX.zip", "20240602_2020_PREP_AYUN_OAX.zip"], externo.Entries.Select(e => e.FullName));
        using var interno = new ZipArchive(externo.Entries[0].Open());
        Assert.Equal(["OAX_DIP_LOC_2024.csv", "OAX_DIP_LOC_CANDIDATURAS_2024.csv", "LEEME.txt"], interno.Entries.Select(e => e.FullName));
        foreach (var entrada in interno.Entries)
        {
            Assert.Equal(new DateTime(2024, 6, 2, 20, 20, 0), entrada.LastWriteTime.DateTime);
            using var flujo = entrada.Open();
            using var copia = new MemoryStream();
            await flujo.CopyToAsync(copia);
            Assert.Equal(File.ReadAllBytes($"{bases}/20240602_2020_PREP_DIP_LOC_OAX/{entrada.FullName}"), copia.ToArray());
        }
    }

    [Fact]
    public async Task El_mismo_corte_se_hace_dos_veces_con_los_mismos_bytes_salvo_la_firma()
    {
        using var otra = new CarpetaTemporal();
        await PublicarAsync(new NocheSintetica(conImagenes: true), (1, 8), (2, 6));
        await PublicarEnAsync(otra, new NocheSintetica(conImagenes: true), (1, 8), (2, 6));
        var suyos = Archivos(_carpeta);
        Assert.Equal(suyos.Keys.Order(StringComparer.Ordinal), Archivos(otra).Keys.Order(StringComparer.Ordinal));
        var distintos = Archivos(otra).Where(p => suyos[p.Key] != p.Value).Select(p => p.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["clave-publica.pem", "cortes/20240602_2020/manifiesto.firma", "cortes/20240602_2040/manifiesto.firma"], distintos);
    }

    [Theory]
    [InlineData(2, "corte_ya_publicado")]
    [InlineData(1, "corte_anterior_al_publicado")]
    public async Task Un_corte_que_no_es_posterior_se_rechaza_y_nada_cambia(int numero, string codigo)
    {
        var noche = new NocheSintetica();
        await PublicarAsync(noche, (2, 5));
        var antes = Archivos(_carpeta);
        var resultado = await _carpeta.Publicador().PublicarAsync(noche.Corte(numero, 1), null, CancellationToken.None);
        Assert.Equal(codigo, resultado.Rechazo.Codigo);
        Assert.Equal(antes, Archivos(_carpeta));
    }

    [Fact]
    public async Task Otro_proceso_u_otra_clase_no_entran_en_la_misma_carpeta()
    {
        await PublicarAsync(new NocheSintetica(), (1, 5));
        var resultado = await _carpeta.Publicador().PublicarAsync(new NocheSintetica(clase: ClaseDeProceso.Simulacro).Corte(2, 1), null, CancellationToken.None);
        Assert.Equal("publicacion_de_otro_proceso", resultado.Rechazo.Codigo);
    }

    [Fact]
    public async Task Dos_que_publican_a_la_vez_no_se_mezclan()
    {
        Directory.CreateDirectory(_carpeta.Publicacion);
        using (Disco.Candado(_carpeta.Ruta(".candado")))
        {
            var resultado = await _carpeta.Publicador().PublicarAsync(new NocheSintetica().Corte(1, 1), null, CancellationToken.None);
            Assert.Equal("publicacion_ocupada", resultado.Rechazo.Codigo);
            Assert.Equal("publicacion_ocupada", _carpeta.Publicador().Reparar().Rechazo.Codigo);
        }

        Assert.True((await _carpeta.Publicador().PublicarAsync(new NocheSintetica().Corte(1, 1), null, CancellationToken.None)).IsOk);
    }

    [Fact]
    public async Task Otra_instancia_sigue_el_registro_que_esta_en_el_disco()
    {
        var noche = new NocheSintetica();
        await PublicarAsync(noche, (1, 5));
        var publicado = (await _carpeta.Publicador().PublicarAsync(noche.Corte(2, 5), null, CancellationToken.None)).Value;
        Assert.Equal((10, 22L), (publicado.Agregadas, publicado.Entradas));
    }

    [Fact]
    public async Task Sobre_un_registro_alterado_no_se_publica()
    {
        var noche = new NocheSintetica();
        await PublicarAsync(noche, (1, 5));
        var segmento = _carpeta.Ruta("registro/20240602_2020.jsonl");
        File.WriteAllText(segmento, File.ReadAllText(segmento).Replace("\"version\":1", "\"version\":3", StringComparison.Ordinal));
        var resultado = await _carpeta.Publicador().PublicarAsync(noche.Corte(2, 5), null, CancellationToken.None);
        Assert.Equal("registro_alterado", resultado.Rechazo.Codigo);
    }

    [Fact]
    public async Task Una_imagen_se_escribe_una_vez_con_su_codigo_por_nombre()
    {
        var noche = new NocheSintetica(conImagenes: true, clase: ClaseDeProceso.Jornada);
        await PublicarAsync(noche, (1, 10));
        var imagenes = Directory.GetFiles(_carpeta.Ruta("imagenes"), "*.jpg", SearchOption.AllDirectories);
        Assert.NotEmpty(imagenes);
        Assert.All(imagenes, i => Assert.Equal(Path.GetFileNameWithoutExtension(i), Sha256(File.ReadAllBytes(i))));
        Assert.All(imagenes, i => Assert.Equal(Path.GetFileName(i)[..2], Path.GetFileName(Path.GetDirectoryName(i))));
    }

    [Fact]
    public async Task Una_eleccion_con_una_imagen_alterada_conserva_sus_datos_con_su_hora_y_la_otra_avanza()
    {
        var noche = new NocheSintetica(conImagenes: true, clase: ClaseDeProceso.Jornada);
        await PublicarAsync(noche, (1, 10));
        var corte = noche.Corte(2, 10);
        var rota = corte.Elecciones[1].Agregadas.First(r => r.Imagen is not null).Imagen!.Codigo.Hex;
        var buena = noche.Imagenes[rota];
        noche.Imagenes[rota] = [1, 2, 3];

        var publicado = (await _carpeta.Publicador().PublicarAsync(corte, noche.Fuente, CancellationToken.None)).Value;
        var alarma = Assert.Single(publicado.Alarmas);
        Assert.Equal(("ayun", noche.Proceso.Calendario.Zona.Id), (alarma.Eleccion.Valor, _carpeta.Manifiesto("20240602_2040").Zona));
        Assert.Contains(rota, alarma.Motivos[0], StringComparison.Ordinal);
        var (antes, ahora) = (_carpeta.Manifiesto("20240602_2020").Elecciones, _carpeta.Manifiesto("20240602_2040").Elecciones);
        Assert.Equal(["2024-06-02T20:40:00-06:00", "2024-06-02T20:20:00-06:00"], ahora.Select(e => e.Instante));
        Assert.Equal(antes[1].Cifras.ToJsonString(), ahora[1].Cifras.ToJsonString());
        Assert.NotEqual(antes[0].Cifras.ToJsonString(), ahora[0].Cifras.ToJsonString());

        // With the image back, the next corte publishes what was held, though it does not add it.
        noche.Imagenes[rota] = buena;
        var siguiente = (await _carpeta.Publicador().PublicarAsync(noche.Corte(3, 0), noche.Fuente, CancellationToken.None)).Value;
        Assert.Equal((0, 10), (siguiente.Alarmas.Count, siguiente.Agregadas));
    }

    [Fact]
    public async Task Sobre_una_version_alterada_no_se_cuenta_otra_y_su_eleccion_conserva_sus_datos()
    {
        var noche = new NocheSintetica();
        var todas = noche.Proceso.Elecciones[0].Actas.Count;
        await PublicarAsync(noche, (1, todas), (2, todas));
        var segunda = Directory.GetFiles(_carpeta.Ruta("actas/dip_loc"), "*.v2.json")[0];
        File.AppendAllText(segunda, " ");

        var publicado = (await _carpeta.Publicador().PublicarAsync(noche.Corte(3, todas), null, CancellationToken.None)).Value;
        var alarma = Assert.Single(publicado.Alarmas);
        Assert.Equal("dip_loc", alarma.Eleccion.Valor);
        Assert.Contains(Path.GetFileName(segunda), alarma.Motivos[0], StringComparison.Ordinal);
    }

    private Task PublicarAsync(NocheSintetica noche, params (int Numero, int Nuevas)[] cortes) => PublicarEnAsync(_carpeta, noche, cortes);

    private static async Task PublicarEnAsync(CarpetaTemporal carpeta, NocheSintetica noche, params (int Numero, int Nuevas)[] cortes)
    {
        var publicador = carpeta.Publicador();
        foreach (var (numero, nuevas) in cortes)
        {
            var resultado = await publicador.PublicarAsync(noche.Corte(numero, nuevas), noche.Fuente, CancellationToken.None);
            Assert.True(resultado.IsOk, resultado.IsOk ? "" : resultado.Rechazo.Mensaje);
        }
    }

    private static Dictionary<string, string> Archivos(CarpetaTemporal carpeta) =>
        Directory.EnumerateFiles(carpeta.Publicacion, "*", SearchOption.AllDirectories)
            .Where(r => !r.StartsWith(carpeta.Ruta("actual/"), StringComparison.Ordinal))
            .ToDictionary(r => Path.GetRelativePath(carpeta.Publicacion, r), r => Sha256(File.ReadAllBytes(r)));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
