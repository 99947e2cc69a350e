using Prep.Datos;

namespace Prep.Operacion.Tablero;

/// <summary>The night minute by minute.</summary>
internal static class RitmoDeTablero
{
    /// <summary>Two days: no publication lasts longer.</summary>
    private const int Maximo = 2880;

    /// <param name="hasta">Last minute, included. What came before the opening counts in the first.</param>
    public static IReadOnlyList<Minuto> Minutos(IReadOnlyList<(long? Llegada, long? Captura, long? Verificada, long? Publicada)> actas, DateTimeOffset apertura, DateTimeOffset hasta)
    {
        var cero = apertura.AMicros() / 60_000_000;
        var total = (int)Math.Clamp((hasta.AMicros() / 60_000_000) - cero + 1, 1, Maximo);
        var cuentas = new int[total, 4];
        foreach (var (llegada, captura, verificada, publicada) in actas)
        {
            Sumar(llegada, 0);
            Sumar(captura, 1);
            Sumar(verificada, 2);
            Sumar(publicada, 3);
        }

        return [.. Enumerable.Range(0, total).Select(m => new Minuto(Instante.DeMicros((cero + m) * 60_000_000), cuentas[m, 0], cuentas[m, 1], cuentas[m, 2], cuentas[m, 3]))];

        void Sumar(long? en, int cual)
        {
            if (en is { } micros)
            {
                cuentas[Math.Clamp((micros / 60_000_000) - cero, 0, total - 1), cual]++;
            }
        }
    }
}
