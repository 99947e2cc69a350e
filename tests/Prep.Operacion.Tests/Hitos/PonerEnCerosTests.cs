using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Http;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Operacion.Tests.Hitos;

/// <summary>The zero act on both databases: what it proves, what it refuses, and where it may die.</summary>
public sealed class PonerEnCerosTests(ClusterDePostgres cluster)
{
    private async Task<CerosDePrueba> CrearAsync(string @base, ClaseDeProceso clase = ClaseDeProceso.Jornada) =>
        await CerosDePrueba.CrearAsync(clase, @base == "postgres" ? await cluster.NuevaBaseAsync() : null);

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Un_almacen_vacio_publica_su_corte_y_el_acta_dice_lo_que_dicen_los_archivos(string @base)
    {
        await using var p = await CrearAsync(@base);

        var hecho = (await p.PonerAsync(await p.ListaAsync())).Debe();

        var (marcha, hito, cortes) = await p.EstadoAsync();
        var corte = Assert.Single(cortes);
        Assert.Equal((corte.InstanteEn, corte.InstanteEn, "Publicado"), (marcha.CerosEn, hito!.InstanteEn, corte.Estado));
        Assert.Empty(Comprobador.Comprobar(p.Publicacion, new(null, true, false), default).Value.Faltas);
        var manifiesto = await File.ReadAllBytesAsync(Path.Combine(p.Publicacion, "cortes", corte.Id, "manifiesto.json"));
        using var json = JsonDocument.Parse(manifiesto);
        var pagina = hecho.Documento.Pagina;
        var elecciones = json.RootElement.GetProperty("elecciones").EnumerateArray().ToArray();
        Assert.Equal(2, elecciones.Length);
        foreach (var cifra in elecciones[0].GetProperty("cifras").EnumerateObject())
        {
            var celdas = string.Concat(elecciones.Select(e => $"<td class=\"cifra\">{Escrito.Cifra($"{e.GetProperty("cifras").GetProperty(cifra.Name)}")}</td>"));
            Assert.Contains($"<th scope=\"row\">{Escrito.NombresDeCifras[Cifras.Nombres.ToList().IndexOf(cifra.Name)]}</th>{celdas}", pagina);
        }

        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(manifiesto)), pagina);
        Assert.Contains("Ana &lt;López&gt;", pagina);
        Assert.Contains("notaría 12", pagina);
        Assert.Contains("2 de junio de 2024, 17:01:00 horas (UTC−06:00), hora de la zona centro", pagina);
        Assert.Contains("los que revisó el ente auditor", pagina);
        Assert.Contains("4 son iguales", pagina);
        Assert.All(hecho.Acta.Tablas, t => Assert.Contains($"<td class=\"cifra\">{t.Cuenta}</td>", pagina));
        Assert.True(hecho.Documento.Documento.Bytes.Span.StartsWith("%PDF-"u8));
        Assert.Empty(hecho.Acta.Avisos);

        var otra = (await p.PonerAsync(null)).Debe();
        Assert.True(otra.YaEstaba);
        Assert.Equal((1, hecho.Documento.Documento.Codigo), (otra.Documento.Documento.Numero, otra.Documento.Documento.Codigo));
        p.Datos.Reloj.Ahora = p.Datos.Proceso.Calendario.AperturaEn.AddMinutes(1);
        await p.Datos.ImagenAsync(p.Datos.Acta());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Cada_lugar_que_no_esta_en_ceros_se_nombra_y_nada_cambia(string @base)
    {
        await using var p = await CrearAsync(@base);
        await p.EjecutarAsync("INSERT INTO corte_omitido (instante_en, motivo, registrado_en) VALUES (1, 'x', 1)");
        await p.EjecutarAsync("UPDATE acta SET papel = 'Recibido' WHERE numero = 2");
        foreach (var ruta in new[] { "imagenes/ab/abc", "apartadas/.oculta", "cierre/paquete.zip" })
        {
            Escribir(Path.Combine(p.Datos.Almacen.Carpeta, ruta));
        }

        Escribir(Path.Combine(p.Publicacion, "actas/gub/1.v1.html"));
        await ConDifusoresAsync(p, "http://otro.mx/prep", "http://nadie.mx");
        p.Espejos["otro.mx"] = (HttpStatusCode.OK, """{"corte":"20240602_1200","instante":"2024-06-02T12:00:00-06:00","siguiente":null,"manifiesto":"m","sha256":"s"}""");
        var lista = await p.ListaAsync();
        await File.AppendAllTextAsync(Path.Combine(p.Programa, "Prep.dll"), "!");

        var no = await p.PonerAsync(lista);

        no.Rechaza("no_esta_en_ceros");
        Assert.Collection(no.Rechazo.Mensaje.Split('\n'),
            l => Assert.StartsWith("La tabla acta no está en ceros: 1 filas", l),
            l => Assert.StartsWith("La tabla corte_omitido no está en ceros: 1 filas", l),
            l => Assert.Equal("Imágenes de actas (imagenes) no está en ceros: 1 archivos, como ab/abc.", l),
            l => Assert.Equal("Imágenes apartadas (apartadas) no está en ceros: 1 archivos, como .oculta.", l),
            l => Assert.Equal("Publicación (publicacion) no está en ceros: 1 archivos, como actas/gub/1.v1.html.", l),
            l => Assert.Equal("Paquete final (cierre) no está en ceros: 1 archivos, como paquete.zip.", l),
            l => Assert.Equal("El espejo http://otro.mx/prep publica el corte 20240602_1200.", l),
            l => Assert.Equal("Prep.dll: distinto del que firmó el auditor.", l));
        var (marcha, hito, cortes) = await p.EstadoAsync();
        Assert.Equal((null, null, 0), (marcha.CerosEn, hito, cortes.Count));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Ninguna_tabla_de_la_base_se_queda_sin_leer(string @base)
    {
        await using var p = await CrearAsync(@base);
        var deLaBase = await p.Datos.Almacen.Base.LeerAsync(
            tx => tx.TodosAsync(
                @base == "postgres" ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", f => f.GetString(0)),
            default);
        await using var cuentas = p.Cuentas.Contexto();
        var deCuentas = cuentas.Model.GetEntityTypes().Select(e => $"{e.GetAnnotations().First(a => a.Name == "Relational:TableName").Value}");

        // The Commission's book holds months of its own work and no acta.
        var leidas = LecturaDeCeros.Consultas(p.Datos.Almacen.Base, null).Select(c => c.Tabla).Concat(LecturaDeCeros.Aparte).Concat(deCuentas).Append("seguimiento_asiento").ToHashSet();

        Assert.Equal([], deLaBase.Where(t => !leidas.Contains(t) && !t.EndsWith("esquema", StringComparison.Ordinal)));
        Assert.Contains("captura", deLaBase);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Quien_muere_a_la_mitad_lo_termina_entero_a_la_siguiente(string @base)
    {
        await using var p = await CrearAsync(@base);
        var lista = await p.ListaAsync();
        p.Publicar = publica => async (corte, ct) =>
        {
            await publica(corte, ct);
            throw new IOException("se fue la luz");      // published, and nobody wrote it down
        };
        await Assert.ThrowsAsync<IOException>(() => p.PonerAsync(lista));
        var (marcha, hito, cortes) = await p.EstadoAsync();
        Assert.Equal((null, null, "Preparado"), (marcha.CerosEn, hito, Assert.Single(cortes).Estado));

        p.Publicar = publica => publica;
        p.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(10));
        var buen = p.Chromium;
        p.Chromium = "chromium-que-no-esta";
        (await p.PonerAsync(lista)).Rechaza("sin_chromium");      // the milestone stands, its document does not
        Assert.Equal((cortes[0].InstanteEn, cortes[0].Id), ((await p.EstadoAsync()).Hito!.InstanteEn, Assert.Single((await p.EstadoAsync()).Cortes).Id));

        p.Chromium = buen;
        var hecho = (await p.PonerAsync(lista)).Debe();
        Assert.False(hecho.YaEstaba);
        Assert.Equal((1, cortes[0].Id), (hecho.Documento.Documento.Numero, hecho.Acta.Corte.Id));
        Assert.True((await p.PonerAsync(lista)).Debe().YaEstaba);
    }

    [Fact]
    public async Task Antes_de_su_hora_en_una_practica_o_en_una_jornada_sin_lista_se_niega()
    {
        await using (var p = await CrearAsync("sqlite"))
        {
            (await p.PonerAsync(null)).Rechaza("no_esta_en_ceros");
            Assert.StartsWith("Falta la lista del auditor", (await p.PonerAsync(null)).Rechazo.Mensaje);
            p.Datos.Reloj.Ahora = p.Datos.Proceso.Calendario.PuestaEnCerosEn.AddSeconds(-1);
            (await p.PonerAsync(await p.ListaAsync())).Rechaza("ceros_antes_de_hora");
        }

        await using (var p = await CrearAsync("sqlite", ClaseDeProceso.Practica))
        {
            (await p.PonerAsync(null)).Rechaza("ceros_no_hace_falta");
        }

        await using (var p = await CrearAsync("sqlite", ClaseDeProceso.Simulacro))
        {
            await ConDifusoresAsync(p, "http://nadie.mx");
            var hecho = (await p.PonerAsync(null)).Debe();
            Assert.Collection(hecho.Acta.Avisos, a => Assert.StartsWith("Sin lista del auditor", a), a => Assert.Equal("El espejo http://nadie.mx no respondió.", a));
            Assert.DoesNotContain("los que revisó el ente auditor", hecho.Documento.Pagina);
            Assert.Contains("Simulacro: este documento no corresponde a la jornada electoral.", hecho.Documento.Pagina);
        }
    }

    [Fact]
    public async Task Una_lista_que_no_es_la_del_auditor_se_niega_con_el_nombre_de_cada_archivo()
    {
        await using var p = await CrearAsync("sqlite");
        var buena = await p.ListaAsync();
        (await p.PonerAsync(buena with { Lista = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buena.Lista.Span) + "\n") })).Rechaza("firma_de_lista_mala");
        (await p.PonerAsync(buena with { Clave = "no es una clave" })).Rechaza("firma_de_lista_mala");
        (await p.PonerAsync(p.Firmada("hola"u8.ToArray()))).Rechaza("lista_ilegible");

        await File.WriteAllTextAsync(Path.Combine(p.Programa, "nuevo.dll"), "x");
        File.Delete(Path.Combine(p.Programa, "plantillas", "uno.html"));
        Assert.Equal(["nuevo.dll: sobra; no está en la lista del auditor.", "plantillas/uno.html: está en la lista del auditor y falta aquí."], (await p.PonerAsync(buena)).Rechazo.Mensaje.Split('\n').Order());
    }

    [Theory]
    [InlineData("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out clave.pem")]
    [InlineData("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out clave.pem")]
    public async Task La_lista_la_firma_openssl_y_la_revisa_sha256sum(string hacerClave)
    {
        await using var p = await CrearAsync("sqlite");
        var carpeta = Directory.CreateTempSubdirectory("prep-auditor-");
        var lista = Path.Combine(carpeta.FullName, "lista.sha256");
        await File.WriteAllTextAsync(lista, Huellas.Escribir(await PonerEnCeros.LoQueCorreAsync(p.Programa, p.Consola, default)));
        await CorrerAsync("openssl", hacerClave, carpeta.FullName);
        await CorrerAsync("openssl", "pkey -in clave.pem -pubout -out auditor.pem", carpeta.FullName);
        await CorrerAsync("openssl", "dgst -sha256 -sign clave.pem -out lista.firma lista.sha256", carpeta.FullName);
        await CorrerAsync("sha256sum", $"--check --quiet {lista}", p.Programa);

        (await p.PonerAsync(new("lista.sha256", await File.ReadAllBytesAsync(lista), await File.ReadAllBytesAsync(Path.Combine(carpeta.FullName, "lista.firma")),
            await File.ReadAllTextAsync(Path.Combine(carpeta.FullName, "auditor.pem"))))).Debe();
        carpeta.Delete(recursive: true);
    }

    private static async Task CorrerAsync(string programa, string argumentos, string carpeta)
    {
        using var proceso = Process.Start(new ProcessStartInfo(programa, argumentos) { WorkingDirectory = carpeta, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = await proceso.StandardError.ReadToEndAsync();
        await proceso.WaitForExitAsync();
        Assert.True(proceso.ExitCode == 0, error);
    }

    private static void Escribir(string ruta)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        File.WriteAllText(ruta, "x");
    }

    private static async Task ConDifusoresAsync(CerosDePrueba p, params string[] difusores)
    {
        var c = Configuracion.De(p.Datos.Proceso);
        ConfiguracionFila fila = new()
        {
            Version = 1,
            Contenido = ConfiguracionJson.Escribir(c with { Direcciones = new(new("", difusores, ""), Acuerdo.Sin) }),
            Estado = "Confirmada",
            PropuestaDe = "ana",
            DecididaDe = "beto",
        };
        await p.Datos.Almacen.Base.EscribirAsync(
            async tx =>
            {
                await fila.InsertarAsync(tx);
                await MarchaFila.PonerConfiguracionAsync(tx, 1);
                return true;
            },
            hecho => hecho,
            default);
    }
}
