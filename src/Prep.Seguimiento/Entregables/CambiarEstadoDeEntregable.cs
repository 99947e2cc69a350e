using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>The Secretaría Técnica says how far a deliverable is, when no activity of the plan follows it.</summary>
public static class CambiarEstadoDeEntregable
{
    public sealed record Request(int Numero, EstadoPedido Pedido);

    internal static void Map(RouteGroupBuilder entregables) => entregables.MapPost("/{numero:int}/estado",
        async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = EstadoPedido.Leer(campos);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, new(numero, leido.Value), c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerEntregable.Ruta(programa, numero), $"Quedó en: {Palabras.De(leido.Value.Estado)}.")
                : await VerEntregable.PintarAsync(programa, numero, Devuelto.De("estado", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <returns><c>entregable_desconocido</c>, <c>estado_de_sus_informes</c>, <c>estado_de_su_actividad</c>, or those of <see cref="ReglaDeEstado"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        if (definicion.Entregables.FirstOrDefault(e => e.Numero == r.Numero) is not { } entregable)
        {
            return VerEntregable.Desconocido;
        }

        var estado = EstadoDeEntregable.De(programa, entregable);
        return entregable.CadaMes ? new Rechazo("estado_de_sus_informes", "Su avance es el de los informes mensuales: emítalos en Informes.")
            : !estado.SeDiceAqui ? new Rechazo("estado_de_su_actividad", $"El plan lo sigue con su actividad «{estado.Actividades[^1].Actividad.Texto}»: diga ahí en qué va.")
            : ReglaDeEstado.Impedimento(definicion, entregable, estado.Avance, r.Pedido, definicion.Dia(ahora)) is { } impedimento ? impedimento
            : new EntregableEnEstado(r.Numero, r.Pedido.Estado, r.Pedido.Nota, r.Pedido.Aprobacion);
    }
}
