namespace Prep.Operacion.Capacitacion;

/// <summary>One thing that a person decided in an exercise, beside what was right.</summary>
/// <param name="Que">The field, or the question.</param>
public sealed record Reactivo(string Que, string Dijo, string Correcto)
{
    public bool Bien => Dijo == Correcto;
}

/// <summary>What a person did with one acta or one file.</summary>
/// <param name="Segundos">From taking it to delivering it; null where nobody measures it.</param>
public sealed record TrabajoCalificado(string Que, IReadOnlyList<Reactivo> Reactivos, int? Segundos);

/// <summary>The score of an exercise.</summary>
public sealed record Calificacion(IReadOnlyList<TrabajoCalificado> Trabajos, DateTimeOffset UltimoEn)
{
    /// <summary>Of 100: one wrong field in twenty is too many, for each costs a third capture.</summary>
    public const int Minima = 95;

    /// <summary>With fewer nobody passes: one acta typed well proves little.</summary>
    public const int TrabajosMinimos = 3;

    public int Reactivos => Trabajos.Sum(t => t.Reactivos.Count);

    public int Aciertos => Trabajos.Sum(t => t.Reactivos.Count(r => r.Bien));

    /// <summary>0 to 100, truncated: 100 only when all is right.</summary>
    public int Puntos => Reactivos == 0 ? 0 : Aciertos * 100 / Reactivos;

    public bool Aprobada => Puntos >= Minima && Trabajos.Count >= TrabajosMinimos;

    /// <summary>Seconds of the middle one; null when none was measured.</summary>
    public int? SegundosTipicos => Trabajos.Select(t => t.Segundos).OfType<int>().Order().ToArray() is { Length: > 0 } s ? s[s.Length / 2] : null;
}
