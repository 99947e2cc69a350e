using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Cuentas;

public sealed class EntrarTests(ClusterDePostgres cluster)
{
    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory, MemberData(nameof(Bases))]
    public async Task Con_credencial_pin_y_equipo_se_abre_la_sesion_en_el_primer_puesto(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var sesion = await c.SesionAsync("beto", equipo);
        Assert.Equal(("beto", "Beto Ruiz", "CATD-01", "CAPTURA", equipo.Id, "captura 1"), (sesion.Persona, sesion.Nombre, sesion.Sitio, sesion.Puesto, sesion.Equipo, sesion.NombreDeEquipo));
        Assert.Equal(["CAPTURA", "ACOPIADOR"], sesion.Puestos);
        Assert.Null(sesion.Cierre);
        Assert.Equal("entrada", (await c.BitacoraAsync())[^1].Accion);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_credencial_desconocida_y_el_pin_ajeno_se_responden_igual_y_esperan_igual(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        List<string> conocida = [], desconocida = [];
        for (var i = 0; i < 5; i++)
        {
            conocida.Add((await c.EntrarAsync("ana", equipo, "000000")).Rechazo.ToString());
            desconocida.Add((await Entrar.EjecutarAsync(new("0000-0000-0000-0000", "000000", equipo.Probar(c.Retos)), c.Retos, c.Como("nadie"), default)).Rechazo.ToString());
        }

        Assert.Equal(conocida, desconocida);
        Assert.Contains("no_coincide", conocida[2]);
        Assert.Contains("espere", conocida[3]);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_espera_es_de_una_persona_en_un_equipo_crece_y_termina(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var (equipo, otro) = (await c.EquipoAsync(), await c.EquipoAsync("captura 2"));
        for (var i = 0; i < 3; i++)
        {
            (await c.EntrarAsync("ana", equipo, "000000")).Rechaza("no_coincide");
        }

        (await c.EntrarAsync("ana", equipo)).Rechaza("espere");
        (await c.EntrarAsync("beto", equipo)).Debe();
        (await c.EntrarAsync("ana", otro)).Debe();
        c.Reloj.Avanzar(TimeSpan.FromSeconds(16));
        (await c.EntrarAsync("ana", equipo, "000000")).Rechaza("no_coincide");
        c.Reloj.Avanzar(TimeSpan.FromSeconds(16));
        (await c.EntrarAsync("ana", equipo)).Rechaza("espere");
        c.Reloj.Avanzar(TimeSpan.FromSeconds(15));
        (await c.EntrarAsync("ana", equipo)).Debe();
        (await c.EntrarAsync("ana", equipo, "000000")).Rechaza("no_coincide");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 15)]
    [InlineData(4, 30)]
    [InlineData(5, 60)]
    [InlineData(7, 300)]
    [InlineData(700, 300)]
    public void Ninguna_espera_pasa_de_cinco_minutos(int fallos, int segundos) => Assert.Equal(TimeSpan.FromSeconds(segundos), Intentos.Espera(fallos));

    [Theory, MemberData(nameof(Bases))]
    public async Task Cien_intentos_a_la_vez_no_prueban_cien_pines(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var respuestas = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => c.EntrarAsync("ana", equipo, $"{i:000000}")));
        Assert.Equal(3, respuestas.Count(r => r.Rechazo.Codigo == "no_coincide"));
        Assert.Equal(27, respuestas.Count(r => r.Rechazo.Codigo == "espere"));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Sin_equipo_inscrito_ni_se_mira_el_pin(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        for (var i = 0; i < 10; i++)
        {
            (await c.EntrarAsync("ana", null)).Rechaza("equipo_no_inscrito");
            (await c.EntrarAsync("ana", new() { Id = "inventado" })).Rechaza("equipo_no_inscrito");
        }

        (await c.EntrarAsync("ana", await c.EquipoAsync())).Debe();
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Un_equipo_revocado_no_entra_y_quien_estaba_en_el_sale(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var sesion = await c.SesionAsync("ana", equipo);
        (await RevocarEquipo.EjecutarAsync(equipo.Id, c.Consola, default)).Debe();
        Assert.Equal("equipo_revocado", (await c.LeerAsync(sesion.Id)).Cierre);
        (await c.EntrarAsync("ana", equipo)).Rechaza("equipo_revocado");
        (await RevocarEquipo.EjecutarAsync(equipo.Id, c.Consola, default)).Debe();
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Un_reto_sirve_una_vez_y_dos_minutos(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        Task<Dominio.Result<Entrada>> Con(PruebaDeEquipo prueba) => Entrar.EjecutarAsync(new(c.De("ana").Codigo, c.De("ana").Pin, prueba), c.Retos, c.Como("nadie"), default);

        var prueba = equipo.Probar(c.Retos);
        (await Con(prueba)).Debe();
        (await Con(prueba)).Rechaza("reto_vencido");

        var tarde = equipo.Probar(c.Retos);
        c.Reloj.Avanzar(TimeSpan.FromMinutes(2));
        (await Con(tarde)).Rechaza("reto_vencido");
        (await Con(equipo.Probar(c.Retos, "inventado"))).Rechaza("reto_vencido");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_firma_de_otra_clave_o_de_otro_uso_no_prueba_nada(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        (await c.EntrarAsync("ana", new() { Id = equipo.Id })).Rechaza("equipo_no_comprobado");
        var reto = c.Retos.Nuevo();
        foreach (var firma in new[] { equipo.Firma(InscribirEquipo.Uso, equipo.Id, reto), equipo.Firma(ComprobarEquipo.Entrada, "", reto), "no es base 64", "" })
        {
            (await Entrar.EjecutarAsync(new(c.De("ana").Codigo, c.De("ana").Pin, new(equipo.Id, reto, firma)), c.Retos, c.Como("nadie"), default)).Rechaza("equipo_no_comprobado");
        }
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Quien_supervisa_registra_su_telefono_y_despues_lo_da_siempre(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var sesion = await c.SesionAsync("sara", equipo);
        Assert.Equal("", sesion.Puesto);
        (await CambiarDePuesto.EjecutarAsync(sesion, "CAPTURA", c.Como("sara"), default)).Rechaza("falta_segundo_factor");
        (await RegistrarTotp.ConfirmarAsync(sesion, "000000", c.Como("sara"), default)).Rechaza("totp_sin_preparar");
        var (clave, codigos) = await c.TelefonoAsync(sesion);
        Assert.Equal("SUPERVISOR", (await c.LeerAsync(sesion.Id)).Puesto);
        Assert.Equal(10, codigos.Distinct().Count());

        var paso = Assert.IsType<Entrada.FaltaSegundo>((await c.EntrarAsync("sara", equipo)).Debe()).Paso;
        Task<Dominio.Result<Entrada>> Dar(string codigo) => DarSegundoFactor.EjecutarAsync(new(paso, codigo), c.Como("nadie"), default);
        (await Dar(Totp.Codigo(clave, Totp.Paso(c.Reloj.Ahora)))).Rechaza("codigo_no_coincide");
        c.Reloj.Avanzar(TimeSpan.FromSeconds(30));
        var abierta = Assert.IsType<Entrada.Abierta>((await Dar(Totp.Codigo(clave, Totp.Paso(c.Reloj.Ahora)))).Debe());
        Assert.Equal("SUPERVISOR", abierta.Puesto);
        (await Dar(Totp.Codigo(clave, Totp.Paso(c.Reloj.Ahora)))).Rechaza("codigo_no_coincide");

        Assert.IsType<Entrada.Abierta>((await Dar(codigos[0])).Debe());
        (await Dar(codigos[0])).Rechaza("codigo_no_coincide");
        Assert.IsType<Entrada.Abierta>((await Dar(codigos[1].ToLowerInvariant())).Debe());
        c.Reloj.Avanzar(Retos.VidaDePaso);
        (await Dar(codigos[2])).Rechaza("paso_vencido");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Quien_tiene_segundo_factor_no_lo_cambia_sin_darlo(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        var sinTelefono = await c.SesionAsync("sara", equipo);
        var otra = await c.SesionAsync("sara", await c.EquipoAsync("captura 2"));
        await c.TelefonoAsync(otra);
        (await RegistrarTotp.PrepararAsync(sinTelefono, c.Como("sara"), default)).Rechaza("falta_segundo_factor");
        (await QuitarSegundoFactor.EjecutarAsync("sara", c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        (await QuitarSegundoFactor.EjecutarAsync("sara", c.Como("admi"), default)).Debe();
        Assert.Equal("credencial_o_pin_cambiado", (await c.LeerAsync(otra.Id)).Cierre);
        Assert.Equal("", (await c.SesionAsync("sara", equipo)).Puesto);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Adivinar_el_codigo_del_telefono_tambien_cuesta_esperas(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        await c.TelefonoAsync(await c.SesionAsync("sara", equipo));
        var paso = ((Entrada.FaltaSegundo)(await c.EntrarAsync("sara", equipo)).Debe()).Paso;
        var codigos = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            codigos.Add((await DarSegundoFactor.EjecutarAsync(new(paso, "12345"), c.Como("nadie"), default)).Rechazo.Codigo);
        }

        Assert.Equal(["codigo_no_coincide", "codigo_no_coincide", "codigo_no_coincide", "espere"], codigos);
        (await DesbloquearCuenta.EjecutarAsync("sara", c.Como("coco", "CATD-02"), default)).Rechaza("de_otro_sitio");
        (await DesbloquearCuenta.EjecutarAsync("sara", c.Como("coco", "CATD-01"), default)).Debe();
        (await DarSegundoFactor.EjecutarAsync(new(paso, "12345"), c.Como("nadie"), default)).Rechaza("codigo_no_coincide");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task En_una_practica_sin_segundo_factor_basta_credencial_y_pin_y_en_una_jornada_nunca(string @base)
    {
        await using var practica = await CuentasDePrueba.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        Assert.Equal("SUPERVISOR", (await practica.SesionAsync("sara", null)).Puesto);
        await using var jornada = await CuentasDePrueba.CrearAsync(@base, cluster, ClaseDeProceso.Jornada, segundoFactor: false);
        (await jornada.EntrarAsync("sara", null)).Rechaza("equipo_no_inscrito");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_bitacora_de_cuentas_encadena_y_la_base_no_la_deja_cambiar(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var equipo = await c.EquipoAsync();
        await c.EntrarAsync("ana", equipo, "000000");
        await c.EntrarAsync("ana", equipo);
        var entradas = await c.BitacoraAsync();
        var anterior = "";
        foreach (var (entrada, i) in entradas.Select((e, i) => (e, i)))
        {
            Assert.Equal(i + 1, entrada.Eslabon);
            Assert.Equal(entrada.HashTras(anterior), entrada.Hash);
            anterior = entrada.Hash;
        }

        Assert.DoesNotContain(entradas, e => e.Detalle.Contains(c.De("ana").Pin) || e.Detalle.Contains(c.De("ana").Codigo));
        string[] intentos = ["UPDATE bitacora_de_cuentas SET quien = 'otra'", "DELETE FROM bitacora_de_cuentas", .. @base == "sqlite" ? ["INSERT OR REPLACE INTO bitacora_de_cuentas SELECT * FROM bitacora_de_cuentas"] : Array.Empty<string>()];
        foreach (var sql in intentos)
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => c.Almacen.Base.EscribirAsync(async tx => await tx.EjecutarAsync(sql) >= 0, _ => true, default));
        }
    }
}
