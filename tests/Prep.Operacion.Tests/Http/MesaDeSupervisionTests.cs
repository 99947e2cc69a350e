using System.Net;
using Prep.Datos.Tests;

namespace Prep.Operacion.Tests.Http;

public sealed class MesaDeSupervisionTests(ClusterDePostgres cluster)
{
    private const string Mesa = "/puestos/supervision";

    private static string De(ServidorDePrueba s, int i = 0) => $"{Mesa}/actas/{s.Acta(i)}";

    private static Task<Respuesta> DecideAsync(ServidorDePrueba s, string accion, params (string, string)[] cajas) => DecideAsync(s, "super", accion, cajas);

    private static Task<Respuesta> DecideAsync(ServidorDePrueba s, string persona, string accion, params (string, string)[] cajas) =>
        s.FormaAsync(persona, "SUPERVISOR", "CENTRAL", Mesa, $"{De(s)}/{accion}", cajas);

    private static async Task<string> VerAsync(ServidorDePrueba s, string ruta, string persona = "super") =>
        WebUtility.HtmlDecode((await s.GetAsync(persona, "SUPERVISOR", ruta, "CENTRAL")).Bien().Texto);

    private async Task<ServidorDePrueba> EnDisputaAsync(string @base)
    {
        var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("foto", s.Acta(), origen: "Casilla")).Bien();
        foreach (var (persona, pan) in new[] { ("ana", 7001), ("beto", 7002), ("caro", 7003) })
        {
            (await s.CapturarAsync(persona, pan)).Bien();
        }

        return s;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-02")]
    public async Task Se_elige_entre_lo_capturado_o_se_escribe_otro_con_su_razon(string @base)
    {
        await using var s = await EnDisputaAsync(@base);
        var pagina = await VerAsync(s, De(s));
        Assert.All(new[] { "7001", "7002", "7003", "PAN" }, t => Assert.Contains(t, pagina));
        Assert.DoesNotContain("PRI</legend>", pagina);
        Assert.DoesNotContain("ana", pagina);
        Assert.Contains("Usted capturó esta acta", await VerAsync(s, De(s), "beto"));
        Assert.DoesNotContain("7001", await VerAsync(s, De(s), "beto"));

        Assert.Contains("Decida «PAN»", (await DecideAsync(s, "resolucion", ("motivo", "se ve 7009"))).Texto);
        var sinRazon = await DecideAsync(s, "resolucion", ("valor4", "otro"), ("otro4", "7009"), ("razon4", ""), ("motivo", "el 9 es claro"));
        Assert.Equal(HttpStatusCode.BadRequest, sinRazon.Estado);
        Assert.Contains("nadie capturó ese valor", sinRazon.Texto);
        Assert.Matches("name=\"otro4\" value=\"7009\"", sinRazon.Texto);
        Assert.Contains(">el 9 es claro</textarea>", sinRazon.Texto);
        Assert.Contains("de 0 a 9999", (await DecideAsync(s, "resolucion", ("valor4", "otro"), ("otro4", "10000"), ("razon4", "x"), ("motivo", "x"))).Texto);
        Assert.Contains("de 0 a 9999", (await DecideAsync(s, "resolucion", ("valor4", "8888"), ("motivo", "x"))).Texto);
        Assert.Contains("Escriba el motivo", (await DecideAsync(s, "resolucion", ("valor4", "7002"), ("motivo", " "))).Texto);
        Assert.Contains("debe hacerlo otra persona", (await DecideAsync(s, "beto", "resolucion", ("valor4", "7002"), ("motivo", "mío"))).Texto);
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/actas/{s.Acta()}/resolucion", new { motivo = "x", decisiones = new[] { new { campo = 4, valor = 7009 } } })).Rechaza(HttpStatusCode.BadRequest, "valor_de_nadie");

        var hecha = await DecideAsync(s, "resolucion", ("valor4", "otro"), ("otro4", "7009"), ("razon4", "la letra dice nueve"), ("motivo", "el 9 es claro"));
        Assert.Equal(HttpStatusCode.SeeOther, hecha.Estado);
        Assert.Contains("0001 B1, DIPUTACIONES LOCALES: El acta quedó verificada", hecha.Texto);
        Assert.Contains("Nada espera una decisión", hecha.Texto);
        var historia = await VerAsync(s, De(s));
        Assert.Contains("el 9 es claro · campo 5, valor que nadie capturó: la letra dice nueve (super)", historia);
        Assert.DoesNotContain("7009", historia);
        Assert.Equal(7009, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Datos!.Votos[0].Valor);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_lista_va_de_lo_mas_antiguo_y_no_dice_votos(string @base)
    {
        await using var s = await EnDisputaAsync(@base);
        s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(7));
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/sin-acta/propuestas", new { actas = new[] { s.Acta(1) }, motivo = "PaqueteNoEntregado" })).Bien();
        s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(2));
        (await s.ImagenAsync("sin codigo", null)).Bien();
        (await s.ImagenAsync("a mano", s.Acta(2), forma: "AMano", persona: "super")).Bien();
        var lista = await VerAsync(s, Mesa);
        Assert.Contains("4 asuntos esperan una decisión", lista);
        var orden = new[] { "Tres capturas distintas</td>", "Sin acta por confirmar: paquete no entregado</td>", "Imagen 2</a>", "Imagen 3</a>" }.Select(t => lista.IndexOf(t, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, orden);
        Assert.Equal(orden.Order(), orden);
        Assert.Contains("hace 9 min", lista);
        Assert.Contains("Otra persona: usted ya intervino", lista);
        Assert.DoesNotContain("700", lista);
        Assert.DoesNotContain("0003 B1", lista);
        Assert.DoesNotContain("Tres capturas distintas</td>", await VerAsync(s, Mesa + "?ver=SinActa"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Sin_acta_lo_confirma_otra_persona_o_se_rechaza_con_motivo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Task Propone(string persona, params int[] actas) => s.PostAsync(persona, "SUPERVISOR", "/operacion/acopio/sin-acta/propuestas", new { actas = actas.Select(s.Acta), motivo = "CasillaNoInstalada" });
        await Propone("super", 0);
        var propia = await VerAsync(s, De(s));
        Assert.Contains("Usted propuso que no hay acta", propia);
        Assert.DoesNotContain("Confirmar que no hay acta", propia);
        Assert.Contains("debe hacerlo otra persona", (await DecideAsync(s, "sin-acta", ("propuesta", "CasillaNoInstalada"))).Texto);
        Assert.Contains("Escriba el motivo", (await DecideAsync(s, "otra", "rechazo", ("motivo", ""))).Texto);
        Assert.Contains("se sigue esperando", (await DecideAsync(s, "otra", "rechazo", ("motivo", "el consejo dice que sí abrió"))).Texto);
        Assert.Contains("Nadie ha propuesto eso", (await DecideAsync(s, "otra", "rechazo", ("motivo", "otra vez"))).Texto);
        (await s.PostAsync("otra", "SUPERVISOR", "/operacion/acopio/sin-acta/rechazos", new { actas = new[] { s.Acta() }, motivo = "x" })).Rechaza(HttpStatusCode.Conflict, "sin_propuesta");

        await Propone("otra", 0);
        Assert.Contains("Se confirmó que no hay acta", (await DecideAsync(s, "sin-acta", ("propuesta", "CasillaNoInstalada"))).Texto);
        await Propone("otra", 1, 2);
        Task<Respuesta> Varias(params (string, string)[] cajas) => s.FormaAsync("super", "SUPERVISOR", "CENTRAL", Mesa + "?ver=SinActa", Mesa + "/sin-acta", cajas);
        Assert.Contains("Marque al menos un acta", (await Varias(("propuesta", "CasillaNoInstalada"))).Texto);
        Assert.Contains("no hay acta en 2", (await Varias(("propuesta", "CasillaNoInstalada"), ("acta", s.Acta(1)), ("acta", s.Acta(2)))).Texto);
        Assert.Equal(3, (await s.Datos.CorteAsync()).Elecciones[0].Agregadas.Count);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_identidad_la_dicen_dos_sin_ver_lo_que_dijo_la_otra(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("dudosa", s.Acta(1), forma: "AMano", persona: "digi")).Bien().Json.GetProperty("imagen").GetInt64();
        var ruta = $"{Mesa}/imagenes/{imagen}";
        Assert.Equal(HttpStatusCode.SeeOther, (await s.GetAsync("super", "SUPERVISOR", De(s, 1), "CENTRAL")).Estado);
        var pagina = await VerAsync(s, ruta);
        Assert.DoesNotContain("0002", pagina);
        Task<Respuesta> Dice(string persona, string accion, params (string, string)[] cajas) => s.FormaAsync(persona, "SUPERVISOR", "CENTRAL", ruta, $"{ruta}/{accion}", cajas);
        Assert.Contains("Ninguna casilla del catálogo es «99 B1»", (await Dice("super", "busqueda", ("busca", "99 B1"))).Texto);
        Assert.Contains($"value=\"{s.Acta()}\"", (await Dice("super", "busqueda", ("busca", "1 b1"))).Texto);
        var primera = await Dice("super", "identificacion", ("acta", s.Acta()));
        Assert.Contains("Falta que otra persona", primera.Texto);
        Assert.Contains("Usted ya dijo qué acta es", await VerAsync(s, ruta));
        Assert.DoesNotContain("0001", await VerAsync(s, ruta, "otra"));
        Assert.Contains("otra persona", (await Dice("super", "identificacion", ("acta", s.Acta()))).Texto);
        Assert.Contains("no está en el catálogo", (await Dice("otra", "identificacion", ("acta", "dip_loc/001/NADA"))).Texto);
        Assert.Contains("Imagen identificada", (await Dice("otra", "identificacion", ("acta", s.Acta()))).Texto);
        (await s.CapturarAsync("ana", 1)).Bien();

        var suelta = (await s.ImagenAsync("de nadie", null)).Bien().Json.GetProperty("imagen").GetInt64();
        ruta = $"{Mesa}/imagenes/{suelta}";
        Assert.Contains("no hay a quién pedirle otra", (await Dice("super", "redigitalizacion", ("motivo", "x"))).Texto);
        await Dice("super", "fuera-de-catalogo", ("eleccion", "dip_loc"));
        Assert.Contains("FC-0001", (await Dice("otra", "fuera-de-catalogo", ("eleccion", "dip_loc"))).Texto);
        var lista = await VerAsync(s, Mesa);
        Assert.Contains("Nada espera una decisión", lista);
        Assert.Contains($"Imagen {suelta}</a>", await VerAsync(s, Mesa + "?ver=FueraDeCatalogo"));
        await Dice("super", "identificacion", ("acta", s.Acta(2)));
        Assert.Contains("Imagen identificada", (await Dice("otra", "identificacion", ("acta", s.Acta(2)))).Texto);
        Assert.Contains("no está registrada", WebUtility.HtmlDecode((await s.GetAsync("super", "SUPERVISOR", Mesa + "/imagenes/99")).Texto));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_imagen_reportada_se_pide_otra_o_se_acepta_como_esta(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("borrosa", s.Acta(), origen: "Casilla")).Bien();
        var turno = (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Bien().Json.GetProperty("turno").GetString();
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/reportes", new { turno, defecto = "Ilegible" })).Bien();
        Assert.Contains("Imagen reportada</td>", await VerAsync(s, Mesa));
        var acta = await VerAsync(s, De(s));
        Assert.Contains("reportó la imagen: no se lee", acta);
        Assert.DoesNotContain("(ana)", acta);
        Assert.Contains("volvió a la cola", (await DecideAsync(s, "aceptacion", ("motivo", "el papel está manchado"))).Texto);
        Assert.Contains("no espera una imagen", (await DecideAsync(s, "aceptacion", ("motivo", "otra vez"))).Texto);
        Assert.Contains("Se pidió otra imagen", (await DecideAsync(s, "redigitalizacion", ("motivo", "hay otra copia"))).Texto);
        Assert.Contains("Espera otra imagen</td>", await VerAsync(s, Mesa));
        Assert.Contains("Se pidió otra imagen: hay otra copia (super)", await VerAsync(s, De(s)));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_actas_se_retienen_y_se_elige_una_tambien_cuando_ya_estaba_verificada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("una", s.Acta(), origen: "Casilla")).Bien();
        Assert.DoesNotContain("Retener: hay dos", await VerAsync(s, De(s)));
        var otra = (await s.ImagenAsync("otra", s.Acta(), origen: "Casilla")).Bien().Json.GetProperty("imagen").GetInt64().ToString();
        Assert.Contains("Elija la imagen de la otra", (await DecideAsync(s, "retencion", ("motivo", "x"))).Texto);
        Assert.Contains("quedó retenida", (await DecideAsync(s, "retencion", ("imagen", otra), ("motivo", "firmas distintas"))).Texto);
        Assert.Contains("Dos actas distintas</td>", await VerAsync(s, Mesa));
        Assert.Contains("Elija cuál imagen", (await DecideAsync(s, "liberacion", ("motivo", "x"))).Texto);
        Assert.Contains("no es de esta acta", (await DecideAsync(s, "liberacion", ("imagen", "99"), ("motivo", "x"))).Texto);
        Assert.Contains("Quedó elegida", (await DecideAsync(s, "liberacion", ("imagen", otra), ("motivo", "dice el consejo"))).Texto);
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();

        (await s.PostAsync("digi", "DIGITALIZADOR", $"/operacion/imagenes/dos-actas/{s.Acta()}", new { nota = "apareció otra" })).Bien();
        Assert.Contains("Dos actas distintas</td>", await VerAsync(s, Mesa));
        Assert.Contains("Quedó elegida", (await DecideAsync(s, "liberacion", ("imagen", otra), ("motivo", "la publicada es la buena"))).Texto);
        Assert.Contains("Nada espera una decisión", await VerAsync(s, Mesa));
        Assert.Equal(1, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Datos!.Votos[0].Valor);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Se_corrige_lo_publicado_y_se_retira_una_imagen_entre_dos(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        var acta = await VerAsync(s, De(s));
        Assert.Contains("Abrir una corrección", acta);
        Assert.DoesNotContain("Pedir otra imagen</summary>", acta);
        Assert.Contains("Escriba el motivo", (await DecideAsync(s, "retiro", ("imagen", "1"), ("motivo", ""))).Texto);
        Assert.Contains("falta otra", (await DecideAsync(s, "retiro", ("imagen", "1"), ("motivo", "se ve una credencial"))).Texto);
        Assert.Contains("Usted pidió retirar esta imagen", await VerAsync(s, De(s) + "?imagen=1"));
        Assert.Contains("debe hacerlo otra persona", (await DecideAsync(s, "retiro", ("imagen", "1"), ("motivo", "yo otra vez"))).Texto);
        Assert.Contains("como segunda persona", await VerAsync(s, Mesa, "otra"));
        Assert.Equal(HttpStatusCode.SeeOther, (await DecideAsync(s, "otra", "retiro", ("imagen", "1"), ("motivo", "sí se ve"))).Estado);
        Assert.Contains("está retirada: no se muestra", await VerAsync(s, De(s)));
        Assert.Contains("Se retiró una imagen: sí se ve (otra)", await VerAsync(s, De(s)));

        Assert.Contains("La corrección está abierta", (await DecideAsync(s, "correccion", ("imagen", "otra"), ("motivo", "hace falta una sin la credencial"))).Texto);
        Assert.Contains("En corrección", await VerAsync(s, De(s)));
        Assert.Contains("Sólo se corrige", (await DecideAsync(s, "correccion", ("imagen", "1"), ("motivo", "otra vez"))).Texto);
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(s, "inventada", ("motivo", "x"))).Estado);
        Assert.Contains("no está en el catálogo", WebUtility.HtmlDecode((await s.GetAsync("super", "SUPERVISOR", Mesa + "/actas/dip_loc/001/NADA")).Texto));
    }

    [Fact]
    public async Task Una_segunda_imagen_de_un_acta_publicada_con_ilegibles_se_ofrece_sin_contarse()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        (await s.ImagenAsync("regular", s.Acta(), origen: "Casilla")).Bien();
        (await s.CapturarAsync("ana", -2)).Bien();
        (await s.CapturarAsync("beto", -2)).Bien();
        (await s.ImagenAsync("mejor", s.Acta(), origen: "Casilla")).Bien();
        var lista = await VerAsync(s, Mesa);
        Assert.Contains("Nada espera una decisión", lista);
        Assert.Contains("Llegó otra imagen <span class=\"n\">1</span>", lista);
        Assert.Contains("0001 B1", await VerAsync(s, Mesa + "?ver=OtraImagen"));
        Assert.Contains("¿Cuál acta?", await VerAsync(s, Mesa + "?busca=1%20b1"));
    }
}
