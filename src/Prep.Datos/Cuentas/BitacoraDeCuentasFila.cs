using Prep.Datos.Bases;

namespace Prep.Datos.Cuentas;

/// <summary>One entry of the log of accounts: who entered, who was refused and why, what changed. One hash chain; the database refuses to change or delete it.</summary>
public sealed class BitacoraDeCuentasFila
{
    /// <summary>From 1, without gaps.</summary>
    public long Eslabon { get; set; }

    public long OcurridoEn { get; set; }

    /// <summary>Whom it is about; empty when nobody is.</summary>
    public string Persona { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string Quien { get; set; } = "";

    public string Equipo { get; set; } = "";

    public string Accion { get; set; } = "";

    /// <summary>Never a PIN, a code nor a key.</summary>
    public string Detalle { get; set; } = "";

    public string Hash { get; set; } = "";

    public static async Task AnotarAsync(Transaccion tx, string persona, string quien, string? equipo, string accion, string detalle, DateTimeOffset ahora)
    {
        await tx.Base.CerrojoAsync(tx, "bitacora_de_cuentas");
        var cabeza = await tx.UnoAsync("SELECT eslabon, hash FROM bitacora_de_cuentas ORDER BY eslabon DESC LIMIT 1", f => new BitacoraDeCuentasFila { Eslabon = f.GetInt64(0), Hash = f.GetString(1) });
        BitacoraDeCuentasFila fila = new()
        {
            Eslabon = (cabeza?.Eslabon ?? 0) + 1,
            OcurridoEn = ahora.AMicros(),
            Persona = persona,
            Quien = quien,
            Equipo = equipo ?? "",
            Accion = accion,
            Detalle = detalle,
        };
        await tx.EjecutarAsync(
            "INSERT INTO bitacora_de_cuentas (eslabon, ocurrido_en, persona, quien, equipo, accion, detalle, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
            fila.Eslabon, fila.OcurridoEn, fila.Persona, fila.Quien, fila.Equipo, fila.Accion, fila.Detalle, fila.HashTras(cabeza?.Hash ?? ""));
    }

    /// <summary>The hash that this entry must have after <paramref name="anterior"/>.</summary>
    public string HashTras(string anterior) => Encadenado.Hash(anterior, $"{Eslabon}", $"{OcurridoEn}", Persona, Quien, Equipo, Accion, Detalle);
}
