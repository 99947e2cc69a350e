using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Operacion.Http;

namespace Prep.Operacion.Captura;

/// <summary>The screen where a captor works. The page is the same for all: the acta, its image and its fields come by the routes of the lease.</summary>
public static class VerMesa
{
    public const string Ruta = "/puestos/captura";

    internal static void Map(RouteGroupBuilder puestos) =>
        puestos.MapGet("/captura", async (Contexto c, CancellationToken ct) => Http.Pantallas.Pantalla<MesaDeCaptura>(new { Entregadas = await EntregadasAsync(c, ct) }))
            .RequireAuthorization(Permiso.Capturar);

    /// <summary>How many actas the person has delivered, captured or reported: own work, whatever came of it.</summary>
    public static Task<long> EntregadasAsync(Contexto c, CancellationToken ct) => c.Almacen.Base.LeerAsync(tx => TurnoFila.EntregadosAsync(tx, c.Persona.Valor), ct);
}
