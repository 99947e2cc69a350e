using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>The Secretaría Técnica writes down whether there is a tercero, who may be designated, and who no longer.</summary>
/// <remarks>Fuente: spec §9.1 entregables 7 y 9.</remarks>
public static class ProponerCandidato
{
    public static readonly Rechazo Desconocido = new("candidato_desconocido", "Elija a un candidato de la lista.", ClaseDeRechazo.NoExiste);

    public sealed record Determinacion(bool ConTercero, Aprobacion? Aprobacion);

    public sealed record Request(Contrato Contrato, string Nombre, string Experiencia, bool Academica);

    public sealed record Descarte(int Candidato, string Motivo);

    internal static void Map(RouteGroupBuilder contrato)
    {
        contrato.MapPost("/determinacion", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerContrato.ResponderAsync(contrato, new("determinacion", programa, campos, http, c), (_, f, p, ahora) => Decidir(p, new Determinacion(f["con"] == "si", f.Aprobacion()), ahora), "Quedó anotada la determinación.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        contrato.MapPost("/candidatos", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerContrato.ResponderAsync(contrato, new("candidato", programa, campos, http, c), (cual, f, p, _) => Decidir(p, new Request(cual, f["nombre"], f["experiencia"], f["academica"] == "si")), "Quedó en la lista de candidatos.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        contrato.MapPost("/descartes", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerContrato.ResponderAsync(contrato, new("descarte", programa, campos, http, c), (_, f, p, _) => Decidir(p, new Descarte(f.Numero("candidato") ?? 0, f["motivo"])), "Quedó descartado.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>tercero_designado</c>, <c>sin_cambio</c>, or those of an approval.</returns>
    public static Result<Suceso> Decidir(Programa programa, Determinacion r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return ReglaDeEstado.Impedimento(definicion, null, r.Aprobacion, definicion.Dia(ahora)) is { } impedimento ? impedimento
            : !r.ConTercero && programa.Contratos.Tercero.Designacion is { } ya ? new Rechazo("tercero_designado", $"Ya se designó a {ya.Candidato.Propuesto.Nombre}: no puede quedar que no hay tercero.")
            : programa.Contratos.Determinacion is { } antes && antes.ConTercero == r.ConTercero && antes.Aprobacion == r.Aprobacion ? new Rechazo("sin_cambio", "Ya está anotado así.")
            : new TerceroDeterminado(r.ConTercero, r.Aprobacion!);
    }

    /// <returns><c>sin_tercero</c>, <c>falta_nombre</c>, <c>falta_experiencia</c>, <c>candidato_repetido</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) =>
        r.Contrato == Contrato.Tercero && programa.Contratos.Determinacion is { ConTercero: false } ? new Rechazo("sin_tercero", "Se determinó que no hay tercero. Si cambió, anote antes la nueva determinación.")
        : r.Nombre.Length is 0 or > 200 ? new Rechazo("falta_nombre", "Escriba el nombre, en 200 letras o menos.", ClaseDeRechazo.Entrada)
        : r.Experiencia.Length is 0 or > 4000 ? new Rechazo("falta_experiencia", "Diga qué experiencia tiene, en 4000 letras o menos.", ClaseDeRechazo.Entrada)
        : programa.Contratos.De(r.Contrato).Candidatos.Any(c => c.Descartado is null && c.Propuesto.Nombre.Equals(r.Nombre, StringComparison.OrdinalIgnoreCase)) ? new Rechazo("candidato_repetido", $"{r.Nombre} ya está en la lista.", ClaseDeRechazo.Conflicto)
        : new CandidatoPropuesto(r.Contrato, r.Nombre, r.Experiencia, r.Academica);

    /// <returns><c>candidato_desconocido</c>, <c>candidato_designado</c>, <c>candidato_descartado</c>, <c>falta_motivo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Descarte r) =>
        programa.Contratos.Candidato(r.Candidato) is not { } candidato ? Desconocido
        : candidato.Descartado is not null ? new Rechazo("candidato_descartado", $"{candidato.Propuesto.Nombre} ya se descartó.", ClaseDeRechazo.Conflicto)
        : programa.Contratos.De(candidato.Propuesto.Contrato).Designacion?.Candidato.Numero == r.Candidato ? new Rechazo("candidato_designado", $"{candidato.Propuesto.Nombre} está designado: designe antes a otro.")
        : r.Motivo.Length == 0 ? new Rechazo("falta_motivo", "Escriba por qué se descarta.", ClaseDeRechazo.Entrada)
        : new CandidatoDescartado(r.Candidato, r.Motivo);
}
