using System.Net;
using Prep.Datos.Tests;

namespace Prep.Operacion.Tests.Http;

public sealed class MesaDeEmpaquetadoTests(ClusterDePostgres cluster)
{
    private const string Mesa = "/puestos/empaquetado";

    private static Task<Respuesta> EnviaAsync(ServidorDePrueba s, string accion, string etiqueta, params int[] actas) =>
        s.FormaAsync("coord", "COORDINADOR_CATD", "CATD-01", Mesa, $"{Mesa}/{accion}", [("etiqueta", etiqueta), .. actas.Select(i => ("acta", s.Acta(i)))]);

    private static async Task<string> VerAsync(ServidorDePrueba s, string ruta, string? sitio = "CATD-01") =>
        WebUtility.HtmlDecode((await s.GetAsync("coord", "COORDINADOR_CATD", ruta, sitio)).Texto);

    private async Task<ServidorDePrueba> ConPapelAsync(string @base, params int[] actas)
    {
        var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        (await s.PostAsync("acopio", "ACOPIADOR", "/operacion/acopio/bolsas", new { actas = actas.Select(i => new { acta = s.Acta(i) }) })).Bien();
        return s;
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba)), Trait("Regla", "A-05")]
    public async Task Se_revisa_lo_que_falta_antes_de_cerrar_y_el_recibo_lleva_el_codigo_de_la_lista(string @base)
    {
        await using var s = await ConPapelAsync(@base, 0, 1);
        Assert.Contains("2 actas por empaquetar, 0 paquetes cerrados, 4 actas faltan", await VerAsync(s, Mesa));
        var revision = await EnviaAsync(s, "revision", "P-1", 1);
        Assert.Equal(HttpStatusCode.OK, revision.Estado);
        Assert.Contains("1 acta está aquí y no va en este paquete. 4 actas esperadas no han llegado.", revision.Texto);
        Assert.Contains("0003 B1, DIPUTACIONES LOCALES: su bolsa no ha llegado", revision.Texto);
        var vuelta = (await EnviaAsync(s, "cambios", "P-1", 1)).Texto;
        Assert.Contains("value=\"P-1\"", vuelta);
        Assert.Matches($"value=\"{s.Acta(1)}\" checked", vuelta);
        await using var db = s.Datos.Almacen.Base.Contexto();
        Assert.Empty(db.Paquetes);

        var cerrado = await EnviaAsync(s, "cierre", "P-1", 1, 0);
        Assert.Equal(HttpStatusCode.SeeOther, cerrado.Estado);
        Assert.Contains("El paquete P-1 quedó cerrado con 2 actas", cerrado.Texto);
        var codigo = Empaquetado.EmpaquetarActas.CodigoDe([s.Datos.Acta(0), s.Datos.Acta(1)]);
        Assert.Contains(codigo, cerrado.Texto);
        Assert.Contains(db.Bitacora, b => b.Accion == "paquete_cerrado" && b.Detalle == $"CATD-01 P-1 actas=2 lista={codigo}");
        Assert.Contains("<strong>P-1</strong>", await VerAsync(s, Mesa));
        Assert.Contains(codigo, await VerAsync(s, Mesa + "/1"));
        Assert.Contains("No hay un paquete", await VerAsync(s, Mesa + "/1", "CATD-02"));
    }

    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Lo_que_no_puede_cerrarse_se_dice_y_las_marcas_se_conservan(string @base)
    {
        await using var s = await ConPapelAsync(@base, 0, 1);
        Assert.Contains("lleva etiqueta y al menos un acta", (await EnviaAsync(s, "revision", "P-1")).Texto);
        var sinEtiqueta = await EnviaAsync(s, "revision", " ", 1);
        Assert.Equal(HttpStatusCode.BadRequest, sinEtiqueta.Estado);
        Assert.Matches($"value=\"{s.Acta(1)}\" checked", sinEtiqueta.Texto);
        Assert.Contains("no se ha recibido", (await EnviaAsync(s, "cierre", "P-1", 2)).Texto);
        Assert.Equal(HttpStatusCode.SeeOther, (await EnviaAsync(s, "cierre", "P-1", 0)).Estado);
        Assert.Contains("quedó cerrado con 1 acta", (await EnviaAsync(s, "cierre", "P-1", 0)).Texto);
        Assert.Contains("ya está empaquetada", (await EnviaAsync(s, "cierre", "P-2", 0)).Texto);
        var repetida = await EnviaAsync(s, "cierre", "P-1", 1);
        Assert.Contains("Ya hay un paquete P-1", repetida.Texto);
        Assert.Matches($"value=\"{s.Acta(1)}\" checked", repetida.Texto);
        Assert.Contains("no dice en qué CATD", await VerAsync(s, Mesa, null));
        Assert.Contains("No hay un paquete", await VerAsync(s, Mesa + "/99"));
    }
}
