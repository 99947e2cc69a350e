namespace Prep.Datos;

/// <summary>Instants in the database: integer microseconds UTC, the same in both providers (SQLite cannot order offsets, PostgreSQL cuts to µs).</summary>
public static class Instante
{
    public static long AMicros(this DateTimeOffset instante) => (instante.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static long? AMicros(this DateTimeOffset? instante) => instante is { } i ? i.AMicros() : null;

    public static DateTimeOffset DeMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset? DeMicros(long? micros) => micros is { } m ? DeMicros(m) : null;
}
