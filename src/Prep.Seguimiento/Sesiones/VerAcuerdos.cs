using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
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
        acuerdos.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        SeguirAcuerdo.Map(acuerdos);
    }

    public static string Ruta(string programa) => PestanasDelPrograma.Ruta(programa, Pestana);

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeAcuerdos>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo)
            : leido.Rechazo.ToProblem();
    }
}
