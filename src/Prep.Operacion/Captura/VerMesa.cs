using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;

namespace Prep.Operacion.Captura;

/// <summary>The screen where a captor works. The page is the same for all: the acta, its image and its fields come by the routes of the lease.</summary>
public static class VerMesa
{
    public const string Ruta = "/puestos/captura";

    internal static void Map(RouteGroupBuilder puestos) =>
        puestos.MapGet("/captura", () => Http.Pantallas.Pantalla<MesaDeCaptura>()).RequireAuthorization(Permiso.Capturar);
}
