using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Documentos;

/// <summary>The Secretaría Técnica takes a version out of the public's sight, or lets the public have it.</summary>
public static class ReservarDocumento
{
    public sealed record Request(int Numero, int Version, bool Reservado, string Motivo);

    internal static void Map(RouteGroupBuilder programas) => programas.MapPost("/documentos/{numero:int}/{version:int}/reserva",
        async (string programa, int numero, int version, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var reservado = campos["reservado"] == "si";
            return await FormaDeDocumento.ResponderAsync(programa, numero, $"reservar-{numero}-{version}", reservado ? "Quedó reservado: el público ya no lo verá." : "Quedó público.", campos, http, c,
                () => c.AnotarAsync(programa, (p, _) => Decidir(p, new(numero, version, reservado, campos["motivo"].ToString())), ct), ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>documento_desconocido</c>, <c>sin_cambio</c>, <c>falta_motivo_de_reserva</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) =>
        programa.Documentos.Todos.GetValueOrDefault(r.Numero)?.Version(r.Version) is not { } version ? EntregarDocumento.Desconocido
            : version.Reservado == r.Reservado ? new Rechazo("sin_cambio", r.Reservado ? "Esa versión ya está reservada." : "Esa versión ya es pública.", ClaseDeRechazo.Conflicto)
            : r.Motivo.Trim() is not { Length: > 0 } motivo ? new Rechazo("falta_motivo_de_reserva", r.Reservado ? "Diga por qué se reserva: la razón queda escrita." : "Diga por qué deja de estar reservado: la razón queda escrita.", ClaseDeRechazo.Entrada)
            : new ReservaDeDocumento(r.Numero, r.Version, r.Reservado, motivo);
}
