using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>Hands out the queue: one for every round, by turns that nobody chooses.</summary>
/// <remarks>
/// The most delayed area is the one whose oldest acta has waited longest: so the twenty oldest actas of the whole queue are the twenty oldest of
/// the most delayed areas. One is taken by lot, rather one that nobody of the person's site has had; that is a preference, never a condition:
/// with one site alone the same actas come, only later. An acta on which the person has done anything, in this version or an earlier one, never comes.
/// </remarks>
public static class ColaDeCaptura
{
    /// <summary>How many of the oldest enter the lot.</summary>
    public const int Vista = 20;

    // Counts, not EXISTS: the planner may not turn them into one reading of a whole table, however little it knows of its size.
    private const string Libre = """
        (SELECT COUNT(*) FROM bitacora b WHERE b.acta = a.numero AND b.persona = @p1) = 0
        AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p2) < a.vacantes
        AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p2 AND t.persona = @p1) = 0
        """;

    private const string Hecho = "a.numero, a.vigente + 1 AS version, a.imagen, CASE WHEN a.estado = 'TerceraPendiente' THEN 3 ELSE 1 END AS ronda";

    // The lot by its keys: joined, PostgreSQL expects one row of it and reads the whole table of actas beside.
    private const string DelLote = "a.numero IN (SELECT v.numero FROM vista v)", DelLoteEnPostgres = "a.numero = ANY (ARRAY(SELECT v.numero FROM vista v))";

    private static string PorSorteo(string delLote) => $"""
        WITH vista AS (SELECT a.numero FROM acta a WHERE a.cola IS NOT NULL AND {Libre} ORDER BY a.cola LIMIT @p8),
        candidata AS (
            SELECT {Hecho} FROM acta a WHERE {delLote} AND a.cola IS NOT NULL
            ORDER BY CASE WHEN @p4 <> '' AND (
                    SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.version = a.vigente + 1 AND t.imagen = a.imagen AND t.sitio = @p4
                        AND (t.entregado_en IS NOT NULL OR t.vence_en > @p2)) > 0 THEN 1 ELSE 0 END,
                (a.numero * @p6 + @p7) % 4294967291
            LIMIT 1
        """;

    private const string LaPrimera = $"WITH candidata AS (SELECT {Hecho} FROM acta a WHERE a.cola IS NOT NULL AND {Libre} ORDER BY a.cola LIMIT 1";

    private const string DelGuion = $"""
        WITH candidata AS (
            SELECT {Hecho} FROM acta a WHERE a.numero = @p6 AND a.cola IS NOT NULL
                AND (SELECT COUNT(*) FROM captura c WHERE c.acta = a.numero AND c.persona = @p1) = 0
                AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p2) < a.vacantes
            LIMIT 1
        """;

    /// <param name="turno">Who, where, until when; its id decides the lot.</param>
    /// <returns>Null when there is no acta for that person now.</returns>
    internal static async Task<TurnoFila?> TomarAsync(Transaccion tx, TurnoFila turno)
    {
        var lote = SHA256.HashData(Encoding.UTF8.GetBytes(turno.Id));
        long factor = BinaryPrimitives.ReadUInt32LittleEndian(lote), desplazo = BinaryPrimitives.ReadUInt32LittleEndian(lote.AsSpan(4));

        var porSorteo = PorSorteo(tx.Base.ConBloqueo.Length > 0 ? DelLoteEnPostgres : DelLote);

        // When every one of the first is being taken at this very instant, whichever is free.
        return await IntentarAsync(tx, turno, porSorteo, factor | 1, desplazo, (long)Vista) ?? await IntentarAsync(tx, turno, LaPrimera);
    }

    /// <summary>That acta: a repetición follows its script.</summary>
    internal static Task<TurnoFila?> TomarAsync(Transaccion tx, TurnoFila turno, long acta) => IntentarAsync(tx, turno, DelGuion, acta);

    private static async Task<TurnoFila?> IntentarAsync(Transaccion tx, TurnoFila turno, string candidata, params object?[] mas)
    {
        var salto = tx.Base.ConBloqueo.Length > 0 ? " FOR UPDATE OF a SKIP LOCKED" : "";
        var sql = $"""
            {candidata}{salto})
            INSERT INTO turno (id, acta, version, imagen, ronda, persona, sitio, apartado, tomado_en, vence_en)
            SELECT @p0, numero, version, imagen, ronda, @p1, @p4, @p5, @p2, @p3 FROM candidata
            RETURNING {TurnoFila.Columnas}
            """;
        while (await tx.UnoAsync(sql, TurnoFila.De, [turno.Id, turno.Persona, turno.TomadoEn, turno.VenceEn, turno.Sitio, turno.Apartado, .. mas]) is { } tomado)
        {
            if (await CabeAsync(tx, tomado))
            {
                return tomado;
            }

            await tx.EjecutarAsync("DELETE FROM turno WHERE id = @p0", tomado.Id);
        }

        return null;
    }

    // PostgreSQL counts leases as they were when the claim began: one that committed between that and the lock on the acta is seen only
    // by a second statement. The lock is ours by now, so what it counts stands; the next attempt sees the same and goes to another acta.
    private static async Task<bool> CabeAsync(Transaccion tx, TurnoFila turno) =>
        tx.Base.ConBloqueo.Length == 0
        || await tx.EscalarAsync<long>(
            """
            SELECT COUNT(*) FROM acta a WHERE a.numero = @p0
              AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p1) <= a.vacantes
              AND NOT EXISTS (SELECT 1 FROM captura c WHERE c.acta = a.numero AND c.persona = @p2)
            """,
            turno.Acta, turno.TomadoEn, turno.Persona) == 1;
}
