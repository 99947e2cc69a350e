using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Operacion.Digitalizacion;

namespace Prep.Operacion.Identificacion;

/// <summary>Links an image to its acta: it becomes the one that is captured, or a duplicate that never is.</summary>
internal static class AsignarImagen
{
    /// <summary>A new image, just arrived.</summary>
    public static async Task<Result<RecibirImagen.Recibida>> RegistrarAsync(
        Transaccion tx, Contexto c, ImagenFila imagen, ActaAbierta? acta, FormaDeIdentificar como, DateTimeOffset ahora)
    {
        _ = Dominio.Catalogo.CodigoDeIntegridad.TryParse(imagen.Sha256, out var codigo);
        if (acta is null || como == FormaDeIdentificar.Ninguna)
        {
            await imagen.InsertarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "imagen_por_identificar", $"{imagen.Id} {imagen.Sha256}", ahora);
            return new RecibirImagen.Recibida(imagen.Id, codigo, imagen.Estado, false);
        }

        imagen.Acta = acta.Fila.Numero;
        if (como == FormaDeIdentificar.AMano)
        {
            (imagen.Propuesta, imagen.PropuestaDe) = (acta.Fila.Numero.ToString(), c.Persona.Valor);
        }

        await PonerAsync(tx, c, acta, imagen, settled: como == FormaDeIdentificar.Qr, ahora);
        if (imagen.Propuesta is { } propuesta)
        {
            await new IdentidadFila { Imagen = imagen.Id, Persona = c.Persona.Valor, Propuesta = propuesta, DichaEn = ahora.AMicros() }.InsertarAsync(tx);
        }

        // Where two different actas were reported, the first image to come is held as well: nobody is told that it goes to be captured.
        return new RecibirImagen.Recibida(imagen.Id, codigo, acta.Expediente.Datos is EstadoDeDatos.Retenida ? EstadoDeImagen.Retenida : imagen.Estado, false);
    }

    /// <summary>The acta takes the image if it waits for one; else the image is kept as a duplicate. Where two different actas were found (E6), it is held.</summary>
    /// <param name="settled">Its identity needs nobody else: the acta enters the queue.</param>
    public static async Task PonerAsync(Transaccion tx, Contexto c, ActaAbierta acta, ImagenFila imagen, bool settled, DateTimeOffset ahora)
    {
        var espera = MaquinaDeDatos.RecibirImagen(acta.Expediente, new(imagen.Id)).IsOk;
        if (espera && acta.Expediente.Datos is EstadoDeDatos.Redigitalizar r && await ImagenFila.LeerAsync(tx, r.Imagen.Valor) is { } mala)
        {
            mala.Estado = EstadoDeImagen.Sustituida;
            await mala.GuardarAsync(tx);
        }

        imagen.Acta = acta.Fila.Numero;
        var doble = await DobleFila.AbiertaAsync(tx, acta.Fila.Numero);
        imagen.Estado = espera ? EstadoDeImagen.Vigente : doble ? EstadoDeImagen.Retenida : EstadoDeImagen.Duplicada;
        if (imagen.Id == 0)
        {
            await imagen.InsertarAsync(tx);
        }
        else
        {
            await imagen.GuardarAsync(tx);
        }

        ImagenId id = new(imagen.Id);
        var siguiente = acta.Expediente;
        if (espera)
        {
            siguiente = MaquinaDeDatos.RecibirImagen(siguiente, id).Value;
            siguiente = settled ? MaquinaDeDatos.Identificar(siguiente, id, acta.DeImagen(imagen.Id)).Value : siguiente;
            siguiente = doble ? MaquinaDeDatos.Retener(siguiente).Value : siguiente;
        }

        var accion = doble ? "imagen_retenida" : !espera ? "imagen_duplicada" : settled ? "imagen_en_cola" : "imagen_digitalizada";
        await acta.GuardarAsync(tx, c, siguiente, accion, $"{imagen.Id} {imagen.Sha256} {imagen.Origen} {imagen.Medio}", ahora);
    }
}
