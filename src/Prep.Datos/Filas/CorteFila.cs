using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A corte and how far its publication has come: <c>Preparado</c> or <c>Publicado</c>.</summary>
public sealed class CorteFila
{
    private const string Columnas = "id, instante_en, siguiente_en, ultimo, estado, raiz, preparado_en, publicado_en";

    public string Id { get; set; } = "";

    public long InstanteEn { get; set; }

    public long? SiguienteEn { get; set; }

    public bool Ultimo { get; set; }

    public string Estado { get; set; } = "Preparado";

    /// <summary>Merkle root over the heads of the bitácora.</summary>
    public string Raiz { get; set; } = "";

    public long PreparadoEn { get; set; }

    public long? PublicadoEn { get; set; }

    public static Task<CorteFila?> LeerAsync(Transaccion tx, string id) =>
        tx.UnoAsync($"SELECT {Columnas} FROM corte WHERE id = @p0", De, id);

    public static Task<CorteFila?> UltimoAsync(Transaccion tx) =>
        tx.UnoAsync($"SELECT {Columnas} FROM corte ORDER BY id DESC LIMIT 1", De);

    public static Task<List<CorteFila>> TodosAsync(Transaccion tx) =>
        tx.TodosAsync($"SELECT {Columnas} FROM corte ORDER BY id", De);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO corte ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        Id, InstanteEn, SiguienteEn, Ultimo, Estado, Raiz, PreparadoEn, PublicadoEn);

    public static Task PublicarAsync(Transaccion tx, string id, DateTimeOffset ahora) =>
        tx.EjecutarAsync("UPDATE corte SET estado = 'Publicado', publicado_en = @p1 WHERE id = @p0", id, ahora.AMicros());

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
