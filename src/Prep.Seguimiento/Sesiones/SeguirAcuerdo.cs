using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The Secretaría says how far an agreement is, who carries it and until when.</summary>
public static class SeguirAcuerdo
{
    public sealed record Request(int Acuerdo, EstadoDeAcuerdo Estado, string Responsable, DateOnly? Vence, string Nota);

    internal static void Map(RouteGroupBuilder acuerdos) => acuerdos.MapPost("/{acuerdo:int}",
        async (string programa, int acuerdo, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var pedido = FormaDeSesion.Acuerdo(acuerdo, campos);
            var hecho = pedido.IsOk ? await EjecutarAsync(programa, pedido.Value, c, ct) : pedido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerAcuerdo.Ruta(programa, acuerdo), $"Quedó en: {PalabrasDeSesion.De(pedido.Value.Estado)}.")
                : await VerAcuerdo.PintarAsync(programa, acuerdo, Devuelto.De("acuerdo", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>acuerdo_desconocido</c>, <c>sin_cambio</c>, <c>falta_motivo</c>, <c>fecha_fuera_de_calendario</c>, <c>vence_antes</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) => programa.Sesiones.Acuerdos.GetValueOrDefault(r.Acuerdo) switch
    {
        null => VerAcuerdo.Desconocido,
        var a when a.Estado == r.Estado && a.Responsable == r.Responsable && a.Vence == r.Vence && r.Nota.Length == 0 => new Rechazo("sin_cambio", "El acuerdo ya está así. Cambie algo o escriba una nota."),
        var a when (a.Estado == EstadoDeAcuerdo.SinEfecto || r.Estado == EstadoDeAcuerdo.SinEfecto || (a.Estado == EstadoDeAcuerdo.Cumplido && r.Estado != a.Estado)) && r.Nota.Length == 0 =>
            new Rechazo("falta_motivo", "Escriba en la nota por qué: deja de estar cumplido, o queda sin efecto.", ClaseDeRechazo.Entrada),
        var a when r.Vence is { } vence && vence != a.Vence && programa.Plan.Definicion.FueraDeCalendario(vence) is { } fuera => fuera,
        var a when r.Vence < a.Fecha => new Rechazo("vence_antes", $"El acuerdo se tomó el {Palabras.De(a.Fecha)}: no puede vencer antes.", ClaseDeRechazo.Entrada),
        _ => new AcuerdoSeguido(r.Acuerdo, r.Estado, r.Responsable, r.Vence, r.Nota),
    };
}
