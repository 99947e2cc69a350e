namespace Prep.Operacion.Tablero;

/// <summary>From when something is late. The host may give others.</summary>
/// <param name="Silencio">An open CATD that expects actas and in that time neither receives nor notes anything is in silence.</param>
/// <param name="Espera">What stands still longer than that is said first.</param>
/// <param name="Cada">A reading serves every viewer of the process for so long.</param>
public sealed record AjustesDeTablero(TimeSpan Silencio, TimeSpan Espera, TimeSpan Cada)
{
    public static readonly AjustesDeTablero PorOmision = new(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(10));
}
