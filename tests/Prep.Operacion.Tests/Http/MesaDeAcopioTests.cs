using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests.Http;

public sealed class MesaDeAcopioTests(ClusterDePostgres cluster)
{
    private const string Mesa = "/puestos/acopio";

    private static Task<Respuesta> BolsaAsync(ServidorDePrueba s, int casilla, params (string, string)[] cajas) => BolsaAsync(s, casilla, "CATD-01", cajas);

    private static Task<Respuesta> BolsaAsync(ServidorDePrueba s, int casilla, string sitio, params (string, string)[] cajas)
    {
        var ruta = $"{Mesa}/casillas/20{casilla + 1:0000}B0100";
        return s.FormaAsync("acopio", "ACOPIADOR", sitio, ruta, ruta + "/bolsa", cajas);
    }

    private static string Dip(int i = 0) => $"dip_loc/001/20{i + 1:0000}B01003";

    private static string Ayun(int i = 0) => $"ayun/001/20{i + 1:0000}B01004";

    private static (string, string) Como(string acta, string valor) => ("como:" + acta, valor);

    [Theory]
    [InlineData("20|001|3|0002|B0100")]
    [InlineData("20]001]3]0002]B0100")]   // a reader set for another keyboard
    [InlineData("20°001°4°0002°b0100")]
    [InlineData("200002B0100")]
    [InlineData("'200002B0100'")]
    [InlineData("200002B01003")]
    [InlineData("2 B 1")]
    [InlineData("0002 b01")]
    [InlineData("2-B1")]
    [InlineData("0002")]
    public async Task La_casilla_se_halla_por_su_qr_su_clave_o_como_se_dice(string escrito)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var respuesta = await s.GetAsync("acopio", "ACOPIADOR", $"{Mesa}?busca={Uri.EscapeDataString(escrito)}", "CATD-01");
        Assert.Equal(HttpStatusCode.Found, respuesta.Estado);
    }

    [Theory]
    [InlineData("0009 B1", "Ninguna casilla del catálogo es «0009 B1»")]
    [InlineData("<script>", "No se entiende «<script>»")]
    [InlineData("0002 C1", "Ninguna casilla del catálogo")]
    public async Task Lo_que_no_es_casilla_se_dice_con_su_remedio_y_se_conserva(string escrito, string frase)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var respuesta = await s.GetAsync("acopio", "ACOPIADOR", $"{Mesa}?busca={Uri.EscapeDataString(escrito)}", "CATD-01");
        Assert.Contains(frase, WebUtility.HtmlDecode(respuesta.Texto));
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(escrito)}\"", respuesta.Texto);
        Assert.DoesNotContain("<script>\"", respuesta.Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Una_bolsa_dice_cada_acta_con_una_hora_y_repetirla_no_cambia_nada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (string, string)[] cajas = [Como(Dip(), "Viene"), Como(Ayun(), "Viene"), ("documento:" + Ayun(), "RPP")];
        var hecha = await BolsaAsync(s, 0, cajas);
        Assert.Equal(HttpStatusCode.SeeOther, hecha.Estado);
        Assert.Contains("Bolsa registrada", hecha.Texto);
        s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(3));
        Assert.Contains("ya estaba registrada", (await BolsaAsync(s, 0, cajas)).Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        var filas = db.Actas.Where(a => a.Clave.StartsWith("200001")).OrderBy(a => a.Numero).ToList();
        Assert.Equal(["ACTA PREP", "RPP"], filas.Select(f => f.Documento));
        Assert.Single(filas.Select(f => f.AcopioEn).Distinct());
        Assert.All(filas, f => Assert.Equal("CATD-01", f.Catd));
        Assert.Equal(2, db.Bitacora.Count(b => b.Accion == "bolsa_registrada"));
    }

    [Fact]
    public async Task Lo_que_falta_decir_se_pide_y_lo_marcado_se_conserva()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var respuesta = await BolsaAsync(s, 0, Como(Dip(), "NoViene"));
        Assert.Equal(HttpStatusCode.BadRequest, respuesta.Estado);
        Assert.Contains("AYUNTAMIENTOS (4): diga si viene en la bolsa o no.", respuesta.Texto);
        Assert.Matches($"name=\"como:{Dip()}\" value=\"NoViene\"[^>]* checked", respuesta.Texto);
        Assert.Contains("2024", (await BolsaAsync(s, 0, Como(Dip(), "Viene"), Como(Ayun(), "Viene"), ("hora", "2024-06-02T18:30"))).Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.All(db.Actas, a => Assert.Equal("Esperado", a.Papel));
    }

    [Theory]
    [InlineData("2024-06-02T18:06", "posterior a la del servidor")]
    [InlineData("2024-06-02T17:59", "La operación no está abierta")]
    [InlineData("ayer", "no se entiende")]
    public async Task La_hora_declarada_tiene_sus_reglas(string hora, string frase)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        Assert.Contains(frase, (await BolsaAsync(s, 0, Como(Dip(), "Viene"), Como(Ayun(), "Viene"), ("hora", hora))).Texto);
    }

    [Fact]
    public async Task Una_hora_anterior_se_declara_y_se_guardan_las_dos()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        Assert.Equal(HttpStatusCode.SeeOther, (await BolsaAsync(s, 0, Como(Dip(), "Viene"), Como(Ayun(), "Viene"), ("hora", "2024-06-02T18:02"))).Estado);
        await using var db = s.Datos.Almacen.Base.Contexto();
        var fila = db.Actas.Single(a => a.Numero == 1);
        Assert.Equal(180_000_000, fila.AcopioRegistradoEn - fila.AcopioEn);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_de_otra_casilla_se_registra_en_la_suya_y_la_esperada_sigue_faltando(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Assert.Contains("escriba de qué casilla", (await BolsaAsync(s, 0, Como(Dip(), "OtraCasilla"), Como(Ayun(), "Viene"))).Texto);
        Assert.Contains("es esta misma casilla", (await BolsaAsync(s, 0, Como(Dip(), "OtraCasilla"), ("casilla:" + Dip(), "1 B1"), Como(Ayun(), "Viene"))).Texto);
        Assert.Equal(HttpStatusCode.SeeOther, (await BolsaAsync(s, 0, Como(Dip(), "OtraCasilla"), ("casilla:" + Dip(), "3 B1"), Como(Ayun(), "Viene"))).Estado);
        await using var db = s.Datos.Almacen.Base.Contexto();
        string Papel(string clave) => db.Actas.Single(a => a.Clave == clave).Papel;
        Assert.Equal(("SinBolsa", "Recibido", "Recibido"), (Papel("200001B01003"), Papel("200003B01003"), Papel("200001B01004")));
        Assert.Contains(db.Bitacora.Where(b => b.Acta == 3), b => b.Detalle.Contains($"en la bolsa de {Dip()}"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Las_bolsas_cambiadas_entre_elecciones_quedan_en_su_eleccion(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var hecha = await BolsaAsync(s, 0, Como(Dip(), "OtraEleccion"), ("eleccion:" + Dip(), Ayun()), Como(Ayun(), "NoViene"));
        Assert.Equal(HttpStatusCode.SeeOther, hecha.Estado);
        Assert.Contains("No venía en la bolsa", hecha.Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(["SinBolsa", "Recibido"], db.Actas.Where(a => a.Clave.StartsWith("200001")).OrderBy(a => a.Numero).Select(a => a.Papel));
        Assert.Equal("Esperada", db.Actas.Single(a => a.Numero == 1).Estado);

        // It appears later: it is received by itself.
        Assert.Equal(HttpStatusCode.SeeOther, (await BolsaAsync(s, 0, Como(Dip(), "Viene"))).Estado);
        Assert.Equal("Recibido", db.Actas.Where(a => a.Numero == 1).Select(a => a.Papel).Single());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_de_una_eleccion_que_no_es_de_este_prep_se_entrega_con_recibo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (string, string)[] cajas = [Como(Dip(), "OtraEleccion"), ("eleccion:" + Dip(), "ajena"), Como(Ayun(), "Viene")];
        Assert.Contains("número del recibo", (await BolsaAsync(s, 0, cajas)).Texto);
        Assert.Equal(HttpStatusCode.SeeOther, (await BolsaAsync(s, 0, [.. cajas, ("quien:" + Dip(), "INE distrito 1"), ("recibo:" + Dip(), "77")])).Estado);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Contains(db.Bitacora, b => b.Accion == "acta_ajena_entregada" && b.Detalle.Contains("INE distrito 1 recibo=77"));
        Assert.Equal("SinBolsa", db.Actas.Single(a => a.Numero == 1).Papel);
        var suelta = await s.FormaAsync("acopio", "ACOPIADOR", "CATD-01", Mesa, Mesa + "/ajenas", ("que", "acta de senado"), ("quien", "INE"), ("recibo", "9"));
        Assert.Contains("quedó registrada con su recibo", suelta.Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_actas_distintas_nadie_las_captura_hasta_que_supervision_elige(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Assert.Contains("decide supervisión", (await BolsaAsync(s, 0, Como(Dip(), "Dos"), Como(Ayun(), "Viene"))).Texto);
        var una = (await s.ImagenAsync("una", Dip())).Bien().Json;
        var otra = (await s.ImagenAsync("otra", Dip())).Bien().Json;
        Assert.All([una, otra], i => Assert.Equal("Retenida", i.GetProperty("estado").GetString()));
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/actas/{Dip()}/liberacion", new { imagen = otra.GetProperty("imagen").GetInt64(), motivo = "el consejo dice cuál" })).Bien();
        (await s.CapturarAsync("ana", 5)).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.NotNull(db.Dobles.Single().ResueltaEn);
        Assert.Equal("Sustituida", db.Imagenes.Single(i => i.Id == una.GetProperty("imagen").GetInt64()).Estado.ToString());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_actas_halladas_cuando_ya_se_capturaba_detienen_la_captura(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("una", Dip())).Bien();
        var turno = (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Bien().Json;
        (await s.PostAsync("digi", "DIGITALIZADOR", $"/operacion/imagenes/dos-actas/{Dip()}", new { nota = "otra en la bolsa" })).Bien();
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/capturas", s.Captura(turno, 5))).Rechaza(HttpStatusCode.Conflict, "no_se_captura");
        (await s.PostAsync("acopio", "ACOPIADOR", $"/operacion/acopio/dos-actas/{Dip()}", new { nota = "" })).Bien();
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/dos-actas/dip_loc/001/X", new { nota = "" })).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Retenida", db.Actas.Single(a => a.Numero == 1).Estado);
        Assert.Equal("digi", db.Dobles.Single().Persona);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_bolsa_en_otro_catd_se_recibe_ahi_y_su_papel_se_envia(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Assert.Contains("Esta bolsa la espera CATD-01", WebUtility.HtmlDecode((await s.GetAsync("a", "ACOPIADOR", $"{Mesa}/casillas/200001B0100", "CATD-09")).Texto));
        Assert.Equal(HttpStatusCode.SeeOther, (await BolsaAsync(s, 0, "CATD-09", Como(Dip(), "Viene"), Como(Ayun(), "NoViene"))).Estado);
        var lista = (await s.GetAsync("a", "ACOPIADOR", Mesa + "?ver=PorTrasladar", "CATD-09")).Bien().Texto;
        Assert.Contains($"value=\"{Dip()}\"", lista);
        Task<Respuesta> Traslado(string sitio, string recibo) =>
            s.FormaAsync("a", "ACOPIADOR", sitio, Mesa, Mesa + "/traslados", ("acta", Dip()), ("catd", "CATD-01"), ("recibo", recibo));
        Assert.Contains("número del recibo", (await Traslado("CATD-09", "")).Texto);
        Assert.Contains("no está en este CATD", (await Traslado("CATD-02", "5")).Texto);
        Assert.Contains("quedó registrado", (await Traslado("CATD-09", "5")).Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("CATD-01", db.Actas.Single(a => a.Numero == 1).Catd);
        Assert.Contains("Recibida", (await s.GetAsync("a", "ACOPIADOR", Mesa + "?ver=Todas", "CATD-01")).Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Sin_acta_se_propone_aqui_y_se_confirma_en_supervision(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var ruta = $"{Mesa}/casillas/200001B0100";
        Task<Respuesta> Propone(params (string, string)[] cajas) => s.FormaAsync("acopio", "ACOPIADOR", "CATD-01", ruta, ruta + "/sin-acta", cajas);
        Assert.Contains("el motivo", (await Propone(("acta", Dip()))).Texto);
        var hecha = await Propone(("acta", Dip()), ("acta", Ayun()), ("motivo", "PaqueteNoEntregado"));
        Assert.Contains("Falta que la confirme supervisión", hecha.Texto);
        Assert.Contains("Sin acta por paquete no entregado: falta que supervisión confirme", hecha.Texto);
        (await s.PostAsync("super", "SUPERVISOR", "/operacion/acopio/sin-acta/confirmaciones", new { actas = new[] { Dip() }, motivo = "PaqueteNoEntregado" })).Bien();
        Assert.Contains("Sin acta, confirmado", (await s.GetAsync("acopio", "ACOPIADOR", ruta, "CATD-01")).Texto);
        Assert.Contains("ya tiene un registro", (await Propone(("acta", Dip()), ("motivo", "PaqueteEntregadoSinBolsa"))).Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_lista_de_no_instaladas_entra_toda_o_dice_que_renglon_esta_mal(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Task<Respuesta> Lista(string lista) => s.FormaAsync("acopio", "ACOPIADOR", "CATD-01", Mesa + "/no-instaladas", Mesa + "/no-instaladas", ("lista", lista));
        var mala = await Lista("1 B1\r\n\r\n0009 B1\r\n");
        Assert.Contains("renglón 3, «0009 B1»", mala.Texto);
        Assert.Contains("1 B1", mala.Texto);
        Assert.Contains("de una a 500", (await Lista("  ")).Texto);
        Assert.Contains("2 casillas propuestas", (await Lista("1 B1\r\n200003B0100")).Texto);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(4, db.Actas.Count(a => a.Estado == "SinActaPropuesta" && a.Motivo == "CasillaNoInstalada"));
    }

    [Fact]
    public async Task La_etiqueta_lleva_dos_codigos_por_acta_y_la_hora_de_acopio()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        await BolsaAsync(s, 0, Como(Dip(), "Viene"), Como(Ayun(), "NoViene"));
        var pagina = WebUtility.HtmlDecode((await s.GetAsync("a", "ACOPIADOR", $"{Mesa}/casillas/200001B0100/etiquetas", "CATD-01")).Bien().Texto);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(pagina, "<svg "));
        var etiqueta = EtiquetaDeActa.De(s.Datos.Proceso, s.Datos.Proceso.Dip().Actas[0]).ToString();
        Assert.Contains(etiqueta, pagina);
        Assert.Contains("Acopio 02/06/2024 18:05 CATD-01", pagina);
    }

    [Fact]
    public async Task La_lista_del_catd_cuenta_papel_y_nunca_votos()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        await BolsaAsync(s, 0, Como(Dip(), "Viene"), Como(Ayun(), "Viene"));
        (await s.ImagenAsync("uno", Dip())).Bien();
        (await s.CapturarAsync("ana", 7777)).Bien();
        (await s.CapturarAsync("beto", 7777)).Bien();
        foreach (var filtro in Enum.GetNames<Acopio.FiltroDeAcopio>())
        {
            var pagina = WebUtility.HtmlDecode((await s.GetAsync("a", "ACOPIADOR", $"{Mesa}?ver={filtro}", "CATD-01")).Bien().Texto);
            Assert.Contains("2 de 6 actas esperadas ya están aquí", pagina);
            Assert.DoesNotContain("7777", pagina);
        }

        Assert.Contains("No hay casillas", (await s.GetAsync("a", "ACOPIADOR", Mesa, "CATD-99")).Texto);
        Assert.Contains("no dice en qué CATD", (await s.GetAsync("a", "ACOPIADOR", Mesa)).Texto);
    }

    [Theory]
    [InlineData("ACOPIADOR", Mesa + "/casillas/200001B0100/bolsa")]
    [InlineData("ACOPIADOR", Mesa + "/casillas/200001B0100/sin-acta")]
    [InlineData("ACOPIADOR", Mesa + "/traslados")]
    [InlineData("ACOPIADOR", Mesa + "/ajenas")]
    [InlineData("ACOPIADOR", Mesa + "/no-instaladas")]
    [InlineData("DIGITALIZADOR", "/puestos/identificacion")]
    public async Task Una_forma_sin_su_ficha_no_hace_nada_y_dice_como_seguir(string puesto, string ruta)
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var antes = await CuentaAsync();
        using FormUrlEncodedContent forma = new([
            new("como:" + Dip(), "Viene"), new("como:" + Ayun(), "Viene"), new("acta", Dip()), new("motivo", "PaqueteNoEntregado"), new("lista", "1 B1"),
            new("que", "una"), new("quien", "a"), new("recibo", "1"), new("imagen", "1"), new("catd", "CATD-01")]);
        var respuesta = await s.EnviarAsync(HttpMethod.Post, "alguien", puesto, ruta, forma, "CATD-01");
        Assert.Equal(HttpStatusCode.BadRequest, respuesta.Estado);
        Assert.Contains("No se registró nada", respuesta.Texto);
        Assert.Equal(antes, await CuentaAsync());

        async Task<int> CuentaAsync()
        {
            await using var db = s.Datos.Almacen.Base.Contexto();
            return db.Bitacora.Count();
        }
    }
}
