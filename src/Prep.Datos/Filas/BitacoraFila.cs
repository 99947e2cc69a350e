using Prep.Datos.Bases;

namespace Prep.Datos.Filas;

/// <summary>One entry of the bitácora: each acta has its own hash chain, acta 0 is the process. The database refuses to change or delete it.</summary>
public sealed class BitacoraFila
{
    public long Acta { get; set; }

    /// <summary>From 1, without gaps.</summary>
    public int Eslabon { get; set; }

    public long OcurridoEn { get; set; }

    public string Persona { get; set; } = "";

    public string Accion { get; set; } = "";

    /// <summary>Facts of the action; never votes.</summary>
    public string Detalle { get; set; } = "";

    /// <summary>SHA-256 over the previous hash and this entry, 64 hex.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Adds an entry to the chain of an acta and leaves its new head in the row (saved by its owner).</summary>
    public static Task AnotarAsync(Transaccion tx, ActaFila acta, string persona, string accion, string detalle, DateTimeOffset ahora)
    {
        var fila = Siguiente(acta.Numero, acta.Eslabones, acta.Cadena, persona, accion, detalle, ahora);
        (acta.Eslabones, acta.Cadena) = (fila.Eslabon, fila.Hash);
        return fila.InsertarAsync(tx);
    }

    /// <summary>Adds an entry to the chain of the process.</summary>
    public static async Task AnotarDelProcesoAsync(Transaccion tx, string persona, string accion, string detalle, DateTimeOffset ahora)
    {
        var cabeza = (await tx.TodosAsync($"SELECT eslabones, cadena FROM proceso{tx.Base.ConBloqueo}", f => (f.GetInt32(0), f.GetString(1))))[0];
        var fila = Siguiente(0, cabeza.Item1, cabeza.Item2, persona, accion, detalle, ahora);
        await fila.InsertarAsync(tx);
        await tx.EjecutarAsync("UPDATE proceso SET eslabones = @p0, cadena = @p1", fila.Eslabon, fila.Hash);
    }

    public static Task<List<BitacoraFila>> DeActaAsync(Transaccion tx, long acta) => tx.TodosAsync(
        "SELECT acta, eslabon, ocurrido_en, persona, accion, detalle, hash FROM bitacora WHERE acta = @p0 ORDER BY eslabon",
        f => new BitacoraFila
        {
            Acta = f.GetInt64(0),
            Eslabon = f.GetInt32(1),
            OcurridoEn = f.GetInt64(2),
            Persona = f.GetString(3),
            Accion = f.GetString(4),
            Detalle = f.GetString(5),
            Hash = f.GetString(6),
        },
        acta);

    /// <summary>The hash that this entry must have after <paramref name="anterior"/>.</summary>
    public string HashTras(string anterior) => Encadenado.Hash(anterior, $"{Acta}", $"{Eslabon}", $"{OcurridoEn}", Persona, Accion, Detalle);

    private static BitacoraFila Siguiente(long acta, int eslabones, string cadena, string persona, string accion, string detalle, DateTimeOffset ahora)
    {
        BitacoraFila fila = new() { Acta = acta, Eslabon = eslabones + 1, OcurridoEn = ahora.AMicros(), Persona = persona, Accion = accion, Detalle = detalle };
        fila.Hash = fila.HashTras(cadena);
        return fila;
    }

    private Task InsertarAsync(Transaccion tx) => tx.EjecutarAsync(
        "INSERT INTO bitacora (acta, eslabon, ocurrido_en, persona, accion, detalle, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
        Acta, Eslabon, OcurridoEn, Persona, Accion, Detalle, Hash);
}
