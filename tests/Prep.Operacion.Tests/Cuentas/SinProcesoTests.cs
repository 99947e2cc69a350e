using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Tests;
using Prep.Operacion.Http;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Cuentas;

/// <summary>Months before the night: the same host, and no process.</summary>
public sealed class SinProcesoTests(ClusterDePostgres cluster)
{
    [Fact]
    public async Task Trabajan_la_comision_y_las_cuentas_y_lo_de_la_noche_dice_que_falta()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster, conProceso: false);
        var visibles = s.Puntos.OfType<RouteEndpoint>().Where(p => p.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && !p.RoutePattern.RawText!.Contains('{'));
        foreach (var (ruta, permiso) in visibles.Select(p => (p.RoutePattern.RawText!, p.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(a => a is not null))))
        {
            foreach (var puesto in Puesto.Permisos.Where(p => permiso is null || p.Value.Contains(permiso)).Select(p => p.Key))
            {
                var respuesta = await s.GetAsync("alguien", puesto, ruta, "CENTRAL");
                Assert.True(respuesta.Estado < HttpStatusCode.InternalServerError, $"{puesto} en {ruta}: {respuesta.Texto}");
            }
        }

        (await s.GetAsync("sara", "SUPERVISOR", "/operacion/pendientes")).Rechaza(HttpStatusCode.NotFound, "sin_proceso");
        var pantalla = await s.GetAsync("sara", "SUPERVISOR", "/puestos/supervision");
        Assert.Equal(HttpStatusCode.NotFound, pantalla.Estado);
        Assert.Contains("Todavía no hay un proceso electoral", pantalla.Texto);
        Assert.Contains("Todavía no se carga el proceso electoral", (await s.GetAsync("irving", "SECRETARIA_TECNICA", "/puestos")).Bien().Texto);
        Assert.Contains("Todavía no hay un plan de trabajo", (await s.GetAsync("irving", "SECRETARIA_TECNICA", "/seguimiento")).Bien().Texto);
        Assert.Contains("Padrón y equipos", (await s.GetAsync("admi", "ADMIN_TI", "/puestos/padron")).Bien().Texto);
    }

    [Fact]
    public async Task Cada_quien_entra_y_ve_su_cuenta()
    {
        await using var s = await ServidorDeCuentas.SobreAsync(await CuentasDePrueba.CrearAsync("sqlite", cluster), conProceso: false);
        using var ana = await s.EntrarAsync("ana", await s.EquipoAsync());

        Assert.Contains("Dónde está abierta su cuenta", await ana.PaginaAsync("/cuenta"));
    }
}
