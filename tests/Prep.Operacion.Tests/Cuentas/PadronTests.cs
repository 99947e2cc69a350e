using Prep.Datos.Tests;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Cuentas;

public sealed class PadronTests(ClusterDePostgres cluster)
{
    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory]
    [InlineData("persona,nombre,puestos,sitio\nana maría,Ana,CAPTURA,CATD-01\n", "persona_invalida", 2, 1)]
    [InlineData("persona,nombre,puestos,sitio\nana,Ana,CAPTURA,CATD-01\nANA,Otra,CAPTURA,CATD-01\n", "persona_repetida", 3, 1)]
    [InlineData("persona,nombre,puestos,sitio\nana,Ana,JEFA,CATD-01\n", "puesto_desconocido", 2, 9)]
    [InlineData("persona,nombre,puestos,sitio\nana,Ana,CAPTURA,catd 1\n", "sitio_invalido", 2, 17)]
    [InlineData("persona,nombre,puestos,sitio\nana,,CAPTURA,CATD-01\n", "celda_vacia", 2, 5)]
    [InlineData("persona,nombre,puestos\nana,Ana,CAPTURA\n", "columna_ausente", 1, 1)]
    [InlineData("persona,nombre,puestos,sitio,pin\nana,Ana,CAPTURA,CATD-01,1\n", "columna_desconocida", 1, 30)]
    [InlineData("persona,nombre,puestos,sitio\n", "padron_vacio", 1, 1)]
    [InlineData("", "archivo_vacio", 1, 1)]
    public void Cada_falta_se_dice_con_su_lugar(string csv, string codigo, int linea, int columna)
    {
        var lectura = CuentasDePrueba.Leer(csv);
        Assert.Null(lectura.Renglones);
        var falta = Assert.Single(lectura.Registro.Faltas);
        Assert.Equal((codigo, linea, columna), (falta.Codigo, falta.Linea, falta.Columna));
    }

    [Fact]
    public void Se_lee_como_lo_escriba_la_oficina()
    {
        var lectura = CuentasDePrueba.Leer("\uFEFFSitio;Persona;Puestos;Nombre\r\ncatd-01;ana;\"captura; acopiador|CAPTURA\";Ana López\r\n\r\nCCV-9;beto;captura;Beto\r\n");
        Assert.Equal(["ana Ana López CAPTURA,ACOPIADOR CATD-01", "beto Beto CAPTURA CCV-9"], lectura.Renglones!.Select(r => $"{r.Persona} {r.Nombre} {string.Join(',', r.Puestos)} {r.Sitio}"));
        Assert.Equal("sitio_fuera_del_catalogo", Assert.Single(lectura.Registro.Avisos).Codigo);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Un_padron_con_faltas_no_cambia_nada_y_otra_vez_el_mismo_tampoco(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var antes = (await c.BitacoraAsync()).Count;
        (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer("persona,nombre,puestos,sitio\nnueva,Nueva,CAPTURA,CATD-01\notra,Otra,JEFA,CATD-01\n"), c.Consola, default)).Rechaza("padron_con_faltas");
        Assert.Equal(antes, (await c.BitacoraAsync()).Count);
        Assert.Equal(new CargarPadron.Hecho(0, 0, 0, 6), (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer(CuentasDePrueba.Padron), c.Consola, default)).Debe());
        Assert.Equal(new CargarPadron.Hecho(1, 1, 1, 0),
            (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer("persona,nombre,puestos,sitio\nnueva,Nueva,CAPTURA,CATD-01\nana,Ana L.,CAPTURA,CATD-02\notto,Otto Paz,,CATD-02\n"), c.Consola, default)).Debe());
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Una_credencial_nueva_deja_sin_efecto_la_anterior_y_cierra_sus_sesiones(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var sesion = await c.SesionAsync("ana", equipo);
        (await EmitirCredenciales.EjecutarAsync(new(["otto"]), c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        (await EmitirCredenciales.EjecutarAsync(new(["ana", "nadie"]), c.Consola, default)).Rechaza("persona_desconocida");
        Assert.Null((await c.LeerAsync(sesion.Id)).Cierre);
        (await EmitirCredenciales.EjecutarAsync(new(), c.Consola, default)).Rechaza("nadie_que_emitir");
        (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer("persona,nombre,puestos,sitio\nnueva,Nueva,CAPTURA,CATD-02\notra,Otra,CAPTURA,CATD-01\n"), c.Consola, default)).Debe();
        Assert.Equal(["otra"], (await EmitirCredenciales.EjecutarAsync(new(), c.Como("coco", "CATD-01"), default)).Debe().Select(x => x.Persona));
        Assert.Equal(["nueva"], (await EmitirCredenciales.EjecutarAsync(new(Sitio: "CATD-02"), c.Consola, default)).Debe().Select(x => x.Persona));
        var nueva = Assert.Single((await EmitirCredenciales.EjecutarAsync(new(["ana"]), c.Como("coco", "CATD-01"), default)).Debe());
        Assert.Equal("credencial_o_pin_cambiado", (await c.LeerAsync(sesion.Id)).Cierre);
        (await c.EntrarAsync("ana", equipo)).Rechaza("no_coincide");
        (await Entrar.EjecutarAsync(new(nueva.Codigo.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o'), nueva.Pin, equipo.Probar(c.Retos)), c.Retos, c.Como("nadie"), default)).Debe();
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Un_codigo_de_equipo_sirve_una_vez_dos_horas_y_a_una_clave_buena(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        (await GenerarCodigoDeEquipo.EjecutarAsync(new("CATD-02", "x"), c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        (await GenerarCodigoDeEquipo.EjecutarAsync(new("catd 2", "x"), c.Consola, default)).Rechaza("sitio_invalido");
        (await GenerarCodigoDeEquipo.EjecutarAsync(new("CATD-02", " "), c.Consola, default)).Rechaza("nombre_de_equipo");
        (await RevocarEquipo.EjecutarAsync("nadie", c.Consola, default)).Rechaza("equipo_desconocido");

        var codigo = (await GenerarCodigoDeEquipo.EjecutarAsync(new("CATD-01", "captura 1"), c.Consola, default)).Debe().Codigo;
        EquipoDePrueba equipo = new(), otro = new();
        Task<Dominio.Result<InscribirEquipo.Hecho>> Inscribir(InscribirEquipo.Request r) => InscribirEquipo.EjecutarAsync(r, c.Retos, c.Como("nadie"), default);
        (await Inscribir(equipo.Inscripcion(codigo, c.Retos) with { Clave = otro.Publica })).Rechaza("equipo_no_comprobado");
        (await Inscribir(equipo.Inscripcion(codigo, c.Retos) with { Clave = "AAAA" })).Rechaza("clave_de_equipo");
        (await Inscribir(equipo.Inscripcion("0000-0000-0000", c.Retos))).Rechaza("codigo_de_equipo");
        var buena = equipo.Inscripcion(codigo, c.Retos);
        Assert.Equal("CATD-01", (await Inscribir(buena)).Debe().Sitio);
        (await Inscribir(buena)).Rechaza("reto_vencido");
        (await Inscribir(otro.Inscripcion(codigo, c.Retos))).Rechaza("codigo_de_equipo");

        var vencido = (await GenerarCodigoDeEquipo.EjecutarAsync(new("CATD-01", "captura 2"), c.Consola, default)).Debe().Codigo;
        c.Reloj.Avanzar(GenerarCodigoDeEquipo.Vida);
        (await Inscribir(otro.Inscripcion(vencido, c.Retos))).Rechaza("codigo_de_equipo");
    }
}
