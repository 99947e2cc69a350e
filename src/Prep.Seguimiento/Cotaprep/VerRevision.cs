using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>One round of review, with its numbered observations and their answers.</summary>
public static class VerRevision
{
    public static readonly Rechazo Desconocida = new("revision_desconocida", "No hay una revisión con esa clave.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder cotaprep) => cotaprep.MapGet("/revisiones/{revision}",
        (string programa, string revision, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, revision, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);

    public static string Ruta(string programa, string revision) => $"{VerCotaprep.Ruta(programa)}/revisiones/{revision}";

    /// <summary><c>Prototipo navegable, revisión 2</c>.</summary>
    public static string Titulo(Revision revision) => $"{Nombre(revision.Abierta.Objeto)}, revisión {revision.Abierta.Clave[(revision.Abierta.Clave.LastIndexOf('-') + 1)..]}";

    public static string Nombre(Revisable objeto) => objeto == Revisable.Prototipo ? "Prototipo navegable" : "Formato de las bases de datos";

    /// <summary>Answers a form of this screen.</summary>
    internal static Task<IResult> ResponderAsync(string revision, FormaDelPrograma forma, Func<FormaDelPrograma, Programa, DateTimeOffset, Result<Suceso>> decidir, string frase, CancellationToken ct) =>
        forma.ResponderAsync((p, ahora) => decidir(forma, p, ahora), Ruta(forma.Programa, revision), frase, (devuelto, rechazo) => PintarAsync(forma.Programa, revision, devuelto, rechazo, forma.C, ct), ct);

    private static async Task<IResult> PintarAsync(string programa, string revision, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : leido.Value.Cotaprep.Revision(revision) is not { } hallada ? Desconocida.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeRevision>(new { Programa = leido.Value, Revision = hallada, Devuelto = devuelto }).ConEstado(rechazo);
    }
}
