using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Entregables;

/// <summary>What the rules ask the institute to produce: all of it in one table, and each by itself.</summary>
public static class VerEntregable
{
    public static readonly Rechazo Desconocido = new("entregable_desconocido", "El programa no tiene un entregable con ese número.", ClaseDeRechazo.NoExiste);

    public static readonly Pestana Pestana = new("entregables", "Entregables", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var entregables = programa.MapGroup("/entregables");
        entregables.MapGet("", VerTodosAsync).RequireAuthorization(Permiso.VerSeguimiento);
        entregables.MapGet("/{numero:int}", (string programa, int numero, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, numero, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        CambiarEstadoDeEntregable.Map(entregables);
        EnviarAlIne.Map(entregables);
    }

    public static string Ruta(string programa, int numero) => $"{VerTableroDelPrograma.Ruta(programa)}/entregables/{numero}";

    internal static async Task<IResult> PintarAsync(string programa, int numero, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : leido.Value.Plan.Definicion.Entregables.FirstOrDefault(e => e.Numero == numero) is not { } hallado ? Desconocido.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeEntregable>(new { Programa = leido.Value, Estado = EstadoDeEntregable.De(leido.Value, hallado), Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo);
    }

    private static async Task<IResult> VerTodosAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeEntregables>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) }) : leido.Rechazo.ToProblem();
    }
}
