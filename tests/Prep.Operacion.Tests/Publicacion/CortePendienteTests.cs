using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Http;
using Prep.Publicacion.Paquete;

namespace Prep.Operacion.Tests.Publicacion;

/// <summary>A corte that does not come out does not stand in the way of the later ones for ever.</summary>
[Trait("Regla", "K-06")]
public sealed class CortePendienteTests(ClusterDePostgres cluster)
{
    private const int Intentos = 3;

    private static readonly PublicarCorte _publica = (_, _) => Task.FromResult<Result<IReadOnlyList<EleccionId>>>(Array.Empty<EleccionId>());
    private static readonly PublicarCorte _sinDisco = (_, _) => throw new IOException("disco de sólo lectura");

    private static PublicarCorte Niega(string codigo) => (_, _) => Task.FromResult<Result<IReadOnlyList<EleccionId>>>(new Rechazo(codigo, "no se puede"));

    private async Task<AlmacenDePrueba> ConUnActaAsync(string @base)
    {
        var a = await AlmacenDePrueba.CrearAsync(postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        await a.ImagenAsync(a.Acta());
        (await a.CapturarAsync("ana", AlmacenDePrueba.Valores())).Debe();
        (await a.CapturarAsync("beto", AlmacenDePrueba.Valores())).Debe();
        return a;
    }

    private readonly List<CorteAbandonado> _alarmas = [];

    private Task<Result<HacerCorte.Hecho>> CorteAsync(AlmacenDePrueba a, PublicarCorte publicar, bool ultimo = false)
    {
        a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        return HacerCorte.EjecutarAsync(new(a.Reloj.Ahora, ultimo, Intentos: Intentos), a.Lector, publicar, a.Como("corte"), default, _alarmas.Add);
    }

    private static Task<List<CorteFila>> FilasAsync(AlmacenDePrueba a) => a.Almacen.Base.LeerAsync(CorteFila.TodosAsync, default);

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Tras_los_intentos_se_abandona_y_el_siguiente_lleva_lo_suyo(string @base)
    {
        await using var a = await ConUnActaAsync(@base);
        await Assert.ThrowsAsync<IOException>(() => CorteAsync(a, _sinDisco));
        await Assert.ThrowsAsync<IOException>(() => CorteAsync(a, _sinDisco));
        Assert.Equal(("Preparado", 2, "disco de sólo lectura"), (await FilasAsync(a)).Select(f => (f.Estado, f.Intentos, f.Motivo)).Single());

        List<Corte> hechos = [];
        var veces = 0;
        var hecho = (await CorteAsync(a, (corte, ct) =>
        {
            hechos.Add(corte);
            return ++veces == 1 ? _sinDisco(corte, ct) : _publica(corte, ct);
        })).Debe();

        Assert.Equal([("Abandonado", 3), ("Publicado", 0)], (await FilasAsync(a)).Select(f => (f.Estado, f.Intentos)));
        Assert.Equal((hechos[0].Id, "disco de sólo lectura"), _alarmas.Select(x => (x.Id, x.Motivo)).Single());
        Assert.Equal(a.Acta(), Assert.Single(hecho.Corte.Elecciones[0].Agregadas).Id);
        Assert.Equal(hecho.Corte.Elecciones[0].Registros, (await new LectorDeCorte(a.Almacen).RehacerAsync(hecho.Corte.Id, default))!.Elecciones[0].Registros);
        Assert.Contains(await a.Almacen.Base.LeerAsync(tx => BitacoraFila.DeActaAsync(tx, 0), default), b => b.Accion == "corte_abandonado" && b.Detalle.Contains("disco de sólo lectura"));
        var tercero = (await CorteAsync(a, _publica)).Debe().Corte;
        Assert.Empty(tercero.Elecciones[0].Agregadas);
        Assert.Single(_alarmas);

        // What became of each is told in the next ones, and the same when one is made again.
        Assert.Equal(["No se pudo publicar: disco de sólo lectura"], hecho.Corte.Historial.Select(h => h.PublicadaEn is null ? h.Motivo : "publicada"));
        Assert.Equal([false, true], tercero.Historial.Select(h => h.PublicadaEn is not null));
        Assert.Equal(tercero.Historial, (await new LectorDeCorte(a.Almacen).RehacerAsync(tercero.Id, default))!.Historial);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task El_que_no_tiene_remedio_se_abandona_al_siguiente_intento(string @base)
    {
        await using var a = await ConUnActaAsync(@base);
        (await CorteAsync(a, Niega("autocomprobacion_fallida"))).Rechaza("autocomprobacion_fallida");
        var veces = 0;
        var hecho = (await CorteAsync(a, (corte, ct) => ++veces == 1 ? Niega("autocomprobacion_fallida")(corte, ct) : _publica(corte, ct))).Debe();
        Assert.Single(_alarmas);
        Assert.Single(hecho.Corte.Elecciones[0].Agregadas);
    }

    [Fact]
    public async Task Mientras_le_queden_intentos_los_demas_esperan()
    {
        await using var a = await ConUnActaAsync("sqlite");
        (await CorteAsync(a, Niega("publicacion_ocupada"))).Rechaza("publicacion_ocupada");
        (await CorteAsync(a, Niega("publicacion_ocupada"))).Rechaza("publicacion_ocupada");
        Assert.Single(await FilasAsync(a));
    }

    [Fact]
    public async Task Mientras_otro_publica_no_se_abandona_por_muchos_intentos_que_lleve()
    {
        await using var a = await ConUnActaAsync("sqlite");
        for (var i = 0; i < 2 * Intentos; i++)
        {
            (await CorteAsync(a, Niega("publicacion_ocupada"))).Rechaza("publicacion_ocupada");
        }

        Assert.Equal("Preparado", Assert.Single(await FilasAsync(a)).Estado);
        Assert.Empty(_alarmas);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Quien_perdio_el_mando_ni_prepara_ni_publica(string @base)
    {
        await using var a = await ConUnActaAsync(@base);
        var mando = await a.Almacen.Base.PedirMandoAsync("cortes", default);
        Assert.Null(await a.Almacen.Base.PedirMandoAsync("cortes", default));
        Assert.True(await mando!.SigueAsync());
        await mando.DisposeAsync();
        Assert.False(await mando.SigueAsync());
        await using var otro = await a.Almacen.Base.PedirMandoAsync("cortes", default);
        Assert.NotNull(otro);

        var perdido = a.Como("corte") with { Mando = mando };
        (await HacerCorte.EjecutarAsync(new(a.Reloj.Ahora), a.Lector, _publica, perdido, default)).Rechaza(Contexto.MandoPerdido);
        Assert.Empty(await FilasAsync(a));

        (await CorteAsync(a, Niega("disco"))).Rechaza("disco");
        (await CortePendiente.TerminarAsync(a.Lector, _publica, perdido, default, Intentos)).Rechaza(Contexto.MandoPerdido);
        Assert.Equal(("Preparado", 1), (await FilasAsync(a)).Select(f => (f.Estado, f.Intentos)).Single());
    }

    [Fact]
    public async Task La_ultima_actualizacion_no_se_abandona_porque_ninguna_otra_la_llevaria()
    {
        await using var a = await ConUnActaAsync("sqlite");
        (await CorteAsync(a, Niega("autocomprobacion_fallida"), ultimo: true)).Rechaza("autocomprobacion_fallida");
        for (var i = 0; i < 2 * Intentos; i++)
        {
            (await CortePendiente.TerminarAsync(a.Lector, Niega("autocomprobacion_fallida"), a.Como("corte"), default, Intentos)).Rechaza("autocomprobacion_fallida");
        }

        Assert.Equal(1, (await CortePendiente.TerminarAsync(a.Lector, _publica, a.Como("corte"), default, Intentos)).Debe());
    }

    [Fact]
    public async Task Con_la_carpeta_estorbada_de_verdad_el_siguiente_publica_lo_de_los_dos()
    {
        await using var a = await ConUnActaAsync("sqlite");
        var carpeta = Directory.CreateTempSubdirectory("prep-");
        try
        {
            using var clave = ClaveDeFirma.AbrirOCrear(Path.Combine(carpeta.FullName, "claves"));
            var publicacion = Path.Combine(carpeta.FullName, "publicacion");
            var publicar = PublicarEnCarpeta.Con(new Publicador(publicacion, clave, a.Reloj, new()), publicacion, a.Almacen);
            Directory.CreateDirectory(publicacion);
            var estorbo = Path.Combine(publicacion, "cortes");
            await File.WriteAllTextAsync(estorbo, "aquí debe ir una carpeta");
            for (var i = 0; i < Intentos; i++)
            {
                await Assert.ThrowsAnyAsync<IOException>(() => CorteAsync(a, publicar));
            }

            File.Delete(estorbo);
            (await CorteAsync(a, publicar)).Debe();
            var lineas = Directory.EnumerateFiles(Path.Combine(publicacion, "registro")).SelectMany(File.ReadAllLines);
            Assert.Contains(a.Acta().ClaveActa, Assert.Single(lineas));
            Assert.Equal((await FilasAsync(a)).Where(f => f.Estado == "Publicado").Select(f => f.Id), Directory.EnumerateDirectories(estorbo).Select(Path.GetFileName).Order());
            Assert.DoesNotContain(Assert.Single(_alarmas).Id.Valor, Directory.EnumerateDirectories(estorbo).Select(Path.GetFileName));
        }
        finally
        {
            carpeta.Delete(recursive: true);
        }
    }
}
