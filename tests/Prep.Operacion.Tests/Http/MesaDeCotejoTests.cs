using System.Net;
using Prep.Datos.Tests;

namespace Prep.Operacion.Tests.Http;

public sealed class MesaDeCotejoTests(ClusterDePostgres cluster)
{
    private const string Mesa = "/puestos/cotejo";

    // Four totals, five contendientes, no registradas, nulos and the total as written.
    private static (string, string)[] Marcas(params int[] distintos) =>
        [("version", "1"), .. Enumerable.Range(0, 12).Select(i => ($"campo{i}", distintos.Contains(i) ? "distinto" : "igual"))];

    private static Task<Respuesta> CotejaAsync(ServidorDePrueba s, string persona, int i, params (string, string)[] cajas) =>
        s.FormaAsync(persona, "COTEJADOR", "CATD-01", Mesa, $"{Mesa}/actas/{s.Acta(i)}", cajas);

    private static async Task<string> VerAsync(ServidorDePrueba s, string persona, string ruta, string? sitio = "CATD-01") =>
        WebUtility.HtmlDecode((await s.GetAsync(persona, "COTEJADOR", ruta, sitio)).Texto);

    private async Task<ServidorDePrueba> PublicadasAsync(string @base, int cuantas = 1)
    {
        var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        for (var i = 0; i < cuantas; i++)
        {
            await s.Datos.ActaPublicadaAsync(i);
        }

        return s;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Se_compara_renglon_por_renglon_y_sigue_la_siguiente(string @base)
    {
        await using var s = await PublicadasAsync(@base, 2);
        var inicio = await VerAsync(s, "cote", Mesa);
        Assert.Contains("<dt>Por cotejar, usted</dt><dd>2</dd>", inicio);
        Assert.DoesNotContain("179", inicio);
        Assert.Equal(HttpStatusCode.Found, (await s.GetAsync("cote", "COTEJADOR", Mesa + "?busca=20%7C001%7C3%7C0001%7CB0100", "CATD-01")).Estado);
        var acta = await VerAsync(s, "cote", $"{Mesa}/actas/{s.Acta()}");
        Assert.Contains("Boletas sobrantes", acta);
        Assert.Contains("id=\"v-campo11\">179</td>", acta);

        var falta = await CotejaAsync(s, "cote", 0, [.. Marcas().Where(m => m.Item1 != "campo4"), ("resultado", "Igual")]);
        Assert.Equal(HttpStatusCode.BadRequest, falta.Estado);
        Assert.Contains("Falta comparar «PAN»", falta.Texto);
        Assert.Matches("name=\"campo3\" value=\"igual\" checked", falta.Texto);
        Assert.Contains("Usted marcó distinto «PAN»", (await CotejaAsync(s, "cote", 0, [.. Marcas(4), ("resultado", "Igual")])).Texto);
        Assert.Contains("Marque qué campo es distinto", (await CotejaAsync(s, "cote", 0, [.. Marcas(), ("resultado", "Recaptura"), ("motivo", "x")])).Texto);
        Assert.Contains("Diga si el papel", (await CotejaAsync(s, "cote", 0, Marcas())).Texto);
        Assert.Contains("Recargue", (await CotejaAsync(s, "cote", 0, [.. Marcas().Skip(1), ("resultado", "Igual")])).Texto);

        Task<Respuesta> Acepta() => CotejaAsync(s, "cote", 0, [.. Marcas(), ("resultado", "Igual")]);
        var hecha = await Acepta();
        Assert.Equal(HttpStatusCode.SeeOther, hecha.Estado);
        Assert.Contains("El acta ya está cotejada", (await Acepta()).Texto);
        Assert.Contains("<dt>Cotejadas</dt><dd>1</dd>", await VerAsync(s, "cote", Mesa));
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Cotejado", db.Actas.Single(a => a.Numero == 1).Papel);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-01")]
    public async Task Lo_corregido_se_ofrece_solo_a_otra_persona_de_cotejo(string @base)
    {
        await using var s = await PublicadasAsync(@base);
        var sinMotivo = await CotejaAsync(s, "cote", 0, [.. Marcas(4, 5), ("resultado", "Recaptura"), ("motivo", " ")]);
        Assert.Contains("Diga en qué campo difieren y por qué", sinMotivo.Texto);
        Assert.Matches("name=\"campo5\" value=\"distinto\" checked", sinMotivo.Texto);
        Assert.Equal(HttpStatusCode.SeeOther, (await CotejaAsync(s, "cote", 0, [.. Marcas(4, 5), ("resultado", "Recaptura"), ("motivo", "dice 101 y 51")])).Estado);
        Assert.Contains("<dt>En corrección</dt><dd>1</dd>", await VerAsync(s, "cote", Mesa));
        Assert.Contains("está en corrección", await VerAsync(s, "cote", $"{Mesa}/actas/{s.Acta()}"));
        await using (var db = s.Datos.Almacen.Base.Contexto())
        {
            Assert.Contains(db.Bitacora, b => b.Accion == "cotejo_difiere" && b.Detalle == "v1 Recaptura PAN, PRI: dice 101 y 51");
        }

        (await s.CapturarAsync("caro", 101)).Bien();
        (await s.CapturarAsync("dora", 101)).Bien();
        Assert.Contains("Sólo se coteja la versión que ya está publicada", await VerAsync(s, "otro", $"{Mesa}/actas/{s.Acta()}"));
        await s.Datos.CorteAsync();
        var propia = await VerAsync(s, "cote", Mesa);
        Assert.Contains("No hay actas por cotejar para usted", propia);
        Assert.Contains("<dt>Las valida otra persona</dt><dd>1</dd>", propia);
        Assert.Contains("Usted pidió corregir esta acta", await VerAsync(s, "cote", $"{Mesa}/actas/{s.Acta()}"));
        Assert.Equal(HttpStatusCode.Found, (await s.GetAsync("otro", "COTEJADOR", Mesa + "/siguiente", "CATD-01")).Estado);
        Assert.Contains("corregida: usted la valida", await VerAsync(s, "otro", $"{Mesa}/actas/{s.Acta()}"));
        Assert.Contains("ya tiene otra versión", (await CotejaAsync(s, "otro", 0, [.. Marcas(), ("resultado", "Igual")])).Texto);
        Assert.Equal(HttpStatusCode.SeeOther, (await CotejaAsync(s, "otro", 0, [.. Marcas().Skip(1), ("version", "2"), ("resultado", "Igual")])).Estado);
        Assert.Equal(Dominio.Actas.Cotejo.AceptadaTrasCorreccion, (await s.Datos.CorteAsync()).Elecciones[0].Registros[0]!.Cotejo);
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Digitalizar_de_nuevo_no_pide_un_campo_y_solo_coteja_quien_tiene_el_papel(string @base)
    {
        await using var s = await PublicadasAsync(@base);
        var ajeno = await s.FormaAsync("cote", "COTEJADOR", "CATD-09", Mesa, $"{Mesa}/actas/{s.Acta()}", [.. Marcas(), ("resultado", "Igual")]);
        Assert.Contains("está en CATD-01", ajeno.Texto);
        Assert.Contains("está en CATD-01", await VerAsync(s, "cote", $"{Mesa}/actas/{s.Acta()}", "CATD-09"));
        Assert.Contains("no se ha recibido", await VerAsync(s, "cote", $"{Mesa}/actas/{s.Acta(1)}"));
        Assert.Contains("no está en el catálogo", await VerAsync(s, "cote", $"{Mesa}/actas/dip_loc/001/NADA"));
        Assert.Contains("no dice en qué CATD", await VerAsync(s, "cote", Mesa, null));
        Assert.Equal(HttpStatusCode.SeeOther, (await CotejaAsync(s, "cote", 0, [.. Marcas(), ("resultado", "Redigitalizacion"), ("motivo", "la foto corta el total")])).Estado);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Equal("Redigitalizar", db.Actas.Single(a => a.Numero == 1).Estado);
        Assert.Contains("No hay actas por cotejar", await VerAsync(s, "cote", Mesa));
    }
}
