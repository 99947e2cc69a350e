using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Operacion.Publicacion;

/// <summary>Writes a corte where the public reads it; makes nothing visible unless everything was written and checked.</summary>
/// <returns>The elections whose self-check failed and kept their previous data; or why nothing was published.</returns>
public delegate Task<Result<IReadOnlyList<EleccionId>>> PublicarCorte(Corte corte, CancellationToken ct);

/// <summary>Reader → publisher → mark: one corte from one snapshot.</summary>
public static class HacerCorte
{
    /// <param name="InstanteEn">The corte carries what was verified by it, inclusive.</param>
    /// <param name="Ultimo">The last update before the close: participation takes the especiales in.</param>
    /// <param name="Intentos">After so many failures a prepared corte is abandoned: see <see cref="CortePendiente"/>.</param>
    public sealed record Request(DateTimeOffset InstanteEn, bool Ultimo = false, DateTimeOffset? SiguienteEn = null, int Intentos = CortePendiente.IntentosPorOmision);

    /// <param name="SinAvance">Elections that kept their previous data: alarm and retry.</param>
    public sealed record Hecho(Corte Corte, IReadOnlyList<EleccionId> SinAvance);

    /// <param name="alarma">Hears of each earlier corte that is given up, whatever happens to this one.</param>
    public static async Task<Result<Hecho>> EjecutarAsync(
        Request r, LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct, Action<CorteAbandonado>? alarma = null)
    {
        if (c.Almacen.Catalogo is null)
        {
            return Contexto.SinProceso;
        }

        await c.Almacen.PonerAlDiaAsync(ct);
        var pendientes = await CortePendiente.TerminarAsync(lector, publicar, c, ct, r.Intentos, alarma);
        if (!pendientes.IsOk)
        {
            return pendientes.Rechazo;
        }

        var id = CorteId.De(r.InstanteEn, c.Proceso.Calendario.Zona);
        var leido = await lector.LeerAsync(id, r.InstanteEn, r.Ultimo, r.SiguienteEn, ct);
        var preparado = await PrepararAsync(leido, c, ct);
        if (!preparado.IsOk)
        {
            return preparado.Rechazo;
        }

        lector.Avanzar(leido);
        var publicado = await CortePendiente.PublicarAsync(leido.Corte, lector, publicar, c, ct);
        return publicado.IsOk ? new Hecho(leido.Corte, publicado.Value) : publicado.Rechazo;
    }

    private static Task<Result<Acuse>> PrepararAsync(CorteLeido leido, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var (corte, ahora) = (leido.Corte, c.Ahora);
            if (await NoAdmiteMasAsync(tx, await CorteFila.UltimoAsync(tx), leido.Corte.Ultimo) is { } cerrada)
            {
                return cerrada;
            }

            if (await CorteFila.UltimoAsync(tx) is { } ultimo && string.CompareOrdinal(ultimo.Id, corte.Id.Valor) >= 0)
            {
                return new Rechazo("corte_ya_hecho", $"Ya hay un corte {ultimo.Id}; el siguiente debe ser posterior.", ClaseDeRechazo.Conflicto);
            }

            CorteFila fila = new()
            {
                Id = corte.Id.Valor,
                InstanteEn = corte.InstanteEn.AMicros(),
                SiguienteEn = corte.SiguienteEn.AMicros(),
                Ultimo = corte.Elecciones.Any(e => e.Ultimo),
                Raiz = corte.RaizDeBitacora ?? "",
                PreparadoEn = ahora.AMicros(),
            };
            if (await c.SiYaNoMandaAsync() is { } perdido)
            {
                return perdido;
            }

            await fila.InsertarAsync(tx);
            await MarchaFila.PonerCorteAsync(tx, ahora);
            foreach (var x in leido.Agrega)
            {
                await tx.EjecutarAsync("INSERT INTO corte_agrega (acta, version, suceso, corte) VALUES (@p0, @p1, @p2, @p3)", x.Acta, x.Version, x.Suceso, fila.Id);
                await tx.EjecutarAsync("DELETE FROM por_publicar WHERE acta = @p0 AND version = @p1 AND suceso = @p2", x.Acta, x.Version, x.Suceso);
            }

            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "corte_preparado", $"{fila.Id} agrega={leido.Agrega.Count} raiz={fila.Raiz}", ahora);
            return new Acuse(ahora);
        },
        ct);

    // After the close only its own corte, once.
    private static async Task<Rechazo?> NoAdmiteMasAsync(Transaccion tx, CorteFila? fila, bool ultimo) =>
        fila is { Ultimo: true } ? new Rechazo("publicacion_cerrada", $"La publicación cerró con el corte {fila.Id}: no hay más cortes.", ClaseDeRechazo.Conflicto)
        : !ultimo && (await MarchaFila.LeerAsync(tx)).CerradoEn is not null ? RechazosDeMarcha.Cerrada
        : null;
}
