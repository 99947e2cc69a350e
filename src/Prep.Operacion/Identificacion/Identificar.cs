using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Identificacion;

/// <summary>One person says which acta an image shows; a second one who says the same settles it.</summary>
public static class Identificar
{
    /// <param name="Acta">The acta, when settled; null while a second person is needed.</param>
    public sealed record Avance(bool Resuelta, ActaId? Acta);

    public sealed record Request(ActaId Acta);

    internal static void Map(RouteGroupBuilder imagenes) =>
        imagenes.MapPost("/{imagen:long}/identificacion", (long imagen, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(imagen, r.Acta, c, ct).ToHttp()).Permite<Avance>(Permiso.Identificar);

    public static Task<Result<Avance>> EjecutarAsync(long imagen, ActaId acta, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Avance>(
        async tx =>
        {
            var ahora = c.Ahora;
            if (c.Catalogo.Buscar(acta) is not { } numero)
            {
                return RechazosDeActa.ActaDesconocida;
            }

            if (c.SiCerrada(ahora) is { } cerrada)
            {
                return cerrada;
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

    /// <summary>The image leaves the acta where it was, which goes back to waiting, or to the next image it had as a duplicate.</summary>
    internal static async Task<Rechazo?> SoltarAsync(Transaccion tx, Contexto c, ImagenFila imagen, DateTimeOffset ahora)
    {
        if (imagen.Acta is not { } anterior || imagen.Estado is not (EstadoDeImagen.Vigente or EstadoDeImagen.FueraDeCatalogo))
        {
            return null;
        }

        var origen = (await ActaAbierta.AbrirAsync(tx, c, anterior)).Value;
        var deCatalogo = imagen.Estado == EstadoDeImagen.Vigente;
        var suelta = deCatalogo ? MaquinaDeDatos.PerderImagen(origen.Expediente) : MaquinaDeDatos.Reidentificar(origen.Expediente);
        if (!suelta.IsOk)
        {
            return suelta.Rechazo;
        }

        await origen.GuardarAsync(tx, c, suelta.Value, deCatalogo ? "imagen_de_otra_acta" : "reidentificada", $"{imagen.Id}", ahora);
        if (!deCatalogo)
        {
            await SucesoFila.AgregarAsync(tx, anterior, origen.Fila.Vigente, TipoDeSuceso.Reidentificacion, imagen.Sha256, ahora);
        }
        else if ((await ImagenFila.DeActaAsync(tx, anterior)).Find(i => i.Estado == EstadoDeImagen.Duplicada) is { } siguiente)
        {
            await AsignarImagen.PonerAsync(tx, c, origen, siguiente, settled: true, ahora);
        }

        return null;
    }

    private static async Task<bool> EsperaIdentidadAsync(Transaccion tx, Contexto c, ImagenFila imagen) => imagen switch
    {
        { Estado: EstadoDeImagen.PorIdentificar or EstadoDeImagen.FueraDeCatalogo } => true,
        { Estado: EstadoDeImagen.Vigente, Acta: { } acta } =>
            (await ActaAbierta.AbrirAsync(tx, c, acta)).Value is { } a && a.Fila.Imagen == imagen.Id
                && a.Expediente.Datos is EstadoDeDatos.Digitalizada or EstadoDeDatos.PorIdentificar,
        _ => false,
    };
}
