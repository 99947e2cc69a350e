using System.Text.Json;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Operacion.Captura;
using Prep.Operacion.Supervision;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Captura;

/// <summary>One queue for every round: by lot among the oldest, rather from another site, never to whom has touched the acta.</summary>
[Trait("Regla", "A-02")]
public sealed class ColaTests(ClusterDePostgres cluster)
{
    private async Task<AlmacenDePrueba> ConColaAsync(string @base, int actas)
    {
        var a = await AlmacenDePrueba.CrearAsync(casillas: actas, postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        for (var i = 0; i < actas; i++)
        {
            await a.ImagenAsync(a.Acta(i), $"imagen {i}");
            a.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        }

        return a;
    }

    private static Task<TurnoFila?> FilaAsync(AlmacenDePrueba a, string turno) => a.Almacen.Base.LeerAsync(tx => TurnoFila.LeerSinBloqueoAsync(tx, turno), default);

    private static async Task<(long Acta, TomarActa.ActaTomada Tomada)> TomarAsync(AlmacenDePrueba a, string persona, string sitio = "")
    {
        var tomada = (await TomarActa.EjecutarAsync(a.Como(persona) with { Sitio = sitio }, default)).Debe();
        return ((await FilaAsync(a, tomada.Turno))!.Acta, tomada);
    }

    private static async Task<long> CapturarAsync(AlmacenDePrueba a, string persona, string sitio = "", int pan = 100)
    {
        var (acta, tomada) = await TomarAsync(a, persona, sitio);
        await EntregarAsync(a, persona, acta, tomada, pan);
        return acta;
    }

    private static async Task EntregarAsync(AlmacenDePrueba a, string persona, long acta, TomarActa.ActaTomada tomada, int pan = 100)
    {
        var clave = ClaveEscrita.De(a.Proceso.Dip().Actas[(int)acta - 1].Casilla);
        var valores = AlmacenDePrueba.Valores(pan);
        (await CapturarActa.EjecutarAsync(new(tomada.Turno, clave, [.. tomada.Campos.Select(f => Cantidad.DeCodigo(valores[f.Campo]))]), a.Como(persona), default)).Debe();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task El_sorteo_es_entre_las_veinte_mas_antiguas_y_lo_decide_el_turno(string @base)
    {
        await using var a = await ConColaAsync(@base, ColaDeCaptura.Vista + 5);
        var salieron = new List<long>();
        for (var i = 0; i < 60; i++)
        {
            var una = await SortearAsync($"turno {i}");
            Assert.Equal(una, await SortearAsync($"turno {i}"));
            salieron.Add(una);
        }

        Assert.All(salieron, n => Assert.InRange(n, 1, ColaDeCaptura.Vista));
        Assert.InRange(salieron.Distinct().Count(), ColaDeCaptura.Vista * 2 / 3, ColaDeCaptura.Vista);

        // Nothing is kept: the next lot finds the same queue.
        Task<long> SortearAsync(string turno) => a.Almacen.Base.EscribirAsync(
            async tx => (await new TurnoFila { Id = turno, Persona = "ana", TomadoEn = a.Reloj.Ahora.AMicros(), VenceEn = a.Reloj.Ahora.AMicros() + 1 }.TomarAsync(tx))!.Acta, _ => false, default);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Se_prefiere_la_que_nadie_de_ese_sitio_ha_tenido(string @base)
    {
        await using var a = await ConColaAsync(@base, 2);
        var deAna = await CapturarAsync(a, "ana", "CCV-1");
        var deBeto = (await TomarAsync(a, "beto", "CCV-1")).Acta;
        Assert.NotEqual(deAna, deBeto);

        // What is left was begun at this site: better here than nowhere.
        Assert.NotNull((await TomarActa.EjecutarAsync(a.Como("caro") with { Sitio = "CCV-1" }, default)).Debe());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Con_un_solo_sitio_o_sin_decirlo_la_cola_avanza(string @base)
    {
        await using var a = await ConColaAsync(@base, 2);
        Assert.Equal(3, await CapturarAsync(a, "ana", "CCV-1") + await CapturarAsync(a, "ana", "CCV-1"));
        Assert.Equal(3, await CapturarAsync(a, "beto", "CCV-1") + await CapturarAsync(a, "beto", "CCV-1"));
        await using var sinSitio = await ConColaAsync(@base, 1);
        Assert.Equal(1, await CapturarAsync(sinSitio, "ana"));
        Assert.Equal(1, await CapturarAsync(sinSitio, "beto"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Nunca_le_toca_a_quien_ya_hizo_algo_con_el_acta(string @base)
    {
        await using var a = await ConColaAsync(@base, 1);
        (await TomarActa.EjecutarAsync(a.Como("cae"), default)).Rechaza("cola_vacia");
        await CapturarAsync(a, "ana", pan: 1);
        await CapturarAsync(a, "beto", pan: 2);
        await CapturarAsync(a, "caro", pan: 3);
        (await ResolverEnSupervision.EjecutarAsync(a.Acta(), new([new(4, Cantidad.Numero(3))], "se lee"), a.Como("super"), default)).Debe();
        (await AbrirCorreccion.EjecutarAsync(a.Acta(), new("mal publicada"), a.Como("coteja"), default)).Debe();
        foreach (var persona in new[] { "ana", "beto", "caro", "super", "coteja", "cae" })
        {
            (await TomarActa.EjecutarAsync(a.Como(persona), default)).Rechaza("cola_vacia");
        }

        Assert.Equal(1, (await TomarAsync(a, "dora")).Acta);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_pestanas_a_la_vez_reciben_la_misma(string @base)
    {
        await using var a = await ConColaAsync(@base, 6);
        var turnos = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TomarActa.EjecutarAsync(a.Como("ana"), default))));
        Assert.Single(turnos.Select(t => t.Debe().Turno).Distinct());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_siguiente_se_aparta_por_poco_tiempo_y_se_abre_al_entregar(string @base)
    {
        await using var a = await ConColaAsync(@base, 3);
        (await ApartarActa.EjecutarAsync("ninguno", a.Como("ana"), default)).Rechaza("turno_desconocido");
        var (acta, enMano) = await TomarAsync(a, "ana");
        (await ApartarActa.EjecutarAsync(enMano.Turno, a.Como("beto"), default)).Rechaza("turno_desconocido");
        var apartada = (await ApartarActa.EjecutarAsync(enMano.Turno, a.Como("ana"), default)).Debe();
        Assert.Equal(apartada.Turno, (await ApartarActa.EjecutarAsync(enMano.Turno, a.Como("ana"), default)).Debe().Turno);
        Assert.NotEqual(acta, (await FilaAsync(a, apartada.Turno))!.Acta);
        Assert.Equal(ApartarActa.Duracion.TotalSeconds, apartada.Segundos);

        // The one in hand comes first; the other is nobody's lever for a third.
        Assert.Equal(enMano.Turno, (await TomarAsync(a, "ana")).Tomada.Turno);
        (await ApartarActa.EjecutarAsync(apartada.Turno, a.Como("ana"), default)).Rechaza("turno_desconocido");

        a.Reloj.Avanzar(TimeSpan.FromSeconds(60));
        await EntregarAsync(a, "ana", acta, enMano);
        var abierta = (await TomarAsync(a, "ana")).Tomada;
        Assert.Equal((apartada.Turno, (int)TomarActa.Duracion.TotalSeconds), (abierta.Turno, abierta.Segundos));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_apartado_que_nadie_abre_vuelve_a_la_cola(string @base)
    {
        await using var a = await ConColaAsync(@base, 2);
        var (acta, enMano) = await TomarAsync(a, "ana");
        var apartada = (await FilaAsync(a, (await ApartarActa.EjecutarAsync(enMano.Turno, a.Como("ana"), default)).Debe().Turno))!.Acta;
        Assert.Equal(3, acta + apartada);
        a.Reloj.Avanzar(ApartarActa.Duracion);
        List<long> tomadas = [];
        foreach (var persona in new[] { "beto", "caro", "dora" })
        {
            tomadas.Add((await TomarAsync(a, persona)).Acta);
        }

        // Three captures are wanted besides hers: one of the acta in hand and the two of the other.
        Assert.Equal([acta, apartada, apartada], tomadas.OrderBy(n => n == acta ? 0 : 1));
        await EntregarAsync(a, "ana", acta, enMano);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Con_doce_mil_actas_esperando_ninguna_tabla_se_lee_entera(bool conEstadisticas)
    {
        await using var a = await ConColaAsync("postgres", 1);
        await using (var conexion = await a.Almacen.Base.AbrirAsync(default))
        {
            await using var comando = conexion.CreateCommand();
            comando.CommandText = """
                INSERT INTO acta (numero, eleccion, area, clave, ordinal, estado, vigente, sin_acta, imagen, vacantes, cola, papel, documento, cotejo, eslabones, cadena)
                SELECT n, 'otra', '001', n::text, 1, 'UnaCaptura', 0, false, 1, 1, n, 'Esperado', '', 0, 1, '' FROM generate_series(1000, 12999) n;
                INSERT INTO bitacora (acta, eslabon, ocurrido_en, persona, accion, detalle, hash)
                SELECT n, e, n, 'p' || (n + e) % 200, 'captura', '', '' FROM generate_series(1000, 12999) n, generate_series(1, 4) e;
                INSERT INTO turno (id, acta, version, imagen, ronda, persona, sitio, apartado, tomado_en, vence_en, entregado_en)
                SELECT 't' || n, n, 1, 1, 1, 'p' || n % 200, 'CATD-' || n % 20, false, n, n, n FROM generate_series(1000, 12999) n;
                """ + (conEstadisticas ? "ANALYZE" : "");
            await comando.ExecuteNonQueryAsync();
        }

        var leidas = await a.Almacen.Base.EscribirAsync(
            async tx =>
            {
                TurnoFila turno = new() { Id = "sorteo", Persona = "p7", Sitio = "CATD-7", TomadoEn = a.Reloj.Ahora.AMicros(), VenceEn = a.Reloj.Ahora.AMicros() + 1 };
                Assert.NotNull(await turno.TomarAsync(tx));
                return await tx.TodosAsync(
                    "SELECT relname || ' ' || seq_tup_read FROM pg_stat_xact_user_tables WHERE seq_tup_read > 100 AND relname IN ('acta', 'bitacora', 'turno')", f => f.GetString(0));
            },
            _ => false,
            default);
        Assert.Empty(leidas);
    }

    [Fact]
    public async Task Lo_que_recibe_el_captor_tiene_la_misma_forma_en_las_dos_rondas()
    {
        await using var a = await ConColaAsync("sqlite", 1);
        var primera = (await TomarAsync(a, "ana", "CCV-1")).Tomada;
        var segunda = (await TomarAsync(a, "beto", "CATD-05")).Tomada;
        Assert.Equal(Forma(primera), Forma(segunda));

        static string Forma(TomarActa.ActaTomada tomada) => JsonSerializer.Serialize(tomada with { Turno = "" });
    }
}
