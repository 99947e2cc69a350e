using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Identificacion;

/// <summary>One person says which acta an image shows; a second one who says the same settles it.</summary>
public static class Identificar
{
    /// <param name="Acta">The acta, when settled; null while a second person is needed.</param>
    public sealed record Avance(bool Resuelta, ActaId? Acta);

    public static Task<Result<Avance>> EjecutarAsync(long imagen, ActaId acta, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Avance>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (c.Catalogo.Buscar(acta) is not { } numero)
            {
                return RechazosDeActa.ActaDesconocida;
            }

            var decidida = await ProponerAsync(tx, c, imagen, numero.ToString(), ahora);
            if (!decidida.IsOk || decidida.Value is not { } fila)
            {
                return decidida.IsOk ? new Avance(false, null) : decidida.Rechazo;
            }

            var destino = await ActaAbierta.AbrirAsync(tx, c, numero);
            if (fila.Acta == numero && destino.Value.Fila.Imagen == fila.Id)
            {
                // It was this one all along: it goes on with the captures that its image already had.
                var sigue = MaquinaDeDatos.Identificar(destino.Value.Expediente, new(fila.Id), destino.Value.DeImagen(fila.Id));
                if (!sigue.IsOk)
                {
                    return sigue.Rechazo;
                }

                await destino.Value.GuardarAsync(tx, c, sigue.Value, "imagen_identificada", $"{fila.Id}", ahora);
                await fila.GuardarAsync(tx);
                return new Avance(true, acta);
            }

            if (await SoltarAsync(tx, c, fila, ahora) is { } rechazo)
            {
                return rechazo;
            }

            await AsignarImagen.PonerAsync(tx, c, destino.Value, fila, settled: true, ahora);
            return new Avance(true, acta);
        },
        ct);

    /// <summary>Records what one person says of an image.</summary>
    /// <returns>The image when two persons in a row agree (its proposal cleared, not saved); null when a second one is needed.</returns>
    internal static async Task<Result<ImagenFila?>> ProponerAsync(Transaccion tx, Contexto c, long imagen, string propuesta, DateTimeOffset ahora)
    {
        if (await ImagenFila.LeerAsync(tx, imagen) is not { } fila)
        {
            return RechazosDeActa.ImagenDesconocida;
        }

        if (!await EsperaIdentidadAsync(tx, c, fila))
        {
            return RechazosDeActa.NoPorIdentificar;
        }

        if (fila.PropuestaDe == c.Persona.Valor)
        {
            return RechazosDeActa.MismaPersona;
        }

        if (fila.Propuesta != propuesta)
        {
            (fila.Propuesta, fila.PropuestaDe) = (propuesta, c.Persona.Valor);
            await fila.GuardarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "identidad_propuesta", $"{imagen} {propuesta}", ahora);
            return (ImagenFila?)null;
        }

        (fila.Propuesta, fila.PropuestaDe) = (null, null);
        return fila;
    }

    /// <summary>The image leaves the acta where it was, which goes back to waiting.</summary>
    internal static async Task<Rechazo?> SoltarAsync(Transaccion tx, Contexto c, ImagenFila imagen, DateTimeOffset ahora)
    {
        if (imagen.Acta is { } anterior && imagen.Estado == EstadoDeImagen.Vigente)
        {
            var origen = await ActaAbierta.AbrirAsync(tx, c, anterior);
            var suelta = MaquinaDeDatos.PerderImagen(origen.Value.Expediente);
            if (!suelta.IsOk)
            {
                return suelta.Rechazo;
            }

            await origen.Value.GuardarAsync(tx, c, suelta.Value, "imagen_de_otra_acta", $"{imagen.Id}", ahora);
        }

        return null;
    }

    private static async Task<bool> EsperaIdentidadAsync(Transaccion tx, Contexto c, ImagenFila imagen) => imagen switch
    {
        { Estado: EstadoDeImagen.PorIdentificar } => true,
        { Estado: EstadoDeImagen.Vigente, Acta: { } acta } =>
            (await ActaAbierta.AbrirAsync(tx, c, acta)).Value is { } a && a.Fila.Imagen == imagen.Id
                && a.Expediente.Datos is EstadoDeDatos.Digitalizada or EstadoDeDatos.PorIdentificar,
        _ => false,
    };
}
