using Prep.Datos;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Operacion.Publicacion;

/// <summary>A corte that was given up: its alarm.</summary>
/// <param name="Motivo">What the last attempt said.</param>
public sealed record CorteAbandonado(CorteId Id, string Motivo);

/// <summary>A prepared corte until it is published, or given up so that it does not stand in the way of the later ones.</summary>
/// <remarks>
/// Regla K-06. It is tried again, the same bytes, until it comes out. It is given up after so many failures, or at once when no attempt can
/// succeed: it contradicts itself, or the folder is already past it. Nothing is lost: the next corte carries what
/// it had. The last update is never given up: no other would carry it.
/// </remarks>
public static class CortePendiente
{
    /// <summary>Five minutes with a try each fifteen seconds: less than the shortest interval of the law.</summary>
    public const int IntentosPorOmision = 20;

    private static readonly HashSet<string> _sinRemedio = ["autocomprobacion_fallida", "corte_anterior_al_publicado"];

    // Who publishes now may still finish it: giving it up would carry its data twice.
    private static readonly HashSet<string> _enOtraMano = ["publicacion_ocupada", Contexto.MandoPerdido];

    /// <summary>At start, and before each corte: one that was prepared and not marked is published again from its rows (the publisher knows if it already is).</summary>
    /// <param name="alarma">Hears of each one that is given up.</param>
    /// <returns>How many came out; refused while one that may still come out does not.</returns>
    public static async Task<Result<int>> TerminarAsync(
        LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct, int intentos = IntentosPorOmision, Action<CorteAbandonado>? alarma = null)
    {
        var publicados = 0;
        foreach (var fila in (await c.Almacen.Base.LeerAsync(CorteFila.TodosAsync, ct)).Where(f => f.Estado == "Preparado"))
        {
            var (hecho, falla) = await IntentarAsync(fila, lector, publicar, c, ct);
            if (hecho.IsOk)
            {
                publicados++;
            }
            else if (!fila.Ultimo && !_enOtraMano.Contains(hecho.Rechazo.Codigo) && (fila.Intentos + 1 >= intentos || _sinRemedio.Contains(hecho.Rechazo.Codigo)))
            {
                await AbandonarAsync(fila, hecho.Rechazo.Mensaje, c, ct);
                lector.Olvidar();
                alarma?.Invoke(new(new(fila.Id), hecho.Rechazo.Mensaje));
            }
            else
            {
                return falla is null ? hecho.Rechazo : throw falla;
            }
        }

        return publicados;
    }

    /// <summary>One attempt: publishes and marks, or counts the failure.</summary>
    /// <returns>The elections that kept their previous data.</returns>
    internal static async Task<Result<IReadOnlyList<EleccionId>>> PublicarAsync(Corte corte, LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        if (await c.SiYaNoMandaAsync() is { } perdido)
        {
            return perdido;
        }

        Result<IReadOnlyList<EleccionId>> publicado;
        try
        {
            publicado = await publicar(corte, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await ContarAsync(corte.Id.Valor, e.Message, c, ct);
            throw;
        }

        if (!publicado.IsOk && publicado.Rechazo.Codigo == Contexto.MandoPerdido)
        {
            return publicado;
        }

        if (!publicado.IsOk)
        {
            await ContarAsync(corte.Id.Valor, publicado.Rechazo.Mensaje, c, ct);
            return publicado;
        }

        var sinAvance = publicado.Value;
        await c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                // Another node may have marked it while this one was frozen: once.
                if (!await CorteFila.PublicarAsync(tx, corte.Id.Valor, c.Ahora))
                {
                    return new Acuse(c.Ahora);
                }

                foreach (var eleccion in sinAvance)
                {
                    await CorteFila.DevolverAsync(tx, corte.Id.Valor, eleccion.Valor);
                }

                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "corte_publicado", $"{corte.Id} sin_avance={string.Join(',', sinAvance)}", c.Ahora);
                return new Acuse(c.Ahora);
            },
            ct);
        if (sinAvance.Count > 0)
        {
            lector.Olvidar();
        }

        return publicado;
    }

    private static async Task<(Result<IReadOnlyList<EleccionId>> Hecho, Exception? Falla)> IntentarAsync(
        CorteFila fila, LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        Corte? corte = null;
        try
        {
            corte = await lector.RehacerAsync(new(fila.Id), ct);
            return (await PublicarAsync(corte!, lector, publicar, c, ct), null);
        }
        catch (Exception e) when (e is not OperationCanceledException && corte is null)
        {
            await ContarAsync(fila.Id, e.Message, c, ct);
            return (new Rechazo("corte_ilegible", e.Message), e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (new Rechazo("corte_fallido", e.Message), e);
        }
    }

    private static Task ContarAsync(string corte, string motivo, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            await CorteFila.FallarAsync(tx, corte, motivo);
            return new Acuse(c.Ahora);
        },
        ct);

    private static Task AbandonarAsync(CorteFila corte, string motivo, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            await CorteFila.AbandonarAsync(tx, corte.Id);
            await new CorteOmitidoFila { InstanteEn = corte.InstanteEn, Motivo = $"No se pudo publicar: {motivo}", RegistradoEn = c.Ahora.AMicros() }.AnotarAsync(tx);
            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "corte_abandonado", $"{corte.Id} {motivo}", c.Ahora);
            return new Acuse(c.Ahora);
        },
        ct);
}
