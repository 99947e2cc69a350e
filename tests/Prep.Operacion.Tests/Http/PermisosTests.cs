using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Tests;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;

namespace Prep.Operacion.Tests.Http;

public sealed partial class PermisosTests(ClusterDePostgres cluster)
{
    private static readonly string[] _miran = [Permiso.VerPendientes, Permiso.VerSitios, Permiso.VerCortes, Permiso.VerTablero, Permiso.VerHitos, Permiso.VerSeguimiento, Permiso.VerHallazgos];

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
    public async Task Cada_pantalla_y_forma_la_usa_quien_tiene_su_permiso_y_nadie_mas()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var pantallas = s.Puntos.OfType<RouteEndpoint>().Where(p => !p.RoutePattern.RawText!.StartsWith("/operacion", StringComparison.Ordinal) && Politica(p) is { } politica && Permiso.Todos.Contains(politica)).ToArray();
        Assert.Contains(pantallas, p => p.RoutePattern.RawText == "/puestos/padron/turno");
        foreach (var pantalla in pantallas)
        {
            var permiso = Politica(pantalla)!;
            foreach (var (puesto, permisos) in Puesto.Permisos)
            {
                var estado = await PedirAsync(s, pantalla, "alguien", puesto);
                Assert.True((estado == HttpStatusCode.Forbidden) == !permisos.Contains(permiso), $"{puesto} en {pantalla.DisplayName}: {estado}");
            }

            Assert.Equal(HttpStatusCode.Unauthorized, await PedirAsync(s, pantalla, null, "CAPTURA"));
        }
    }

    [Fact]
    public async Task Lo_que_no_pide_permiso_es_la_puerta_la_cuenta_propia_y_lo_que_no_es_de_nadie()
    {
        await using var s = await ServidorDePrueba.CrearAsync("sqlite", cluster);
        var otras = s.Puntos.OfType<RouteEndpoint>().Where(p => Politica(p) is not { } politica || !Permiso.Todos.Contains(politica)).ToArray();
        foreach (var otra in otras)
        {
            var (ruta, anonima) = (otra.RoutePattern.RawText!, otra.Metadata.GetMetadata<IAllowAnonymous>() is not null);
            if (ruta.StartsWith("/cuenta", StringComparison.Ordinal))
            {
                // Of a session, whatever its puesto: these who have none are refused; those who have one are in CuentaPropiaTests.
                Assert.True(Politica(otra) == EntradaPorCookie.Propia || ruta.StartsWith("/cuenta/reposo/", StringComparison.Ordinal), ruta);
                foreach (var puesto in Puesto.Permisos.Keys)
                {
                    Assert.Equal(HttpStatusCode.Forbidden, await PedirAsync(s, otra, "alguien", puesto));
                }

                Assert.Equal(HttpStatusCode.Unauthorized, await PedirAsync(s, otra, null, "CAPTURA"));
            }
            else if (anonima)
            {
                Assert.Matches("^/(entrar|equipo|salir|recursos)", ruta);
                Assert.NotEqual(HttpStatusCode.Unauthorized, await PedirAsync(s, otra, null, "CAPTURA"));
            }
            else
            {
                Assert.Matches("^/(puestos/?$|ayuda/|openapi/|recursos/)", ruta);
            }
        }
    }

    private static string? Politica(RouteEndpoint ruta) => ruta.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(p => p is not null);

    // A form without its ficha: who may use it is told that, who may not is refused before.
    private static async Task<HttpStatusCode> PedirAsync(ServidorDePrueba s, RouteEndpoint ruta, string? persona, string puesto)
    {
        var direccion = Hueco().Replace(ruta.RoutePattern.RawText!, "1");
        return ruta.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST")
            ? (await s.EnviarAsync(HttpMethod.Post, persona, puesto, direccion, ruta.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([]))).Estado
            : persona is null ? (await s.EnviarAsync(HttpMethod.Get, null, puesto, direccion, null)).Estado
            : (await s.AbrirAsync(persona, puesto, direccion)).Estado;
    }

    [Fact]
    public void Nadie_captura_y_hace_otra_cosa() =>
        Assert.All(Puesto.Permisos.Values.Where(p => p.Contains(Permiso.Capturar)), p => Assert.Equal([Permiso.Capturar], p));

    [Fact]
    public void Quien_solo_mira_no_escribe() =>
        Assert.All(new[] { "INVITADO", "OBSERVADOR", "DIFUSOR" }, p => Assert.Empty(Puesto.Permisos[p].Except(_miran)));

    [Fact]
    public void Quien_audita_ademas_escribe_sus_hallazgos_y_nadie_mas_los_escribe()
    {
        Assert.Equal([Permiso.ObservarSeguimiento, Permiso.Auditar], Puesto.Permisos["AUDITOR"].Except(_miran));
        Assert.Equal(["AUDITOR"], Puesto.Permisos.Where(p => p.Value.Contains(Permiso.Auditar)).Select(p => p.Key));
    }

    [Fact]
    public void Quien_da_seguimiento_observa_y_de_la_noche_solo_mira() =>
        Assert.All(new[] { "COTAPREP", "PRESIDENCIA", "INTEGRANTE", "REPRESENTACION", "INE" },
            p => Assert.Equal([Permiso.ObservarSeguimiento], Puesto.Permisos[p].Except(_miran).Except([Permiso.PedirSesion, Permiso.FirmarSesion])));

    [Fact]
    public void Quien_administra_cuentas_no_toca_actas() => Assert.Equal([Permiso.CuentasDeSitio, Permiso.AdministrarCuentas], Puesto.Permisos["ADMIN_TI"]);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hueco();
}
