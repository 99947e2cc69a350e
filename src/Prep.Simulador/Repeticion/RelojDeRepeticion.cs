namespace Prep.Simulador.Repeticion;

/// <summary>The clock of one step of a night that is played again: it stands still.</summary>
public sealed class RelojDeRepeticion(DateTimeOffset ahora) : TimeProvider
{
    private readonly DateTimeOffset _ahora = ahora.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _ahora;
}
