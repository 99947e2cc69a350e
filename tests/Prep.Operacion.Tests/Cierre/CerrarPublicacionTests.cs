using System.Diagnostics;
using System.Text;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Cotejo;
using Prep.Operacion.Empaquetado;
using Prep.Operacion.Hitos;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Http;
using Prep.Publicacion.Comprobacion;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Operacion.Tests.Cierre;

[Trait("Regla", "K-04")]
public sealed class CerrarPublicacionTests(ClusterDePostgres cluster) : IDisposable
{
    private static readonly PublicarCorte _sinDisco = (_, _) => throw new IOException("disco de sólo lectura");

    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("prep-cierre-");

    public void Dispose() => _carpeta.Delete(recursive: true);

    // The second casilla is an especial: the last corte takes its votes in the participation.
    private static Proceso ConEspecial()
    {
        var proceso = CatalogoDePrueba.Proceso(casillas: 3);
        return proceso with
        {
            Elecciones = [.. proceso.Elecciones.Select(e => e with { Actas = [.. e.Actas.Select((a, i) => i == 1 ? Especial(a) : a)] })],
        };
    }

    private static ActaEsperada Especial(ActaEsperada a)
    {
        var clave = a.Casilla.Clave.Replace('B', 'S');
        return a with { Id = new(a.Id.Eleccion, a.Id.Area, clave + a.TipoActa), Casilla = a.Casilla with { Clave = clave, Tipo = TipoDeCasilla.Especial, Numero = "01" } };
    }

    private async Task<AlmacenDePrueba> NocheAsync(string @base) =>
        await AlmacenDePrueba.CrearAsync(postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null, proceso: ConEspecial());

    private static async Task VerificarAsync(AlmacenDePrueba a, ActaEsperada acta)
    {
        (await RegistrarBolsa.EjecutarAsync(new([new(acta.Id)]), a.Como("acopio"), default)).Debe();
        await a.ImagenAsync(acta.Id);
        foreach (var captor in new[] { "ana", "beto" })
        {
            (await a.CapturarAsync(captor, AlmacenDePrueba.Valores(), ClaveEscrita.De(acta.Casilla))).Debe();
        }
    }

    private Publicador Publicador(AlmacenDePrueba a) => new(_carpeta.FullName, ClaveDeFirma.AbrirOCrear(Path.Combine(a.Opciones.Carpeta, "claves")), a.Reloj, new());

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Al_ciento_por_ciento_dos_personas_cierran_y_el_ultimo_corte_lleva_las_especiales(string @base)
    {
        await using var a = await NocheAsync(@base);
        var publicar = PublicarEnCarpeta.Con(Publicador(a), _carpeta.FullName, a.Almacen);
        var actas = a.Proceso.Elecciones.SelectMany(e => e.Actas).ToArray();
        a.Reloj.Ahora = a.Proceso.Calendario.InicioEn;
        foreach (var acta in actas.Where((_, i) => i % 3 < 2).Skip(1))
        {
            await VerificarAsync(a, acta);
        }

        // The third casilla of each election has no package.
        SinActa.Request sinPaquete = new([.. actas.Where((_, i) => i % 3 == 2).Select(x => x.Id)], MotivoSinActa.PaqueteNoEntregado);
        (await SinActa.ProponerAsync(sinPaquete, a.Como("acopio"), default)).Debe();
        (await SinActa.ConfirmarAsync(sinPaquete, a.Como("super"), default)).Debe();

        // With an image in the queue: refused, and the reasons name it.
        await a.ImagenAsync(actas[0].Id);
        var no = await SolicitarCierre.EjecutarAsync(a.Como("uno"), default);
        no.Rechaza("cierre_actas_faltantes");
        Assert.Contains("hay 1 imágenes por identificar, capturar o verificar", no.Rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Contains("1 paquetes no entregados", no.Rechazo.Mensaje, StringComparison.Ordinal);
        Assert.Contains("Falta declarar agotados", no.Rechazo.Mensaje, StringComparison.Ordinal);
        (await CerrarPublicacion.EjecutarAsync(a.Lector, publicar, a.Como("consola"), default)).Rechaza("cierre_antes_de_hora");
        (await RegistrarBolsa.EjecutarAsync(new([new(actas[0].Id)]), a.Como("acopio"), default)).Debe();
        foreach (var captor in new[] { "ana", "beto" })
        {
            (await a.CapturarAsync(captor, AlmacenDePrueba.Valores(), ClaveEscrita.De(actas[0].Casilla))).Debe();
        }

        // What is missing is said by its CATD and by the centre.
        var pendientes = await ReafirmarPaquete.PendientesAsync("CATD-01", a.Como("coord"), default);
        Assert.Equal(2, pendientes.Count);
        (await ReafirmarPaquete.EjecutarAsync(new(pendientes[0].Acta), a.Como("otro") with { Sitio = "CATD-09" }, default)).Rechaza("sitio_ajeno");
        foreach (var p in pendientes)
        {
            (await ReafirmarPaquete.EjecutarAsync(new(p.Acta), a.Como("coord") with { Sitio = "CATD-01" }, default)).Debe();
        }

        (await DeclararAgotada.EjecutarAsync(new(""), a.Como("centro"), default)).Rechaza("falta_texto");
        (await DeclararAgotada.EjecutarAsync(new("Se buscó en el consejo y con el CAE."), a.Como("centro"), default)).Debe();

        // A corte of this same minute: the closing one takes the next name.
        (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), a.Lector, publicar, a.Como("corte"), default)).Debe();
        (await SolicitarCierre.EjecutarAsync(a.Como("uno"), default)).Debe();
        (await CerrarPublicacion.ConfirmarAsync(a.Como("uno"), default)).Rechaza("cierre_una_persona");
        var dos = await Task.WhenAll(new[] { "dos", "tres" }.Select(p => Task.Run(() => CerrarPublicacion.ConfirmarAsync(a.Como(p), default))));
        Assert.Single(dos, r => r.IsOk);
        Assert.Single(dos, r => !r.IsOk && r.Rechazo.Codigo == "publicacion_cerrada");

        // Data of actas are frozen; the last corte is never given up.
        (await SinActa.ProponerAsync(new([actas[0].Id], MotivoSinActa.CasillaNoInstalada), a.Como("acopio"), default)).Rechaza("publicacion_cerrada");
        (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora.AddMinutes(20)), a.Lector, publicar, a.Como("corte"), default)).Rechaza("publicacion_cerrada");
        await Assert.ThrowsAsync<IOException>(() => CerrarPublicacion.EjecutarAsync(a.Lector, _sinDisco, a.Como("consola"), default));
        var cierre = (await CerrarPublicacion.EjecutarAsync(a.Lector, publicar, a.Como("consola"), default)).Debe();
        Assert.Equal(cierre, (await CerrarPublicacion.EjecutarAsync(a.Lector, publicar, a.Como("consola"), default)).Debe());
        var filas = await a.Almacen.Base.LeerAsync(CorteFila.TodosAsync, default);
        Assert.Equal([false, true], filas.Select(f => f.Ultimo));

        var manifiesto = JsonDePaquete.Leer<Manifiesto>(await File.ReadAllBytesAsync(Path.Combine(_carpeta.FullName, "cortes", cierre.Corte.Valor, "manifiesto.json")));
        Assert.True(manifiesto.Ultimo);
        Assert.All(manifiesto.Elecciones, e => Assert.Equal(("3", "358", "179"), ($"{e.Cifras["ACTAS_CAPTURADAS"]}", $"{e.Cifras["TOTAL_VOTOS_C_CS"]}", $"{e.Cifras["TOTAL_VOTOS_S_CS"]}")));
        // 358 of the 1 400 of the list: with the especiales. Without them it would be half.
        Assert.All(manifiesto.Elecciones, e => Assert.Equal("25.5714", $"{e.Cifras["PORCENTAJE_PARTICIPACION_CIUDADANA"]}"));
        var informe = Comprobador.Comprobar(_carpeta.FullName, new(null, true, false), default).Value;
        Assert.True(informe.Faltas.Count == 0, string.Join("\n", informe.Faltas.Take(5).Select(f => f.Mensaje)));

        // The publication refuses by itself whatever comes later.
        var mas = (await a.Lector.LeerAsync(new("20300101_0000"), a.Reloj.Ahora, false, null, default)).Corte;
        (await Publicador(a).PublicarAsync(mas, null, default)).Rechaza("publicacion_cerrada");

        await PaqueteYActaAsync(a, cierre, manifiesto);
        await PapelAsync(a, actas);
    }

    private async Task PaqueteYActaAsync(AlmacenDePrueba a, CerrarPublicacion.Cierre cierre, Manifiesto manifiesto)
    {
        var c = a.Como("consola");
        var paquete = (await PaqueteDeCierre.EjecutarAsync(_carpeta.FullName, cierre.Corte, c, default)).Debe();
        var otra = (await PaqueteDeCierre.EjecutarAsync(_carpeta.FullName, cierre.Corte, c, default)).Debe();
        Assert.Equal((false, true, paquete.Sha256), (paquete.YaEstaba, otra.YaEstaba, otra.Sha256));
        using (var suma = Process.Start(new ProcessStartInfo("sha256sum", ["-c", "--quiet", PaqueteDeCierre.Lista]) { WorkingDirectory = paquete.Carpeta })!)
        {
            await suma.WaitForExitAsync();
            Assert.Equal(0, suma.ExitCode);
        }

        using Impresora impresora = new(Documentos.NavegadorDePrueba.Escribir(_carpeta, "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$destino\""));
        Plantillas plantillas = new(Plantillas.DelPrograma);
        ActaDeCierre.Presencia presencia = new("Oaxaca", ["Ana Ruiz, consejera"], "", "");
        var acta = (await ActaDeCierre.EjecutarAsync(cierre.Corte, paquete, presencia, false, plantillas, impresora, c, default)).Debe();
        Assert.Equal(1, acta.Numero);
        Assert.Equal(acta.Codigo, (await ActaDeCierre.EjecutarAsync(cierre.Corte, paquete, presencia, false, plantillas, impresora, c, default)).Debe().Codigo);
        var html = await a.Almacen.Base.LeerAsync(tx => tx.TodosAsync("SELECT html FROM documento WHERE tipo = 'cierre'", f => f.GetString(0)), default);
        Assert.True(CodigoDeIntegridad.TryParse(html.Single(), out var codigo));
        var pagina = Encoding.UTF8.GetString((await a.Almacen.Documentos.LeerAsync(codigo, default))!);
        foreach (var valor in manifiesto.Elecciones.SelectMany(e => e.Cifras).Select(x => $"{x.Value}"))
        {
            Assert.Contains($"<td class=\"cifra\">{Escrito.Cifra(valor)}</td>", pagina, StringComparison.Ordinal);
        }

        Assert.All(new[] { paquete.Sha256, paquete.Archivos.Single(x => x.Ruta == "manifiesto.json").Sha256, "sin acta: paquete no entregado", "uno y ", "Se buscó en el consejo" },
            x => Assert.Contains(x, pagina, StringComparison.Ordinal));
        a.Reloj.Avanzar(TimeSpan.FromHours(1));

        // Two at once: each takes the number that its page says.
        var adendas = await Task.WhenAll(new[] { "Puebla", "Mitla" }.Select(lugar => Task.Run(() =>
            ActaDeCierre.EjecutarAsync(cierre.Corte, paquete, presencia with { Lugar = lugar }, true, plantillas, impresora, c, default))));
        Assert.Equal([2, 3], adendas.Select(x => x.Debe().Numero).Order());
        Assert.All(adendas.Select(x => x.Debe()).Append(acta), x => Assert.Contains($"Acta circunstanciada número {x.Numero}:", x.Html, StringComparison.Ordinal));

        await File.AppendAllTextAsync(Path.Combine(paquete.Carpeta, "clave-publica.pem"), "x");
        var alterado = await PaqueteDeCierre.EjecutarAsync(_carpeta.FullName, cierre.Corte, c, default);
        alterado.Rechaza("paquete_alterado");
        Assert.Contains("clave-publica.pem cambió", alterado.Rechazo.Mensaje, StringComparison.Ordinal);
    }

    // Paper goes on: cotejo in hand, its differences as remarks, packages.
    private static async Task PapelAsync(AlmacenDePrueba a, ActaEsperada[] actas)
    {
        var coteja = a.Como("cotejo") with { Sitio = "CATD-01" };
        (await CotejarActa.EjecutarAsync(actas[0].Id, new(1, ResultadoDeCotejo.Igual), coteja, default)).Debe();
        (await CotejarActa.EjecutarAsync(actas[1].Id, new(1, ResultadoDeCotejo.Recaptura, "PRI", "el papel dice otra cosa"), coteja, default)).Debe();
        var apuntes = await a.Almacen.Base.LeerAsync(tx => SucesoDeSitioFila.DeSitioAsync(tx, "CATD-01"), default);
        Assert.Contains("difiere de la versión 1 publicada en: PRI. el papel dice otra cosa", Sitios.Palabras.De(Assert.Single(apuntes).Suceso.Hecho), StringComparison.Ordinal);
        var versiones = await a.Almacen.Base.LeerAsync(tx => tx.EscalarAsync<long>("SELECT COUNT(*) FROM acta WHERE cotejo = 3"), default);
        Assert.Equal(0, versiones);
        (await EmpaquetarActas.EjecutarAsync(new("CATD-01", "P-1", [actas[0].Id, actas[1].Id]), a.Como("coord"), default)).Debe();
    }

    [Fact]
    public async Task A_la_hora_cierra_con_lo_que_haya_y_repetirlo_no_cambia_nada()
    {
        await using var a = await NocheAsync("sqlite");
        await VerificarAsync(a, a.Proceso.Dip().Actas[0]);
        var publicar = PublicarEnCarpeta.Con(Publicador(a), _carpeta.FullName, a.Almacen);
        a.Reloj.Ahora = a.Proceso.Calendario.UltimaActualizacionEn.AddSeconds(3);
        var cierre = (await CerrarPublicacion.EjecutarAsync(a.Lector, publicar, a.Como("consola"), default)).Debe();
        Assert.Equal(a.Proceso.Calendario.UltimaActualizacionEn, cierre.CerradaEn);
        Assert.Equal(cierre, (await CerrarPublicacion.EjecutarAsync(a.Lector, publicar, a.Como("consola"), default)).Debe());
        Assert.Single(await a.Almacen.Base.LeerAsync(HitoFila.TodosAsync, default));
    }
}
