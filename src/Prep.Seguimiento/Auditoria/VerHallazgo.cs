using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Auditoria;

/// <summary>The plan of audit with its findings, and one finding whole. What says how to hurt the system is only for who corrects it or answers for it.</summary>
public static class VerHallazgo
{
    public static readonly Rechazo Desconocido = new("hallazgo_desconocido", "No hay un hallazgo con esa clave.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder programa)
    {
        var auditoria = programa.MapGroup("/auditoria");
        auditoria.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerHallazgos);
        auditoria.MapGet("/{hallazgo}", (string programa, string hallazgo, ContextoDeSeguimiento c, CancellationToken ct) => PintarUnoAsync(programa, hallazgo, null, null, c, ct)).RequireAuthorization(Permiso.VerHallazgos);
        PlanearPrueba.Map(auditoria);
        RegistrarHallazgo.Map(auditoria);
        SeguirHallazgo.Map(auditoria.MapGroup("/{hallazgo}"));
    }

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/auditoria";

    public static string Ruta(string programa, string hallazgo) => $"{Ruta(programa)}/{hallazgo}";

    /// <summary>Answers a form of the screen of the audit.</summary>
    internal static Task<IResult> ResponderAsync(FormaDelPrograma forma, Func<FormaDelPrograma, Programa, DateTimeOffset, Result<Suceso>> decidir, string frase, CancellationToken ct) =>
        forma.ResponderAsync((p, ahora) => decidir(forma, p, ahora), Ruta(forma.Programa), frase, (devuelto, rechazo) => PintarAsync(forma.Programa, devuelto, rechazo, forma.C, ct), ct);

    /// <summary>Answers a form of the screen of one finding.</summary>
    internal static Task<IResult> ResponderAsync(string hallazgo, FormaDelPrograma forma, Func<FormaDelPrograma, Programa, DateTimeOffset, Result<Suceso>> decidir, string frase, CancellationToken ct) =>
        forma.ResponderAsync((p, ahora) => decidir(forma, p, ahora), Ruta(forma.Programa, hallazgo), frase, (devuelto, rechazo) => PintarUnoAsync(forma.Programa, hallazgo, devuelto, rechazo, forma.C, ct), ct);

    private static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeAuditoria>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora), Devuelto = devuelto }).ConEstado(rechazo) : leido.Rechazo.ToProblem();
    }

    private static async Task<IResult> PintarUnoAsync(string programa, string hallazgo, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : !leido.Value.Auditoria.Hallazgos.TryGetValue(hallazgo, out var hallado) ? Desconocido.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeHallazgo>(new { Programa = leido.Value, Hallazgo = hallado, Devuelto = devuelto }).ConEstado(rechazo);
    }
}
