using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Digitalizacion.Imagenes;

namespace Prep.Simulador.Imagenes;

/// <param name="Folio">Printed in bars; null prints the acta's own name.</param>
public sealed record ActaPorDibujar(ActaEsperada Acta, DatosDeActa Datos, string? Folio = null);

/// <summary>Draws many actas with all the workers and hands each image over as soon as it is made: memory holds one image a worker.</summary>
public static class TandaDeImagenes
{
    /// <param name="guardar">Called from several threads at a time, in no order.</param>
    /// <returns>How many were made, or the first refusal; then some may be left undone.</returns>
    public static async Task<Result<int>> DibujarAsync(
        TallerDeImagenes taller,
        Proceso proceso,
        Eleccion eleccion,
        IEnumerable<ActaPorDibujar> actas,
        Func<ActaId, byte[], CancellationToken, Task> guardar,
        CancellationToken ct,
        string semilla = "")
    {
        Rechazo? primero = null;
        var hechas = 0;
        using var alto = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Parallel.ForEachAsync(actas, new ParallelOptions { MaxDegreeOfParallelism = taller.Obreros, CancellationToken = alto.Token }, async (pedida, parar) =>
            {
                var hecha = await HacerAsync(taller, proceso, eleccion, pedida, semilla, parar);
                if (!hecha.IsOk)
                {
                    Interlocked.CompareExchange(ref primero, hecha.Rechazo, null);
                    await alto.CancelAsync();
                    return;
                }

                await guardar(pedida.Acta.Id, hecha.Value, parar);
                Interlocked.Increment(ref hechas);
            });
        }
        catch (OperationCanceledException) when (primero is not null)
        {
            // stopped by ourselves: the refusal says why
        }

        return primero is null ? hechas : primero;
    }

    /// <summary>One image, checked as any other that arrives.</summary>
    public static async Task<Result<byte[]>> HacerAsync(
        TallerDeImagenes taller, Proceso proceso, Eleccion eleccion, ActaPorDibujar pedida, string semilla, CancellationToken ct)
    {
        var svg = DibujoDeActa.Svg(proceso, eleccion, pedida.Acta, pedida.Datos, pedida.Folio ?? pedida.Acta.Id.Nombre, semilla);
        return (await taller.HacerJpegAsync(svg, ct)).Luego<byte[]>(jpeg => LimpiezaDeImagen.EsPublicable(jpeg) is { IsOk: false } r ? r.Rechazo : jpeg);
    }
}
