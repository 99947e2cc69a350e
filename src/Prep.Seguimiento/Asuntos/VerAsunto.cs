using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Asuntos;

/// <summary>The documents and observations of anything, alone: where their refused forms come back, and the screen of what has no other.</summary>
public static class VerAsunto
{
    internal static void Map(RouteGroupBuilder programas) => programas.MapGet("/asuntos/{asunto}",
        (string programa, string asunto, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, asunto, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, Asunto asunto) => $"{VerTableroDelPrograma.Ruta(programa)}/asuntos/{asunto}";

    internal static async Task<IResult> PintarAsync(string programa, string? asunto, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo.ToProblem();
        }

        var conocido = AsuntosDelPrograma.Exigir(leido.Value, asunto, c.Puesto);
        return conocido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeAsunto>(new { Programa = leido.Value, Asunto = conocido.Value, Devuelto = devuelto }).ConEstado(rechazo)
            : conocido.Rechazo.ToProblem();
    }
}
