using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Observaciones;

/// <summary>The observations of a programme: first those that somebody still has to answer, the oldest of them above.</summary>
public static class VerObservaciones
{
    public static readonly Pestana Pestana = new("observaciones", "Observaciones", Permiso.VerSeguimiento);

    internal const int PorPagina = 25;

    internal static void Map(RouteGroupBuilder programa) => programa.MapGet("/observaciones",
        async (string programa, ContextoDeSeguimiento c, CancellationToken ct, int pagina = 1) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            return leido.IsOk ? (IResult)Operacion.Http.Pantallas.Pantalla<PantallaDeObservaciones>(new { Programa = leido.Value, Pagina = Math.Max(1, pagina) }) : leido.Rechazo.ToProblem();
        }).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/observaciones";
}
