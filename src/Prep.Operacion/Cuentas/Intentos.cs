using Prep.Datos;
using Prep.Dominio;

namespace Prep.Operacion.Cuentas;

/// <summary>How long a person waits after failing on a computer. It grows and ends; it never reaches the other persons of the room nor the other computers.</summary>
public static class Intentos
{
    /// <summary>Failures that cost no wait but the last.</summary>
    public const int Libres = 3;

    /// <summary>After so long without failing, one starts anew.</summary>
    public static readonly TimeSpan Olvido = TimeSpan.FromMinutes(15);

    /// <param name="fallos">Failures so far, this one included.</param>
    public static TimeSpan Espera(int fallos) => fallos switch
    {
        < Libres => TimeSpan.Zero,
        3 => TimeSpan.FromSeconds(15),
        4 => TimeSpan.FromSeconds(30),
        5 => TimeSpan.FromMinutes(1),
        6 => TimeSpan.FromMinutes(2),
        _ => TimeSpan.FromMinutes(5),
    };

    /// <summary>Counts the attempt before it is looked at: a hundred at once are a hundred, not one.</summary>
    /// <returns>The refusal, when the person must still wait.</returns>
    internal static async Task<Rechazo?> ContarAsync(ObraDeCuentas obra, string quien, string? equipo)
    {
        var (ahora, donde) = (obra.Ahora.AMicros(), equipo ?? "");
        await obra.Tx.EjecutarAsync("DELETE FROM intento WHERE ultimo_en < @p0 AND espera_hasta_en < @p1", (obra.Ahora - Olvido).AMicros(), ahora);
        await obra.Tx.EjecutarAsync("INSERT INTO intento (quien, equipo, fallos, ultimo_en, espera_hasta_en) VALUES (@p0, @p1, 0, @p2, 0) ON CONFLICT (quien, equipo) DO NOTHING", quien, donde, ahora);
        var fila = await obra.Tx.UnoAsync($"SELECT fallos, espera_hasta_en FROM intento WHERE quien = @p0 AND equipo = @p1{obra.Tx.Base.ConBloqueo}",
            f => Tuple.Create(f.GetInt32(0), f.GetInt64(1)), quien, donde);
        if (fila!.Item2 > ahora)
        {
            return RechazosDeCuenta.Espere(Instante.DeMicros(fila.Item2) - obra.Ahora);
        }

        var fallos = fila.Item1 + 1;
        var espera = Espera(fallos);
        await obra.Tx.EjecutarAsync("UPDATE intento SET fallos = @p2, ultimo_en = @p3, espera_hasta_en = @p4 WHERE quien = @p0 AND equipo = @p1",
            quien, donde, fallos, ahora, espera == TimeSpan.Zero ? 0L : (obra.Ahora + espera).AMicros());
        return null;
    }

    /// <summary>It was the person: nothing is owed.</summary>
    internal static Task PerdonarAsync(ObraDeCuentas obra, string quien, string? equipo) =>
        obra.Tx.EjecutarAsync("DELETE FROM intento WHERE quien = @p0 AND equipo = @p1", quien, equipo ?? "");
}
