using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Operacion.Publicacion;

namespace Prep.Operacion.Hitos;

/// <summary>What the forms of the early close do: in the screen of the milestones, and the coordinator's part in that of the CATD.</summary>
public static class MesaDeCierre
{
    private const string Hitos = "/puestos/hitos";

    internal static void Map(RouteGroupBuilder puestos)
    {
        puestos.MapPost("/catd/reafirmacion", async (IFormCollection campos, HttpContext http, Contexto c, CancellationToken ct) =>
            Vuelta.De(http, "/puestos/catd", await ReafirmarPaquete.EjecutarAsync(new(long.TryParse(campos["acta"], out var acta) ? acta : 0), c, ct), "Quedó reafirmado: el paquete no se entregó."))
            .RequireAuthorization(Permiso.OperarSitio);
        var cierre = puestos.MapGroup("/hitos/cierre").RequireAuthorization(Permiso.CerrarHitos);
        cierre.MapPost("/agotada", async (IFormCollection campos, HttpContext http, Contexto c, CancellationToken ct) =>
            Vuelta.De(http, Hitos, await DeclararAgotada.EjecutarAsync(new(campos["texto"].ToString()), c, ct), "Quedó declarada agotada la recuperación de actas."));
        cierre.MapPost("/solicitud", async (IFormCollection _, HttpContext http, Contexto c, CancellationToken ct) =>
            Vuelta.De(http, Hitos, await SolicitarCierre.EjecutarAsync(c, ct), "Se pidió el cierre. Falta que otra persona lo confirme."));
        cierre.MapPost("/confirmacion", async (IFormCollection _, HttpContext http, SenalDeReintento senal, Contexto c, CancellationToken ct) =>
        {
            var hecho = await CerrarPublicacion.ConfirmarAsync(c, ct);
            if (hecho.IsOk)
            {
                senal.Dar();
            }

            return Vuelta.De(http, Hitos, hecho, "La publicación quedó cerrada: los datos ya no cambian y sale el último corte. Termine con ./prep cerrar.");
        });
    }
}
