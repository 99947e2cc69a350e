using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Prep.Operacion.Ayuda;

/// <summary>The help inside the screens: a list of the manuals, and each by its name or by the puesto that it is of. Whoever is in may read them all: they hold nothing of the process.</summary>
public static class VerAyuda
{
    internal static void Map(RouteGroupBuilder ayuda)
    {
        ayuda.MapGet("/", (Manuales manuales) => Http.Pantallas.Pantalla<PantallaDeAyuda>(new { manuales.Todos })).RequireAuthorization();
        ayuda.MapGet("/{que}", (string que, Manuales manuales) => manuales.Buscar(que) is { } manual
            ? Http.Pantallas.Pantalla<PantallaDeManual>(new { Manual = manual })
            : (IResult)TypedResults.NotFound()).RequireAuthorization();
    }
}
