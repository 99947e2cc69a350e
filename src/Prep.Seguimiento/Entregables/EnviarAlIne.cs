using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Entregables;

/// <summary>The Secretaría Técnica writes down that a deliverable was sent to INE.</summary>
/// <remarks>Fuente: spec §9.1, the tracker.</remarks>
public static class EnviarAlIne
{
    /// <param name="Oficio">Number of the letter that took it.</param>
    public sealed record Request(int Numero, FaseDeDocumento Version, DateOnly Fecha, string Oficio);

    internal static void Map(RouteGroupBuilder entregables) => entregables.MapPost("/{numero:int}/envios",
        async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = Leer(numero, campos);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, leido.Value, c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerEntregable.Ruta(programa, numero), $"Quedó anotado que se envió al INE el {Palabras.De(leido.Value.Fecha)}.")
                : await VerEntregable.PintarAsync(programa, numero, Devuelto.De("envio", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <returns><c>entregable_desconocido</c>, <c>falta_oficio</c>, <c>envio_repetido</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return definicion.Entregables.All(e => e.Numero != r.Numero) ? VerEntregable.Desconocido
            : r.Oficio.Length == 0 ? new Rechazo("falta_oficio", "Escriba el número del oficio con el que se envió.", ClaseDeRechazo.Entrada)
            : programa.Entregables.EnviosDe(r.Numero).Any(e => e.Oficio == r.Oficio && e.Version == r.Version) ? new Rechazo("envio_repetido", $"El oficio {r.Oficio} ya está anotado en este entregable.", ClaseDeRechazo.Conflicto)
            : ReglaDeEstado.FueraDeFecha(definicion, r.Fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : new EntregableEnviado(r.Numero, r.Version, r.Fecha, r.Oficio);
    }

    private static Result<Request> Leer(int numero, IFormCollection campos) =>
        DeForma.Opcion<FaseDeDocumento>(campos["version"]) is not { } version ? new Rechazo("falta_version", "Elija si se envió el proyecto o la versión final.", ClaseDeRechazo.Entrada)
        : DeForma.Dia(campos["fecha"]) is not { } fecha ? new Rechazo("falta_fecha", "Escriba la fecha en que se envió.", ClaseDeRechazo.Entrada)
        : new Request(numero, version, fecha, campos["oficio"].ToString().Trim());
}
