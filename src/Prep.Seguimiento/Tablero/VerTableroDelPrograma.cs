using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tablero;

/// <summary>How a programme goes, at a glance; the first screen of the follow-up.</summary>
public static class VerTableroDelPrograma
{
    internal static void Map(RouteGroupBuilder seguimiento)
    {
        seguimiento.MapGet("", ProgramasAsync).RequireAuthorization(Permiso.VerSeguimiento);
        seguimiento.MapGet("/{programa}", VerAsync).RequireAuthorization(Permiso.VerSeguimiento);
        var actividades = seguimiento.MapGroup("/{programa}/actividades");
        VerActividad.Map(actividades);
        CambiarEstado.Map(actividades);
        EnlazarAcuerdo.Map(actividades);
    }

    /// <summary>Address of a programme.</summary>
    public static string Ruta(string programa) => $"{Menu.Seguimiento}/{programa}";

    // One programme needs no choice.
    private static async Task<IResult> ProgramasAsync(ContextoDeSeguimiento c, CancellationToken ct) =>
        (await c.Libro.LeerAsync(ct)).Values.Where(p => p.Abierto).ToList() is var todos && todos is [var unico]
            ? Formas.Ver(Ruta(unico.Id))
            : Operacion.Http.Pantallas.Pantalla<PantallaDeProgramas>(new { Programas = Programa.ParaElegir(todos, c.Ahora) });

    private static async Task<IResult> VerAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeTablero>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) }) : leido.Rechazo.ToProblem();
    }
}
