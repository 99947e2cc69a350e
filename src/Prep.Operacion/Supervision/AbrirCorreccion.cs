using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>Opens a new version of a verified acta: a better image came second (E5), or wrong data were published (E14). The old version stays published, marked.</summary>
public static class AbrirCorreccion
{
    /// <param name="Imagen">A linked image to capture instead of the current one; null keeps it.</param>
    /// <param name="ConOtraImagen">Wait for a new image before capturing again.</param>
    public sealed record Request(string Motivo, long? Imagen = null, bool ConOtraImagen = false);

    internal static void Map(RouteGroupBuilder actas) =>
        actas.MapPost("/correccion", ([AsParameters] ActaEnRuta acta, Request r, Contexto c, CancellationToken ct) => EjecutarAsync(acta.Id, r, c, ct).ToHttp()).Permite<Acuse>(Permiso.Supervisar);

    public static Task<Result<Acuse>> EjecutarAsync(ActaId id, Request r, Contexto c, CancellationToken ct) =>
        DecisionDeSupervision.EjecutarAsync(id, r.Motivo, "correccion_abierta", c,
            async (tx, acta, ahora) =>
            {
                var corregida = await AbrirAsync(tx, c, acta, r.ConOtraImagen, r.Imagen, ahora);
                return corregida;
            },
            ct);

    /// <summary>The transition, shared with cotejo: marks the published version (COTEJADA 3) and who asked.</summary>
    internal static async Task<Result<Expediente>> AbrirAsync(Transaccion tx, Contexto c, ActaAbierta acta, bool conOtraImagen, long? imagen, DateTimeOffset ahora)
    {
        var elegida = imagen ?? acta.Fila.Imagen ?? 0;
        var corregida = MaquinaDeDatos.Corregir(acta.Expediente, new(elegida), conOtraImagen);
        if (!corregida.IsOk)
        {
            return corregida.Rechazo;
        }

        await DobleFila.ResolverAsync(tx, acta.Fila.Numero, ahora);
        if (elegida != acta.Fila.Imagen && await DecisionDeSupervision.CambiarImagenAsync(tx, acta, elegida) is { } rechazo)
        {
            return rechazo;
        }

        (acta.Fila.Cotejo, acta.Fila.Cotejador) = ((int)Dominio.Actas.Cotejo.EnCorreccion, c.Persona.Valor);
        await SucesoFila.AgregarAsync(tx, acta.Fila.Numero, acta.Fila.Vigente, TipoDeSuceso.Cotejo, "3", ahora);
        return corregida;
    }
}
