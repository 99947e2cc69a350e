using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Prep.Datos;
using Prep.Operacion.Cuentas;

namespace Prep.Operacion.Http;

/// <summary>The work of a night needs a loaded process. Months before there is none, and the same host serves the Commission: who asks for the rest is told so, by code or on a screen.</summary>
public static class ExigenciaDeProceso
{
    public static RouteGroupBuilder ConProceso(this RouteGroupBuilder grupo) => grupo.AddEndpointFilter(async (contexto, siguiente) =>
        contexto.HttpContext.RequestServices.GetRequiredService<Almacen>().Catalogo is not null ? await siguiente(contexto)
        : EntradaPorCookie.EsDePrograma(contexto.HttpContext.Request) ? Contexto.SinProceso.ToProblem()
        : Pantallas.Pantalla<Puestos.PantallaSinProceso>(new { Ruta = contexto.HttpContext.Request.Path.Value }).ConEstado(Contexto.SinProceso));
}
