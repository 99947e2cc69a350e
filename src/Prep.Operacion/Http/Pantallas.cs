using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Prep.Operacion.Cuentas;
using Prep.Pantallas;

namespace Prep.Operacion.Http;

/// <summary>The screens of the puestos: HTML made at the server by Razor components that lie beside their use cases.</summary>
public static class Pantallas
{
    /// <summary>No inline script or style, nothing of others: what a person typed on an acta cannot become a program.</summary>
    private const string Politica = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="otros">Programs whose screens the same host serves: their styles and modules.</param>
    public static IServiceCollection AddPantallas(this IServiceCollection servicios, params IEnumerable<System.Reflection.Assembly> otros)
    {
        servicios.AddRazorComponents();
        // Spanish as it is written, not as numbers: smaller, and readable by who looks at the source.
        servicios.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        servicios.AddAntiforgery(o =>
        {
            o.HeaderName = Ficha.Encabezado;
            o.FormFieldName = "ficha";
            o.Cookie.Name = "prep.ficha";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.SuppressXFrameOptionsHeader = true;
        });
        servicios.TryAddSingleton(Tablero.AjustesDeTablero.PorOmision);
        servicios.AddSingleton<Tablero.LectorDeTablero>();
        servicios.AddSingleton<Ayuda.Manuales>();
        return servicios.AddSingleton(new RecursosDePantalla([typeof(Pantallas).Assembly, .. otros]));
    }

    /// <summary>The whole of the operation on a host, in the only order that works: who it is, what he may do, the token of his forms, and then the routes, the screens and the accounts. The program and the tests of permissions call this same one.</summary>
    public static void UseOperacion(this WebApplication app)
    {
        app.UsePantallaDeNadie();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapOperacion();
        app.MapPantallas();
        app.MapCuentas();
    }

    /// <summary>Every screen and its resources. The host adds authentication, authorization and antiforgery before.</summary>
    public static void MapPantallas(this IEndpointRouteBuilder rutas)
    {
        rutas.ServiceProvider.GetRequiredService<RecursosDePantalla>().Map(rutas);
        var puestos = rutas.MapGroup("/puestos").ExcludeFromDescription().ConProteccion().ConFicha();
        Puestos.Inicio.Map(puestos);
        var noche = puestos.MapGroup("").ConProceso();
        Acopio.MesaDeAcopio.Map(noche);
        Digitalizacion.MesaDeDigitalizacion.Map(noche);
        Identificacion.MesaDeIdentificacion.Map(noche);
        Captura.VerMesa.Map(noche);
        Supervision.MesaDeSupervision.Map(noche);
        Cotejo.MesaDeCotejo.Map(noche);
        Empaquetado.MesaDeEmpaquetado.Map(noche);
        Sitios.PantallasDeSitio.Map(noche);
        Hitos.MesaDeCierre.Map(noche);
        Sitios.BitacoraDeSitio.Map(noche);
        Hitos.MesaDeHitos.Map(noche);
        Ayuda.VerAyuda.Map(rutas.MapGroup(Ayuda.Manuales.Ruta).ExcludeFromDescription().ConProteccion());
        Tablero.VerTablero.Map(rutas.MapGroup("").ExcludeFromDescription().ConProteccion().ConProceso());
    }

    /// <summary>A page that holds a person's work: not stored, not framed, nothing foreign; what is refused in it is told in a page too.</summary>
    public static TBuilder ConProteccion<TBuilder>(this TBuilder rutas)
        where TBuilder : IEndpointConventionBuilder => rutas.AddEndpointFilter(async (contexto, siguiente) =>
        {
            Proteger(contexto.HttpContext);
            return RechazoEnPantalla.De(contexto.HttpContext, await siguiente(contexto));
        });

    internal static void Proteger(HttpContext http)
    {
        var encabezados = http.Response.Headers;
        encabezados.ContentSecurityPolicy = Politica;
        encabezados.XContentTypeOptions = "nosniff";
        encabezados.CacheControl = "no-cache, no-store";
        encabezados["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>A screen: component <typeparamref name="T"/> with its parameters by name.</summary>
    public static RazorComponentResult Pantalla<T>(object? parametros = null)
        where T : IComponent => parametros is null ? new RazorComponentResult<T>() : new RazorComponentResult<T>(parametros);
}
