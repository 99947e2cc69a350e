using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;

namespace Prep.Operacion.Puestos;

/// <summary>Where a person lands after signing in: the screens of the active puesto.</summary>
public static class Inicio
{
    internal static void Map(RouteGroupBuilder puestos) =>
        puestos.MapGet("/", () => Http.Pantallas.Pantalla<PantallaDeInicio>()).RequireAuthorization();
}
