using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Sesiones;

/// <summary>What was agreed and how far it is.</summary>
public static class VerAcuerdos
{
    public static readonly Pestana Pestana = new("acuerdos", "Acuerdos", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var acuerdos = programa.MapGroup($"/{Pestana.Camino}");
        acuerdos.MapGet("", VerAsync).RequireAuthorization(Permiso.VerSeguimiento);
        VerAcuerdo.Map(acuerdos);
        SeguirAcuerdo.Map(acuerdos);
        CorregirAcuerdo.Map(acuerdos);
    }

    public static string Ruta(string programa) => PestanasDelPrograma.Ruta(programa, Pestana);

    private static async Task<IResult> VerAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeAcuerdos>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) })
            : leido.Rechazo.ToProblem();
    }
}
