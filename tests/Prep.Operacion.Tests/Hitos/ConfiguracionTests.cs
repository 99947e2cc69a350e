using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Prep.Datos;
using Prep.Datos.Catalogo;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Hitos;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Hitos;

public sealed class ConfiguracionTests(ClusterDePostgres cluster)
{
    private const string Instancia = "INSTANCIA_INTERNA";
    private const string Ruta = "/operacion/hitos/configuracion";

    private static readonly Acuerdo _acuerdo = new("CG-18/2024", new(2024, 6, 1), "https://ejemplo.mx/cg-18.pdf");

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_que_una_propone_vale_cuando_otra_lo_confirma_y_los_cortes_lo_siguen_en_cada_nodo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await using var otroNodo = await Almacen.AbrirAsync(s.Datos.Opciones, s.Datos.Reloj, default);
        Assert.Equal(73, s.Datos.Proceso.Calendario.Cortes().Count());

        (await s.PostAsync("instancia1", Instancia, Ruta, Cuerpo(s, 0, Cada(15)))).Bien();
        Assert.Equal(73, s.Datos.Proceso.Calendario.Cortes().Count());
        (await s.PostAsync("instancia2", Instancia, Ruta, Cuerpo(s, 0, Cada(10)))).Rechaza(HttpStatusCode.Conflict, "ya_hay_propuesta");
        (await s.PostAsync("instancia1", Instancia, $"{Ruta}/1/decision", new { sobre = 0, confirma = true })).Rechaza(HttpStatusCode.Forbidden, "configuracion_misma_persona");
        (await s.PostAsync("instancia2", Instancia, $"{Ruta}/7/decision", new { sobre = 0, confirma = true })).Rechaza(HttpStatusCode.NotFound, "configuracion_desconocida");
        (await s.PostAsync("instancia2", Instancia, $"{Ruta}/1/decision", new { sobre = 0, confirma = true })).Bien();

        Assert.Equal(97, s.Datos.Proceso.Calendario.Cortes().Count());
        Assert.Equal("CG-18/2024", s.Datos.Proceso.Calendario.DeDatos!.Numero);
        (await s.PostAsync("instancia3", Instancia, $"{Ruta}/1/decision", new { sobre = 0, confirma = false })).Rechaza(HttpStatusCode.Conflict, "configuracion_cambio");
        (await s.PostAsync("instancia3", Instancia, Ruta, Cuerpo(s, 0, Cada(10)))).Rechaza(HttpStatusCode.Conflict, "configuracion_cambio");

        Assert.Equal(73, otroNodo.Catalogo!.Proceso.Calendario.Cortes().Count());
        await VerHitos.EjecutarAsync(new(new("otro"), otroNodo, s.Datos.Reloj), default);
        Assert.Equal(97, otroNodo.Catalogo!.Proceso.Calendario.Cortes().Count());
        await using var reabierto = await Almacen.AbrirAsync(s.Datos.Opciones, s.Datos.Reloj, default);
        Assert.Equal(97, reabierto.Catalogo!.Proceso.Calendario.Cortes().Count());

        var ver = (await s.GetAsync("auditor", "AUDITOR", Ruta)).Bien().Json;
        Assert.Equal((1, "Confirmada", "instancia1", "instancia2"), (ver.GetProperty("vigente").GetInt32(), ver.GetProperty("historia")[0].GetProperty("estado").GetString(),
            ver.GetProperty("historia")[0].GetProperty("propuestaDe").GetString(), ver.GetProperty("historia")[0].GetProperty("decididaDe").GetString()));
        Assert.Equal(["configuracion_propuesta", "configuracion_confirmada"], (await s.Datos.Almacen.Base.LeerAsync(tx => BitacoraFila.DeActaAsync(tx, 0), default)).Select(b => b.Accion).Where(a => a.StartsWith("configuracion", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    [Trait("Regla", "K-08")]
    public async Task Un_acuerdo_que_pide_dos_por_hora_se_rechaza_y_se_nombra_y_nada_queda(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);

        var no = await s.PostAsync("instancia1", Instancia, Ruta, Cuerpo(s, 0, Cada(30)));

        no.Rechaza(HttpStatusCode.BadRequest, "intervalo_no_permitido");
        Assert.Contains("CG-18/2024", no.Texto);
        Assert.Empty(await s.Datos.Almacen.Base.LeerAsync(ConfiguracionFila.TodasAsync, default));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_que_deciden_a_la_vez_deciden_una_vez(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.PostAsync("instancia1", Instancia, Ruta, Cuerpo(s, 0, Cada(15)))).Bien();

        var respuestas = await Task.WhenAll(
            Enumerable.Range(2, 4).Select(i => s.PostAsync($"instancia{i}", Instancia, $"{Ruta}/1/decision", new { sobre = 0, confirma = i % 2 == 0 })));

        Assert.Single(respuestas, r => r.Estado == HttpStatusCode.OK);
        Assert.All(respuestas.Where(r => r.Estado != HttpStatusCode.OK), r => r.Rechaza(HttpStatusCode.Conflict, "configuracion_cambio"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_que_proponen_a_la_vez_dejan_una_propuesta(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);

        var respuestas = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => s.PostAsync($"instancia{i}", Instancia, Ruta, Cuerpo(s, 0, Cada(15)))));

        Assert.Single(respuestas, r => r.Estado == HttpStatusCode.OK);
        Assert.Single(await s.Datos.Almacen.Base.LeerAsync(ConfiguracionFila.TodasAsync, default));
    }

    [Fact]
    public async Task Lo_que_paso_mientras_se_decidia_ya_no_se_confirma_pero_se_rechaza()
    {
        await using var datos = await AlmacenDePrueba.CrearAsync();
        var vigente = Configuracion.De(datos.Proceso);
        var tarde = vigente with { Inicio = new(vigente.Inicio.Valor.AddMinutes(20), _acuerdo) };
        (await ProponerConfiguracion.EjecutarAsync(new(0, tarde, "Se retrasa"), datos.Como("instancia1"), default)).Debe();
        datos.Reloj.Ahora = vigente.Inicio.Valor.AddMinutes(1);

        (await DecidirConfiguracion.EjecutarAsync(1, new(0, true), datos.Como("instancia2"), default)).Rechaza("hito_ya_paso");
        (await DecidirConfiguracion.EjecutarAsync(1, new(0, false), datos.Como("instancia1"), default)).Debe();

        (await ProponerConfiguracion.EjecutarAsync(new(0, vigente with { PermiteCierreAnticipado = new(false, _acuerdo) }, "Otra"), datos.Como("instancia1"), default)).Debe();
        (await DecidirConfiguracion.EjecutarAsync(2, new(0, true), datos.Como("instancia2"), default)).Debe();
        Assert.False((await VerConfiguracion.EjecutarAsync(datos.Como("auditor"), default)).Configuracion.PermiteCierreAnticipado.Valor);
    }

    [Fact]
    public async Task Por_la_pantalla_se_propone_lo_que_cambia_y_lo_demas_conserva_su_acuerdo()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var cajas = Cajas(s);
        var mala = await s.FormaAsync("instancia1", Instancia, "CENTRAL", MesaDeHitos.Ruta, "/puestos/hitos/propuesta", [.. cajas.Where(c => c.Caja != "IntervaloDeDatos"), ("IntervaloDeDatos", "30")]);
        Assert.Equal(HttpStatusCode.BadRequest, mala.Estado);
        Assert.Contains("son menos de tres actualizaciones por hora", mala.Texto);
        Assert.Contains("value=\"CG-18/2024\"", mala.Texto);

        var buena = await s.FormaAsync("instancia1", Instancia, "CENTRAL", MesaDeHitos.Ruta, "/puestos/hitos/propuesta", [.. cajas.Where(c => c.Caja != "UltimaActualizacion"), ("UltimaActualizacion", "2024-06-03T12:00")]);
        Assert.Equal(HttpStatusCode.SeeOther, buena.Estado);
        Assert.Contains("Quedó propuesta la versión 1", buena.Texto);
        var propuesta = (await VerConfiguracion.EjecutarAsync(s.Datos.Como("x"), default)).Propuesta!.Configuracion;
        Assert.Equal([(ValorDeConfiguracion.UltimaActualizacion, true, _acuerdo)], CambioDeConfiguracion.Cambios(Configuracion.De(s.Datos.Proceso), propuesta));

        var decidida = await s.FormaAsync("instancia2", Instancia, "CENTRAL", MesaDeHitos.Ruta, "/puestos/hitos/decision", ("version", "1"), ("sobre", "0"), ("decision", "confirma"));
        Assert.Contains("vale desde este momento", decidida.Texto);
        Assert.Equal(DateTimeOffset.Parse("2024-06-03T18:00:00Z"), s.Datos.Proceso.Calendario.UltimaActualizacionEn);
        Assert.DoesNotContain("Proponer un cambio", (await s.GetAsync("auditor", "AUDITOR", MesaDeHitos.Ruta)).Bien().Texto);
    }

    [Fact]
    public async Task La_noche_dice_cada_corte_tarde_u_omitido_con_su_motivo_y_da_los_documentos()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var inicio = s.Datos.Proceso.Calendario.InicioEn;
        s.Datos.Reloj.Ahora = inicio.AddMinutes(-1);
        await s.Datos.CorteAsync();
        var (pagina, pdf) = (CodigoDeIntegridad.De(Encoding.UTF8.GetBytes("p")), CodigoDeIntegridad.De(Encoding.UTF8.GetBytes("%PDF")));
        await s.Datos.Almacen.Documentos.GuardarAsync(Encoding.UTF8.GetBytes("%PDF"), default);
        await s.Datos.Almacen.Base.EscribirAsync(
            async tx =>
            {
                await new CorteOmitidoFila { InstanteEn = inicio.AddMinutes(20).AMicros(), Motivo = "El servidor estaba detenido.", RegistradoEn = inicio.AddMinutes(41).AMicros() }.AnotarAsync(tx);
                await new CorteFila { Id = "20240602_2040", InstanteEn = inicio.AddMinutes(40).AMicros(), PreparadoEn = inicio.AddMinutes(40).AMicros(), Estado = "Publicado", PublicadoEn = inicio.AddMinutes(47).AMicros(), Intentos = 3, Motivo = "Disco lleno." }.InsertarAsync(tx);
                return await DocumentoFila.AgregarAsync(tx, new() { Tipo = "ceros", Titulo = "Acta de puesta en ceros", Html = pagina.Hex, Pdf = pdf.Hex, Persona = "x", EmitidoEn = inicio.AMicros() });
            },
            _ => true,
            default);
        s.Datos.Reloj.Ahora = inicio.AddMinutes(50);

        var noche = await VerHitos.EjecutarAsync(s.Datos.Como("x"), default);
        Assert.Equal(Fase.Publicando, noche.Fase);
        Assert.Equal(
            [(VerHitos.Paso.PuestaEnCeros, VerHitos.Como.Hecho), (VerHitos.Paso.Apertura, VerHitos.Como.Hecho), (VerHitos.Paso.Inicio, VerHitos.Como.Hecho), (VerHitos.Paso.Corte, VerHitos.Como.Hecho),
             (VerHitos.Paso.Corte, VerHitos.Como.Omitido), (VerHitos.Paso.Corte, VerHitos.Como.Tarde), (VerHitos.Paso.Corte, VerHitos.Como.PorVenir),
             (VerHitos.Paso.UltimaActualizacion, VerHitos.Como.PorVenir), (VerHitos.Paso.Cierre, VerHitos.Como.PorVenir)],
            noche.Renglones.Select(r => (r.Paso, r.Como)));
        var pantalla = WebUtility.HtmlDecode((await s.GetAsync("obs", "OBSERVADOR", MesaDeHitos.Ruta)).Bien().Texto);
        Assert.All(new[] { "El servidor estaba detenido.", "Disco lleno.", "salió a las 20:47", "y 69 más hasta la última actualización", pdf.Hex }, t => Assert.Contains(t, pantalla));
        Assert.Equal("%PDF", (await s.GetAsync("obs", "OBSERVADOR", "/puestos/hitos/documentos/ceros/1/documento.pdf")).Bien().Texto);
        (await s.GetAsync("obs", "OBSERVADOR", "/puestos/hitos/documentos/ceros/2/documento.pdf")).Rechaza(HttpStatusCode.NotFound, "documento_desconocido");
    }

    private static Func<Configuracion, Configuracion> Cada(int minutos) => c => c with { IntervaloDeDatos = new(TimeSpan.FromMinutes(minutos), _acuerdo) };

    private static JsonObject Cuerpo(ServidorDePrueba s, int sobre, Func<Configuracion, Configuracion> cambio) => new()
    {
        ["sobre"] = sobre,
        ["motivo"] = "Acuerdo del Consejo",
        ["configuracion"] = JsonNode.Parse(ConfiguracionJson.Escribir(cambio(Configuracion.De(s.Datos.Proceso)))),
    };

    private static (string Caja, string Valor)[] Cajas(ServidorDePrueba s) =>
    [
        .. Enum.GetValues<ValorDeConfiguracion>().Select(v => ($"{v}", FormaDeConfiguracion.Caja(v, Configuracion.De(s.Datos.Proceso), s.Datos.Proceso))),
        ("sobre", "0"), ("sitio", ""), ("aviso", ""), ("numero", _acuerdo.Numero), ("fecha", "2024-06-01"), ("documento", _acuerdo.Documento), ("motivo", "Lo acordó el Consejo"),
    ];
}
