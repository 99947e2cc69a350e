using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;
using Prep.Operacion.Verificacion;

namespace Prep.Operacion.Identificacion;

/// <summary>Two persons say that an image matches no casilla of the catalogue: it is registered apart, never captured nor counted (E8).</summary>
public static class FueraDeCatalogo
{
    public sealed record Request(EleccionId Eleccion);

    internal static void Map(RouteGroupBuilder imagenes) =>
        imagenes.MapPost("/{imagen:long}/fuera-de-catalogo", (long imagen, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(imagen, r.Eleccion, c, ct).ToHttp())
            .Permite<Identificar.Avance>(Permiso.Identificar);

    /// <returns>Its <c>FC-0001</c>, when the second person agrees.</returns>
    public static Task<Result<Identificar.Avance>> EjecutarAsync(long imagen, EleccionId eleccion, Contexto c, CancellationToken ct) =>
        c.EnTransaccionAsync<Identificar.Avance>(
            async tx =>
            {
                var ahora = c.Ahora;
                if (c.Proceso.Eleccion(eleccion) is null)
                {
                    return RechazosDeActa.ActaDesconocida;
                }

                if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
                {
                    return cerrada;
                }

                var decidida = await Identificar.ProponerAsync(tx, c, imagen, $"FC:{eleccion}", ahora);
                if (!decidida.IsOk || decidida.Value is not { Imagen: var fila } acuerdo)
                {
                    return decidida.IsOk ? new Identificar.Avance(false, null) : decidida.Rechazo;
                }

                // The row of the process is the lock of the numbering.
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "fuera_de_catalogo", $"{fila.Id} {fila.Sha256}", ahora);
                var deLaEleccion = await tx.EscalarAsync<long>("SELECT COUNT(*) FROM acta WHERE numero > @p0 AND eleccion = @p1", c.Catalogo.Total, eleccion.Valor);
                var numero = await tx.EscalarAsync<long>("SELECT MAX(numero) FROM acta") + 1;
                if (await Identificar.SoltarAsync(tx, c, fila, numero, ahora) is { } rechazo)
                {
                    return rechazo;
                }

                ActaFila acta = new()
                {
                    Numero = numero,
                    Eleccion = eleccion.Valor,
                    Area = AreaId.SinArea.Clave,
                    Clave = $"FC-{deLaEleccion + 1:0000}",
                    Documento = fila.Documento,
                    AcopioEn = fila.AcopioEn,
                    AcopioRegistradoEn = fila.RecibidaEn,
                    EstadoEn = ahora.AMicros(),
                };
                await acuerdo.AnotarAsync(tx, acta, ahora);
                acta.Poner(new(1, new EstadoDeDatos.FueraDeCatalogo(new(fila.Id))), 0);
                await BitacoraFila.AnotarAsync(tx, acta, c.Persona.Valor, "fuera_de_catalogo", $"{fila.Id} {fila.Sha256}", ahora);
                await acta.InsertarAsync(tx);
                (fila.Acta, fila.Estado) = (acta.Numero, EstadoDeImagen.FueraDeCatalogo);
                await fila.GuardarAsync(tx);
                await VersionFila.De(acta.Numero, c.Catalogo.Numero, Registro.FueraDeCatalogo(acta, fila, ahora)).InsertarAsync(tx);
                return new Identificar.Avance(true, acta.Id);
            },
            ct);
}
