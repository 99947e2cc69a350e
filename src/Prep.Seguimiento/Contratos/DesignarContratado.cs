using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Contratos;

/// <summary>The Secretaría Técnica writes down that a candidate was designated, and that it accepted.</summary>
/// <remarks>Fuente: RE, art. 347; spec §8.4, §9.1 entregables 7, 9 y 14.</remarks>
public static class DesignarContratado
{
    public sealed record Request(int Candidato, Aprobacion? Aprobacion);

    public sealed record Aceptacion(Contrato Contrato, DateOnly? Fecha, string Oficio);

    internal static void Map(RouteGroupBuilder contrato)
    {
        contrato.MapPost("/designacion", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerContrato.ResponderAsync(contrato, new("designacion", programa, campos, http, c), (_, f, p, ahora) => Decidir(p, new Request(f.Numero("candidato") ?? 0, f.Aprobacion()), ahora), "Quedó anotada la designación.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        contrato.MapPost("/aceptacion", (string programa, string contrato, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerContrato.ResponderAsync(contrato, new("aceptacion", programa, campos, http, c), (cual, f, p, ahora) => Decidir(p, new Aceptacion(cual, f.Dia("fecha"), f["oficio"]), ahora), "Quedó anotada la aceptación.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>candidato_desconocido</c>, <c>candidato_descartado</c>, <c>sin_cambio</c>, or those of an approval.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return programa.Contratos.Candidato(r.Candidato) is not { } candidato ? ProponerCandidato.Desconocido
            : candidato.Descartado is not null ? new Rechazo("candidato_descartado", $"{candidato.Propuesto.Nombre} se descartó: {candidato.Descartado}. Propóngalo otra vez para designarlo.")
            : ReglaDeEstado.Impedimento(definicion, null, r.Aprobacion, definicion.Dia(ahora)) is { } impedimento ? impedimento
            : programa.Contratos.De(candidato.Propuesto.Contrato).Designacion is { } ya && ya.Candidato.Numero == r.Candidato && ya.Aprobacion == r.Aprobacion ? new Rechazo("sin_cambio", $"{candidato.Propuesto.Nombre} ya está designado con ese acuerdo.")
            : new CandidatoDesignado(r.Candidato, r.Aprobacion!);
    }

    /// <returns><c>falta_designacion</c>, <c>ya_aceptado</c>, <c>falta_oficio</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>antes_de_designar</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Aceptacion r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return programa.Contratos.De(r.Contrato).Designacion is not { } designacion ? EntregarPieza.FaltaDesignacion
            : designacion.Aceptada is not null ? new Rechazo("ya_aceptado", "La aceptación ya está anotada.", ClaseDeRechazo.Conflicto)
            : r.Oficio.Length == 0 ? new Rechazo("falta_oficio", "Escriba el oficio en el que aceptó.", ClaseDeRechazo.Entrada)
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : fecha < designacion.Aprobacion.Fecha ? new Rechazo("antes_de_designar", $"No pudo aceptar el {Palabras.De(fecha)}: se designó el {Palabras.De(designacion.Aprobacion.Fecha)}.")
            : new DesignacionAceptada(r.Contrato, fecha, r.Oficio);
    }
}
