using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Plan;

/// <summary>The Secretaría Técnica says in which session, and by which agreement, a version of the plan was approved.</summary>
public static class AprobarPlan
{
    /// <param name="DelLibro">An agreement that the Commission took in a session held here: then it says session, number and date.</param>
    public sealed record Request(int Version, string Sesion, string Acuerdo, DateOnly? Fecha, int? DelLibro = null);

    internal static void Map(RouteGroupBuilder plan) => plan.MapPost("/{version:int}/aprobacion",
        async (string programa, int version, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            Request r = new(version, campos["sesion"].ToString().Trim(), campos["acuerdo"].ToString().Trim(), DeForma.Dia(campos["fecha"]), int.TryParse(campos["delLibro"], CultureInfo.InvariantCulture, out var numero) ? numero : null);
            var hecho = await c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerPlan.Ruta(programa, version), $"Quedó aprobada la versión {version}.")
                : await VerPlan.PintarVersionAsync(programa, version, Devuelto.De("aprobar", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>version_desconocida</c>, <c>version_aprobada</c>, <c>acuerdo_desconocido</c>, <c>falta_acuerdo</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var (plan, definicion) = (programa.Plan, programa.Plan.Definicion);
        if (r.Version < 1 || r.Version > plan.Version)
        {
            return new Rechazo("version_desconocida", "El plan no tiene una versión con ese número.", ClaseDeRechazo.NoExiste);
        }

        if (EnPie(programa, plan.Versiones[r.Version - 1]) is { } ya)
        {
            return new Rechazo("version_aprobada", $"La versión {r.Version} ya se aprobó en {ya.Sesion}, acuerdo {ya.Acuerdo}. Si el plan cambió, apruebe la versión nueva.", ClaseDeRechazo.Conflicto);
        }

        if (r.DelLibro is { } numero)
        {
            return Posibles(programa).FirstOrDefault(a => a.Numero == numero) is { } acuerdo
                ? new PlanAprobado(r.Version, programa.Sesiones.Todas[acuerdo.Sesion].Nombre, acuerdo.Folio, acuerdo.Fecha, numero)
                : new Rechazo("acuerdo_desconocido", "Ese acuerdo no lo tomó la Comisión, o quedó sin efecto. Elija otro.", ClaseDeRechazo.Conflicto);
        }

        return r.Sesion.Length == 0 || r.Acuerdo.Length == 0 || r.Fecha is not { } fecha ? new Rechazo("falta_acuerdo", "Diga en qué sesión se aprobó, en qué fecha y con qué número de acuerdo.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : new PlanAprobado(r.Version, r.Sesion, r.Acuerdo, fecha);
    }

    /// <summary>The agreements of the Commission, taken here, by which a plan may be approved; the last first.</summary>
    public static IEnumerable<AcuerdoDeSesion> Posibles(Programa programa) =>
        programa.Sesiones.Acuerdos.Values.Where(a => a.Organo == OrganoColegiado.Comision && a.Estado != EstadoDeAcuerdo.SinEfecto).Reverse();

    /// <summary>The approval of a version.</summary>
    /// <returns>Null while no session approved it, and when the vote that did was annulled.</returns>
    public static PlanAprobado? EnPie(Programa programa, VersionDelPlan version) =>
        version.Aprobacion is { } a && (a.DelLibro is not { } numero || Posibles(programa).Any(p => p.Numero == numero)) ? a : null;

    /// <summary>The last version whose approval stands; null when none does.</summary>
    public static VersionDelPlan? Ultima(Programa programa) => programa.Plan.Versiones.FindLast(v => EnPie(programa, v) is not null);
}
