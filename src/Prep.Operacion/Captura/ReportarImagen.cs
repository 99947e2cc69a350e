using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Http;

namespace Prep.Operacion.Captura;

/// <summary>What a captor sees wrong in an image, with one key.</summary>
public enum DefectoDeImagen
{
    Cortada,
    Ilegible,
    OtraEleccion,
    NoEsActa,
}

/// <summary>The captor hands the acta back: the image cannot be used, or it does not show this acta.</summary>
public static class ReportarImagen
{
    public sealed record Request(string Turno, DefectoDeImagen Defecto);

    internal static void Map(RouteGroupBuilder captura) =>
        captura.MapPost("/reportes", (Request r, Contexto c, CancellationToken ct) => EjecutarAsync(r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Capturar);

    public static Task<Result<Acuse>> EjecutarAsync(Request r, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (await TurnoFila.LeerAsync(tx, r.Turno) is not { } turno || turno.Persona != c.Persona.Valor)
            {
                return RechazosDeActa.TurnoDesconocido;
            }

            var huella = $"reporte:{r.Defecto}";
            if (turno.EntregadoEn is { } entregado)
            {
                return turno.Huella == huella ? new Acuse(Instante.DeMicros(entregado)) : RechazosDeActa.TurnoConOtroContenido;
            }

            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            var acta = (await ActaAbierta.AbrirAsync(tx, c, turno.Acta)).Value;
            if (turno.VenceEn < ahora.AMicros() || turno.Imagen != acta.Fila.Imagen || turno.Version != acta.Expediente.EnTrabajo)
            {
                return RechazosDeActa.TurnoVencido;
            }

            var siguiente = r.Defecto is DefectoDeImagen.Cortada or DefectoDeImagen.Ilegible
                ? MaquinaDeDatos.PedirRedigitalizacion(acta.Expediente)
                : MaquinaDeDatos.DudarIdentidad(acta.Expediente);
            if (!siguiente.IsOk)
            {
                return siguiente.Rechazo;
            }

            (turno.EntregadoEn, turno.Huella) = (ahora.AMicros(), huella);
            await turno.EntregarAsync(tx);
            await TurnoFila.AnularDeActaAsync(tx, acta.Fila.Numero, ahora.AMicros());
            await acta.GuardarAsync(tx, c, siguiente.Value, "imagen_reportada", $"{turno.Imagen} {r.Defecto}", ahora);
            return new Acuse(ahora);
        },
        ct);
}
