using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Http;

namespace Prep.Operacion.Captura;

/// <summary>Sets the next acta apart for a captor who is finishing one, so that its image is there when it is needed. For a short while: an acta that waits for nobody goes back to the queue.</summary>
public static class ApartarActa
{
    /// <summary>From the last boxes of one acta to the delivery of it; then <see cref="TomarActa"/> gives the whole time.</summary>
    public static readonly TimeSpan Duracion = TimeSpan.FromMinutes(2);

    internal static void Map(RouteGroupBuilder captura) =>
        captura.MapPost("/turnos/{turno}/siguiente", (string turno, Contexto c, CancellationToken ct) => EjecutarAsync(turno, c, ct).ToHttp()).Permite<TomarActa.ActaTomada>(Permiso.Capturar);

    /// <param name="turno">The lease in hand: nobody sets an acta apart without one.</param>
    public static Task<Result<TomarActa.ActaTomada>> EjecutarAsync(string turno, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<TomarActa.ActaTomada>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            await tx.Base.CerrojoAsync(tx, $"turno de {c.Persona}");
            if (await TurnoFila.LeerAsync(tx, turno) is not { EntregadoEn: null, Apartado: false } enMano || enMano.Persona != c.Persona.Valor || enMano.VenceEn <= ahora.AMicros())
            {
                return RechazosDeActa.TurnoDesconocido;
            }

            var apartado = await TurnoFila.ApartadoAsync(tx, c.Persona.Valor, ahora.AMicros()) ?? await TomarActa.Nuevo(c, ahora, Duracion, apartado: true).TomarAsync(tx);
            return apartado is null ? RechazosDeActa.ColaVacia : await TomarActa.DescribirAsync(tx, c, apartado);
        },
        ct);
}
