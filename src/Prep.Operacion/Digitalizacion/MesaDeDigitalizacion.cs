using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;

namespace Prep.Operacion.Digitalizacion;

/// <summary>The screen where files of a scanner or a camera become registered images, seen one by one.</summary>
public static class MesaDeDigitalizacion
{
    public const string Ruta = "/puestos/digitalizacion";

    internal static void Map(RouteGroupBuilder puestos)
    {
        puestos.MapGet("/digitalizacion", async (Contexto c, CancellationToken ct) => (IResult)Http.Pantallas.Pantalla<PantallaDeDigitalizacion>(new { Pendientes = await ActaPorDigitalizar.PendientesAsync(c, ct) }))
            .RequireAuthorization(Permiso.Digitalizar);
    }
}
