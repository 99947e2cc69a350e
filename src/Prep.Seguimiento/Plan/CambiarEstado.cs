using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The Secretaría Técnica says how far an activity is.</summary>
public static class CambiarEstado
{
    /// <param name="Nota">Asked for when something approved stops being so.</param>
    public sealed record Request(string Actividad, EstadoDeActividad Estado, string Nota, Aprobacion? Aprobacion = null);

    internal static void Map(RouteGroupBuilder actividades) => actividades.MapPost("/{actividad}/estado",
        async (string programa, string actividad, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = EstadoPedido.Leer(campos);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, new(actividad, leido.Value.Estado, leido.Value.Nota, leido.Value.Aprobacion), c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerActividad.Ruta(programa, actividad), $"Quedó en: {Palabras.De(leido.Value.Estado)}.")
                : await VerActividad.PintarAsync(programa, actividad, Devuelto.De("estado", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <summary>Whether it may go there, by <see cref="ReglaDeEstado"/>.</summary>
    /// <returns><c>actividad_desconocida</c>, or those of the rule.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return programa.Plan.Actividad(r.Actividad) is not { } actividad ? VerActividad.Desconocida
            : ReglaDeEstado.Impedimento(definicion, definicion.EntregableDe(actividad), programa.Plan.De(r.Actividad), new(r.Estado, r.Nota, r.Aprobacion), definicion.Dia(ahora)) is { } impedimento ? impedimento
            : new ActividadEnEstado(r.Actividad, r.Estado, r.Nota, r.Aprobacion);
    }
}
