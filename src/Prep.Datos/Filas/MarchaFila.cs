using System.Data.Common;
using Prep.Datos.Bases;
using Prep.Dominio.Calendario;

namespace Prep.Datos.Filas;

/// <summary>What the row of the process says of the night: which configuration is in force and which milestones passed.</summary>
/// <remarks>
/// Whoever writes data of an acta enters under a shared lock and holds it until it commits; whoever closes takes it whole. So nothing is
/// committed after the close that was let in before it, on both databases (SQLite has one writer).
/// </remarks>
public sealed record MarchaFila(int Configuracion, long? CerosEn, long? CerradoEn, long? CorteEn)
{
    private const string Cerrojo = "marcha";
    private const string Consulta = "SELECT configuracion, ceros_en, cerrado_en, corte_en FROM proceso";

    public Marcha De(bool exigeCeros) => new(exigeCeros, Instante.DeMicros(CerosEn), Instante.DeMicros(CerradoEn), Instante.DeMicros(CorteEn));

    /// <summary>To look at it.</summary>
    public static async Task<MarchaFila> LeerAsync(Transaccion tx) => (await tx.UnoAsync(Consulta, Fila))!;

    /// <summary>To write data of an acta: no close passes until the transaction ends.</summary>
    public static async Task<MarchaFila> EntrarAsync(Transaccion tx)
    {
        await tx.Base.CerrojoCompartidoAsync(tx, Cerrojo);
        return await LeerAsync(tx);
    }

    /// <summary>To move the night forward: waits for those who are writing, and lets nobody in until the transaction ends.</summary>
    public static async Task<MarchaFila> DetenerAsync(Transaccion tx)
    {
        await tx.Base.CerrojoAsync(tx, Cerrojo);
        return await LeerAsync(tx);
    }

    public static Task PonerCerosAsync(Transaccion tx, DateTimeOffset en) => tx.EjecutarAsync("UPDATE proceso SET ceros_en = @p0", en.AMicros());

    public static Task CerrarAsync(Transaccion tx, DateTimeOffset en) => tx.EjecutarAsync("UPDATE proceso SET cerrado_en = @p0", en.AMicros());

    public static Task PonerCorteAsync(Transaccion tx, DateTimeOffset en) => tx.EjecutarAsync("UPDATE proceso SET corte_en = @p0", en.AMicros());

    public static Task PonerConfiguracionAsync(Transaccion tx, int version) => tx.EjecutarAsync("UPDATE proceso SET configuracion = @p0", version);

    private static MarchaFila Fila(DbDataReader f) => new(f.GetInt32(0), f.Entero(1), f.Entero(2), f.Entero(3));
}
