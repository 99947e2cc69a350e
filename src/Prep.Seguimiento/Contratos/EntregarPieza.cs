using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>The Secretaría Técnica writes down that a paper of a contract came to a form: instrument, technical annex or plan of audit.</summary>
/// <remarks>Fuente: spec §9.1 entregables 10 y 15.</remarks>
public static class EntregarPieza
{
    public static readonly Rechazo FaltaDesignacion = new("falta_designacion", "Todavía no se designa a nadie: anote antes la designación.");

    public sealed record Request(Contrato Contrato, Pieza? Pieza, FaseDeDocumento? Fase, DateOnly? Fecha, string Referencia);

    internal static void Map(RouteGroupBuilder contrato) => contrato.MapPost("/piezas", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        VerContrato.ResponderAsync(contrato, new("pieza", programa, campos, http, c),
            (cual, f, p, ahora) => Decidir(p, new(cual, f.Opcion<Pieza>("pieza"), f.Opcion<FaseDeDocumento>("fase"), f.Dia("fecha"), f["referencia"]), ahora), "Quedó anotado. Suba su archivo abajo, en documentos.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>falta_pieza</c>, <c>pieza_ajena</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>falta_designacion</c>, <c>falta_referencia</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        var contratacion = programa.Contratos.De(r.Contrato);
        return r is not { Pieza: { } pieza, Fase: { } fase } ? new Rechazo("falta_pieza", "Elija qué es y si es el proyecto o la versión final.", ClaseDeRechazo.Entrada)
            : pieza == Pieza.PlanDeAuditoria && r.Contrato != Contrato.EnteAuditor ? new Rechazo("pieza_ajena", "El plan de auditoría es del ente auditor.")
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : fase == FaseDeDocumento.VersionFinal && contratacion.Designacion is null ? FaltaDesignacion
            : r.Referencia.Length is 0 or > 200 ? new Rechazo("falta_referencia", "Escriba su número, o el del oficio con el que llegó.", ClaseDeRechazo.Entrada)
            : new PiezaEntregada(r.Contrato, pieza, fase, fecha, r.Referencia) switch
            {
                var entregada when contratacion.De(pieza, fase) == entregada => new Rechazo("sin_cambio", "Ya está anotado así."),
                var entregada => entregada,
            };
    }
}
