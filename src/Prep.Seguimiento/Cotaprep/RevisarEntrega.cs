using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>A round of review of the prototype or of the format of the databases: it opens with what is reviewed, and it is concluded when every observation has its answer.</summary>
/// <remarks>Fuente: spec §2.1, §9.1 entregable 11.</remarks>
public static class RevisarEntrega
{
    private const int Largo = 4000;

    public sealed record Request(Revisable? Objeto, string Que, DateOnly? Hasta);

    public sealed record Conclusion(string Revision, DateOnly? Fecha, string Opinion);

    internal static void Map(RouteGroupBuilder cotaprep)
    {
        cotaprep.MapPost("/revisiones", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("revision", programa, campos, http, c),
            (f, p, _) => Decidir(p, new Request(f.Opcion<Revisable>("objeto"), f["que"], f.Dia("hasta"))), "Quedó abierta la revisión: ya se pueden escribir observaciones.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        cotaprep.MapPost("/revisiones/{revision}/conclusion", (string programa, string revision, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerRevision.ResponderAsync(revision, new("conclusion", programa, campos, http, c),
                (f, p, ahora) => Decidir(p, new Conclusion(revision, f.Dia("fecha"), f["opinion"]), ahora), "Quedó concluida la revisión.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>falta_objeto</c>, <c>revision_abierta</c>, <c>falta_texto</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var definicion = programa.Plan.Definicion;
        return r.Objeto is not { } objeto ? new Rechazo("falta_objeto", "Elija qué se revisa.", ClaseDeRechazo.Entrada)
            : programa.Cotaprep.Revisiones.Find(x => x.Abierta.Objeto == objeto && x.Concluida is null) is { } abierta ? new Rechazo("revision_abierta", $"Sigue abierta {VerRevision.Titulo(abierta)}: conclúyala antes de abrir otra.", ClaseDeRechazo.Conflicto)
            : r.Que.Length is 0 or > Largo ? new Rechazo("falta_texto", "Diga qué versión se revisa y dónde se ve.", ClaseDeRechazo.Entrada)
            : r.Hasta is not { } hasta ? new Rechazo("falta_fecha", "Elija hasta qué día se reciben observaciones.", ClaseDeRechazo.Entrada)
            : !definicion.EnCalendario(hasta) ? ReglaDeEstado.FueraDeFecha(definicion, hasta, hasta)!
            : new RevisionAbierta($"{objeto.ToString().ToLowerInvariant()}-{programa.Cotaprep.Revisiones.Count(x => x.Abierta.Objeto == objeto) + 1}", objeto, r.Que, hasta);
    }

    /// <returns><c>revision_desconocida</c>, <c>ya_concluida</c>, <c>observaciones_pendientes</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>falta_opinion</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Conclusion r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        if (programa.Cotaprep.Revision(r.Revision) is not { } revision)
        {
            return VerRevision.Desconocida;
        }

        var pendientes = revision.Observaciones(programa).Where(o => o.Pendiente).Select(o => $"la {o.Numero}").ToList();
        return revision.Concluida is not null ? new Rechazo("ya_concluida", "Esa revisión ya se concluyó.", ClaseDeRechazo.Conflicto)
            : pendientes.Count > 0 ? new Rechazo("observaciones_pendientes", $"Falta responder {string.Join(", ", pendientes)}: una revisión se concluye con todas sus observaciones atendidas o sin proceder.")
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : r.Opinion.Length is 0 or > Largo ? new Rechazo("falta_opinion", $"Escriba la opinión del COTAPREP, en {Largo} letras o menos.", ClaseDeRechazo.Entrada)
            : new RevisionConcluida(r.Revision, fecha, r.Opinion);
    }
}
