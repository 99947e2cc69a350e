namespace Prep.Medidas;

/// <summary>One benchmark: a name, its budget as a sentence, and how to take it in this process.</summary>
/// <param name="Presupuesto">The line of the budget as agreed, in Spanish, for the reader of the table.</param>
public sealed record Medida(string Nombre, string Presupuesto, Func<CancellationToken, Task<IReadOnlyList<Toma>>> TomarAsync);

/// <summary>One figure with the yardstick taken beside it in the same run.</summary>
/// <param name="Vara">What the value is compared with: the yardstick's own measure, or the fixed budget.</param>
/// <param name="Razon">Value over yardstick, as the budget states it.</param>
/// <param name="Cumple">Whether the budget holds.</param>
public sealed record Toma(string Nombre, double Valor, string Unidad, double Vara, string NombreDeVara, double Razon, bool Cumple)
{
    /// <summary>More is better: the value must reach <paramref name="minimo"/> times the yardstick.</summary>
    public static Toma AlMenos(string nombre, double valor, string unidad, double vara, string nombreDeVara, double minimo) =>
        new(nombre, valor, unidad, vara, nombreDeVara, valor / vara, valor / vara >= minimo);

    /// <summary>Less is better: a fixed ceiling.</summary>
    public static Toma AloMas(string nombre, double valor, string unidad, double techo) =>
        new(nombre, valor, unidad, techo, "techo", valor / techo, valor <= techo);

    /// <summary>No budget of its own: it explains the figure beside it.</summary>
    public static Toma Aparte(string nombre, double valor, string unidad, double vara, string nombreDeVara) =>
        new(nombre, valor, unidad, vara, nombreDeVara, valor / vara, true) { TienePresupuesto = false };

    public bool TienePresupuesto { get; init; } = true;
}
