using Prep.Datos;
using Prep.Datos.Bases;
using Prep.Datos.Cortes;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
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
    public sealed record Request(DateTimeOffset InstanteEn, bool Ultimo = false, DateTimeOffset? SiguienteEn = null);

    /// <param name="SinAvance">Elections that kept their previous data: alarm and retry.</param>
    public sealed record Hecho(Corte Corte, IReadOnlyList<EleccionId> SinAvance);

    public static async Task<Result<Hecho>> EjecutarAsync(Request r, LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        if (c.Almacen.Catalogo is null)
        {
            return new Rechazo("sin_proceso", "No hay un proceso cargado. Cárguelo con ./prep cargar.", ClaseDeRechazo.NoExiste);
        }

        var pendientes = await TerminarPendientesAsync(lector, publicar, c, ct);
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
        return await PublicarAsync(leido.Corte, lector, publicar, c, ct);
    }

    /// <summary>At start, and before each corte: one that was prepared and not marked is published again from its rows (the publisher knows if it already is).</summary>
    /// <returns>How many there were.</returns>
    public static async Task<Result<int>> TerminarPendientesAsync(LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        var cuantos = 0;
        foreach (var fila in (await c.Almacen.Base.LeerAsync(CorteFila.TodosAsync, ct)).Where(f => f.Estado == "Preparado"))
        {
            var corte = await lector.RehacerAsync(new(fila.Id), ct);
            var hecho = await PublicarAsync(corte!, lector, publicar, c, ct);
            if (!hecho.IsOk)
            {
                return hecho.Rechazo;
            }

            cuantos++;
        }

        return cuantos;
    }

    private static Task<Result<Acuse>> PrepararAsync(CorteLeido leido, Contexto c, CancellationToken ct) => c.EnTransaccionAsync<Acuse>(
        async tx =>
        {
            var (corte, ahora) = (leido.Corte, c.Ahora);
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
            await fila.InsertarAsync(tx);
            foreach (var x in leido.Agrega)
            {
                await tx.EjecutarAsync("INSERT INTO corte_agrega (acta, version, suceso, corte) VALUES (@p0, @p1, @p2, @p3)", x.Acta, x.Version, x.Suceso, fila.Id);
                await tx.EjecutarAsync("DELETE FROM por_publicar WHERE acta = @p0 AND version = @p1 AND suceso = @p2", x.Acta, x.Version, x.Suceso);
            }

            await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "corte_preparado", $"{fila.Id} agrega={leido.Agrega.Count} raiz={fila.Raiz}", ahora);
            return new Acuse(ahora);
        },
        ct);

    private static async Task<Result<Hecho>> PublicarAsync(Corte corte, LectorDeCorte lector, PublicarCorte publicar, Contexto c, CancellationToken ct)
    {
        var publicado = await publicar(corte, ct);
        if (!publicado.IsOk)
        {
            return publicado.Rechazo;
        }

        var sinAvance = publicado.Value;
        await c.EnTransaccionAsync<Acuse>(
            async tx =>
            {
                foreach (var eleccion in sinAvance)
                {
                    await DevolverAsync(tx, corte, eleccion);
                }

                await CorteFila.PublicarAsync(tx, corte.Id.Valor, c.Ahora);
                await BitacoraFila.AnotarDelProcesoAsync(tx, c.Persona.Valor, "corte_publicado", $"{corte.Id} sin_avance={string.Join(',', sinAvance)}", c.Ahora);
                return new Acuse(c.Ahora);
            },
            ct);
        if (sinAvance.Count > 0)
        {
            lector.Olvidar();
        }

        return new Hecho(corte, sinAvance);
    }

    // What the failed election was going to add waits for the next corte.
    private static async Task DevolverAsync(Transaccion tx, Corte corte, EleccionId eleccion)
    {
        await tx.EjecutarAsync(
            "INSERT INTO por_publicar (acta, version, suceso) SELECT g.acta, g.version, g.suceso FROM corte_agrega g JOIN acta a ON a.numero = g.acta WHERE g.corte = @p0 AND a.eleccion = @p1",
            corte.Id.Valor, eleccion.Valor);
        await tx.EjecutarAsync(
            "DELETE FROM corte_agrega WHERE corte = @p0 AND acta IN (SELECT numero FROM acta WHERE eleccion = @p1)", corte.Id.Valor, eleccion.Valor);
    }
}
