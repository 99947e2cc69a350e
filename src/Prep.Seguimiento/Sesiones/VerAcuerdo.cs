using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;

namespace Prep.Seguimiento.Sesiones;

/// <summary>One agreement: what it owes, who carries it and its history.</summary>
public static class VerAcuerdo
{
    public static readonly Rechazo Desconocido = new("acuerdo_desconocido", "No hay un acuerdo con ese número.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder acuerdos) => acuerdos.MapGet("/{acuerdo:int}",
        (string programa, int acuerdo, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, acuerdo, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, int acuerdo) => $"{VerAcuerdos.Ruta(programa)}/{acuerdo}";

    internal static async Task<IResult> PintarAsync(string programa, int acuerdo, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : leido.Value.Sesiones.Acuerdos.GetValueOrDefault(acuerdo) is not { } hallado ? Desconocido.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeAcuerdo>(new { Programa = leido.Value, Acuerdo = hallado, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo);
    }
}
