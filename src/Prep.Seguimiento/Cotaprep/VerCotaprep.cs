using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>The COTAPREP: who is in it, its plan, its sessions, what it reviews and its final report.</summary>
public static class VerCotaprep
{
    public static readonly Pestana Pestana = new("cotaprep", "COTAPREP", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var cotaprep = programa.MapGroup($"/{Pestana.Camino}");
        cotaprep.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        NombrarAlCotaprep.Map(cotaprep);
        PlanearCotaprep.Map(cotaprep);
        RevisarEntrega.Map(cotaprep);
        VerRevision.Map(cotaprep);
        InformeDelCotaprep.Map(cotaprep);
    }

    public static string Ruta(string programa) => PestanasDelPrograma.Ruta(programa, Pestana);

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDelCotaprep>(new { Programa = leido.Value, Devuelto = devuelto }).ConEstado(rechazo) : leido.Rechazo.ToProblem();
    }

    /// <summary>Answers a form of this screen.</summary>
    internal static Task<IResult> ResponderAsync(FormaDelPrograma forma, Func<FormaDelPrograma, Programa, DateTimeOffset, Result<Suceso>> decidir, string frase, CancellationToken ct) =>
        forma.ResponderAsync((p, ahora) => decidir(forma, p, ahora), Ruta(forma.Programa), frase, (devuelto, rechazo) => PintarAsync(forma.Programa, devuelto, rechazo, forma.C, ct), ct);
}
