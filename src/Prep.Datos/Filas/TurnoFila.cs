using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A lease: one person has one acta to capture until an instant.</summary>
public sealed class TurnoFila
{
    internal const string Columnas = "id, acta, version, imagen, ronda, persona, sitio, apartado, tomado_en, vence_en, entregado_en, huella";

    public string Id { get; set; } = "";

    public long Acta { get; set; }

    public int Version { get; set; }

    public long Imagen { get; set; }

    /// <summary>1 or 3; never leaves the server.</summary>
    public int Ronda { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>CATD or CCV where that person works; empty when nobody said.</summary>
    public string Sitio { get; set; } = "";

    /// <summary>Taken ahead while the person finishes another; it lasts little.</summary>
    public bool Apartado { get; set; }

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

    /// <summary>The lease that the person already holds: the one in hand before one set apart.</summary>
    public static Task<TurnoFila?> VivoAsync(Transaccion tx, string persona, long ahora) => tx.UnoAsync(
        $"SELECT {Columnas} FROM turno WHERE persona = @p0 AND entregado_en IS NULL AND vence_en > @p1 ORDER BY apartado, tomado_en LIMIT 1", De, persona, ahora);

    /// <summary>The one that waits for the person to finish the acta in hand.</summary>
    public static Task<TurnoFila?> ApartadoAsync(Transaccion tx, string persona, long ahora) => tx.UnoAsync(
        $"SELECT {Columnas} FROM turno WHERE persona = @p0 AND entregado_en IS NULL AND vence_en > @p1 AND apartado LIMIT 1", De, persona, ahora);

    /// <summary>How many the person has delivered: captures and reports alike, whatever came of them.</summary>
    public static Task<long> EntregadosAsync(Transaccion tx, string persona) =>
        tx.EscalarAsync<long>("SELECT COUNT(*) FROM turno WHERE persona = @p0 AND entregado_en IS NOT NULL", persona);

    /// <summary>Claims an acta of the queue for the person and site of this lease.</summary>
    /// <param name="acta">Only that one (a repetición follows its script); null for the one that the lot gives.</param>
    /// <returns>The lease as it was recorded, or null when there is none for that person.</returns>
    public Task<TurnoFila?> TomarAsync(Transaccion tx, long? acta = null) =>
        acta is { } numero ? ColaDeCaptura.TomarAsync(tx, this, numero) : ColaDeCaptura.TomarAsync(tx, this);

    /// <summary>What was set apart becomes the acta in hand, with its whole time.</summary>
    public Task AbrirAsync(Transaccion tx, long ahora, long vence)
    {
        (Apartado, TomadoEn, VenceEn) = (false, ahora, vence);
        return tx.EjecutarAsync("UPDATE turno SET apartado = @p1, tomado_en = @p2, vence_en = @p3 WHERE id = @p0", Id, Apartado, TomadoEn, VenceEn);
    }

    public Task EntregarAsync(Transaccion tx) =>
        tx.EjecutarAsync("UPDATE turno SET entregado_en = @p1, huella = @p2 WHERE id = @p0", Id, EntregadoEn, Huella);

    /// <summary>The acta left the queue (reported, held): nobody keeps a lease on it.</summary>
    public static Task AnularDeActaAsync(Transaccion tx, long acta, long ahora) =>
        tx.EjecutarAsync("UPDATE turno SET vence_en = @p1 WHERE acta = @p0 AND entregado_en IS NULL AND vence_en > @p1", acta, ahora);

    internal static TurnoFila De(DbDataReader f) => new()
    {
        Id = f.GetString(0),
        Acta = f.GetInt64(1),
        Version = f.GetInt32(2),
        Imagen = f.GetInt64(3),
        Ronda = f.GetInt32(4),
        Persona = f.GetString(5),
        Sitio = f.GetString(6),
        Apartado = f.GetBoolean(7),
        TomadoEn = f.GetInt64(8),
        VenceEn = f.GetInt64(9),
        EntregadoEn = f.Entero(10),
        Huella = f.Texto(11),
    };
}
