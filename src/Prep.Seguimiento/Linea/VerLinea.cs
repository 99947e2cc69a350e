using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Linea;

/// <summary>The whole plan against time: each deliverable with the months of its drafts and final versions, the sessions, today and the election day.</summary>
public static class VerLinea
{
    public static readonly Pestana Pestana = new("linea", "Línea de tiempo", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa) => programa.MapGet("/linea", VerAsync).RequireAuthorization(Permiso.VerSeguimiento);

    private static async Task<IResult> VerAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeLinea>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) }) : leido.Rechazo.ToProblem();
    }
}
