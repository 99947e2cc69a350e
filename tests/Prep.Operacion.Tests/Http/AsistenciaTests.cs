using System.Net;
using Prep.Datos.Tests;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Cuentas;

namespace Prep.Operacion.Tests.Http;

/// <summary>Staff against roster: names for the coordinator of that site, counts for the centre.</summary>
public sealed class AsistenciaTests(ClusterDePostgres cluster)
{
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task La_coordinacion_ve_quien_falta_y_el_centro_cuantos(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        ContextoDeCuentas cuentas = new(new("admi"), s.Cuentas, s.Datos.Proceso, s.Datos.Reloj);
        (await CargarPadron.EjecutarAsync(CuentasDePrueba.Leer(CuentasDePrueba.Padron), cuentas, default)).Debe();
        Assert.Contains("0 de 4 presentes; faltan 4", await VerAsync(s, "coco", "COORDINADOR_CATD", "/puestos/catd", "CATD-01"));

        (await RegistrarAsistencia.EntradaAsync("ana", cuentas, default)).Debe();
        (await RegistrarAsistencia.EntradaAsync("beto", cuentas, default)).Debe();
        (await RegistrarAsistencia.SalidaAsync("beto", cuentas, default)).Debe();

        var catd = await VerAsync(s, "coco", "COORDINADOR_CATD", "/puestos/catd", "CATD-01");
        Assert.Contains("1 de 4 presentes; faltan 2", catd);
        Assert.Contains("Presentes: 1 de 4; faltan 2", catd);    // beside the point of the opening list
        Assert.Contains("Siguen sin salida: 1", await AbiertoAsync(s));
        var personal = catd[catd.IndexOf("Personal del padrón", StringComparison.Ordinal)..];
        Assert.Equal(["Coco Sosa", "Sara Díaz", "Ana López", "Beto Ruiz"], new[] { "Ana López", "Beto Ruiz", "Coco Sosa", "Sara Díaz" }.OrderBy(n => personal.IndexOf(n, StringComparison.Ordinal)));
        Assert.Contains("Supervisión, Captura", personal);
        Assert.Contains("No ha llegado", personal);
        Assert.Contains("Presente desde las", personal);
        Assert.Contains("Salió a las", personal);
        Assert.DoesNotContain("Otto Paz", catd);

        var centro = await VerAsync(s, "centro", "OPERADOR_PUBLICACION", "/puestos/central");
        Assert.Contains("<td class=\"n\">1 de 4</td><td class=\"n\">2</td>", centro);
        Assert.DoesNotContain("Sara Díaz", centro);
        Assert.DoesNotContain("Otto Paz", await VerAsync(s, "otra", "COORDINADOR_CATD", "/puestos/catd", "CATD-02"));
    }

    private static async Task<string> AbiertoAsync(ServidorDePrueba s)
    {
        foreach (var punto in Dominio.Sitios.ListaDeComprobacion.Apertura)
        {
            (await s.EnviarEnSitioAsync("coco", "COORDINADOR_CATD", "CATD-01", "/operacion/sitios/CATD-01/puntos", new { lista = "Apertura", punto = punto.Clave, respuesta = "Si", nota = "" })).Bien();
        }

        (await s.EnviarEnSitioAsync("coco", "COORDINADOR_CATD", "CATD-01", "/operacion/sitios/CATD-01/apertura", null)).Bien();
        return await VerAsync(s, "coco", "COORDINADOR_CATD", "/puestos/catd", "CATD-01");
    }

    private static async Task<string> VerAsync(ServidorDePrueba s, string persona, string puesto, string ruta, string? sitio = null) =>
        WebUtility.HtmlDecode((await s.GetAsync(persona, puesto, ruta, sitio)).Bien().Texto);
}
