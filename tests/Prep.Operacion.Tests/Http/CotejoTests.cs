using System.Net;
using Prep.Datos.Tests;
using static Prep.Dominio.Actas.Cotejo;

namespace Prep.Operacion.Tests.Http;

public sealed class CotejoTests(ClusterDePostgres cluster)
{
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Lo_publicado_igual_al_papel_se_acepta(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var ruta = $"/operacion/actas/{s.Acta()}/cotejo";
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Igual" })).Rechaza(HttpStatusCode.Conflict, "otra_version");
        await s.Datos.ActaPublicadaAsync();
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 2, resultado = "Igual" })).Rechaza(HttpStatusCode.Conflict, "otra_version");
        (await s.PostAsync("cote", "COTEJADOR", "/operacion/actas/dip_loc/001/NADA/cotejo", new { version = 1, resultado = "Igual" })).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Igual" })).Bien();
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Igual" })).Rechaza(HttpStatusCode.Conflict, "ya_cotejada");
        Assert.Equal(Aceptada, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Cotejo);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Sin_papel_o_sin_publicar_no_hay_cotejo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("foto", s.Acta(), origen: "Casilla")).Bien();
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();
        var ruta = $"/operacion/actas/{s.Acta()}/cotejo";
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Igual" })).Rechaza(HttpStatusCode.Conflict, "no_publicada");
        await s.Datos.CorteAsync();
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Igual" })).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_papel");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Lo_que_difiere_se_captura_de_nuevo_por_otros_y_lo_acepta_otro_cotejador(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        var ruta = $"/operacion/actas/{s.Acta()}/cotejo";
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Recaptura" })).Rechaza(HttpStatusCode.BadRequest, "falta_motivo");
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 1, resultado = "Recaptura", campo = "PAN", motivo = "dice 101" })).Bien();
        var durante = (await s.Datos.CorteAsync()).Elecciones[0];
        Assert.Equal((1, EnCorreccion, 0), (durante.Registros[0]!.Version, durante.Registros[0]!.Cotejo, durante.Agregadas.Count));

        (await s.PostAsync("beto", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.CapturarAsync("caro", 101)).Bien();
        (await s.CapturarAsync("dora", 101)).Bien();
        var nueva = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal((2, EnCorreccion, 101, Dominio.Actas.MotivoDeVersion.Cotejo), (nueva.Version, nueva.Cotejo, nueva.Datos!.Votos[0].Valor, nueva.Motivo!.Value));
        (await s.PostAsync("cote", "COTEJADOR", ruta, new { version = 2, resultado = "Igual" })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        (await s.PostAsync("otro", "COTEJADOR", ruta, new { version = 2, resultado = "Igual" })).Bien();
        var final = await s.Datos.CorteAsync();
        Assert.Equal(AceptadaTrasCorreccion, final.Elecciones[0].Registros[0]!.Cotejo);
        Assert.Equal(final.Elecciones[0].Registros, (await new Datos.Cortes.LectorDeCorte(s.Datos.Almacen).RehacerAsync(final.Id, default))!.Elecciones[0].Registros);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Pedir_redigitalizacion_espera_otra_imagen(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        (await s.PostAsync("cote", "COTEJADOR", $"/operacion/actas/{s.Acta()}/cotejo", new { version = 1, resultado = "Redigitalizacion", campo = "todo", motivo = "cortada" })).Bien();
        (await s.PostAsync("caro", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.ImagenAsync("entera", s.Acta())).Bien();
        (await s.CapturarAsync("caro", 5)).Bien();
        (await s.CapturarAsync("dora", 5)).Bien();
        Assert.Equal(2, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Version);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Si_la_imagen_nueva_era_de_otra_acta_vuelve_a_la_publicada_y_se_puede_acabar(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        (await s.PostAsync("cote", "COTEJADOR", $"/operacion/actas/{s.Acta()}/cotejo", new { version = 1, resultado = "Redigitalizacion", campo = "todo", motivo = "cortada" })).Bien();
        var nueva = (await s.ImagenAsync("de la otra casilla", s.Acta(), forma: "AMano")).Bien().Json.GetProperty("imagen").GetInt64();
        foreach (var persona in new[] { "d1", "d2" })
        {
            (await s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{nueva}/identificacion", new { acta = s.Acta(1) })).Bien();
        }

        var pendiente = Assert.Single((await s.GetAsync("super", "SUPERVISOR", "/operacion/pendientes")).Bien().Json.GetProperty("actas").EnumerateArray());
        Assert.Equal(("Redigitalizar", 1, 1L), (pendiente.GetProperty("espera").GetString(), pendiente.GetProperty("vigente").GetInt32(), pendiente.GetProperty("imagen").GetInt64()));
        var durante = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal((1, EnCorreccion), (durante.Version, durante.Cotejo));
        await using (var db = s.Datos.Almacen.Base.Contexto())
        {
            Assert.Equal(["Vigente", "Vigente"], db.Imagenes.OrderBy(i => i.Id).Select(i => i.Estado).ToList().Select(e => $"{e}"));
            Assert.Equal([1L, 2L], db.Imagenes.OrderBy(i => i.Id).Select(i => i.Acta!.Value).ToList());
        }

        (await s.CapturarAsync("luz", 1, i: 1)).Bien();
        (await s.CapturarAsync("mar", 1, i: 1)).Bien();
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/actas/{s.Acta()}/aceptacion", new { motivo = "no hay mejor" })).Bien();
        (await s.CapturarAsync("caro", 5)).Bien();
        (await s.CapturarAsync("dora", 5)).Bien();
        Assert.Equal(2, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Version);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task En_una_correccion_toma_su_lugar_la_que_llego_despues_y_no_la_que_ya_estaba(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        await s.Datos.ActaPublicadaAsync();
        (await s.ImagenAsync("ya estaba", s.Acta())).Bien();
        (await s.PostAsync("cote", "COTEJADOR", $"/operacion/actas/{s.Acta()}/cotejo", new { version = 1, resultado = "Redigitalizacion", campo = "todo", motivo = "cortada" })).Bien();
        var ajena = (await s.ImagenAsync("de la otra casilla", s.Acta(), forma: "AMano")).Bien().Json.GetProperty("imagen").GetInt64();
        var buena = (await s.ImagenAsync("la buena", s.Acta())).Bien().Json.GetProperty("imagen").GetInt64();
        foreach (var persona in new[] { "d1", "d2" })
        {
            (await s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{ajena}/identificacion", new { acta = s.Acta(1) })).Bien();
        }

        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(("EnCola", buena), db.Actas.Where(a => a.Numero == 1).Select(a => new { a.Estado, a.Imagen }).ToList().Select(a => (a.Estado, a.Imagen!.Value)).Single());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Se_empaqueta_el_papel_que_esta_en_orden_de_seccion(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        Task<Respuesta> Empaca(string etiqueta, string catd, params string[] actas) => s.PostAsync("coord", "COORDINADOR_CATD", "/operacion/paquetes/", new { catd, etiqueta, actas });
        (await Empaca("P-1", "CATD-01", s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "sin_papel");
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/bolsas", new { actas = new[] { new { acta = s.Acta() }, new { acta = s.Acta(1) }, new { acta = s.Acta(2) } } })).Bien();
        s.Datos.Reloj.Ahora = s.Datos.Proceso.Calendario.UltimaActualizacionEn.AddHours(3);
        (await Empaca("P-1", "CATD-02", s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "papel_en_otro_catd");
        (await Empaca("", "CATD-01", s.Acta())).Rechaza(HttpStatusCode.BadRequest, "paquete_incompleto");
        var paquete = (await Empaca("P-1", "CATD-01", s.Acta(1), s.Acta())).Bien();
        Assert.Equal([s.Acta(), s.Acta(1)], paquete.Json.GetProperty("lista").EnumerateArray().Select(a => a.GetString()));
        (await Empaca("P-1", "CATD-01", s.Acta(2))).Rechaza(HttpStatusCode.Conflict, "etiqueta_repetida");
        (await Empaca("P-2", "CATD-01", s.Acta(2), s.Acta())).Rechaza(HttpStatusCode.Conflict, "ya_empaquetada");
        (await Empaca("P-2", "CATD-01", "dip_loc/001/NADA")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        Assert.Equal(paquete.Texto, (await s.GetAsync("coord", "COORDINADOR_CATD", $"/operacion/paquetes/{paquete.Json.GetProperty("id").GetInt64()}")).Bien().Texto);
        (await s.GetAsync("coord", "COORDINADOR_CATD", "/operacion/paquetes/99")).Rechaza(HttpStatusCode.NotFound, "paquete_desconocido");
    }
}
