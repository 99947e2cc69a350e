using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Tests;
using Prep.Operacion.Http;

namespace Prep.Operacion.Tests.Http;

public sealed partial class PermisosTests(ClusterDePostgres cluster)
{
    [Theory, MemberData(nameof(ServidorDePrueba.Bases), MemberType = typeof(ServidorDePrueba))]
    public async Task Cada_ruta_admite_a_los_puestos_con_su_permiso_y_a_ninguno_mas(string @base)
    {
        await using var s = await ServidorDePrueba.CrearAsync(@base, cluster);
        var rutas = s.Puntos.OfType<RouteEndpoint>().Where(p => p.RoutePattern.RawText!.StartsWith("/operacion", StringComparison.Ordinal)).ToArray();
        Assert.True(rutas.Length >= 24);
        foreach (var ruta in rutas)
        {
            var permiso = Assert.Single(ruta.Metadata.GetOrderedMetadata<IAuthorizeData>()).Policy!;
            Assert.Contains(permiso, Permiso.Todos);
            var metodo = new HttpMethod(Assert.Single(ruta.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods));
            var direccion = Hueco().Replace(ruta.RoutePattern.RawText!, "1");
            foreach (var (puesto, permisos) in Puesto.Permisos)
            {
                var respuesta = await s.EnviarAsync(metodo, "alguien", puesto, direccion, metodo == HttpMethod.Post ? new StringContent("{}", Encoding.UTF8, ruta.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json") : null);
                Assert.True((respuesta.Estado == HttpStatusCode.Forbidden) == !permisos.Contains(permiso), $"{puesto} en {metodo} {direccion}: {respuesta.Estado}");
            }

            Assert.Equal(HttpStatusCode.Unauthorized, (await s.EnviarAsync(metodo, null, "CAPTURA", direccion, null)).Estado);
        }
    }

    [Fact]
    public async Task Cada_pantalla_de_un_puesto_la_abre_quien_tiene_su_permiso_y_nadie_mas()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var pantallas = s.Puntos.OfType<RouteEndpoint>()
            .Where(p => p.RoutePattern.RawText!.StartsWith("/tablero", StringComparison.Ordinal)
                || (p.RoutePattern.RawText.StartsWith("/puestos/", StringComparison.Ordinal) && p.RoutePattern.RawText.Length > "/puestos/".Length))
            .Where(p => p.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET")).ToArray();
        Assert.NotEmpty(pantallas);
        foreach (var pantalla in pantallas)
        {
            var permiso = Assert.Single(pantalla.Metadata.GetOrderedMetadata<IAuthorizeData>()).Policy!;
            var direccion = Hueco().Replace(pantalla.RoutePattern.RawText!, "1");
            foreach (var (puesto, permisos) in Puesto.Permisos)
            {
                var respuesta = await s.AbrirAsync("alguien", puesto, direccion);
                Assert.True((respuesta.Estado == HttpStatusCode.Forbidden) == !permisos.Contains(permiso), $"{puesto} en {direccion}: {respuesta.Estado}");
            }

            Assert.Equal(HttpStatusCode.Unauthorized, (await s.EnviarAsync(HttpMethod.Get, null, "CAPTURA", direccion, null)).Estado);
        }
    }

    [Fact]
    public void Nadie_captura_y_hace_otra_cosa() =>
        Assert.All(Puesto.Permisos.Values.Where(p => p.Contains(Permiso.Capturar)), p => Assert.Equal([Permiso.Capturar], p));

    [Fact]
    public void Quien_solo_mira_no_escribe() =>
        Assert.All(new[] { "AUDITOR", "COTAPREP", "COMISION", "OBSERVADOR", "DIFUSOR" },
            p => Assert.Empty(Puesto.Permisos[p].Except([Permiso.VerPendientes, Permiso.VerSitios, Permiso.VerCortes, Permiso.VerTablero])));

    [Fact]
    public void Quien_administra_cuentas_no_toca_actas() => Assert.Equal([Permiso.CuentasDeSitio, Permiso.AdministrarCuentas], Puesto.Permisos["ADMIN_TI"]);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hueco();
}
