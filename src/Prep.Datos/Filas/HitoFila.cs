using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>A milestone of the night. Each happens once: the key says so.</summary>
public sealed class HitoFila
{
    private const string Columnas = "tipo, instante_en, registrado_en, persona, segunda, detalle";

    /// <summary><c>Ceros</c>, <c>Inicio</c> or <c>Cierre</c>.</summary>
    public string Tipo { get; set; } = "";

    /// <summary>Its hour: of the corte that goes with it.</summary>
    public long InstanteEn { get; set; }

    public long RegistradoEn { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>Who confirmed it, where two are needed.</summary>
    public string? Segunda { get; set; }

    /// <summary>JSON of what was proved or decided.</summary>
    public string Detalle { get; set; } = "";

    public static Task<HitoFila?> LeerAsync(Transaccion tx, string tipo) => tx.UnoAsync($"SELECT {Columnas} FROM hito WHERE tipo = @p0", De, tipo);

    public static Task<List<HitoFila>> TodosAsync(Transaccion tx) => tx.TodosAsync($"SELECT {Columnas} FROM hito ORDER BY registrado_en", De);

    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        $"INSERT INTO hito ({Columnas}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", Tipo, InstanteEn, RegistradoEn, Persona, Segunda, Detalle);

    private static HitoFila De(DbDataReader f) => new()
    {
        Tipo = f.GetString(0),
        InstanteEn = f.GetInt64(1),
        RegistradoEn = f.GetInt64(2),
        Persona = f.GetString(3),
        Segunda = f.Texto(4),
        Detalle = f.GetString(5),
    };
}

/// <summary>A corte of the calendar that was not made at all, and why.</summary>
public sealed class CorteOmitidoFila
{
    public long InstanteEn { get; set; }

    public string Motivo { get; set; } = "";

    public long RegistradoEn { get; set; }

    public static Task<List<CorteOmitidoFila>> TodosAsync(Transaccion tx) => tx.TodosAsync(
        "SELECT instante_en, motivo, registrado_en FROM corte_omitido ORDER BY instante_en",
        f => new CorteOmitidoFila { InstanteEn = f.GetInt64(0), Motivo = f.GetString(1), RegistradoEn = f.GetInt64(2) });

    /// <summary>Once: a second node that finds the same gap changes nothing.</summary>
    public Task AnotarAsync(Transaccion tx) => tx.EjecutarAsync(
        "INSERT INTO corte_omitido (instante_en, motivo, registrado_en) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING", InstanteEn, Motivo, RegistradoEn);
}
