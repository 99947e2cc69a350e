namespace Prep.Dominio.Calendario;

/// <summary>The four instants of a PREP and its interval.</summary>
/// <remarks>
/// Regla K-01: the four come in order and publication lasts at most 24 h. Regla K-02: at least three updates an hour, one minute at the
/// least between two. Regla K-05: no local hour repeats between start and end, because a corte is named by its local minute (a clock put back
/// does it, always early on a Sunday, never in the night after an election). Fuente: RE, artículo 353; Anexo 13; spec §7.3 y §14 "calendar" y "updates".
/// The zero corte is evidence, not an update.
/// </remarks>
public sealed record CalendarioDelPrep
{
    /// <summary>Longest publication that the law allows.</summary>
    public static readonly TimeSpan DuracionMaxima = TimeSpan.FromHours(24);

    public static readonly TimeSpan IntervaloMaximo = TimeSpan.FromMinutes(20);

    public static readonly TimeSpan IntervaloMinimo = TimeSpan.FromMinutes(1);

    private CalendarioDelPrep(DateTimeOffset ceros, DateTimeOffset apertura, DateTimeOffset inicio, DateTimeOffset ultima, TimeSpan intervalo, TimeZoneInfo zona) =>
        (PuestaEnCerosEn, AperturaEn, InicioEn, UltimaActualizacionEn, Intervalo, Zona) = (ceros, apertura, inicio, ultima, intervalo, zona);

    public DateTimeOffset PuestaEnCerosEn { get; }

    /// <summary>From here acopio and captura are allowed.</summary>
    public DateTimeOffset AperturaEn { get; }

    /// <summary>First corte: carries all verified since the opening.</summary>
    public DateTimeOffset InicioEn { get; }

    public DateTimeOffset UltimaActualizacionEn { get; }

    /// <summary>The shorter of the two agreements (data, databases).</summary>
    public TimeSpan Intervalo { get; }

    /// <summary>IANA zone of the process: never a fixed offset.</summary>
    public TimeZoneInfo Zona { get; }

    /// <summary>The agreement on how often the data are updated; null when the source does not say.</summary>
    public AcuerdoDeIntervalo? DeDatos { get; private init; }

    /// <summary>The agreement on how often the databases are updated; null when the source does not say.</summary>
    public AcuerdoDeIntervalo? DeBases { get; private init; }

    /// <summary>From the two agreements: each corte carries data and databases, so the shorter interval rules.</summary>
    public static Result<CalendarioDelPrep> Crear(
        DateTimeOffset puestaEnCerosEn, DateTimeOffset aperturaEn, DateTimeOffset inicioEn, DateTimeOffset ultimaActualizacionEn,
        AcuerdoDeIntervalo deDatos, AcuerdoDeIntervalo deBases, TimeZoneInfo zona)
    {
        // Each agreement must keep the floor of the norm by itself, so the longer one is judged first.
        var mayor = Crear(puestaEnCerosEn, aperturaEn, inicioEn, ultimaActualizacionEn, deDatos.Intervalo > deBases.Intervalo ? deDatos.Intervalo : deBases.Intervalo, zona);
        var menor = deDatos.Intervalo < deBases.Intervalo ? deDatos.Intervalo : deBases.Intervalo;
        return mayor
            .Luego(_ => Crear(puestaEnCerosEn, aperturaEn, inicioEn, ultimaActualizacionEn, menor, zona))
            .Luego<CalendarioDelPrep>(c => c with { DeDatos = deDatos, DeBases = deBases });
    }

    public static Result<CalendarioDelPrep> Crear(
        DateTimeOffset puestaEnCerosEn, DateTimeOffset aperturaEn, DateTimeOffset inicioEn, DateTimeOffset ultimaActualizacionEn, TimeSpan intervalo, TimeZoneInfo zona)
    {
        if (puestaEnCerosEn > aperturaEn || aperturaEn > inicioEn || inicioEn >= ultimaActualizacionEn)
        {
            return new Rechazo("calendario_desordenado",
                "Los instantes del calendario deben ir en orden: puesta en ceros, apertura, inicio, última actualización.", ClaseDeRechazo.Entrada);
        }

        if (ultimaActualizacionEn - inicioEn > DuracionMaxima)
        {
            return new Rechazo("calendario_excede_24_horas",
                "La publicación no puede durar más de 24 horas: adelante la última actualización.", ClaseDeRechazo.Entrada);
        }

        if (intervalo > IntervaloMaximo || intervalo < IntervaloMinimo)
        {
            return new Rechazo("intervalo_no_permitido",
                "El intervalo entre cortes va de 1 a 20 minutos: la norma pide al menos tres actualizaciones por hora.", ClaseDeRechazo.Entrada);
        }

        if (zona.GetUtcOffset(ultimaActualizacionEn) < zona.GetUtcOffset(inicioEn))
        {
            return new Rechazo("hora_local_repetida",
                "El reloj oficial se atrasa durante la publicación y dos cortes llevarían el mismo nombre: mueva el inicio después del cambio de hora.", ClaseDeRechazo.Entrada);
        }

        return new CalendarioDelPrep(puestaEnCerosEn, aperturaEn, inicioEn, ultimaActualizacionEn, intervalo, zona);
    }

    /// <summary>
    /// A calendar around instants that already happened (a repetición): bounds in order, interval free of the legal floor
    /// because its cortes are named one by one.
    /// </summary>
    public static CalendarioDelPrep DeRepeticion(DateTimeOffset aperturaEn, DateTimeOffset ultimaActualizacionEn, TimeZoneInfo zona) =>
        new(aperturaEn, aperturaEn, aperturaEn, ultimaActualizacionEn, IntervaloMaximo, zona);

    /// <summary>Planned cortes from start to last update, both included; one less than a minute before the last gives way to it.</summary>
    public IEnumerable<DateTimeOffset> Cortes()
    {
        for (var corte = InicioEn; UltimaActualizacionEn - corte >= IntervaloMinimo; corte += Intervalo)
        {
            yield return corte;
        }

        yield return UltimaActualizacionEn;
    }

    /// <summary>Acopio and captura belong to the operation: from the opening to the last update, both included. Outside they are refused.</summary>
    /// <remarks>Regla K-03. Fuente: LEEME Puebla 2024, campos 40 a 42; spec §14 "calendar".</remarks>
    public bool EnOperacion(DateTimeOffset ahora) => AperturaEn <= ahora && ahora <= UltimaActualizacionEn;

    /// <summary>The next planned corte strictly after <paramref name="ahora"/>; null when there is none.</summary>
    public DateTimeOffset? Siguiente(DateTimeOffset ahora) => Cortes().Cast<DateTimeOffset?>().FirstOrDefault(c => c > ahora);
}

/// <summary>An agreement of the institute's council on how often something is updated.</summary>
/// <param name="Numero">As filed: <c>IEEPCO-CG-18/2024</c>; empty when unknown.</param>
public sealed record AcuerdoDeIntervalo(TimeSpan Intervalo, string Numero);
