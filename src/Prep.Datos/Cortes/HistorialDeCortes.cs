using Prep.Datos.Bases;
using Prep.Datos.Filas;
using Prep.Dominio.Cortes;

namespace Prep.Datos.Cortes;

/// <summary>What became of each update of the calendar, from the rows: the calendar in force may not be the one that planned them.</summary>
public static class HistorialDeCortes
{
    /// <summary>Those before a corte: the same whenever it is made again, because earlier ones are settled before it is prepared.</summary>
    public static async Task<IReadOnlyList<Actualizacion>> LeerAsync(Transaccion tx, CorteId antesDe, DateTimeOffset instante) =>
        [.. (await TodasAsync(tx)).Where(f => f.Id is null ? f.Actualizacion.PlaneadaEn < instante : string.CompareOrdinal(f.Id, antesDe.Valor) < 0).Select(f => f.Actualizacion)];

    /// <summary>All so far.</summary>
    public static async Task<IReadOnlyList<Actualizacion>> LeerAsync(Transaccion tx) => [.. (await TodasAsync(tx)).Select(f => f.Actualizacion)];

    // Those that came out and those omitted. The zero corte is evidence, not an update.
    private static async Task<IEnumerable<(string? Id, Actualizacion Actualizacion)>> TodasAsync(Transaccion tx)
    {
        var ceros = (await MarchaFila.LeerAsync(tx)).CerosEn ?? long.MinValue;
        var hechas = (await CorteFila.TodosAsync(tx))
            .Where(f => f.Estado == "Publicado" && f.InstanteEn > ceros)
            .Select(f => ((string?)f.Id, new Actualizacion(Instante.DeMicros(f.InstanteEn), Instante.DeMicros(f.PublicadoEn), f.Motivo)));
        var omitidas = (await CorteOmitidoFila.TodosAsync(tx)).Select(o => ((string?)null, new Actualizacion(Instante.DeMicros(o.InstanteEn), null, o.Motivo)));
        return hechas.Concat(omitidas).OrderBy(f => f.Item2.PlaneadaEn);
    }
}
