using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Supervision;

/// <summary>What the decisions of a supervisor over one acta have in common: an open operation, a motive, no lease left behind.</summary>
internal static class DecisionDeSupervision
{
    public static Task<Result<Acuse>> EjecutarAsync(
        ActaId id, string motivo, string accion, Contexto c, Func<Transaccion, ActaAbierta, DateTimeOffset, Task<Result<Expediente>>> decidir, CancellationToken ct) =>
        c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                var ahora = c.Ahora;
                if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
                {
                    return cerrada;
                }

                if (string.IsNullOrWhiteSpace(motivo))
                {
                    return RechazosDeActa.FaltaMotivo;
                }

                var abierta = await ActaAbierta.AbrirAsync(tx, c, id);
                if (!abierta.IsOk)
                {
                    return abierta.Rechazo;
                }

                var siguiente = await decidir(tx, abierta.Value, ahora);
                if (!siguiente.IsOk)
                {
                    return siguiente.Rechazo;
                }

                await TurnoFila.AnularDeActaAsync(tx, abierta.Value.Fila.Numero, ahora.AMicros());
                await abierta.Value.GuardarAsync(tx, c, siguiente.Value, accion, motivo, ahora);
                return new Acuse(ahora);
            },
            ct);

    /// <summary>Makes that image the one of the acta; the one before is kept as replaced.</summary>
    public static async Task<Rechazo?> CambiarImagenAsync(Transaccion tx, ActaAbierta acta, long imagen)
    {
        var todas = await ImagenFila.DeActaAsync(tx, acta.Fila.Numero);
        if (todas.Find(i => i.Id == imagen) is not { } elegida)
        {
            return RechazosDeActa.ImagenDeOtra;
        }

        foreach (var otra in todas.Where(i => i.Id != imagen && i.Estado is EstadoDeImagen.Vigente or EstadoDeImagen.Retenida))
        {
            otra.Estado = EstadoDeImagen.Sustituida;
            await otra.GuardarAsync(tx);
        }

        elegida.Estado = EstadoDeImagen.Vigente;
        await elegida.GuardarAsync(tx);
        return null;
    }
}
