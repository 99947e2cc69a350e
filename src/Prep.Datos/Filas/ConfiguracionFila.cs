using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A version of the agreed values of the process: proposed by one person, decided by another, never changed afterwards.</summary>
public sealed class ConfiguracionFila
{
    private const string Columnas = "version, contenido, motivo, estado, propuesta_de, propuesta_en, decidida_de, decidida_en";

    /// <summary>From 1, without gaps.</summary>
    public int Version { get; set; }

    /// <summary>JSON, whole.</summary>
    public string Contenido { get; set; } = "";

    public string Motivo { get; set; } = "";

    /// <summary><c>Propuesta</c>, <c>Confirmada</c> or <c>Rechazada</c>.</summary>
    public string Estado { get; set; } = "Propuesta";

    public string PropuestaDe { get; set; } = "";

    public long PropuestaEn { get; set; }

    public string? DecididaDe { get; set; }

    public long? DecididaEn { get; set; }

    public static Task<ConfiguracionFila?> LeerAsync(Transaccion tx, int version) =>
        tx.UnoAsync($"SELECT {Columnas} FROM configuracion WHERE version = @p0", De, version);

    public static Task<List<ConfiguracionFila>> TodasAsync(Transaccion tx) => tx.TodosAsync($"SELECT {Columnas} FROM configuracion ORDER BY version", De);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO configuracion ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        Version, Contenido, Motivo, Estado, PropuestaDe, PropuestaEn, DecididaDe, DecididaEn);

    public Task DecidirAsync(Transaccion tx) => tx.EjecutarAsync(
        "UPDATE configuracion SET estado = @p1, decidida_de = @p2, decidida_en = @p3 WHERE version = @p0 AND estado = 'Propuesta'",
        Version, Estado, DecididaDe, DecididaEn);

    private static ConfiguracionFila De(DbDataReader f) => new()
    {
        Version = f.GetInt32(0),
        Contenido = f.GetString(1),
        Motivo = f.GetString(2),
        Estado = f.GetString(3),
        PropuestaDe = f.GetString(4),
        PropuestaEn = f.GetInt64(5),
        DecididaDe = f.Texto(6),
        DecididaEn = f.Entero(7),
    };
}
