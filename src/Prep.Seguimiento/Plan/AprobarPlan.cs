using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The Secretaría Técnica says in which session, and by which agreement, a version of the plan was approved.</summary>
public static class AprobarPlan
{
    public sealed record Request(int Version, string Sesion, string Acuerdo, DateOnly? Fecha);

    internal static void Map(RouteGroupBuilder plan) => plan.MapPost("/{version:int}/aprobacion",
        async (string programa, int version, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            Request r = new(version, campos["sesion"].ToString().Trim(), campos["acuerdo"].ToString().Trim(), DateOnly.TryParseExact(campos["fecha"], "yyyy-MM-dd", out var fecha) ? fecha : null);
            var hecho = await c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerPlan.Ruta(programa, version), $"Quedó aprobada la versión {version}.")
                : await VerPlan.PintarVersionAsync(programa, version, Devuelto.De("aprobar", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>version_desconocida</c>, <c>version_aprobada</c>, <c>falta_acuerdo</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var (plan, definicion) = (programa.Plan, programa.Plan.Definicion);
        return r.Version < 1 || r.Version > plan.Version ? new Rechazo("version_desconocida", "El plan no tiene una versión con ese número.", ClaseDeRechazo.NoExiste)
            : plan.Versiones[r.Version - 1].Aprobacion is { } ya ? new Rechazo("version_aprobada", $"La versión {r.Version} ya se aprobó en {ya.Sesion}, acuerdo {ya.Acuerdo}. Si el plan cambió, apruebe la versión nueva.", ClaseDeRechazo.Conflicto)
            : r.Sesion.Length == 0 || r.Acuerdo.Length == 0 || r.Fecha is not { } fecha ? new Rechazo("falta_acuerdo", "Diga en qué sesión se aprobó, en qué fecha y con qué número de acuerdo.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : new PlanAprobado(r.Version, r.Sesion, r.Acuerdo, fecha);
    }
}
