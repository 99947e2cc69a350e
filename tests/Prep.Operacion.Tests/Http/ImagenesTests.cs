using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Operacion.Digitalizacion;

namespace Prep.Operacion.Tests.Http;

public sealed class ImagenesTests(ClusterDePostgres cluster)
{
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Los_mismos_bytes_otra_vez_son_un_exito_y_no_cambian_nada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var primera = (await s.ImagenAsync("uno", s.Acta())).Bien().Json;
        var segunda = (await s.ImagenAsync("uno", s.Acta())).Bien().Json;
        Assert.Equal((primera.GetProperty("imagen").GetInt64(), true), (segunda.GetProperty("imagen").GetInt64(), segunda.GetProperty("repetida").GetBoolean()));
        (await s.ImagenAsync("uno", s.Acta(1))).Rechaza(HttpStatusCode.Conflict, "imagen_de_otra_acta");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Single(db.Imagenes);
        Assert.Contains("uno", (await s.GetAsync("super", "SUPERVISOR", $"/operacion/imagenes/{primera.GetProperty("imagen").GetInt64()}/archivo")).Bien().Texto);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_que_no_es_una_imagen_de_un_acta_se_rechaza(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("", s.Acta())).Rechaza(HttpStatusCode.BadRequest, "imagen_vacia");
        (await RecibirImagen.EjecutarAsync(new("%PDF-1.7"u8.ToArray(), Origen.Catd, Medio.Escaner, s.Datos.Acta()), s.Datos.Como("digi"), default)).Rechaza("imagen_no_es_jpeg");
        (await s.ImagenAsync("x", "dip_loc/001/NADA")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.ImagenAsync("x", "sin barras")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.ImagenAsync("x", s.Acta(), extra: "&acopioEn=2024-06-04T00:00:00Z")).Rechaza(HttpStatusCode.BadRequest, "acopio_en_el_futuro");
        Assert.Equal(HttpStatusCode.BadRequest, (await s.ImagenAsync("x", s.Acta(), forma: "Magia")).Estado);
        (await s.GetAsync("super", "SUPERVISOR", "/operacion/imagenes/77/archivo")).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
        (await s.PostAsync("digi", "DIGITALIZADOR", "/operacion/imagenes/77/identificacion", new { acta = s.Acta() })).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
        s.Datos.Reloj.Ahora = CatalogoDePrueba.Apertura.AddMinutes(-1);
        (await s.ImagenAsync("x", s.Acta())).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "K-03")]
    public async Task La_hora_de_una_foto_se_queda_dentro_de_la_operacion(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        const string antes = "&acopioEn=2024-06-02T20:00:00Z";
        (await s.ImagenAsync("foto", s.Acta(), origen: "Casilla", extra: antes)).Bien();
        (await s.ImagenAsync("hoja", s.Acta(1), extra: antes)).Rechaza(HttpStatusCode.UnprocessableEntity, "fuera_de_operacion");
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();
        Assert.Equal(CatalogoDePrueba.Apertura, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.AcopioEn);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_segunda_imagen_se_liga_y_no_se_captura_hasta_que_supervision_abre_una_correccion(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.ImagenAsync("foto", s.Acta(), origen: "Casilla")).Bien();
        var segunda = (await s.ImagenAsync("escaneo", s.Acta())).Bien().Json;
        Assert.Equal("Duplicada", segunda.GetProperty("estado").GetString());
        var correccion = $"/operacion/actas/{s.Acta()}/correccion";
        (await s.PostAsync("super", "SUPERVISOR", correccion, new { motivo = "mejor imagen" })).Rechaza(HttpStatusCode.Conflict, "no_se_corrige");
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();
        await s.Datos.CorteAsync();
        var imagen = segunda.GetProperty("imagen").GetInt64();
        (await s.PostAsync("super", "SUPERVISOR", correccion, new { motivo = "mejor imagen", imagen = 99 })).Rechaza(HttpStatusCode.BadRequest, "imagen_de_otra");
        (await s.PostAsync("super", "SUPERVISOR", correccion, new { motivo = "mejor imagen", imagen })).Bien();
        Assert.Equal(Dominio.Actas.Cotejo.EnCorreccion, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Cotejo);

        // Fresh eyes only.
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.CapturarAsync("caro", 2)).Bien();
        (await s.CapturarAsync("dora", 2)).Bien();
        var registro = (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!;
        Assert.Equal((2, 2, CodigoDeIntegridad.De(JpegDePrueba.De("escaneo")), Dominio.Actas.MotivoDeVersion.ImagenNueva),
            (registro.Version, registro.Datos!.Votos[0].Valor, registro.Imagen!.Codigo, registro.Motivo!.Value));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Sin_etiqueta_la_identifican_dos_personas_que_coinciden(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("uno", null, forma: "Ninguna")).Bien().Json.GetProperty("imagen").GetInt64();
        Task<Respuesta> Es(string persona, string acta) => s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta });
        (await Es("digi", "dip_loc/001/NADA")).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        Assert.False((await Es("digi", s.Acta())).Bien().Json.GetProperty("resuelta").GetBoolean());
        (await Es("digi", s.Acta())).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        Assert.False((await Es("dos", s.Acta(1))).Bien().Json.GetProperty("resuelta").GetBoolean());
        (await Es("digi", s.Acta(1))).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        Assert.True((await Es("super", s.Acta(1))).Bien().Json.GetProperty("resuelta").GetBoolean());
        (await Es("tres", s.Acta(1))).Rechaza(HttpStatusCode.Conflict, "no_por_identificar");
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(["Esperada", "EnCola"], db.Actas.OrderBy(a => a.Numero).Take(2).Select(a => a.Estado).ToList());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Asignada_a_mano_espera_a_una_segunda_persona(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("uno", s.Acta(), forma: "AMano")).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.PostAsync("digi", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta() })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        (await s.PostAsync("dos", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta() })).Bien();
        (await s.CapturarAsync("ana", 1)).Bien();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_imagen_de_otra_acta_se_va_y_la_que_era_duplicada_toma_su_lugar(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var mala = (await s.ImagenAsync("acta de la otra casilla", s.Acta())).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.ImagenAsync("la buena", s.Acta())).Bien();
        (await s.CapturarAsync("ana", 1, i: 1)).Bien();
        (await s.PostAsync("d1", "DIGITALIZADOR", $"/operacion/imagenes/{mala}/identificacion", new { acta = s.Acta(1) })).Bien();
        (await s.PostAsync("d2", "DIGITALIZADOR", $"/operacion/imagenes/{mala}/identificacion", new { acta = s.Acta(1) })).Bien();
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal(["EnCola", "EnCola"], db.Actas.OrderBy(a => a.Numero).Take(2).Select(a => a.Estado).ToList());
        Assert.Equal([2L, 1L], db.Imagenes.OrderBy(i => i.Id).Select(i => i.Acta!.Value).ToList());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "C-08")]
    public async Task Fuera_de_catalogo_no_se_captura_y_puede_reidentificarse_antes_del_cierre(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("rara", null, forma: "Ninguna")).Bien().Json.GetProperty("imagen").GetInt64();
        var ruta = $"/operacion/imagenes/{imagen}/fuera-de-catalogo";
        (await s.PostAsync("d1", "DIGITALIZADOR", ruta, new { eleccion = "senado" })).Rechaza(HttpStatusCode.NotFound, "acta_desconocida");
        (await s.PostAsync("d1", "DIGITALIZADOR", ruta, new { eleccion = "dip_loc" })).Bien();
        (await s.PostAsync("d1", "DIGITALIZADOR", ruta, new { eleccion = "dip_loc" })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        Assert.Equal("dip_loc/000/FC-0001", (await s.PostAsync("d2", "DIGITALIZADOR", ruta, new { eleccion = "dip_loc" })).Bien().Json.GetProperty("acta").GetString());
        (await s.PostAsync("ana", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        var fuera = Assert.Single((await s.Datos.CorteAsync()).Elecciones[0].FueraDeCatalogo);
        Assert.Equal(Contabilizada.FueraDeCatalogo, fuera.Conteo.Contabilizada);

        (await s.PostAsync("d1", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta(2) })).Bien();
        (await s.PostAsync("d2", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta(2) })).Bien();
        var corte = await s.Datos.CorteAsync();
        Assert.Empty(corte.Elecciones[0].FueraDeCatalogo);
        Assert.Equal((fuera, s.Datos.Acta(2)), corte.Elecciones[0].Reidentificadas.Select(r => (r.Era, r.Es)).Single());
        Assert.Empty(corte.Elecciones[0].Agregadas);
        (await s.CapturarAsync("ana", 1, i: 2)).Bien();
        (await s.CapturarAsync("beto", 1, i: 2)).Bien();
        var despues = (await s.Datos.CorteAsync()).Elecciones[0];
        Assert.NotNull(despues.Registros[2]);
        Assert.Empty(despues.Reidentificadas);
        var rehecho = (await new Datos.Cortes.LectorDeCorte(s.Datos.Almacen).RehacerAsync(corte.Id, default))!.Elecciones[0];
        Assert.Empty(rehecho.FueraDeCatalogo);
        Assert.Equal(corte.Elecciones[0].Reidentificadas, rehecho.Reidentificadas);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "C-08")]
    public async Task Fuera_de_catalogo_y_reidentificada_entre_dos_cortes_sale_con_las_dos_cosas(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("rara", null, forma: "Ninguna")).Bien().Json.GetProperty("imagen").GetInt64();
        foreach (var persona in new[] { "d1", "d2" })
        {
            (await s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/fuera-de-catalogo", new { eleccion = "dip_loc" })).Bien();
        }

        // Of another election after all, and out of its catalogue too.
        foreach (var persona in new[] { "d1", "d2" })
        {
            (await s.PostAsync(persona, "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/fuera-de-catalogo", new { eleccion = "ayun" })).Bien();
        }

        var corte = await s.Datos.CorteAsync();
        Assert.Equal("FC-0001", Assert.Single(corte.Elecciones[0].Agregadas).Id.ClaveActa);
        Assert.Equal(Assert.Single(corte.Elecciones[1].FueraDeCatalogo).Id, Assert.Single(corte.Elecciones[0].Reidentificadas).Es);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Proponer_el_retiro_de_una_imagen_no_borra_lo_que_alguien_dijo_de_quien_es(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("una", s.Acta(), forma: "AMano")).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.PostAsync("super", "SUPERVISOR", $"/operacion/imagenes/{imagen}/retiro", new { motivo = "credencial a la vista" })).Bien();
        Assert.True((await s.PostAsync("dos", "DIGITALIZADOR", $"/operacion/imagenes/{imagen}/identificacion", new { acta = s.Acta() })).Bien().Json.GetProperty("resuelta").GetBoolean());
        Assert.True((await s.PostAsync("coord", "COORDINADOR_CATD", $"/operacion/imagenes/{imagen}/retiro", new { motivo = "credencial" })).Bien().Json.GetProperty("retirada").GetBoolean());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_actas_distintas_de_una_casilla_se_retienen_hasta_que_decide_supervision(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var ruta = $"/operacion/actas/{s.Acta()}/";
        var una = (await s.ImagenAsync("una", s.Acta())).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "retencion", new { imagen = una, motivo = "dos actas" })).Rechaza(HttpStatusCode.BadRequest, "imagen_de_otra");
        var otra = (await s.ImagenAsync("otra", s.Acta())).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "liberacion", new { imagen = otra, motivo = "consejo" })).Rechaza(HttpStatusCode.Conflict, "no_esta_en_supervision");
        (await s.PostAsync("super", "SUPERVISOR", ruta + "retencion", new { imagen = otra, motivo = "" })).Rechaza(HttpStatusCode.BadRequest, "falta_motivo");
        (await s.PostAsync("super", "SUPERVISOR", ruta + "retencion", new { imagen = otra, motivo = "dos actas" })).Bien();
        (await s.PostAsync("beto", "CAPTURA", "/operacion/captura/turnos")).Rechaza(HttpStatusCode.NotFound, "cola_vacia");
        (await s.PostAsync("super", "SUPERVISOR", ruta + "liberacion", new { imagen = otra, motivo = "dice el consejo" })).Bien();
        (await s.CapturarAsync("beto", 2)).Bien();
        (await s.CapturarAsync("caro", 2)).Bien();
        Assert.Equal(CodigoDeIntegridad.De(JpegDePrueba.De("otra")), (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Imagen!.Codigo);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Si_el_papel_mismo_no_se_lee_supervision_acepta_la_imagen(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var ruta = $"/operacion/actas/{s.Acta()}/";
        (await s.PostAsync("super", "SUPERVISOR", ruta + "redigitalizacion", new { motivo = "borrosa" })).Rechaza(HttpStatusCode.Conflict, "no_se_captura");
        (await s.ImagenAsync("borrosa", s.Acta())).Bien();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "redigitalizacion", new { motivo = "borrosa" })).Bien();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "aceptacion", new { motivo = "" })).Rechaza(HttpStatusCode.BadRequest, "falta_motivo");
        (await s.PostAsync("super", "SUPERVISOR", ruta + "aceptacion", new { motivo = "el papel está así" })).Bien();
        (await s.PostAsync("super", "SUPERVISOR", ruta + "aceptacion", new { motivo = "otra vez" })).Rechaza(HttpStatusCode.Conflict, "no_espera_imagen");
        (await s.CapturarAsync("ana", 1)).Bien();
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Retirar_una_imagen_pide_dos_personas_y_motivo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var imagen = (await s.ImagenAsync("con datos personales", s.Acta())).Bien().Json.GetProperty("imagen").GetInt64();
        (await s.CapturarAsync("ana", 1)).Bien();
        (await s.CapturarAsync("beto", 1)).Bien();
        await s.Datos.CorteAsync();
        var ruta = $"/operacion/imagenes/{imagen}/retiro";
        (await s.PostAsync("super", "SUPERVISOR", ruta, new { motivo = " " })).Rechaza(HttpStatusCode.BadRequest, "falta_motivo");
        (await s.PostAsync("super", "SUPERVISOR", "/operacion/imagenes/99/retiro", new { motivo = "x" })).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
        Assert.False((await s.PostAsync("super", "SUPERVISOR", ruta, new { motivo = "credencial a la vista" })).Bien().Json.GetProperty("retirada").GetBoolean());
        (await s.PostAsync("super", "SUPERVISOR", ruta, new { motivo = "credencial" })).Rechaza(HttpStatusCode.Forbidden, "misma_persona");
        Assert.True((await s.PostAsync("coord", "COORDINADOR_CATD", ruta, new { motivo = "credencial" })).Bien().Json.GetProperty("retirada").GetBoolean());
        (await s.PostAsync("coord", "COORDINADOR_CATD", ruta, new { motivo = "credencial" })).Rechaza(HttpStatusCode.Conflict, "ya_retirada");
        var corte = (await s.Datos.CorteAsync()).Elecciones[0];
        Assert.True(corte.Registros[0]!.Imagen!.Retirada);
        Assert.True(Assert.Single(corte.Agregadas).Imagen!.Retirada);
        (await s.GetAsync("super", "SUPERVISOR", $"/operacion/imagenes/{imagen}/archivo")).Rechaza(HttpStatusCode.NotFound, "imagen_desconocida");
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_imagen_ajena_solo_cabe_en_una_repeticion_tambien_para_la_base(string @base)
    {
        var ajena = CodigoDeIntegridad.De("original"u8);
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await RecibirImagen.EjecutarAsync(new(default, null, null, s.Datos.Acta(), Ajena: ajena), s.Datos.Como("x"), default)).Rechaza("imagen_ajena_no_permitida");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => s.Datos.Almacen.Base.EscribirAsync(
            async tx =>
            {
                await new Datos.Filas.ImagenFila { Sha256 = ajena.Hex, Clase = "Jornada", Ajena = true }.InsertarAsync(tx);
                return true;
            },
            _ => true, default));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => s.Datos.Almacen.Base.EscribirAsync(
            async tx => await tx.EjecutarAsync("UPDATE proceso SET clase = 'Repeticion'") > 0, _ => true, default));

        await using var repeticion = await ServidorDePrueba.CrearAsync(@base, cluster, ClaseDeProceso.Repeticion);
        (await RecibirImagen.EjecutarAsync(new(default, null, null, repeticion.Datos.Acta(), Ajena: ajena), repeticion.Datos.Como("x"), default)).Debe();
    }
}
