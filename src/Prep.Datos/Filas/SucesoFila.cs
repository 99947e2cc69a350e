using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>What happens to a published version without making a new one.</summary>
public enum TipoDeSuceso
{
    /// <summary>COTEJADA changed; the datum is its number.</summary>
    Cotejo,

    /// <summary>An image was withdrawn; the datum is its hash.</summary>
    Retiro,

    /// <summary>A fuera de catálogo was identified and leaves the list; the datum is the number of the acta it turned out to be.</summary>
    Reidentificacion,
}

/// <summary>One such fact; the next corte carries it.</summary>
public sealed class SucesoFila
{
    public long Id { get; set; }

    public long Acta { get; set; }

    public int Version { get; set; }

    public TipoDeSuceso Tipo { get; set; }

    public string Dato { get; set; } = "";

    public long OcurridoEn { get; set; }

    public static async Task AgregarAsync(Transaccion tx, long acta, int version, TipoDeSuceso tipo, string dato, DateTimeOffset ahora)
    {
        var id = await tx.EscalarAsync<long>(
            "INSERT INTO suceso (acta, version, tipo, dato, ocurrido_en) VALUES (@p0, @p1, @p2, @p3, @p4) RETURNING id",
            acta, version, tipo.ToString(), dato, ahora.AMicros());
        await tx.EjecutarAsync("INSERT INTO por_publicar (acta, version, suceso) VALUES (@p0, @p1, @p2)", acta, version, id);
    }

    public static Task<List<SucesoFila>> PorPublicarAsync(Transaccion tx, long hasta) => tx.TodosAsync(
        "SELECT s.id, s.acta, s.version, s.tipo, s.dato, s.ocurrido_en FROM por_publicar p JOIN suceso s ON s.id = p.suceso WHERE p.suceso > 0 AND s.ocurrido_en <= @p0 ORDER BY s.ocurrido_en, s.id",
        De, hasta);

    public static Task<List<SucesoFila>> PublicadosHastaAsync(Transaccion tx, string corte) => tx.TodosAsync(
        "SELECT s.id, s.acta, s.version, s.tipo, s.dato, s.ocurrido_en FROM corte_agrega a JOIN suceso s ON s.id = a.suceso WHERE a.suceso > 0 AND a.corte <= @p0 ORDER BY a.corte, s.ocurrido_en, s.id",
        De, corte);

    private static SucesoFila De(DbDataReader f) => new()
    {
        Id = f.GetInt64(0),
        Acta = f.GetInt64(1),
        Version = f.GetInt32(2),
        Tipo = Enum.Parse<TipoDeSuceso>(f.GetString(3)),
        Dato = f.GetString(4),
        OcurridoEn = f.GetInt64(5),
    };
}
