using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Operacion.Preparacion;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests;
using Prep.Publicacion.Paquete;
using Prep.Servicios;
using Prep.Tests.Casa;

namespace Prep.Tests.Servicios;

/// <summary>The cortes by the clock, with a clock moved by hand: start 20:00, each 20 minutes, last at 20:00 of the next day.</summary>
public sealed class CortesProgramadosTests : IAsyncLifetime
{
    private static readonly CalendarioDelPrep _calendario = CatalogoDePrueba.Proceso().Calendario;

    private readonly CarpetaPasajera _carpeta = new();
    private Almacen _almacen = null!;
    private ClaveDeFirma _clave = null!;

    private string Publicacion => _carpeta.En("publicacion");

    private IReadOnlyList<string> Hechos => [.. Directory.EnumerateDirectories(_carpeta.En("publicacion", "cortes")).Select(r => Path.GetFileName(r)).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync()
    {
        _almacen = await Almacen.AbrirAsync(new(_carpeta.En("almacen")), TimeProvider.System, default);
        Assert.True((await CargarProceso.EjecutarAsync(CatalogoDePrueba.Proceso(), new(new("instancia"), _almacen, TimeProvider.System), default)).IsOk);
        await CerosAsync(_calendario.PuestaEnCerosEn);
        _clave = ClaveDeFirma.AbrirOCrear(_carpeta.En("claves"));
        Directory.CreateDirectory(Publicacion);
    }

    [Fact]
    public async Task Antes_del_inicio_espera_y_despues_hace_cada_corte_a_su_hora()
    {
        var reloj = new RelojDePruebas(_calendario.InicioEn.AddSeconds(-3));
        using var servicio = Servicio(reloj);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => reloj.Esperando == 1);
        Assert.False(File.Exists(Path.Combine(Publicacion, "actual.json")));

        await AvanzarAsync(reloj, TimeSpan.FromSeconds(3));
        await HastaAsync(() => Actual() == "20240602_2000");
        await AvanzarAsync(reloj, TimeSpan.FromMinutes(20));
        await HastaAsync(() => Actual() == "20240602_2020");

        await servicio.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["20240602_2000", "20240602_2020"], Hechos);
    }

    [Fact]
    public async Task Quien_arranca_tarde_hace_solo_el_ultimo_que_ya_tocaba()
    {
        var reloj = new RelojDePruebas(_calendario.InicioEn.AddMinutes(55));
        using var servicio = Servicio(reloj);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => Actual() == "20240602_2040" && reloj.Esperando == 1);

        await servicio.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["20240602_2040"], Hechos);
        Assert.False(Manifiesto("20240602_2040").GetProperty("ultimo").GetBoolean());
    }

    [Fact]
    public async Task El_que_ya_estaba_hecho_no_se_repite_al_volver_a_arrancar()
    {
        var reloj = new RelojDePruebas(_calendario.InicioEn.AddMinutes(5));
        for (var i = 0; i < 2; i++)
        {
            using var servicio = Servicio(reloj);
            await servicio.StartAsync(TestContext.Current.CancellationToken);
            await HastaAsync(() => Actual() == "20240602_2000" && reloj.Esperando == 1);
            await servicio.StopAsync(TestContext.Current.CancellationToken);
            await HastaAsync(() => reloj.Esperando == 0);
        }

        Assert.Equal(["20240602_2000"], Hechos);
    }

    [Fact]
    public async Task El_que_falla_se_reintenta_y_sale_con_su_misma_hora()
    {
        var estorbo = _carpeta.Escribir("publicacion/cortes", "aquí debe ir una carpeta");
        var reloj = new RelojDePruebas(_calendario.InicioEn);
        using var servicio = Servicio(reloj);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => reloj.Esperando == 1);
        Assert.False(File.Exists(Path.Combine(Publicacion, "actual.json")));

        File.Delete(estorbo);
        await AvanzarAsync(reloj, TimeSpan.FromSeconds(15));
        await HastaAsync(() => Actual() == "20240602_2000");
        await servicio.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact, Trait("Regla", "K-06")]
    public async Task El_que_falla_sin_remedio_se_abandona_y_a_su_hora_sale_el_siguiente()
    {
        var estorbo = _carpeta.Escribir("publicacion/cortes", "aquí debe ir una carpeta");
        var reloj = new RelojDePruebas(_calendario.InicioEn);
        using var servicio = Servicio(reloj, intentos: 2);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await AvanzarAsync(reloj, TimeSpan.FromSeconds(15));
        await HastaAsync(() => reloj.Esperando == 1);

        File.Delete(estorbo);
        await AvanzarAsync(reloj, TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(15));
        await HastaAsync(() => Actual() == "20240602_2020");
        await servicio.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["20240602_2020"], Hechos);
    }

    [Fact]
    public async Task La_ultima_actualizacion_lleva_su_marca_y_no_hay_mas()
    {
        var reloj = new RelojDePruebas(_calendario.UltimaActualizacionEn.AddHours(1));
        using var servicio = Servicio(reloj);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await servicio.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(["20240603_2000"], Hechos);
        Assert.True(Manifiesto("20240603_2000").GetProperty("ultimo").GetBoolean());
        using var actual = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Publicacion, "actual.json"), TestContext.Current.CancellationToken));
        Assert.Equal(JsonValueKind.Null, actual.RootElement.GetProperty("siguiente").ValueKind);
    }

    [Fact]
    public async Task El_ultimo_congela_los_datos_y_de_los_que_faltaron_queda_el_motivo()
    {
        var reloj = new RelojDePruebas(_calendario.UltimaActualizacionEn.AddMinutes(-50));
        using (var servicio = Servicio(reloj))
        {
            await servicio.StartAsync(TestContext.Current.CancellationToken);
            await HastaAsync(() => Actual() == "20240603_1900" && reloj.Esperando == 1);
            await servicio.StopAsync(TestContext.Current.CancellationToken);
        }

        var tarde = new RelojDePruebas(_calendario.UltimaActualizacionEn.AddMinutes(3));
        using var otro = Servicio(tarde);
        await otro.StartAsync(TestContext.Current.CancellationToken);
        await otro.ExecuteTask!.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(["20240603_1900", "20240603_2000"], Hechos);
        var (marcha, omitidos, inicio) = await LeerAsync(async tx => (await MarchaFila.LeerAsync(tx), await CorteOmitidoFila.TodosAsync(tx), await HitoFila.LeerAsync(tx, "Inicio")));
        Assert.Equal(_calendario.UltimaActualizacionEn.AMicros(), marcha.CerradoEn);
        Assert.Equal(_calendario.InicioEn.AMicros(), inicio!.InstanteEn);
        Assert.Equal(_calendario.Cortes().Except([_calendario.UltimaActualizacionEn.AddHours(-1), _calendario.UltimaActualizacionEn]).Select(i => i.AMicros()), omitidos.Select(o => o.InstanteEn));
        Assert.All(omitidos, o => Assert.Equal("A esa hora ningún servidor hacía cortes.", o.Motivo));
    }

    [Fact]
    public async Task Sin_puesta_en_ceros_no_hay_corte_y_las_horas_que_pasaron_se_dicen()
    {
        await CerosAsync(null);
        var reloj = new RelojDePruebas(_calendario.InicioEn.AddMinutes(25));
        using var servicio = Servicio(reloj);
        await servicio.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => reloj.Esperando == 1);
        Assert.Null(Actual());

        // The zero act comes late; it leaves its own corte.
        await CerosAsync(_calendario.InicioEn.AddMinutes(25));
        Assert.True((await HacerCorte.EjecutarAsync(new(_calendario.InicioEn.AddMinutes(25)), new(_almacen), PublicarEnCarpeta.Con(new(Publicacion, _clave, reloj, new()), Publicacion, _almacen),
            new(new("ceros"), _almacen, reloj), default)).IsOk);
        await AvanzarAsync(reloj, TimeSpan.FromMinutes(15));
        await HastaAsync(() => Actual() == "20240602_2040");
        await servicio.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["20240602_2025", "20240602_2040"], Hechos);
        Assert.Equal(
            [(_calendario.InicioEn.AMicros(), true), (_calendario.InicioEn.AddMinutes(20).AMicros(), true)],
            (await LeerAsync(CorteOmitidoFila.TodosAsync)).Select(o => (o.InstanteEn, o.Motivo.Contains("puesta en ceros", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Con_el_reloj_una_hora_atras_no_hace_cortes_avisa_una_vez_y_deja_el_mando_a_otro()
    {
        var bueno = new RelojDePruebas(_calendario.InicioEn.AddMinutes(60));
        using (var primero = Servicio(bueno))
        {
            await primero.StartAsync(TestContext.Current.CancellationToken);
            await HastaAsync(() => Actual() == "20240602_2100" && bueno.Esperando == 1);
            await primero.StopAsync(TestContext.Current.CancellationToken);
        }

        var atrasado = new RelojDePruebas(_calendario.InicioEn.AddMinutes(5));
        using var malo = Servicio(atrasado);
        await malo.StartAsync(TestContext.Current.CancellationToken);
        await AvanzarAsync(atrasado, TimeSpan.FromMinutes(20));
        await HastaAsync(() => atrasado.Esperando == 1);
        Assert.Equal(["20240602_2100"], Hechos);
        Assert.Single(await LeerAsync(tx => BitacoraFila.DeActaAsync(tx, 0)), b => b.Accion == "reloj_atrasado");

        using var otro = Servicio(bueno);
        await otro.StartAsync(TestContext.Current.CancellationToken);
        await AvanzarAsync(bueno, TimeSpan.FromMinutes(20));
        await HastaAsync(() => Actual() == "20240602_2120");
        await malo.StopAsync(TestContext.Current.CancellationToken);
        await otro.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task De_dos_servidores_uno_hace_los_cortes_y_el_otro_sigue_cuando_falta()
    {
        var reloj = new RelojDePruebas(_calendario.InicioEn);
        using var uno = Servicio(reloj);
        using var dos = Servicio(reloj);
        await uno.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => Actual() == "20240602_2000" && reloj.Esperando == 1);
        await dos.StartAsync(TestContext.Current.CancellationToken);
        await HastaAsync(() => reloj.Esperando == 2);
        Assert.Null(await _almacen.Base.PedirMandoAsync(CortesProgramados.NombreDelMando, default));

        await uno.StopAsync(TestContext.Current.CancellationToken);
        await AvanzarAsync(reloj, TimeSpan.FromMinutes(20));
        await HastaAsync(() => Actual() == "20240602_2020");
        await dos.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["20240602_2000", "20240602_2020"], Hechos);
        Assert.Empty(await LeerAsync(CorteOmitidoFila.TodosAsync));
    }

    public async ValueTask DisposeAsync()
    {
        await _almacen.DisposeAsync();
        _clave.Dispose();
        _carpeta.Dispose();
    }

    private Task<T> LeerAsync<T>(Func<Datos.Bases.Transaccion, Task<T>> leer) => _almacen.Base.LeerAsync(leer, TestContext.Current.CancellationToken);

    private Task CerosAsync(DateTimeOffset? en) => _almacen.Base.EscribirAsync(
        async tx => await tx.EjecutarAsync("UPDATE proceso SET ceros_en = @p0", en.AMicros()) == 1, hecho => hecho, TestContext.Current.CancellationToken);

    private CortesProgramados Servicio(RelojDePruebas reloj, int intentos = CortePendiente.IntentosPorOmision) =>
        new(_almacen, new Publicador(Publicacion, _clave, reloj, new()), Publicacion, reloj, NullLogger<CortesProgramados>.Instance, new(), intentos);

    // It waits in short steps: each is let pass before the next.
    private static async Task AvanzarAsync(RelojDePruebas reloj, TimeSpan tiempo)
    {
        for (var paso = TimeSpan.FromSeconds(5); tiempo > TimeSpan.Zero; tiempo -= paso)
        {
            await HastaAsync(() => reloj.Esperando == 1);
            reloj.Avanzar(tiempo < paso ? tiempo : paso);
        }
    }

    private static async Task HastaAsync(Func<bool> seCumple)
    {
        for (var i = 0; !seCumple(); i++)
        {
            Assert.True(i < 6000, "No llegó en un minuto.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private string? Actual()
    {
        try
        {
            using var actual = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Publicacion, "actual.json")));
            return actual.RootElement.GetProperty("corte").GetString();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private JsonElement Manifiesto(string corte)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Publicacion, "cortes", corte, "manifiesto.json")));
        return json.RootElement.Clone();
    }
}
