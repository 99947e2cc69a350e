namespace Prep.Operacion.Tablero;

/// <summary>When all would be verified if the pace of the last half hour goes on; the range is that of its best and its worst ten minutes.</summary>
/// <param name="En">Null: no forecast.</param>
/// <param name="Tarde">Null with a forecast: in some ten minutes nothing was verified, so there is no upper bound.</param>
/// <param name="Faltan">Expected actas without a verified version.</param>
/// <param name="Motivo">Why there is none; empty when there is.</param>
public sealed record Pronostico(DateTimeOffset? En, DateTimeOffset? Pronto, DateTimeOffset? Tarde, int Faltan, int EnVentana, string Motivo)
{
    public static readonly TimeSpan Ventana = TimeSpan.FromMinutes(30);

    /// <summary>With fewer than these in the window, chance weighs more than pace.</summary>
    public const int Minimo = 10;

    /// <param name="verificadas">Instants of first verifications, in any order.</param>
    public static Pronostico De(IReadOnlyCollection<DateTimeOffset> verificadas, int faltan, DateTimeOffset ahora, DateTimeOffset apertura)
    {
        var tercios = new int[3];
        foreach (var en in verificadas)
        {
            if (en <= ahora && ahora - en < Ventana)
            {
                tercios[(int)((ahora - en) / (Ventana / 3))]++;
            }
        }

        var n = tercios.Sum();
        string? motivo = faltan == 0 ? "Ya no falta ninguna por verificar."
            : ahora - apertura < Ventana ? "Todavía no hay media hora de trabajo."
            : n < Minimo ? $"En la última media hora se verificaron {n}: son muy pocas para calcular un ritmo."
            : null;
        return motivo is not null
            ? new(null, null, null, faltan, n, motivo)
            : new(En(n, Ventana), En(tercios.Max(), Ventana / 3), tercios.Min() == 0 ? null : En(tercios.Min(), Ventana / 3), faltan, n, "");

        DateTimeOffset? En(int cuantas, TimeSpan tiempo) => ahora + tiempo * (faltan / (double)cuantas);
    }
}
