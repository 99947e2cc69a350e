using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Plan;

/// <summary>The plan of work: what it wants, what it does, who is in the Commission, and each version that it had.</summary>
public static class VerPlan
{
    private static readonly Rechazo _versionDesconocida = new("version_desconocida", "El plan no tiene una versión con ese número.", ClaseDeRechazo.NoExiste);

    public static readonly Pestana Pestana = new("plan", "Plan", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var plan = programa.MapGroup("/plan");
        plan.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        plan.MapGet("/{version:int}", (string programa, int version, ContextoDeSeguimiento c, CancellationToken ct) => PintarVersionAsync(programa, version, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        EditarObjetivos.Map(plan);
        AprobarPlan.Map(plan);
        CambiarIntegrante.Map(plan);
        EditarActividad.Map(plan);
        QuitarActividad.Map(plan);
    }

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/plan";

    public static string Ruta(string programa, int version) => $"{Ruta(programa)}/{version}";

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDelPlan>(new { Programa = leido.Value, Devuelto = devuelto }).ConEstado(rechazo) : leido.Rechazo.ToProblem();
    }

    internal static async Task<IResult> PintarVersionAsync(string programa, int version, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : version < 1 || version > leido.Value.Plan.Version ? _versionDesconocida.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeVersion>(new { Programa = leido.Value, Version = leido.Value.Plan.Versiones[version - 1], Devuelto = devuelto }).ConEstado(rechazo);
    }
}
