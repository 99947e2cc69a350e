using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A corte and how far its publication has come: <c>Preparado</c>, <c>Publicado</c>, or <c>Abandonado</c> when it could not be and the next one carries what it had.</summary>
public sealed class CorteFila
{
    private const string Columnas = "id, instante_en, siguiente_en, ultimo, estado, raiz, preparado_en, publicado_en, intentos, motivo";

    public string Id { get; set; } = "";

    public long InstanteEn { get; set; }

    public long? SiguienteEn { get; set; }

    public bool Ultimo { get; set; }

    public string Estado { get; set; } = "Preparado";

    /// <summary>Merkle root over the heads of the bitácora.</summary>
    public string Raiz { get; set; } = "";

    public long PreparadoEn { get; set; }

    public long? PublicadoEn { get; set; }

    /// <summary>How many times its publication failed.</summary>
    public int Intentos { get; set; }

    /// <summary>Why the last time.</summary>
    public string? Motivo { get; set; }

    public static Task<CorteFila?> LeerAsync(Transaccion tx, string id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM corte WHERE id = @p0", De, id);

    public static Task<CorteFila?> UltimoAsync(Transaccion tx) =>
        tx.UnoAsync($"SELECT {Columnas} FROM corte ORDER BY id DESC LIMIT 1", De);

    public static Task<List<CorteFila>> TodosAsync(Transaccion tx) =>
        tx.TodosAsync($"SELECT {Columnas} FROM corte ORDER BY id", De);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO corte ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)",
        Id, InstanteEn, SiguienteEn, Ultimo, Estado, Raiz, PreparadoEn, PublicadoEn, Intentos, Motivo);

    /// <returns>False when it was already marked.</returns>
    public static async Task<bool> PublicarAsync(Transaccion tx, string id, DateTimeOffset ahora) =>
        await tx.EjecutarAsync("UPDATE corte SET estado = 'Publicado', publicado_en = @p1 WHERE id = @p0 AND estado = 'Preparado'", id, ahora.AMicros()) == 1;

    /// <summary>Notes one more failure.</summary>
    public static Task FallarAsync(Transaccion tx, string id, string motivo) =>
        tx.EjecutarAsync("UPDATE corte SET intentos = intentos + 1, motivo = @p1 WHERE id = @p0", id, motivo);

    /// <summary>An election did not advance in it: what it was going to add waits for the next one.</summary>
    public static async Task DevolverAsync(Transaccion tx, string id, string eleccion)
    {
        await tx.EjecutarAsync(
            "INSERT INTO por_publicar (acta, version, suceso) SELECT g.acta, g.version, g.suceso FROM corte_agrega g JOIN acta a ON a.numero = g.acta WHERE g.corte = @p0 AND a.eleccion = @p1",
            id, eleccion);
        await tx.EjecutarAsync("DELETE FROM corte_agrega WHERE corte = @p0 AND acta IN (SELECT numero FROM acta WHERE eleccion = @p1)", id, eleccion);
    }

    /// <summary>It will not be published: what it was going to add waits for the next one.</summary>
    public static async Task AbandonarAsync(Transaccion tx, string id)
    {
        await tx.EjecutarAsync("INSERT INTO por_publicar (acta, version, suceso) SELECT acta, version, suceso FROM corte_agrega WHERE corte = @p0", id);
        await tx.EjecutarAsync("DELETE FROM corte_agrega WHERE corte = @p0", id);
        await tx.EjecutarAsync("UPDATE corte SET estado = 'Abandonado' WHERE id = @p0", id);
    }

    private static CorteFila De(DbDataReader f) => new()
    {
        Id = f.GetString(0),
        InstanteEn = f.GetInt64(1),
        SiguienteEn = f.Entero(2),
        Ultimo = f.GetBoolean(3),
        Estado = f.GetString(4),
        Raiz = f.GetString(5),
        PreparadoEn = f.GetInt64(6),
        PublicadoEn = f.Entero(7),
        Intentos = f.GetInt32(8),
        Motivo = f.Texto(9),
    };
}

/// <summary>A version (suceso 0) or a suceso that no corte has carried yet.</summary>
public sealed class PorPublicarFila
{
    public long Acta { get; set; }

    public int Version { get; set; }

    public long Suceso { get; set; }
}

/// <summary>Which corte carried a version (suceso 0) or a suceso for the first time.</summary>
public sealed class CorteAgregaFila
{
    public long Acta { get; set; }

    public int Version { get; set; }

    public long Suceso { get; set; }

    public string Corte { get; set; } = "";
}
