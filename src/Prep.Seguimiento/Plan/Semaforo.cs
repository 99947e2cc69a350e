namespace Prep.Seguimiento.Plan;

/// <summary>How an activity stands against its date.</summary>
public enum Luz
{
    /// <summary>Nothing more is expected of it.</summary>
    Cumplida,

    /// <summary>Its month has not begun.</summary>
    PorVenir,

    /// <summary>Its month runs.</summary>
    EnSuMes,

    /// <summary>It ends within <see cref="Semaforo.DiasDeAviso"/> days.</summary>
    PorVencer,

    /// <summary>Its date went by.</summary>
    Tarde,
}

/// <summary>Worked out from dates alone, never typed.</summary>
/// <param name="Dias">Until its date; negative when late.</param>
public readonly record struct Semaforo(Luz Luz, int Dias)
{
    public const int DiasDeAviso = 7;

    public static Semaforo De(Actividad actividad, AvanceDeActividad avance, DateOnly hoy)
    {
        var dias = actividad.Vence.DayNumber - hoy.DayNumber;
        return new(
            avance.Cumplida ? Luz.Cumplida
            : dias < 0 ? Luz.Tarde
            : dias <= DiasDeAviso ? Luz.PorVencer
            : hoy >= actividad.Periodo.Primero ? Luz.EnSuMes
            : Luz.PorVenir,
            dias);
    }

    /// <summary><c>Tarde 3 días</c>.</summary>
    public string EnPalabras => Luz switch
    {
        Luz.Cumplida => "Cumplida",
        Luz.PorVenir => "Por venir",
        Luz.EnSuMes => "En su mes",
        Luz.PorVencer when Dias == 0 => "Vence hoy",
        Luz.PorVencer => $"Vence en {EnDias(Dias)}",
        _ => $"Tarde {EnDias(-Dias)}",
    };

    private static string EnDias(int dias) => dias == 1 ? "1 día" : $"{dias} días";
}
