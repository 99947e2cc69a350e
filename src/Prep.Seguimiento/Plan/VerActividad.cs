using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Plan;

/// <summary>One activity: what it asks, how far it is, what it waits for and what waits for it, and its history.</summary>
public static class VerActividad
{
    public static readonly Rechazo Desconocida = new("actividad_desconocida", "El plan no tiene una actividad con esa clave.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder actividades) => actividades.MapGet("/{actividad}",
        (string programa, string actividad, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, actividad, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, string actividad) => $"{VerTableroDelPrograma.Ruta(programa)}/actividades/{actividad}";

    internal static async Task<IResult> PintarAsync(string programa, string actividad, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo.ToProblem();
        }

        var plan = leido.Value.Plan;
        var retirada = plan.Retirada(actividad);
        return (plan.Actividad(actividad) ?? retirada?.Actividad) is not { } hallada ? Desconocida.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeActividad>(new { Programa = leido.Value, Actividad = hallada, UltimaVersion = retirada?.Version, Hoy = plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo);
    }
}
