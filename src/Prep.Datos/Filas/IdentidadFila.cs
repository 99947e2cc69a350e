using System.Data.Common;
using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>Which acta one person says that an image shows: each says it once, without seeing what others said. Cleared when two agree; the bitácora keeps all.</summary>
public sealed class IdentidadFila
{
    public long Imagen { get; set; }

    public string Persona { get; set; } = "";

    /// <summary>Number of the acta, or <c>FC:</c> and the election.</summary>
    public string Propuesta { get; set; } = "";

    public long DichaEn { get; set; }

    public static Task<List<IdentidadFila>> DeImagenAsync(Transaccion tx, long imagen) =>
        tx.TodosAsync("SELECT imagen, persona, propuesta, dicha_en FROM identidad WHERE imagen = @p0 ORDER BY dicha_en, persona", De, imagen);

    public Task InsertarAsync(Transaccion tx) =>
        tx.EjecutarAsync("INSERT INTO identidad (imagen, persona, propuesta, dicha_en) VALUES (@p0, @p1, @p2, @p3)", Imagen, Persona, Propuesta, DichaEn);

    public static Task BorrarAsync(Transaccion tx, long imagen) => tx.EjecutarAsync("DELETE FROM identidad WHERE imagen = @p0", imagen);

    private static IdentidadFila De(DbDataReader f) => new() { Imagen = f.GetInt64(0), Persona = f.GetString(1), Propuesta = f.GetString(2), DichaEn = f.GetInt64(3) };
}
