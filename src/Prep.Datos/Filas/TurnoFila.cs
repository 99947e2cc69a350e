using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A lease: one person has one acta to capture until an instant.</summary>
public sealed class TurnoFila
{
    private const string Columnas = "id, acta, version, imagen, ronda, persona, sitio, tomado_en, vence_en, entregado_en, huella";

    /// <summary>How many actas of the head of the queue the preference for another site looks at.</summary>
    public const int Vista = 16;

    private const string Libre = """
        NOT EXISTS (SELECT 1 FROM captura c WHERE c.acta = a.numero AND c.persona = @p1)
        AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p2) < a.vacantes
        """;

    private static readonly string DeLosPrimeros =
        $"a.numero IN (SELECT v.numero FROM (SELECT a.numero FROM acta a WHERE a.cola IS NOT NULL AND {Libre} ORDER BY a.cola LIMIT {Vista}) v) AND a.cola IS NOT NULL";

    private const string DeOtroSitio =
        "NOT EXISTS (SELECT 1 FROM turno t WHERE t.acta = a.numero AND t.version = a.vigente + 1 AND t.imagen = a.imagen AND t.sitio = @p4 AND (t.entregado_en IS NOT NULL OR t.vence_en > @p2))";

    public string Id { get; set; } = "";

    public long Acta { get; set; }

    public int Version { get; set; }

    public long Imagen { get; set; }

    /// <summary>1 or 3; never leaves the server.</summary>
    public int Ronda { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>CATD or CCV where that person works; empty when nobody said.</summary>
    public string Sitio { get; set; } = "";

    public long TomadoEn { get; set; }

    public long VenceEn { get; set; }

    public long? EntregadoEn { get; set; }

    /// <summary>SHA-256 of what was delivered.</summary>
    public string? Huella { get; set; }

    /// <summary>Reads inside a snapshot, which may not lock.</summary>
    public static Task<TurnoFila?> LeerSinBloqueoAsync(Transaccion tx, string id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM turno WHERE id = @p0", De, id);

    public static Task<TurnoFila?> LeerAsync(Transaccion tx, string id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM turno WHERE id = @p0{tx.Base.ConBloqueo}", De, id);

    /// <summary>The lease that the person already holds, if any.</summary>
    public static Task<TurnoFila?> VivoAsync(Transaccion tx, string persona, long ahora) =>
        tx.UnoAsync($"SELECT {Columnas} FROM turno WHERE persona = @p0 AND entregado_en IS NULL AND vence_en > @p1 LIMIT 1", De, persona, ahora);

    /// <summary>Claims the first acta of the queue that this person may capture; among the first few, rather one that nobody of the same site has had.</summary>
    /// <param name="acta">Only that one (a repetición follows its script); null for whichever comes first.</param>
    public static async Task<TurnoFila?> TomarAsync(Transaccion tx, string id, string persona, string sitio, long ahora, long vence, long? acta)
    {
        // The preference looks at the head of the queue only: with one site alone, an acta waits for so many others at most.
        var turno = acta is null && sitio.Length > 0 ? await TomarAsync(tx, id, persona, sitio, ahora, vence, $"{DeLosPrimeros} AND {DeOtroSitio}", null) : null;
        return turno ?? await TomarAsync(tx, id, persona, sitio, ahora, vence, acta is null ? "a.cola IS NOT NULL" : "a.numero = @p5 AND a.cola IS NOT NULL", acta);
    }

    private static async Task<TurnoFila?> TomarAsync(Transaccion tx, string id, string persona, string sitio, long ahora, long vence, string cual, long? acta)
    {
        while (await IntentarAsync(tx, id, persona, sitio, ahora, vence, cual, acta) is { } turno)
        {
            if (await CabeAsync(tx, turno, ahora))
            {
                return turno;
            }

            await tx.EjecutarAsync("DELETE FROM turno WHERE id = @p0", id);
        }

        return null;
    }

    // PostgreSQL counts leases as they were when the claim began: one that committed between that and the lock on the acta is seen only
    // by a second statement. The lock is ours by now, so what it counts stands; the next attempt sees the same and goes to another acta.
    private static async Task<bool> CabeAsync(Transaccion tx, TurnoFila turno, long ahora) =>
        tx.Base.ConBloqueo.Length == 0
        || await tx.EscalarAsync<long>(
            """
            SELECT COUNT(*) FROM acta a WHERE a.numero = @p0
              AND (SELECT COUNT(*) FROM turno t WHERE t.acta = a.numero AND t.entregado_en IS NULL AND t.vence_en > @p1) <= a.vacantes
              AND NOT EXISTS (SELECT 1 FROM captura c WHERE c.acta = a.numero AND c.persona = @p2)
            """,
            turno.Acta, ahora, turno.Persona) == 1;

    private static Task<TurnoFila?> IntentarAsync(Transaccion tx, string id, string persona, string sitio, long ahora, long vence, string cual, long? acta)
    {
        var salto = tx.Base.ConBloqueo.Length > 0 ? " FOR UPDATE OF a SKIP LOCKED" : "";
        var sql = $"""
            WITH candidata AS (
                SELECT a.numero, a.vigente + 1 AS version, a.imagen, CASE WHEN a.estado = 'TerceraPendiente' THEN 3 ELSE 1 END AS ronda
                FROM acta a
                WHERE {cual}
                  AND {Libre}
                ORDER BY a.cola LIMIT 1{salto})
            INSERT INTO turno (id, acta, version, imagen, ronda, persona, sitio, tomado_en, vence_en)
            SELECT @p0, numero, version, imagen, ronda, @p1, @p4, @p2, @p3 FROM candidata
            RETURNING {Columnas}
            """;
        return acta is { } numero
            ? tx.UnoAsync(sql, De, id, persona, ahora, vence, sitio, numero)
            : tx.UnoAsync(sql, De, id, persona, ahora, vence, sitio);
    }

    public Task EntregarAsync(Transaccion tx) =>
        tx.EjecutarAsync("UPDATE turno SET entregado_en = @p1, huella = @p2 WHERE id = @p0", Id, EntregadoEn, Huella);

    /// <summary>The acta left the queue (reported, held): nobody keeps a lease on it.</summary>
    public static Task AnularDeActaAsync(Transaccion tx, long acta, long ahora) =>
        tx.EjecutarAsync("UPDATE turno SET vence_en = @p1 WHERE acta = @p0 AND entregado_en IS NULL AND vence_en > @p1", acta, ahora);

    private static TurnoFila De(DbDataReader f) => new()
    {
        Id = f.GetString(0),
        Acta = f.GetInt64(1),
        Version = f.GetInt32(2),
        Imagen = f.GetInt64(3),
        Ronda = f.GetInt32(4),
        Persona = f.GetString(5),
        Sitio = f.GetString(6),
        TomadoEn = f.GetInt64(7),
        VenceEn = f.GetInt64(8),
        EntregadoEn = f.Entero(9),
        Huella = f.Texto(10),
    };
}
