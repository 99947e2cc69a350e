using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
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

            if (await c.SiCerradaAsync(tx, ahora) is { } cerrada)
            {
                return cerrada;
            }

            var decidida = await ProponerAsync(tx, c, imagen, numero.ToString(), ahora);
            if (!decidida.IsOk || decidida.Value is not { Imagen: var fila } acuerdo)
            {
                return decidida.IsOk ? new Avance(false, null) : decidida.Rechazo;
            }

            var destino = await ActaAbierta.AbrirAsync(tx, c, numero);
            await acuerdo.AnotarAsync(tx, destino.Value.Fila, ahora);
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

            if (await SoltarAsync(tx, c, fila, numero, ahora) is { } rechazo)
            {
                return rechazo;
            }

            await AsignarImagen.PonerAsync(tx, c, destino.Value, fila, settled: true, ahora);
            return new Avance(true, acta);
        },
        ct);

    /// <summary>Records what one person says of an image.</summary>
    /// <returns>The agreement of two persons (their proposals cleared, the image not saved); null when another is needed: nobody says it twice.</returns>
    internal static async Task<Result<Acuerdo?>> ProponerAsync(Transaccion tx, Contexto c, long imagen, string propuesta, DateTimeOffset ahora)
    {
        if (await ImagenFila.LeerAsync(tx, imagen) is not { } fila)
        {
            return RechazosDeActa.ImagenDesconocida;
        }

        if (!await EsperaIdentidadAsync(tx, c, fila))
        {
            return RechazosDeActa.NoPorIdentificar;
        }

        var dichas = await IdentidadFila.DeImagenAsync(tx, imagen);
        if (dichas.Any(d => d.Persona == c.Persona.Valor))
        {
            return RechazosDeActa.MismaPersona;
        }

        if (dichas.All(d => d.Propuesta != propuesta))
        {
            await new IdentidadFila { Imagen = imagen, Persona = c.Persona.Valor, Propuesta = propuesta, DichaEn = ahora.AMicros() }.InsertarAsync(tx);
            (fila.Propuesta, fila.PropuestaDe) = (propuesta, c.Persona.Valor);
            await fila.GuardarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "identidad_propuesta", $"{imagen} {propuesta}", ahora);
            return (Acuerdo?)null;
        }

        await IdentidadFila.BorrarAsync(tx, imagen);
        (fila.Propuesta, fila.PropuestaDe) = (null, null);
        return await Acuerdo.DeAsync(tx, fila, dichas, c.Persona.Valor);
    }

    /// <summary>The image leaves the acta where it was, which goes back to waiting, to the image it has published, or to the next one it had as a duplicate.</summary>
    /// <param name="destino">Number of the acta that the image turned out to show.</param>
    internal static async Task<Rechazo?> SoltarAsync(Transaccion tx, Contexto c, ImagenFila imagen, long destino, DateTimeOffset ahora)
    {
        if (imagen.Acta is not { } anterior || imagen.Estado is not (EstadoDeImagen.Vigente or EstadoDeImagen.FueraDeCatalogo))
        {
            return null;
        }

        var origen = (await ActaAbierta.AbrirAsync(tx, c, anterior)).Value;
        return imagen.Estado == EstadoDeImagen.Vigente
            ? await DejarActaAsync(tx, c, origen, imagen, ahora)
            : await DejarFueraDeCatalogoAsync(tx, c, origen, imagen, destino, ahora);
    }

    private static async Task<Rechazo?> DejarActaAsync(Transaccion tx, Contexto c, ActaAbierta origen, ImagenFila imagen, DateTimeOffset ahora)
    {
        var publicada = await ImagenFila.DeVersionAsync(tx, origen.Fila.Numero, origen.Fila.Vigente);
        publicada = publicada?.Id == imagen.Id ? null : publicada;
        var suelta = MaquinaDeDatos.PerderImagen(origen.Expediente, publicada is null ? null : new(publicada.Id));
        if (!suelta.IsOk)
        {
            return suelta.Rechazo;
        }

        if (publicada is not null)
        {
            publicada.Estado = EstadoDeImagen.Vigente;
            await publicada.GuardarAsync(tx);
        }

        // The paper came in the bolsa of the acta it was taken for: that is its acopio.
        imagen.AcopioEn ??= imagen.Origen == nameof(Origen.Catd) ? origen.Fila.AcopioEn : null;
        await origen.GuardarAsync(tx, c, suelta.Value, "imagen_de_otra_acta", publicada is null ? $"{imagen.Id}" : $"{imagen.Id} vuelve a {publicada.Id}", ahora);

        // In a correction what was linked before was there to be chosen, and was not.
        var siguiente = (await ImagenFila.DeActaAsync(tx, origen.Fila.Numero))
            .Find(i => i.Estado == EstadoDeImagen.Duplicada && (publicada is null || i.Id > imagen.Id));
        if (siguiente is not null)
        {
            await AsignarImagen.PonerAsync(tx, c, origen, siguiente, settled: true, ahora);
        }

        return null;
    }

    private static async Task<Rechazo?> DejarFueraDeCatalogoAsync(Transaccion tx, Contexto c, ActaAbierta origen, ImagenFila imagen, long destino, DateTimeOffset ahora)
    {
        var suelta = MaquinaDeDatos.Reidentificar(origen.Expediente);
        if (!suelta.IsOk)
        {
            return suelta.Rechazo;
        }

        await origen.GuardarAsync(tx, c, suelta.Value, "reidentificada", $"{imagen.Id} es {destino}", ahora);
        await SucesoFila.AgregarAsync(tx, origen.Fila.Numero, origen.Fila.Vigente, TipoDeSuceso.Reidentificacion, $"{destino}", ahora);
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
