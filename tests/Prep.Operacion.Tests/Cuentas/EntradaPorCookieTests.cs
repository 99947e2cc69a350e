using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Cuentas;

public sealed class EntradaPorCookieTests(ClusterDePostgres cluster)
{
    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory, MemberData(nameof(Bases))]
    public async Task Se_entra_por_la_pantalla_y_la_galleta_no_la_lee_un_programa_de_la_pagina(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var p = s.Nadie();
        var respuesta = await p.EntrarAsync("ana", await s.EquipoAsync(), regresar: "/puestos/captura?x=1");
        Assert.Equal((HttpStatusCode.SeeOther, "/puestos/captura?x=1"), (respuesta.StatusCode, respuesta.Headers.Location!.ToString()));
        var galleta = respuesta.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("prep.sesion=", StringComparison.Ordinal));
        Assert.Contains("httponly", galleta);
        Assert.Contains("samesite=strict", galleta);
        var pagina = await p.PaginaAsync("/puestos");
        Assert.Contains("Ana López", pagina);
        Assert.Contains("Captura · CATD-01", pagina);
    }

    [Theory]
    [InlineData("/puestos/captura", "/puestos/captura")]
    [InlineData("//malo.mx", "/puestos")]
    [InlineData("/\\malo.mx", "/puestos")]
    [InlineData("https://malo.mx", "/puestos")]
    [InlineData("/a\r\nLocation: x", "/puestos")]
    [InlineData("/salir", "/puestos")]
    [InlineData("", "/puestos")]
    [InlineData(null, "/puestos")]
    public void Despues_de_entrar_se_regresa_solo_a_este_sitio(string? pedido, string ruta) => Assert.Equal(ruta, EntradaPorCookie.Regreso(pedido));

    [Theory, MemberData(nameof(Bases))]
    public async Task Sin_entrar_una_pantalla_lleva_a_la_puerta_y_una_ruta_de_programa_dice_que_no(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var p = s.Nadie();
        var pantalla = await p.GetAsync("/puestos/padron?sitio=CATD-01");
        Assert.Equal((HttpStatusCode.Redirect, "/entrar?regresar=%2Fpuestos%2Fpadron%3Fsitio%3DCATD-01"), (pantalla.StatusCode, pantalla.Headers.Location!.OriginalString));
        await RechazaAsync(await p.JsonAsync("/operacion/captura/turnos", new { }), HttpStatusCode.Unauthorized, "sesion_terminada");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Una_ruta_que_cambia_algo_pide_la_ficha_y_la_de_otro_puesto_se_niega(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var p = await s.EntrarAsync("ana", await s.EquipoAsync());
        await RechazaAsync(await p.JsonAsync("/operacion/captura/turnos", new { }), HttpStatusCode.Forbidden, "ficha_vencida");
        await p.PaginaAsync("/puestos");
        Assert.Equal(HttpStatusCode.NotFound, (await p.JsonAsync("/operacion/captura/turnos", new { })).StatusCode);
        await RechazaAsync(await p.JsonAsync("/operacion/acopio/bolsas", new { }), HttpStatusCode.Forbidden, "sin_permiso");
        await RechazaAsync(await p.GetAsync("/puestos/padron"), HttpStatusCode.Forbidden, "sin_permiso");
        foreach (var (metodo, ruta, estado, dice) in new[]
        {
            (HttpMethod.Get, "/puestos/padron", HttpStatusCode.Forbidden, "En su puesto, Captura, no se puede abrir ni hacer esto."),
            (HttpMethod.Post, "/puestos/acopio/ajenas", HttpStatusCode.Forbidden, "No se hizo"),
            (HttpMethod.Get, "/ayuda/nada", HttpStatusCode.NotFound, "No se encontró"),
            (HttpMethod.Get, "/nada", HttpStatusCode.NotFound, "En esa dirección no hay una pantalla"),
            (HttpMethod.Get, "/puestos/acopio/ajenas", HttpStatusCode.MethodNotAllowed, "En esa dirección no hay una pantalla"),
        })
        {
            HttpRequestMessage deUnaPersona = new(metodo, ruta);
            deUnaPersona.Headers.Accept.ParseAdd("text/html");
            var pantalla = await p.EnviarAsync(deUnaPersona);
            Assert.Equal((estado, "text/html"), (pantalla.StatusCode, pantalla.Content.Headers.ContentType?.MediaType));
            Assert.Contains("default-src 'none'", pantalla.Headers.GetValues("Content-Security-Policy").Single());
            var texto = WebUtility.HtmlDecode(await pantalla.Content.ReadAsStringAsync());
            Assert.Contains(dice, texto);
            Assert.Contains("href=\"/puestos\"", texto);
        }

        p.Ficha = "otra";
        var sinFicha = await p.FormaAsync("/cuenta/puesto", ("puesto", "CAPTURA"));
        Assert.Equal(HttpStatusCode.BadRequest, sinFicha.StatusCode);
        Assert.Contains("href=\"/cuenta\"", await sinFicha.Content.ReadAsStringAsync());
        var enLaPuerta = await s.Nadie().FormaAsync("/entrar", ("credencial", "x"), ("pin", "1"));
        Assert.Equal((HttpStatusCode.SeeOther, "/entrar"), (enLaPuerta.StatusCode, enLaPuerta.Headers.Location!.ToString()));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Al_cambiar_de_puesto_cambian_los_permisos_y_la_ficha_de_antes_sigue_sirviendo(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var p = await s.EntrarAsync("beto", await s.EquipoAsync());
        await p.PaginaAsync("/puestos");
        await RechazaAsync(await p.JsonAsync("/operacion/acopio/bolsas", new { actas = Array.Empty<string>() }), HttpStatusCode.Forbidden, "sin_permiso");
        Assert.Equal("/puestos", (await p.FormaAsync("/cuenta/puesto", ("puesto", "ACOPIADOR"))).Headers.Location!.ToString());
        Assert.NotEqual(HttpStatusCode.Forbidden, (await p.JsonAsync("/operacion/acopio/bolsas", new { actas = Array.Empty<string>() })).StatusCode);
        await RechazaAsync(await p.JsonAsync("/operacion/captura/turnos", new { }), HttpStatusCode.Forbidden, "sin_permiso");
        Assert.Equal("/cuenta", (await p.FormaAsync("/cuenta/puesto", ("puesto", "ADMIN_TI"))).Headers.Location!.ToString());
        Assert.Contains("El padrón no le da ese puesto", await p.PaginaAsync("/cuenta"));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task En_reposo_nada_se_responde_hasta_el_pin_y_la_pagina_de_abajo_sigue_sirviendo(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var p = await s.EntrarAsync("ana", await s.EquipoAsync());
        await p.PaginaAsync("/puestos");
        (await p.JsonAsync("/cuenta/reposo", new { })).EnsureSuccessStatusCode();
        await RechazaAsync(await p.JsonAsync("/operacion/captura/turnos", new { }), (HttpStatusCode)423, "sesion_en_reposo");
        Assert.Equal("/cuenta/reposo?regresar=%2Fcuenta", (await p.GetAsync("/cuenta")).Headers.Location!.OriginalString);
        await RechazaAsync(await p.JsonAsync("/cuenta/reposo/salir", new { pin = "000000" }), HttpStatusCode.Forbidden, "no_coincide");
        (await p.JsonAsync("/cuenta/reposo/salir", new { pin = s.Cuentas.De("ana").Pin })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await p.JsonAsync("/operacion/captura/turnos", new { })).StatusCode);

        (await p.JsonAsync("/cuenta/reposo", new { })).EnsureSuccessStatusCode();
        Assert.Contains("Pantalla en reposo", await p.PaginaAsync("/cuenta/reposo?regresar=/cuenta"));
        var vuelta = await p.FormaAsync("/cuenta/reposo/salir", ("pin", s.Cuentas.De("ana").Pin), ("regresar", "/cuenta"));
        Assert.Equal("/cuenta", vuelta.Headers.Location!.ToString());
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_galleta_sobrevive_a_un_reinicio_y_no_a_la_salida_ni_al_equipo_revocado(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var (equipo, otro) = (await s.EquipoAsync(), await s.EquipoAsync("captura 2"));
        var (ana, beto) = (await s.EntrarAsync("ana", equipo), await s.EntrarAsync("beto", otro));
        await ana.PaginaAsync("/puestos");
        await s.CerrarAsync();

        var reiniciado = await ServidorDeCuentas.SobreAsync(s.Cuentas);
        try
        {
            (ana, beto) = (ana.Ante(reiniciado), beto.Ante(reiniciado));
            Assert.Equal(HttpStatusCode.NotFound, (await ana.JsonAsync("/operacion/captura/turnos", new { })).StatusCode);
            await beto.PaginaAsync("/puestos");
            var copia = beto.Cookies["prep.sesion"];
            Assert.Equal("/entrar", (await beto.FormaAsync("/salir")).Headers.Location!.ToString());
            beto.Cookies["prep.sesion"] = copia;
            Assert.Equal("/entrar", (await beto.GetAsync("/puestos")).Headers.Location!.OriginalString);

            (await RevocarEquipo.EjecutarAsync(equipo.Id, s.Cuentas.Consola, default)).Debe();
            s.Cuentas.Reloj.Avanzar(Sesiones.Recuerdo);
            await RechazaAsync(await ana.JsonAsync("/operacion/captura/turnos", new { }), HttpStatusCode.Unauthorized, "sesion_terminada");
        }
        finally
        {
            await reiniciado.CerrarAsync();
        }
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Quien_supervisa_registra_su_telefono_por_la_pantalla_y_despues_entra_con_el(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster);
        var equipo = await s.EquipoAsync();
        var p = s.Nadie();
        Assert.Equal("/cuenta", (await p.EntrarAsync("sara", equipo, regresar: "/puestos")).Headers.Location!.ToString());
        await RechazaAsync(await p.JsonAsync("/operacion/captura/turnos", new { }), HttpStatusCode.Forbidden, "falta_segundo_factor");
        Assert.Equal("/cuenta", (await p.GetAsync("/puestos")).Headers.Location!.OriginalString);
        Assert.Contains("pide un segundo factor", await p.PaginaAsync("/cuenta"));
        var clave = System.Text.RegularExpressions.Regex.Match(await (await p.FormaAsync("/cuenta/telefono")).Content.ReadAsStringAsync(), "<code>([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "");
        var hecho = WebUtility.HtmlDecode(await (await p.FormaAsync("/cuenta/telefono/confirmar", ("codigo", Totp.Codigo(clave, Totp.Paso(s.Cuentas.Reloj.Ahora))))).Content.ReadAsStringAsync());
        Assert.Contains("No vuelven a mostrarse", hecho);
        Assert.Contains("Supervisión · CATD-01", await p.PaginaAsync("/puestos"));

        s.Cuentas.Reloj.Avanzar(TimeSpan.FromMinutes(1));
        var otra = s.Nadie();
        Assert.StartsWith("/entrar/segundo?regresar=%2Fpuestos", (await otra.EntrarAsync("sara", equipo)).Headers.Location!.OriginalString);
        Assert.Equal("/entrar", (await otra.GetAsync("/puestos")).Headers.Location!.OriginalString);
        Assert.Contains("El código no coincide", WebUtility.HtmlDecode(await (await otra.FormaAsync("/entrar/segundo", ("codigo", "000000"))).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await otra.FormaAsync("/entrar/segundo", ("codigo", Totp.Codigo(clave, Totp.Paso(s.Cuentas.Reloj.Ahora))))).StatusCode);
        await otra.PaginaAsync("/puestos");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task El_padron_se_administra_por_la_pantalla_y_cada_coordinacion_en_su_sitio(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        var admi = await s.EntrarAsync("admi", null);
        Assert.Contains("Ana López", await admi.PaginaAsync("/puestos/padron?sitio=CATD-01"));
        Assert.Contains("padron.csv:2:5:", await CargarAsync(admi, "persona,nombre,puestos,sitio\nx,X,JEFA,CATD-01\n"));
        await CargarAsync(admi, "persona,nombre,puestos,sitio\nnueva,Nueva Persona,CAPTURA,CATD-02\n");
        Assert.Contains("1 nuevas", await admi.PaginaAsync("/puestos/padron?sitio=CATD-02"));
        var hoja = await (await admi.FormaAsync("/puestos/padron/credenciales", ("sitio", "CATD-02"))).Content.ReadAsStringAsync();
        Assert.Contains("Nueva Persona", hoja);
        Assert.DoesNotContain("Otto", hoja);
        Assert.DoesNotContain("<style", hoja);

        var coco = await s.EntrarAsync("coco", null);
        var suya = await coco.PaginaAsync("/puestos/padron?sitio=CATD-02");
        Assert.Contains("Ana López", suya);
        Assert.DoesNotContain("Otto", suya);
        await coco.FormaAsync("/puestos/padron/credenciales", ("cual", "otto"), ("sitio", "CATD-02"));
        Assert.Contains("Sólo puede hacerlo", await coco.PaginaAsync("/puestos/padron"));
        Assert.Contains("captura 9", WebUtility.HtmlDecode(await (await coco.FormaAsync("/puestos/padron/equipo", ("sitio", "CATD-01"), ("nombre", "captura 9"))).Content.ReadAsStringAsync()));
        await coco.FormaAsync("/puestos/padron/turno", ("cual", "ana"), ("accion", "entrada"), ("sitio", "CATD-01"));
        Assert.Contains("Quedó registrado", await coco.PaginaAsync("/puestos/padron"));
        Assert.Equal(HttpStatusCode.Forbidden, (await coco.FormaAsync("/puestos/padron/segundo", ("cual", "sara"))).StatusCode);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Cada_puesto_ve_del_padron_lo_que_su_permiso_dice(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        var padron = PadronDeEjemplo.Leer(s.Cuentas.Proceso);
        Assert.Equal(Puesto.Permisos.Keys.Order(), padron.Renglones!.SelectMany(r => r.Puestos).Distinct().Order());
        Assert.Equal(3, padron.Renglones!.Count(r => r.Puestos is ["CAPTURA"]));
        await CargarPadron.EjecutarAsync(padron, s.Cuentas.Consola, default);
        foreach (var credencial in (await EmitirCredenciales.EjecutarAsync(new(), s.Cuentas.Consola, default)).Debe().DistinctBy(c => c.Puestos[0]))
        {
            var p = s.Nadie();
            await p.GetAsync("/entrar");
            await p.FormaAsync("/entrar", ("credencial", credencial.Codigo), ("pin", credencial.Pin));
            await p.PaginaAsync("/cuenta");
            var (sitio, todo) = (Puesto.Permisos[credencial.Puestos[0]].Contains(Permiso.CuentasDeSitio), Puesto.Permisos[credencial.Puestos[0]].Contains(Permiso.AdministrarCuentas));
            Assert.Equal(sitio, (await p.GetAsync("/puestos/padron")).StatusCode == HttpStatusCode.OK);
            foreach (var ruta in new[] { "credenciales", "equipo", "revocar", "desbloquear", "turno", "segundo", "" })
            {
                var respuesta = await p.FormaAsync($"/puestos/padron/{ruta}".TrimEnd('/'), ("cual", "nadie"));
                Assert.True((respuesta.StatusCode == HttpStatusCode.Forbidden) == !(ruta is "segundo" or "" ? todo : sitio), $"{credencial.Persona} en {ruta}: {respuesta.StatusCode}");
            }
        }
    }

    private static async Task<string> CargarAsync(Persona p, string csv)
    {
        var archivo = new MultipartFormDataContent { { new StringContent(p.Ficha), "ficha" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "archivo", "padron.csv" } };
        return WebUtility.HtmlDecode(await (await p.EnviarAsync(new(HttpMethod.Post, "/puestos/padron") { Content = archivo })).Content.ReadAsStringAsync());
    }

    private static async Task RechazaAsync(HttpResponseMessage respuesta, HttpStatusCode estado, string codigo)
    {
        var texto = await respuesta.Content.ReadAsStringAsync();
        Assert.True(respuesta.StatusCode == estado, $"{respuesta.StatusCode}: {texto}");
        Assert.Equal(codigo, JsonDocument.Parse(texto).RootElement.GetProperty("codigo").GetString());
    }
}
