using System.Net;
using Prep.Datos.Filas;
using Prep.Datos.Tests;
using Prep.Dominio.Sitios;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Tests.Http;

/// <summary>The bitácora of a CATD over HTTP, on both databases.</summary>
public sealed class SitiosTests(ClusterDePostgres cluster)
{
    private const string Sitio = "/operacion/sitios/CATD-01";

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Una_noche_de_un_catd_queda_encadenada(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await AnotarAsync(s, "apertura")).Rechaza(HttpStatusCode.UnprocessableEntity, "faltan_puntos");
        await ResponderListaAsync(s, MomentoDeLista.Apertura);
        (await AnotarAsync(s, "apertura")).Bien();
        var incidente = (await AnotarAsync(s, "incidentes", new { categoria = "Energia", texto = "Se fue la luz" })).Bien().Json.GetProperty("numero").GetInt32();
        (await s.PostAsync("centro", "OPERADOR_PUBLICACION", $"{Sitio}/incidentes/{incidente}/respuestas", new { texto = "Use la planta" })).Bien();
        (await AnotarAsync(s, "cierre")).Rechaza(HttpStatusCode.UnprocessableEntity, "incidentes_abiertos");
        (await AnotarAsync(s, $"incidentes/{incidente}/acciones", new { texto = "Volvió", cierra = true })).Bien();
        (await s.EnviarEnSitioAsync("cd", "CONSEJO", "dip_loc/001", $"{Sitio}/observaciones", new { texto = "Falta una lona" })).Bien();
        await ResponderListaAsync(s, MomentoDeLista.Cierre);
        (await AnotarAsync(s, "cierre")).Bien();
        (await AnotarAsync(s, "incidentes", new { categoria = "Otra", texto = "tarde" })).Rechaza(HttpStatusCode.Conflict, "sitio_cerrado");

        var filas = await s.Datos.Almacen.Base.LeerAsync(tx => SucesoDeSitioFila.DeSitioAsync(tx, "CATD-01"), default);
        Assert.Equal(Enumerable.Range(1, filas.Count), filas.Select(f => f.Numero));
        Assert.All(filas.Zip(filas.Prepend(new() { Hash = "" })), par => Assert.Equal(par.First.Hash, par.First.HashTras(par.Second.Hash)));
        Assert.Equal(SituacionDeSitio.Cerrado, EstadoDeSitio.De(filas.Select(f => f.Suceso)).Situacion);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_base_no_deja_cambiar_ni_borrar_un_apunte(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await AnotarAsync(s, "incidentes", new { categoria = "Otra", texto = "algo" })).Bien();

        foreach (var sql in new[] { "UPDATE suceso_de_sitio SET persona = 'otra'", "DELETE FROM suceso_de_sitio" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => s.Datos.Almacen.Base.EscribirAsync<int>(tx => tx.EjecutarAsync(sql), _ => true, default));
        }
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Nadie_escribe_ni_lee_lo_que_no_es_suyo(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);

        (await s.EnviarEnSitioAsync("coord", "COORDINADOR_CATD", "CATD-02", $"{Sitio}/apertura", null)).Rechaza(HttpStatusCode.Forbidden, "sitio_ajeno");
        (await s.EnviarEnSitioAsync("coord", "COORDINADOR_CATD", "CATD-99", "/operacion/sitios/CATD-99/apertura", null)).Rechaza(HttpStatusCode.NotFound, "sitio_desconocido");
        (await s.EnviarEnSitioAsync("cd", "CONSEJO", "dip_loc/099", $"{Sitio}/observaciones", new { texto = "x" })).Rechaza(HttpStatusCode.Forbidden, "sitio_ajeno");
        Assert.Equal("[]", (await s.EnviarEnSitioAsync("cd", "CONSEJO", "dip_loc/099", "/operacion/sitios/", null, HttpMethod.Get)).Bien().Texto);
        Assert.Equal(1, (await s.EnviarEnSitioAsync("cd", "CONSEJO", "dip_loc/001", "/operacion/sitios/", null, HttpMethod.Get)).Bien().Json.GetArrayLength());
        Assert.Equal(1, (await s.GetAsync("com", "INTEGRANTE", "/operacion/sitios/")).Bien().Json.GetArrayLength());
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Dos_apuntes_a_la_vez_quedan_los_dos(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);

        var respuestas = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => AnotarAsync(s, "incidentes", new { categoria = "Otra", texto = $"incidente {i}" })));

        Assert.Equal(Enumerable.Range(1, 12), respuestas.Select(r => r.Bien().Json.GetProperty("numero").GetInt32()).Order());
    }

    [Fact]
    public async Task La_pantalla_devuelve_lo_escrito_cuando_algo_falta_y_avisa_una_vez_cuando_quedo()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        using var cliente = s.Cliente("coord", "COORDINADOR_CATD", "CATD-01");
        var ficha = Ficha(await cliente.GetStringAsync("/puestos/catd"));

        using var mala = await cliente.PostAsync("/puestos/catd/incidente", Formulario(ficha, ("categoria", ""), ("texto", "Se cayó <b>el enlace</b>")));
        var devuelta = await mala.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mala.StatusCode);
        Assert.Contains("Elija de qué es el incidente.", devuelta);
        Assert.Contains("Se cayó &lt;b&gt;el enlace&lt;/b&gt;", devuelta);

        using var buena = await cliente.PostAsync("/puestos/catd/incidente", Formulario(ficha, ("categoria", "Enlace"), ("texto", "Se cayó"), ("hora", "18:03")));
        Assert.Equal(HttpStatusCode.SeeOther, buena.StatusCode);
        Assert.Contains("Quedó en la bitácora de CATD-01 con el número 1.", await cliente.GetStringAsync("/puestos/catd"));
        Assert.DoesNotContain("Quedó en la bitácora", await cliente.GetStringAsync("/puestos/catd"));
    }

    [Fact]
    public async Task Un_formulario_sin_ficha_no_hace_nada()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        using var cliente = s.Cliente("coord", "COORDINADOR_CATD", "CATD-01");

        using var respuesta = await cliente.PostAsync("/puestos/catd/incidente", Formulario("", ("categoria", "Enlace"), ("texto", "Se cayó")));

        Assert.Equal(HttpStatusCode.BadRequest, respuesta.StatusCode);
        Assert.Contains("href=\"/puestos/catd\" autofocus", await respuesta.Content.ReadAsStringAsync());
        Assert.Empty(await s.Datos.Almacen.Base.LeerAsync(tx => SucesoDeSitioFila.TodosAsync(tx), default));
    }

    [Theory]
    [InlineData("23:50", "2024-06-03T06:20:00Z", "2024-06-03T05:50:00Z")]
    [InlineData("00:10", "2024-06-03T06:20:00Z", "2024-06-03T06:10:00Z")]
    [InlineData("18:03", "2024-06-03T00:05:00Z", "2024-06-03T00:03:00Z")]
    [InlineData("tarde", "2024-06-03T00:05:00Z", null)]
    public void La_hora_declarada_es_la_ultima_que_ya_paso(string hora, string ahora, string? esperada) => Assert.Equal(
        esperada is null ? null : DateTimeOffset.Parse(esperada),
        CatalogoDePrueba.Proceso().UltimaHora(hora, DateTimeOffset.Parse(ahora)));

    private static Task<Respuesta> AnotarAsync(ServidorDePrueba s, string que, object? cuerpo = null) => s.EnviarEnSitioAsync("coord", "COORDINADOR_CATD", "CATD-01", $"{Sitio}/{que}", cuerpo);

    private static async Task ResponderListaAsync(ServidorDePrueba s, MomentoDeLista lista)
    {
        foreach (var punto in ListaDeComprobacion.De(lista))
        {
            (await AnotarAsync(s, "puntos", new { lista = $"{lista}", punto = punto.Clave, respuesta = "Si", nota = "" })).Bien();
        }
    }

    private static string Ficha(string pagina) => System.Text.RegularExpressions.Regex.Match(pagina, "name=\"ficha\" value=\"([^\"]+)\"").Groups[1].Value;

    private static FormUrlEncodedContent Formulario(string ficha, params IEnumerable<(string, string)> campos) =>
        new(campos.Append(("ficha", ficha)).Select(c => KeyValuePair.Create(c.Item1, c.Item2)));
}
