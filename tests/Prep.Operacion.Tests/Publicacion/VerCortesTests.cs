using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Publicacion;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Publicacion;

public sealed class VerCortesTests(ClusterDePostgres cluster)
{
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task El_centro_sabe_que_salio_que_sigue_y_que_se_atora(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var inicio = s.Datos.Proceso.Calendario.InicioEn;
        Assert.Equal((null, null, inicio, false, 0), Partes(await VerAsync(s)));

        s.Datos.Reloj.Ahora = inicio.AddSeconds(30);
        Assert.False((await VerAsync(s)).Atrasado);
        s.Datos.Reloj.Ahora = inicio + VerCortes.Tolerancia;
        Assert.True((await VerAsync(s)).Atrasado);

        await CorteAsync(s, inicio, falla: true);
        var atorado = await VerAsync(s);
        Assert.Equal((1, "disco lleno"), (atorado.Pendiente!.Intentos, atorado.Pendiente.Motivo));

        s.Datos.Reloj.Ahora = inicio.AddMinutes(5);
        await CorteAsync(s, inicio.AddMinutes(1), falla: false);
        var bien = await VerAsync(s);
        Assert.Equal((null, inicio.AddMinutes(20), false), (bien.Pendiente, bien.SiguienteEn, bien.Atrasado));
        Assert.Equal(inicio.AddMinutes(1), bien.Ultimo!.InstanteEn);
        Assert.Equal([(inicio.AddMinutes(1), null, 4), (inicio, "disco lleno", 5)], bien.ConFalta.Select(a => (a.PlaneadaEn, a.Motivo, a.Retraso!.Value.TotalMinutes)));
    }

    [Fact]
    public async Task Se_reintenta_lo_que_falla_donde_se_hacen_los_cortes()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var contexto = s.Datos.Como("centro");
        using SenalDeReintento senal = new();
        (await VerCortes.ReintentarAsync(senal, contexto, default)).Rechaza("nada_que_reintentar");
        s.Datos.Reloj.Ahora = s.Datos.Proceso.Calendario.InicioEn.AddMinutes(5);
        (await VerCortes.ReintentarAsync(senal, contexto, default)).Rechaza("aqui_no_se_hacen_cortes");

        // Its clock stands still: only the signal ends the wait.
        var espera = senal.EsperarAsync(TimeSpan.FromSeconds(15), new RelojQuieto(), default);
        Assert.False(espera.IsCompleted);
        (await VerCortes.ReintentarAsync(senal, contexto, default)).Debe();
        await espera.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task La_pantalla_del_centro_dice_por_que_no_sale_un_corte()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        s.Datos.Reloj.Ahora = s.Datos.Proceso.Calendario.InicioEn.AddMinutes(2);
        await CorteAsync(s, s.Datos.Proceso.Calendario.InicioEn, falla: true);

        var pantalla = (await s.GetAsync("centro", "OPERADOR_PUBLICACION", "/puestos/central")).Bien().Texto;

        Assert.Contains("el último dijo: disco lleno", pantalla);
        Assert.Contains("Reintentar ahora", pantalla);
        (await s.PostAsync("centro", "OPERADOR_PUBLICACION", "/operacion/cortes/reintento")).Rechaza(HttpStatusCode.Conflict, "aqui_no_se_hacen_cortes");
    }

    private static (string?, string?, DateTimeOffset?, bool, int) Partes(VerCortes.Estado e) => (e.Ultimo?.Corte, e.Pendiente?.Corte, e.SiguienteEn, e.Atrasado, e.Abandonados);

    private static Task<VerCortes.Estado> VerAsync(ServidorDePrueba s) => VerCortes.EjecutarAsync(s.Datos.Como("centro"), default);

    private static async Task CorteAsync(ServidorDePrueba s, DateTimeOffset instante, bool falla) => Assert.Equal(!falla, (await HacerCorte.EjecutarAsync(
        new(instante), s.Datos.Lector,
        (_, _) => Task.FromResult(falla ? new Rechazo("disco", "disco lleno") : (Result<IReadOnlyList<EleccionId>>)Array.Empty<EleccionId>()), s.Datos.Como("corte"), default)).IsOk);

    private sealed class RelojQuieto : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Quieto();

        private sealed class Quieto : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
