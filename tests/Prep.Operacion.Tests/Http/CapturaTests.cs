using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Operacion.Captura;

namespace Prep.Operacion.Tests.Http;

public sealed class CapturaTests(ClusterDePostgres cluster)
{
    private const string Turnos = "/operacion/captura/turnos";
    private const string Capturas = "/operacion/captura/capturas";

    private async Task<ServidorDePrueba> ActaEnColaAsync(string @base)
    {
        var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("uno", s.Acta())).Bien();
        return s;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Dos_capturas_iguales_verifican_el_acta(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        (await s.CapturarAsync("ana", 100)).Bien();
        (await s.CapturarAsync("beto", 100)).Bien();
        var registro = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal(100, registro.Datos!.Votos[0].Valor);
        (await s.PostAsync("caro", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Quien_hizo_la_primera_no_hace_la_segunda(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        (await s.CapturarAsync("ana", 100)).Bien();
        (await s.PostAsync("ana", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-02")]
    public async Task La_tercera_solo_pide_los_campos_que_difieren_y_dos_de_tres_deciden(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        (await s.CapturarAsync("ana", 100)).Bien();
        (await s.CapturarAsync("beto", 170)).Bien();
        var turno = (await s.PostAsync("caro", "CAPTURA", Turnos)).Bien().Json;
        Assert.Equal("PAN", Assert.Single(turno.GetProperty("campos").EnumerateArray()).GetProperty("nombre").GetString());
        (await s.PostAsync("caro", "CAPTURA", Capturas, s.Captura(turno, 170))).Bien();
        Assert.Equal(170, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Datos!.Votos[0].Valor);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-02")]
    public async Task Sin_dos_de_tres_decide_supervision_que_no_capturo(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var resolucion = $"/operacion/actas/{s.Acta()}/resolucion";
        object Decide(int valor, string motivo = "se lee 3") => new { motivo, decisiones = new[] { new { campo = 4, valor } } };
        (await s.PostAsync("super", "SUPERVISOR", resolucion, Decide(3))).Rechaza(HttpStatusCode.Conflict, "no_esta_en_supervision");
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 2)).Bien();
        (await s.CapturarAsync("caro", 3)).Bien();
        (await s.PostAsync("beto", "SUPERVISOR", resolucion, Decide(3))).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        (await s.PostAsync("super", "SUPERVISOR", resolucion, Decide(3, " "))).Rechaza(HttpStatusCode.BadRequest, "falta_motivo");
        (await s.PostAsync("super", "SUPERVISOR", resolucion, new { motivo = "x", decisiones = Array.Empty<object>() })).Rechaza(HttpStatusCode.BadRequest, "numero_de_campos");
        (await s.PostAsync("super", "SUPERVISOR", resolucion, Decide(3))).Bien();
        Assert.Equal(3, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Datos!.Votos[0].Valor);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task El_mismo_turno_y_cuerpo_otra_vez_es_un_exito_y_otro_cuerpo_no(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var turno = (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json;
        Assert.Equal(turno.GetProperty("turno").GetString(), (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json.GetProperty("turno").GetString());
        var primera = (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 100))).Bien();
        s.Datos.Reloj.Avanzar(TimeSpan.FromHours(1));
        Assert.Equal(primera.Texto, (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 100))).Bien().Texto);
        (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 101))).Rechaza(HttpStatusCode.Conflict, "turno_con_otro_contenido");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Los_mismos_signos_partidos_de_otra_manera_son_otro_cuerpo(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var turno = (await TomarActa.EjecutarAsync(s.Datos.Como("ana"), default)).Debe();
        Task<Dominio.Result<Acuse>> Entrega(string numero, string extContigua) => CapturarActa.EjecutarAsync(
            new(turno.Turno, new("1", "B", numero, extContigua), [.. turno.Campos.Select(_ => Cantidad.Numero(1))]), s.Datos.Como("ana"), default);
        (await Entrega("1|", "")).Debe();
        (await Entrega("1", "|")).Rechaza("turno_con_otro_contenido");
        (await Entrega("1|", "")).Debe();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Un_turno_ajeno_vencido_o_inventado_no_sirve(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var turno = (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json;
        (await s.PostAsync("beto", "CAPTURA", Capturas, s.Captura(turno, 1))).Rechaza(HttpStatusCode.NotFound, "turno_desconocido");
        s.Datos.Reloj.Avanzar(TomarActa.Duracion + TimeSpan.FromSeconds(1));
        (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 1))).Rechaza(HttpStatusCode.Conflict, "turno_vencido");
        Assert.NotEqual(turno.GetProperty("turno").GetString(), (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json.GetProperty("turno").GetString());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-04")]
    public async Task Lo_que_no_cabe_en_un_acta_no_se_registra(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var turno = (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json.GetProperty("turno").GetString();
        object Cuerpo(params object?[] campos) => new { turno, clave = new { seccion = "1", tipo = "B", numero = "1", extContigua = "" }, campos };
        foreach (var malo in new object?[] { -3, 1e9, 10_000, "doce", null, 1.5, "" })
        {
            var respuesta = await s.PostAsync("ana", "CAPTURA", Capturas, Cuerpo([malo, .. Enumerable.Repeat<object?>(1, 11)]));
            Assert.Equal(HttpStatusCode.BadRequest, respuesta.Estado);
        }

        (await s.PostAsync("ana", "CAPTURA", Capturas, Cuerpo(1, 2))).Rechaza(HttpStatusCode.BadRequest, "numero_de_campos");
        (await s.PostAsync("ana", "CAPTURA", Capturas, Cuerpo(["N/A", .. Enumerable.Repeat<object?>(1, 11)]))).Rechaza(HttpStatusCode.BadRequest, "campo_no_aplica");
        (await s.PostAsync("ana", "CAPTURA", Capturas, Cuerpo(["Ilegible", "Sin dato", .. Enumerable.Repeat<object?>(1, 10)]))).Bien();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-03")]
    public async Task Una_clave_que_no_coincide_manda_la_imagen_a_identificar_y_quien_la_escribio_no_se_entera(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var buena = (await s.CapturarAsync("ana", 100)).Bien();
        var distinta = (await s.CapturarAsync("beto", 100, i: 1)).Bien();
        Assert.Equal(buena.Json.EnumerateObject().Select(p => p.Name), distinta.Json.EnumerateObject().Select(p => p.Name));
        (await s.PostAsync("caro", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        var pendiente = Assert.Single((await s.GetAsync("super", "SUPERVISOR", "/operacion/pendientes")).Bien().Json.GetProperty("actas").EnumerateArray());
        Assert.Equal(nameof(EstadoDeDatos.PorIdentificar), pendiente.GetProperty("espera").GetString());

        // Two persons say that it was that acta: it goes on with the capture it already had.
        var identificacion = $"/operacion/imagenes/{pendiente.GetProperty("imagen").GetInt64()}/identificacion";
        (await s.PostAsync("digi", "DIGITALIZADOR", identificacion, new { acta = s.Acta() })).Bien();
        (await s.PostAsync("digi", "DIGITALIZADOR", identificacion, new { acta = s.Acta() })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        Assert.True((await s.PostAsync("digi2", "DIGITALIZADOR", identificacion, new { acta = s.Acta() })).Bien().Json.GetProperty("resuelta").GetBoolean());
        (await s.CapturarAsync("caro", 100)).Bien();
        Assert.NotNull((await s.Datos.CorteAsync()).Elecciones[0].Registros[0]);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_imagen_ilegible_se_reporta_y_espera_otra_que_capturan_personas_frescas(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        (await s.CapturarAsync("ana", 100)).Bien();
        var turno = (await s.PostAsync("beto", "CAPTURA", Turnos)).Bien().Json.GetProperty("turno").GetString();
        (await s.PostAsync("beto", "CAPTURA", "/operacion/captura/reportes", new { turno, defecto = "Ilegible" })).Bien();
        (await s.PostAsync("beto", "CAPTURA", "/operacion/captura/reportes", new { turno, defecto = "Ilegible" })).Bien();
        (await s.PostAsync("beto", "CAPTURA", "/operacion/captura/reportes", new { turno, defecto = "Cortada" })).Rechaza(HttpStatusCode.Conflict, "turno_con_otro_contenido");
        (await s.PostAsync("caro", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        Assert.Equal("Vigente", (await s.ImagenAsync("mejor", s.Acta())).Bien().Json.GetProperty("estado").GetString());
        (await s.PostAsync("ana", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.PostAsync("beto", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.CapturarAsync("dora", 7)).Bien();
        (await s.CapturarAsync("caro", 7)).Bien();
        Assert.Equal(7, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Datos!.Votos[0].Valor);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "K-03")]
    public async Task Fuera_de_la_operacion_no_se_toma_ni_se_captura(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        s.Datos.Reloj.Ahora = s.Datos.Proceso.Calendario.UltimaActualizacionEn.AddMinutes(-1);
        var turno = (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json;
        s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(2));
        (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 1))).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/reportes", new { turno = turno.GetProperty("turno").GetString(), defecto = "Ilegible" }))
            .Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        (await s.PostAsync("beto", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/actas/{s.Acta()}/resolucion", new { motivo = "x", decisiones = Array.Empty<object>() }))
            .Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Muchos_captores_a_la_vez_nunca_toman_mas_turnos_que_capturas_faltan(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster, casillas: 4);
        for (var i = 0; i < 4; i++)
        {
            (await s.ImagenAsync($"imagen {i}", s.Acta(i))).Bien();
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(p => Task.Run(() => TomarActa.EjecutarAsync(s.Datos.Como($"captor {p}"), default))));
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal([2, 2, 2, 2], db.Turnos.ToList().GroupBy(t => t.Acta).Select(g => g.Count()));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task El_captor_ve_la_imagen_de_su_turno_y_solo_esa(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        var turno = (await s.PostAsync("ana", "CAPTURA", Turnos)).Bien().Json;
        var ruta = $"{Turnos}/{turno.GetProperty("turno").GetString()}/imagen";
        Assert.Contains("uno", (await s.GetAsync("ana", "CAPTURA", ruta)).Bien().Texto);
        (await s.GetAsync("beto", "CAPTURA", ruta)).Rechaza(HttpStatusCode.NotFound, "turno_desconocido");
        (await s.PostAsync("ana", "CAPTURA", Capturas, s.Captura(turno, 1))).Bien();
        (await s.GetAsync("ana", "CAPTURA", ruta)).Rechaza(HttpStatusCode.NotFound, "turno_desconocido");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Ninguna_respuesta_dice_la_ronda_ni_lo_que_otro_escribio(string @base)
    {
        await using var s = await ActaEnColaAsync(@base);
        (await s.CapturarAsync("ana", 8888)).Bien();
        (await s.CapturarAsync("beto", 7777)).Bien();
        (await s.CapturarAsync("caro", 6666)).Bien();
        (await s.PostAsync("dora", "CAPTURA", Turnos)).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        var todo = string.Join('\n', s.Respuestas) + (await s.GetAsync("super", "SUPERVISOR", "/operacion/pendientes")).Bien().Texto;
        Assert.All(new[] { "8888", "7777", "6666", "ronda", "tercera", "primera", "segunda", "ana", "beto", "caro", s.Datos.Acta().ClaveActa[..8] + "X" },
            palabra => Assert.DoesNotContain(palabra, todo, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(s.Datos.Acta().ClaveActa, string.Join('\n', s.Respuestas));
        Assert.Equal(7, s.Respuestas.Count);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Veinte_captores_a_la_vez_y_cada_acta_la_capturan_dos_personas(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster, casillas: 15);
        for (var i = 0; i < 15; i++)
        {
            (await s.ImagenAsync($"imagen {i}", s.Acta(i))).Bien();
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(p => Task.Run(() => TrabajarAsync($"captor {p}"))));
        var corte = await s.Datos.CorteAsync();
        Assert.All(corte.Elecciones[0].Registros, r => Assert.Equal(5, r?.Datos?.Votos[0].Valor));
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(30, db.Capturas.Count());
        Assert.All(db.Capturas.ToList().GroupBy(c => c.Acta), g => Assert.Equal(2, g.Select(c => c.Persona).Distinct().Count()));

        async Task TrabajarAsync(string persona)
        {
            for (var vuelta = 0; vuelta < 60; vuelta++)
            {
                var tomada = await TomarActa.EjecutarAsync(s.Datos.Como(persona), default);
                if (!tomada.IsOk)
                {
                    await Task.Delay(5);
                    continue;
                }

                var imagen = await s.Datos.Almacen.Imagenes.LeerAsync(Codigo(tomada.Value.Imagen), default);
                var i = int.Parse(JpegDePrueba.Texto(imagen!).Split(' ')[1]);
                var campos = AlmacenDePrueba.Valores(5);
                await CapturarActa.EjecutarAsync(
                    new(tomada.Value.Turno, ClaveEscrita.De(s.Datos.Proceso.Dip().Actas[i].Casilla), [.. tomada.Value.Campos.Select(f => Cantidad.DeCodigo(campos[f.Campo]))]),
                    s.Datos.Como(persona), default);
            }
        }
    }

    private static Dominio.Catalogo.CodigoDeIntegridad Codigo(string hex) =>
        Dominio.Catalogo.CodigoDeIntegridad.TryParse(hex, out var codigo) ? codigo : throw new ArgumentException(hex);
}
