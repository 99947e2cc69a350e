using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>Two different actas of one casilla were found (E6): nobody captures until a supervisor chooses.</summary>
public sealed class DobleFila
{
    public long Acta { get; set; }

    /// <summary>Who found them.</summary>
    public string Persona { get; set; } = "";

    public string Nota { get; set; } = "";

    public long ReportadaEn { get; set; }

    public long? ResueltaEn { get; set; }

    public static async Task<bool> AbiertaAsync(Transaccion tx, long acta) =>
        await tx.EscalarAsync<long>("SELECT COUNT(*) FROM doble WHERE acta = @p0 AND resuelta_en IS NULL", acta) > 0;

    /// <summary>Opens it, or opens it again.</summary>
    public Task AbrirAsync(Transaccion tx) => tx.EjecutarAsync(
        """
        INSERT INTO doble (acta, persona, nota, reportada_en) VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT (acta) DO UPDATE SET persona = @p1, nota = @p2, reportada_en = @p3, resuelta_en = NULL
        """,
        Acta, Persona, Nota, ReportadaEn);

    public static Task ResolverAsync(Transaccion tx, long acta, DateTimeOffset ahora) =>
        tx.EjecutarAsync("UPDATE doble SET resuelta_en = @p1 WHERE acta = @p0 AND resuelta_en IS NULL", acta, ahora.AMicros());
}
