using Prep.Datos.Filas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Hitos;

namespace Prep.Operacion.Tests.Hitos;

/// <summary>The start: not without the zero act, not before its hour, once.</summary>
[Trait("Regla", "K-07")]
public sealed class IniciarPublicacionTests
{
    [Fact]
    public async Task Se_niega_sin_ceros_y_antes_de_su_hora_y_repetirlo_no_cambia_nada()
    {
        await using var a = await AlmacenDePrueba.CrearAsync(conCeros: false);
        var inicio = a.Proceso.Calendario.InicioEn;
        a.Reloj.Ahora = inicio.AddMinutes(1);
        (await IniciarPublicacion.EjecutarAsync(a.Como("consola"), default)).Rechaza("sin_puesta_en_ceros");
        await a.Almacen.ConCerosAsync(a.Proceso.Calendario.PuestaEnCerosEn);

        a.Reloj.Ahora = inicio.AddTicks(-1);
        var no = await IniciarPublicacion.EjecutarAsync(a.Como("consola"), default);
        no.Rechaza("inicio_no_llega");
        Assert.Equal("La publicación inicia el 02/06 20:00: todavía no llega la hora.", no.Rechazo.Mensaje);
        Assert.Empty(await a.Almacen.Base.LeerAsync(HitoFila.TodosAsync, default));

        a.Reloj.Ahora = inicio.AddMinutes(2);
        var hecho = (await IniciarPublicacion.EjecutarAsync(a.Como("consola"), default)).Debe();
        Assert.Equal((inicio, inicio.AddMinutes(2), false), (hecho.InicioEn, hecho.RegistradoEn, hecho.YaEstaba));
        a.Reloj.Avanzar(TimeSpan.FromHours(1));
        Assert.Equal(hecho with { YaEstaba = true }, (await IniciarPublicacion.EjecutarAsync(a.Como("corte-programado"), default)).Debe());
        Assert.Single(await a.Almacen.Base.LeerAsync(HitoFila.TodosAsync, default));
        Assert.Single(await a.Almacen.Base.LeerAsync(tx => BitacoraFila.DeActaAsync(tx, 0), default), b => b.Accion == "publicacion_iniciada");
    }

    [Fact]
    public async Task Una_publicacion_cerrada_ya_no_inicia()
    {
        await using var a = await AlmacenDePrueba.CrearAsync();
        a.Reloj.Ahora = a.Proceso.Calendario.UltimaActualizacionEn.AddMinutes(5);
        await a.Almacen.Base.EscribirAsync(
            async tx =>
            {
                await MarchaFila.CerrarAsync(tx, a.Proceso.Calendario.UltimaActualizacionEn);
                return true;
            },
            hecho => hecho,
            default);
        (await IniciarPublicacion.EjecutarAsync(a.Como("consola"), default)).Rechaza("publicacion_cerrada");
        Assert.Empty(await a.Almacen.Base.LeerAsync(HitoFila.TodosAsync, default));
    }

    [Fact]
    public async Task Una_practica_inicia_sin_ceros()
    {
        await using var a = await AlmacenDePrueba.CrearAsync(ClaseDeProceso.Practica, conCeros: false);
        a.Reloj.Ahora = a.Proceso.Calendario.InicioEn;
        Assert.False((await IniciarPublicacion.EjecutarAsync(a.Como("consola"), default)).Debe().YaEstaba);
    }
}
