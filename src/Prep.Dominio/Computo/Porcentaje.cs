namespace Prep.Dominio.Computo;

/// <summary>A percentage with exactly four decimals, truncated, never rounded. Integer arithmetic only.</summary>
/// <remarks>Regla F-00 (T4). Fuente: LEEME INE 2024, campos 5 a 8 y 13: "el decimal de la cuarta posición deberá truncarse y no redondearse".</remarks>
/// <param name="Diezmilesimas">The percentage times 10,000: 38.0195 % is 380195.</param>
public readonly record struct Porcentaje(long Diezmilesimas)
{
    public static readonly Porcentaje Cero = new(0);

    /// <summary>T4(100·parte/todo); 0.0000 when either is 0.</summary>
    public static Porcentaje De(long parte, long todo)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parte);
        ArgumentOutOfRangeException.ThrowIfNegative(todo);
        return parte == 0 || todo == 0 ? Cero : new((long)((Int128)parte * 1_000_000 / todo));
    }

    /// <summary><c>38.0195</c>: four decimals always.</summary>
    public override string ToString() => $"{Diezmilesimas / 10_000}.{Diezmilesimas % 10_000:0000}";
}
