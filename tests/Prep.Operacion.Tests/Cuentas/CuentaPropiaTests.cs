using Prep.Datos.Tests;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Cuentas;

public sealed class CuentaPropiaTests(ClusterDePostgres cluster)
{
    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory, MemberData(nameof(Bases))]
    public async Task Cambiar_el_pin_cierra_las_demas_sesiones_y_no_la_propia(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var otra = await c.SesionAsync("ana", await c.EquipoAsync("captura 2"));
        var sesion = await c.SesionAsync("ana", await c.EquipoAsync());
        (await CambiarPin.EjecutarAsync(sesion, new("000000", "274916"), c.Como("ana"), default)).Rechaza("no_coincide");
        (await CambiarPin.EjecutarAsync(sesion, new(c.De("ana").Pin, "274916"), c.Como("ana"), default)).Debe();
        Assert.Null((await c.LeerAsync(sesion.Id)).Cierre);
        Assert.Equal("credencial_o_pin_cambiado", (await c.LeerAsync(otra.Id)).Cierre);
        (await c.EntrarAsync("ana", await c.EquipoAsync("captura 3"))).Rechaza("no_coincide");
        (await c.EntrarAsync("ana", await c.EquipoAsync("captura 4"), "274916")).Debe();
    }

    [Theory]
    [InlineData("123456", false)]
    [InlineData("987654", false)]
    [InlineData("777777", false)]
    [InlineData("12345", false)]
    [InlineData("1234567", false)]
    [InlineData("12a456", false)]
    [InlineData("274916", true)]
    [InlineData("135790", true)]
    public void El_pin_son_seis_digitos_que_no_se_adivinan(string pin, bool fuerte) => Assert.Equal(fuerte, Pin.EsFuerte(pin));

    [Theory, MemberData(nameof(Bases))]
    public async Task Se_cambia_de_puesto_con_un_clic_y_queda_anotado(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var sesion = await c.SesionAsync("beto", await c.EquipoAsync());
        (await CambiarDePuesto.EjecutarAsync(sesion, "SUPERVISOR", c.Como("beto"), default)).Rechaza("puesto_ajeno");
        (await CambiarDePuesto.EjecutarAsync(sesion, "ACOPIADOR", c.Como("beto"), default)).Debe();
        Assert.Equal("ACOPIADOR", (await c.LeerAsync(sesion.Id)).Puesto);
        var anotado = (await c.BitacoraAsync())[^1];
        Assert.Equal(("cambio_de_puesto", "beto", "CAPTURA → ACOPIADOR"), (anotado.Accion, anotado.Persona, anotado.Detalle));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task El_puesto_que_el_padron_retira_termina_la_sesion_y_la_baja_tambien(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var beto = await c.SesionAsync("beto", await c.EquipoAsync());
        var ana = await c.SesionAsync("ana", await c.EquipoAsync("captura 2"));
        (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer("persona,nombre,puestos,sitio\nbeto,Beto Ruiz,ACOPIADOR,CATD-01\nana,Ana López,,CATD-01\n"), c.Consola, default)).Debe();
        Assert.Equal("puesto_retirado", (await c.LeerAsync(beto.Id)).Cierre);
        Assert.Equal("baja_del_padron", (await c.LeerAsync(ana.Id)).Cierre);
        (await c.EntrarAsync("ana", await c.EquipoAsync("captura 3"))).Rechaza("no_coincide");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Del_reposo_se_sale_con_el_pin(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var sesion = await c.SesionAsync("ana", await c.EquipoAsync());
        (await PonerEnReposo.EjecutarAsync(sesion, c.Como("ana"), default)).Debe();
        Assert.True((await c.LeerAsync(sesion.Id)).EnReposo);
        (await SalirDelReposo.EjecutarAsync(sesion, "000000", c.Como("ana"), default)).Rechaza("no_coincide");
        Assert.True((await c.LeerAsync(sesion.Id)).EnReposo);
        (await SalirDelReposo.EjecutarAsync(sesion, c.De("ana").Pin, c.Como("ana"), default)).Debe();
        Assert.False((await c.LeerAsync(sesion.Id)).EnReposo);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Una_sesion_dura_un_turno_y_otra_entrada_en_el_mismo_equipo_la_cierra(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var ana = await c.SesionAsync("ana", equipo);
        var beto = await c.SesionAsync("beto", equipo);
        Assert.Equal("otra_entrada_en_el_equipo", (await c.LeerAsync(ana.Id)).Cierre);
        (await CerrarSesion.EjecutarAsync(beto.Id, "ana", c.Como("ana"), default)).Rechaza("sesion_desconocida");
        c.Reloj.Avanzar(Sesiones.Turno);
        Assert.Equal("fin_de_turno", (await c.LeerAsync(beto.Id)).Cierre);
        (await CerrarSesion.EjecutarAsync(beto.Id, "beto", c.Como("beto"), default)).Debe();
        Assert.Equal("salida", (await c.LeerAsync(beto.Id)).Cierre);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_entrada_y_la_salida_del_turno_se_registran_una_vez(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        (await RegistrarAsistencia.SalidaAsync("ana", c.Como("ana", "CATD-01"), default)).Rechaza("no_ha_entrado");
        (await RegistrarAsistencia.EntradaAsync("ana", c.Como("ana", "CATD-01"), default)).Debe();
        (await RegistrarAsistencia.EntradaAsync("ana", c.Como("ana", "CATD-01"), default)).Rechaza("ya_entro");
        (await RegistrarAsistencia.EntradaAsync("otto", c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        (await RegistrarAsistencia.EntradaAsync("nadie", c.Como("coco", "CATD-01"), default)).Rechaza("persona_desconocida");
        (await RegistrarAsistencia.SalidaAsync("otto", c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        (await RegistrarAsistencia.SalidaAsync("ana", c.Como("coco", "CATD-01"), default)).Debe();
        (await RegistrarAsistencia.EntradaAsync("ana", c.Como("ana", "CATD-01"), default)).Debe();
        var filas = await c.Consola.LeerAsync(db => Task.FromResult(db.Asistencias.OrderBy(a => a.Id).ToList()), default);
        Assert.Equal(["coco", null], filas.Select(f => f.SalidaPor));
    }
}
