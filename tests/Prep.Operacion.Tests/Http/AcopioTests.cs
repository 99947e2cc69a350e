using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;

namespace Prep.Operacion.Tests.Http;

public sealed class AcopioTests(ClusterDePostgres cluster)
{
    private const string Bolsas = "/operacion/acopio/bolsas";

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Una_bolsa_estampa_una_hora_y_abre_cada_acta(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var declarada = s.Datos.Reloj.Ahora.AddMinutes(-2);
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new
        {
            actas = new object[] { new { acta = s.Acta(), documento = "RPP" }, new { acta = s.Acta(1), presente = false } },
            acopioEn = declarada,
        })).Bien();
        (await s.ImagenAsync("uno", s.Acta())).Bien();
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();
        var registro = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal(declarada, registro.AcopioEn);
        Assert.Equal(Origen.Catd, registro.Imagen!.Origen);
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta = s.Acta() } } })).Rechaza(HttpStatusCode.Conflict, "bolsa_ya_registrada");

        // What was missing appears later: SinBolsa is not the end.
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta = s.Acta(1) } } })).Bien();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_bolsa_mal_declarada_no_se_registra(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Task<Respuesta> Bolsa(string acta, DateTimeOffset? en = null, string documento = "ACTA PREP") =>
            s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta, documento } }, acopioEn = en });
        (await Bolsa(s.Acta(), s.Datos.Reloj.Ahora.AddMinutes(1))).Rechaza(HttpStatusCode.BadRequest, "acopio_en_el_futuro");
        (await Bolsa(s.Acta(), s.Datos.Reloj.Ahora.AddHours(-1))).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        (await Bolsa(s.Acta(), documento: "SERVILLETA")).Rechaza(HttpStatusCode.BadRequest, "documento_desconocido");
        (await Bolsa("dip_loc/001/20X")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = Array.Empty<object>() })).Rechaza(HttpStatusCode.BadRequest, "bolsa_vacia");
        Assert.Equal(HttpStatusCode.BadRequest, (await Bolsa("sin barras")).Estado);
        s.Datos.Reloj.Ahora = s.Datos.Proceso.Calendario.UltimaActualizacionEn.AddSeconds(1);
        (await Bolsa(s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.All(db.Actas, a => Assert.Equal(nameof(EstadoDePapel.Esperado), a.Papel));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-06")]
    public async Task En_el_CATD_nada_se_digitaliza_sin_la_hora_de_su_bolsa(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("uno", s.Acta(), conAcopio: false)).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_acopio");
        (await s.ImagenAsync("uno", null, forma: "Ninguna", conAcopio: false)).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_acopio");
        (await s.ImagenAsync("foto", s.Acta(1), origen: "Casilla")).Bien();
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta = s.Acta() } } })).Bien();
        (await s.ImagenAsync("uno", s.Acta(), conAcopio: false)).Bien();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-06")]
    public async Task El_acta_de_otra_casilla_lleva_la_hora_de_la_bolsa_en_que_vino(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var acopio = s.Datos.Reloj.Ahora;
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta = s.Acta() } } })).Bien();
        s.Datos.Reloj.Avanzar(TimeSpan.FromMinutes(3));
        var imagen = (await s.ImagenAsync("de otra", s.Acta(), forma: "AMano", conAcopio: false)).Bien().Json.GetProperty("imagen").GetInt64();
        foreach (var persona in new[] { "d1", "d2" })
        {
            (await s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta(1) })).Bien();
        }

        (await s.CapturarAsync("ana", 1, i: 1)).Bien();
        (await s.CapturarAsync("beto", 1, i: 1)).Bien();
        Assert.Equal(acopio, (await s.Datos.CorteAsync()).Elecciones[0].Registros[1]!.AcopioEn);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_bolsa_trae_el_acta_de_otra_eleccion_y_la_primera_sigue_esperada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var otra = s.Datos.Proceso.Elecciones[1].Actas[0].Id.ToString();
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new object[] { new { acta = s.Acta(), presente = false }, new { acta = otra } } })).Bien();
        (await s.ImagenAsync("ayun", otra)).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        var filas = db.Actas.OrderBy(a => a.Numero).ToList();
        Assert.Equal(("Esperada", "SinBolsa"), (filas[0].Estado, filas[0].Papel));
        Assert.Equal(("EnCola", "Recibido"), (filas[3].Estado, filas[3].Papel));
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/actas-ajenas", new { que = "acta de presidencia", aQuien = "consejo distrital INE 08", recibo = "R-1" })).Bien();
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/actas-ajenas", new { que = "acta", aQuien = "", recibo = "R-1" })).Rechaza(HttpStatusCode.BadRequest, "falta_recibo");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_bolsa_que_llega_a_otro_CATD_se_registra_ahi_y_el_papel_se_traslada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var traslado = $"/operacion/actas/{s.Acta()}/traslado";
        (await s.PostAsync("acopio", "ACOPIADOR", traslado, new { catd = "CATD-01", recibo = "7" })).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_papel");
        (await s.PostAsync("acopio", "ACOPIADOR", Bolsas, new { actas = new[] { new { acta = s.Acta() } }, catd = "CATD-09" })).Bien();
        (await s.PostAsync("acopio", "ACOPIADOR", traslado, new { catd = "CATD-01", recibo = "" })).Rechaza(HttpStatusCode.BadRequest, "falta_recibo");
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/actas/dip_loc/001/NADA/traslado", new { catd = "CATD-01", recibo = "7" })).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.PostAsync("acopio", "ACOPIADOR", traslado, new { catd = "CATD-01", recibo = "7" })).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("CATD-01", db.Actas.Single(a => a.Numero == 1).Catd);
        Assert.Contains(db.Bitacora.Where(b => b.Acta == 1), b => b.Detalle == "CATD-09 -> CATD-01 recibo=7");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Sin_acta_lo_propone_una_persona_y_lo_confirma_otra(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        object Motivo(string motivo) => new { actas = new[] { s.Acta() }, motivo };
        Task<Respuesta> Confirma(string persona, string motivo) => s.PostAsync(persona, "SUPERVISOR", "/operacion/acopio/sin-acta/confirmaciones", Motivo(motivo));
        (await Confirma("super", "PaqueteNoEntregado")).Rechaza(HttpStatusCode.Conflict, "sin_propuesta");
        (await s.PostAsync("super", "SUPERVISOR", "/operacion/acopio/sin-acta/propuestas", Motivo("PaqueteNoEntregado"))).Bien();
        (await Confirma("super", "PaqueteNoEntregado")).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        (await Confirma("otra", "CasillaNoInstalada")).Rechaza(HttpStatusCode.Conflict, "sin_propuesta");
        (await Confirma("otra", "PaqueteNoEntregado")).Bien();
        (await Confirma("tercera", "PaqueteNoEntregado")).Rechaza(HttpStatusCode.Conflict, "ya_tiene_registro");
        var registro = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal(new(Contabilizada.No, Observacion.SinActaPaqueteNoEntregado), registro.Conteo);

        // An image that appears before the close supersedes it: version 2.
        (await s.ImagenAsync("aparecio", s.Acta())).Bien();
        Assert.Equal(registro, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]);
        (await s.CapturarAsync("ana", 9)).Bien();
        (await s.CapturarAsync("beto", 9)).Bien();
        var nueva = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal((2, 9), (nueva.Version, nueva.Datos!.Votos[0].Valor));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Con_imagen_no_hay_sin_acta(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("uno", s.Acta())).Bien();
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/sin-acta/propuestas", new { actas = new[] { s.Acta(1), s.Acta() }, motivo = "PaqueteNoEntregado" }))
            .Rechaza(HttpStatusCode.UnprocessableEntity, "ya_tiene_imagen");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Esperada", db.Actas.Single(a => a.Numero == 2).Estado);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_casilla_no_instalada_es_sin_acta_en_todas_sus_elecciones(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var claves = new { claves = new[] { "200001B0100", "200003B0100" } };
        const string ruta = "/operacion/acopio/casillas-no-instaladas/";
        (await s.PostAsync("acopio", "ACOPIADOR", ruta + "propuestas", new { claves = new[] { "200001B0100", "209999B0100" } })).Rechaza(HttpStatusCode.NotFound, "casilla_desconocida");
        (await s.PostAsync("acopio", "ACOPIADOR", ruta + "propuestas", claves)).Bien();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "confirmaciones", claves)).Bien();
        var corte = await s.Datos.CorteAsync();
        Assert.All(corte.Elecciones, e => Assert.Equal([true, false, true], e.Registros.Select(r => r?.Contenido is Contenido.SinActa { Motivo: MotivoSinActa.CasillaNoInstalada })));
    }
}
