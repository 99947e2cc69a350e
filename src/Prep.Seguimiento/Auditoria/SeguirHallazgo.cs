using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Auditoria;

/// <summary>What follows a finding: the institute says what it does, the auditor proves it again. Only the auditor closes one.</summary>
/// <remarks>Fuente: spec §8.4.</remarks>
public static class SeguirHallazgo
{
    private static readonly EstadoDeHallazgo[] _delInstituto = [EstadoDeHallazgo.EnCorreccion, EstadoDeHallazgo.Corregido, EstadoDeHallazgo.RiesgoAceptado];

    public sealed record Atencion(string Hallazgo, EstadoDeHallazgo? Estado, string Texto);

    public sealed record Prueba(string Hallazgo, bool? Pasa, DateOnly? Fecha, string Texto);

    /// <summary>The states that the institute may say.</summary>
    public static IReadOnlyList<EstadoDeHallazgo> DelInstituto => _delInstituto;

    internal static void Map(RouteGroupBuilder hallazgo)
    {
        hallazgo.MapPost("/atenciones", (string programa, string hallazgo, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerHallazgo.ResponderAsync(hallazgo, new("atencion", programa, campos, http, c), (f, p, _) => Decidir(p, new Atencion(hallazgo, f.Opcion<EstadoDeHallazgo>("estado"), f["texto"])), "Quedó anotado.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        hallazgo.MapPost("/pruebas", (string programa, string hallazgo, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerHallazgo.ResponderAsync(hallazgo, new("reprueba", programa, campos, http, c),
                (f, p, ahora) => Decidir(p, new Prueba(hallazgo, f["pasa"] switch { "si" => true, "no" => false, _ => null }, f.Dia("fecha"), f["texto"]), ahora), "Quedó anotada la nueva prueba.", ct)).RequireAuthorization(Permiso.Auditar);
    }

    /// <returns><c>hallazgo_desconocido</c>, <c>hallazgo_cerrado</c>, <c>falta_estado</c>, <c>falta_texto</c>, <c>sin_cambio</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Atencion r) =>
        !programa.Auditoria.Hallazgos.TryGetValue(r.Hallazgo, out var hallazgo) ? VerHallazgo.Desconocido
        : hallazgo.Estado == EstadoDeHallazgo.Cerrado ? new Rechazo("hallazgo_cerrado", "El auditor ya lo cerró. Si volvió a verse, el auditor registra otro.", ClaseDeRechazo.Conflicto)
        : r.Estado is not { } estado || !_delInstituto.Contains(estado) ? new Rechazo("falta_estado", "Elija si está en corrección, corregido o si se acepta el riesgo. Cerrarlo toca al auditor.", ClaseDeRechazo.Entrada)
        : r.Texto.Length is 0 or > RegistrarHallazgo.Largo ? new Rechazo("falta_texto", "Escriba qué se hizo, o por qué se acepta el riesgo.", ClaseDeRechazo.Entrada)
        : hallazgo.Sucesos[^1].Suceso is HallazgoAtendido antes && antes.Estado == estado && antes.Texto == r.Texto ? new Rechazo("sin_cambio", "Ya está anotado así.")
        : new HallazgoAtendido(hallazgo.Clave, estado, r.Texto);

    /// <returns><c>hallazgo_desconocido</c>, <c>sin_corregir</c>, <c>falta_resultado</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>falta_texto</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Prueba r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return !programa.Auditoria.Hallazgos.TryGetValue(r.Hallazgo, out var hallazgo) ? VerHallazgo.Desconocido
            : hallazgo.Estado != EstadoDeHallazgo.Corregido ? new Rechazo("sin_corregir", $"Está en: {PalabrasDeAuditoria.De(hallazgo.Estado)}. Se prueba otra vez cuando el instituto dice que lo corrigió.")
            : r.Pasa is not { } pasa ? new Rechazo("falta_resultado", "Elija si pasó o no.", ClaseDeRechazo.Entrada)
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : r.Texto.Length is 0 or > RegistrarHallazgo.Largo ? new Rechazo("falta_texto", "Escriba qué se vio en la nueva prueba.", ClaseDeRechazo.Entrada)
            : new HallazgoProbadoOtraVez(hallazgo.Clave, pasa, fecha, r.Texto);
    }
}
