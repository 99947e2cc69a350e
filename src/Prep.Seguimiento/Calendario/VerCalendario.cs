using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Calendario;

/// <summary>What happens when: sessions, agreements that fall due and activities of each month, as a screen and as a file for the calendar of a telephone.</summary>
public static class VerCalendario
{
    public static readonly Pestana Pestana = new("calendario", "Calendario", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        programa.MapGet($"/{Pestana.Camino}", VerAsync).RequireAuthorization(Permiso.VerSeguimiento);
        programa.MapGet($"/{Pestana.Camino}.ics", IcsAsync).RequireAuthorization(Permiso.VerSeguimiento);
    }

    public static string Ruta(string programa) => PestanasDelPrograma.Ruta(programa, Pestana);

    private static async Task<IResult> VerAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeCalendario>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) })
            : leido.Rechazo.ToProblem();
    }

    private static async Task<IResult> IcsAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Results.Bytes(Encoding.UTF8.GetBytes(CalendarioIcs.Escribir(leido.Value, publico: false)), CalendarioIcs.Tipo, $"sesiones-{programa}.ics")
            : leido.Rechazo.ToProblem();
    }
}
