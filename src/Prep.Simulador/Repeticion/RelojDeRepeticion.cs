namespace Prep.Simulador.Repeticion;

/// <summary>The clock of a night that is played again: it stands where the step puts it and never goes back.</summary>
public sealed class RelojDeRepeticion(DateTimeOffset inicio) : TimeProvider
{
    private DateTimeOffset _ahora = inicio.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _ahora;

    public void AvanzarA(DateTimeOffset instante)
    {
        if (instante > _ahora)
        {
            _ahora = instante.ToUniversalTime();
        }
    }
}
