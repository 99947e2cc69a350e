using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>Withdraws an image from the public: two persons and a reason. A notice takes its place, its hash stays marked.</summary>
/// <remarks>Fuente: spec §14 "withdrawing an image".</remarks>
public static class RetirarImagen
{
    public sealed record Request(string Motivo);

    /// <param name="Retirada">False while the second person is needed.</param>
    public sealed record Avance(bool Retirada);

    internal static void Map(RouteGroupBuilder imagenes) =>
        imagenes.MapPost("/{imagen:long}/retiro", (long imagen, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(imagen, r, c, ct).ToHttp()).Permite<Avance>(Permiso.RetirarImagen);

    public static Task<Result<Avance>> EjecutarAsync(long imagen, Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Avance>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            if (string.IsNullOrWhiteSpace(r.Motivo))
            {
                return RechazosDeActa.FaltaMotivo;
            }

            if (await ImagenFila.LeerAsync(tx, imagen) is not { Acta: { } numero } fila)
            {
                return RechazosDeActa.ImagenDesconocida;
            }

            if (fila.RetiradaEn is not null)
            {
                return RechazosDeActa.YaRetirada;
            }

            var acta = (await ActaAbierta.AbrirAsync(tx, c, numero)).Value;
            var segunda = fila.RetiroDe is not null;
            if (fila.RetiroDe == c.Persona.Valor)
            {
                return RechazosDeActa.MismaPersona;
            }

            fila.RetiroDe = segunda ? null : c.Persona.Valor;
            if (segunda)
            {
                fila.RetiradaEn = ahora.AMicros();
                await SucesoFila.AgregarAsync(tx, numero, acta.Fila.Vigente, TipoDeSuceso.Retiro, fila.Sha256, ahora);
            }

            await fila.GuardarAsync(tx);
            await acta.GuardarAsync(tx, c, acta.Expediente, segunda ? "imagen_retirada" : "retiro_propuesto", $"{fila.Sha256} {r.Motivo}", ahora);
            return new Avance(segunda);
        },
        ct);
}
