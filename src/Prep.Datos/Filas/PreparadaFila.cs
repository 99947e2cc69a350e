using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>An image cleaned in front of who digitises: from which original, how, and what its label said. Kept whether or not it was registered.</summary>
public sealed class PreparadaFila
{
    private const string Columnas = "codigo, original, giro, lectura, etiqueta, reparos, persona, sitio, preparada_en, imagen";

    /// <summary>SHA-256 of the clean image.</summary>
    public string Codigo { get; set; } = "";

    /// <summary>SHA-256 of the file as it came; its bytes are kept apart and never published.</summary>
    public string Original { get; set; } = "";

    /// <summary>Quarters of a turn, clockwise.</summary>
    public int Giro { get; set; }

    public string Lectura { get; set; } = "";

    /// <summary>Text of the QR.</summary>
    public string? Etiqueta { get; set; }

    /// <summary>Faults found in it, <c>nitidez:Mal borde:Atento</c>.</summary>
    public string Reparos { get; set; } = "";

    public string Persona { get; set; } = "";

    public string? Sitio { get; set; }

    public long PreparadaEn { get; set; }

    /// <summary>The image it became; null until it is registered.</summary>
    public long? Imagen { get; set; }

    public static Task<PreparadaFila?> LeerAsync(Transaccion tx, string codigo) =>
        tx.UnoAsync($"SELECT {Columnas} FROM preparada WHERE codigo = @p0", De, codigo);

    /// <summary>The same clean image again says the same: the first row stands.</summary>
    public Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        "INSERT INTO preparada (codigo, original, giro, lectura, etiqueta, reparos, persona, sitio, preparada_en) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) ON CONFLICT (codigo) DO NOTHING",
        Codigo, Original, Giro, Lectura, Etiqueta, Reparos, Persona, Sitio, PreparadaEn);

    public static Task RegistrarAsync(Transaccion tx, string codigo, long imagen) =>
        tx.EjecutarAsync("UPDATE preparada SET imagen = @p1 WHERE codigo = @p0 AND imagen IS NULL", codigo, imagen);

    private static PreparadaFila De(DbDataReader f) => new()
    {
        Codigo = f.GetString(0),
        Original = f.GetString(1),
        Giro = f.GetInt32(2),
        Lectura = f.GetString(3),
        Etiqueta = f.Texto(4),
        Reparos = f.GetString(5),
        Persona = f.GetString(6),
        Sitio = f.Texto(7),
        PreparadaEn = f.GetInt64(8),
        Imagen = f.Entero(9),
    };
}
