using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Digitalizacion;

/// <summary>Registers an image that was prepared and seen. How its acta is known is decided here, from what the label said: nobody can claim a QR that was not read.</summary>
public static class RegistrarDigitalizada
{
    /// <param name="Acta">Null when who digitises cannot say: two persons will.</param>
    /// <param name="ContraEtiqueta">The label is on the wrong acta, seen with the paper at hand: a second person must agree.</param>
    /// <param name="ConReparos">It was seen that the image is poor, and there is no better way.</param>
    /// <param name="AcopioEn">When the bolsa arrived, if the acta is not known.</param>
    public sealed record Request(
        CodigoDeIntegridad Codigo,
        ActaId? Acta = null,
        Medio Medio = Medio.Escaner,
        string Documento = TiposDeDocumento.ActaPrep,
        bool ContraEtiqueta = false,
        bool ConReparos = false,
        DateTimeOffset? AcopioEn = null);

    internal static void Map(RouteGroupBuilder digitalizacion) =>
        digitalizacion.MapPost("/registros", (Request r, Contexto c, CancellationToken ct, string? acopio = null) => EnHoraLocalAsync(r, acopio, c, ct).ToHttp()).Permite<RecibirImagen.Recibida>(Permiso.Digitalizar);

    /// <param name="acopio">As a date and time box gives it, in the zone of the process.</param>
    private static async Task<Result<RecibirImagen.Recibida>> EnHoraLocalAsync(Request r, string? acopio, Contexto c, CancellationToken ct) => acopio switch
    {
        null => await EjecutarAsync(r, c, ct),
        _ when c.Proceso.TryDeFormulario(acopio, out var en) => await EjecutarAsync(r with { AcopioEn = en }, c, ct),
        _ => new Rechazo("hora_ilegible", "La hora en que llegó la bolsa no se entiende. Escriba día y hora.", ClaseDeRechazo.Entrada),
    };

    public static async Task<Result<RecibirImagen.Recibida>> EjecutarAsync(Request r, Contexto c, CancellationToken ct)
    {
        if (await c.Almacen.Base.LeerAsync(tx => PreparadaFila.LeerAsync(tx, r.Codigo.Hex), ct) is not { } preparada
            || await c.Almacen.Apartadas.LeerAsync(r.Codigo, ct) is not { } bytes)
        {
            return RechazosDeActa.ImagenDesconocida;
        }

        if (!TiposDeDocumento.EnBolsa.Contains(r.Documento))
        {
            return new Rechazo("documento_desconocido", $"«{r.Documento}» no es un tipo de documento: use {string.Join(", ", TiposDeDocumento.EnBolsa)}.", ClaseDeRechazo.Entrada);
        }

        if (preparada.Reparos.Contains(nameof(Gravedad.Mal), StringComparison.Ordinal) && !r.ConReparos)
        {
            return new Rechazo("imagen_con_reparos", "La imagen apenas se lee. Digitalice el acta otra vez; si el papel está así, confirme que no hay mejor manera.");
        }

        var delaEtiqueta = PrepararImagen.DeEtiqueta(preparada.Etiqueta, c);
        if (delaEtiqueta is { } etiqueta && r.Acta != etiqueta && !r.ContraEtiqueta)
        {
            return new Rechazo("etiqueta_de_otra_acta", $"La etiqueta dice {EtiquetaDe(etiqueta, c)} y usted eligió otra. Mire el encabezado del acta: si la etiqueta está mal pegada, dígalo y otra persona lo confirmará.", ClaseDeRechazo.Conflicto);
        }

        var forma = r.Acta is null ? FormaDeIdentificar.Ninguna : r.Acta == delaEtiqueta ? FormaDeIdentificar.Qr : FormaDeIdentificar.AMano;
        var recibida = await RecibirImagen.EjecutarAsync(
            new(bytes, Origen.Catd, r.Medio, r.Acta, forma, r.Documento, r.Acta is null ? r.AcopioEn ?? c.Ahora : null), c, ct);
        if (recibida.IsOk)
        {
            await c.EnTransaccionAsync<bool>(
                async tx =>
                {
                    await PreparadaFila.RegistrarAsync(tx, r.Codigo.Hex, recibida.Value.Imagen);
                    return true;
                },
                ct);
        }

        return recibida;
    }

    private static string EtiquetaDe(ActaId id, Contexto c)
    {
        var acta = c.Proceso.Eleccion(id.Eleccion)!.BuscarActa(id)!;
        return $"{acta.Casilla.Seccion} {acta.Casilla.Etiqueta}, {c.Proceso.Eleccion(id.Eleccion)!.Titulo}";
    }
}
