namespace Prep.Dominio.Calendario;

/// <summary>Where the night is. It only goes forward.</summary>
public enum Fase
{
    /// <summary>Nobody proved yet that the system is empty.</summary>
    SinCeros,

    /// <summary>Proved empty; the opening has not come.</summary>
    EnCeros,

    /// <summary>Acopio and captura work; nothing is public.</summary>
    Abierta,

    /// <summary>Cortes come out.</summary>
    Publicando,

    /// <summary>Data of actas, images and publication are frozen; paper, incidents and documents go on until each CATD closes.</summary>
    Cerrada,
}

/// <summary>The facts of a night, besides its calendar, that decide what may be done.</summary>
/// <param name="ExigeCeros">A jornada and its simulacros prove themselves empty first; a práctica and a repetición need not.</param>
/// <param name="CerosEn">When the zero act was done.</param>
/// <param name="CerradaEn">When the data were frozen: the last corte carries what was verified by then.</param>
/// <param name="CorteEn">When the last corte was prepared: no clock of the system may be behind it.</param>
public sealed record Marcha(bool ExigeCeros, DateTimeOffset? CerosEn = null, DateTimeOffset? CerradaEn = null, DateTimeOffset? CorteEn = null)
{
    /// <summary>How much the clocks of two servers may differ.</summary>
    public static readonly TimeSpan ToleranciaDeReloj = TimeSpan.FromMinutes(1);

    public Fase En(CalendarioDelPrep calendario, DateTimeOffset ahora) =>
        CerradaEn is not null || ahora > calendario.UltimaActualizacionEn ? Fase.Cerrada
        : ExigeCeros && CerosEn is null ? Fase.SinCeros
        : ahora < calendario.AperturaEn ? Fase.EnCeros
        : ahora < calendario.InicioEn ? Fase.Abierta
        : Fase.Publicando;

    /// <summary>Why acopio, captura and what follows them may not work now; null when they may.</summary>
    /// <remarks>Regla K-03 y K-07. Fuente: spec §14 "calendar", "close".</remarks>
    public Rechazo? Impedimento(CalendarioDelPrep calendario, DateTimeOffset ahora) =>
        CerradaEn is not null ? RechazosDeMarcha.Cerrada
        : !calendario.EnOperacion(ahora) ? RechazosDeMarcha.FueraDeOperacion
        : ExigeCeros && CerosEn is null ? RechazosDeMarcha.SinCeros
        : CorteEn - ahora > ToleranciaDeReloj ? RechazosDeMarcha.RelojAtrasado
        : null;
}

/// <summary>Why the night does not let something be done now.</summary>
public static class RechazosDeMarcha
{
    public static readonly Rechazo FueraDeOperacion = new("fuera_de_operacion",
        "La operación no está abierta a esta hora: acopio y captura van de la apertura a la última actualización.");

    public static readonly Rechazo SinCeros = new("sin_puesta_en_ceros",
        "Todavía no se hace la puesta en ceros: la operación se abre cuando el sistema se demuestra vacío. Avise a operación central.");

    public static readonly Rechazo Cerrada = new("publicacion_cerrada",
        "La publicación ya cerró: los datos de las actas no cambian. El papel, los incidentes y la bitácora siguen abiertos.");

    public static readonly Rechazo RelojAtrasado = new("reloj_atrasado",
        "El reloj de este servidor está más de un minuto atrás del último corte. Avise a operación central: hay que ponerlo en hora.");
}
