using System.Globalization;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Dominio.Cortes;

/// <summary>Id of a corte: local time of the process, <c>AAAAMMDD_HHMM</c>. Ordinal order is time order.</summary>
public readonly record struct CorteId(string Valor)
{
    private const string Forma = "yyyyMMdd_HHmm";

    public static CorteId De(DateTimeOffset instante, TimeZoneInfo zona) =>
        new(TimeZoneInfo.ConvertTime(instante, zona).ToString(Forma, CultureInfo.InvariantCulture));

    public static bool TryParse(string texto, out CorteId id)
    {
        id = new(texto);
        return DateTime.TryParseExact(texto, Forma, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>The minute that it names, in that zone; of the two of an hour that repeats, the later.</summary>
    /// <exception cref="FormatException">Not an id.</exception>
    public DateTimeOffset Instante(TimeZoneInfo zona)
    {
        var local = DateTime.ParseExact(Valor, Forma, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return new DateTimeOffset(local, zona.GetUtcOffset(local)).ToUniversalTime();
    }

    public override string ToString() => Valor;
}

/// <summary>What the public sees: an immutable value made from one database snapshot. Files, pages and figures derive from it.</summary>
/// <param name="Ultimo">The last update before the close: participation takes the especiales in.</param>
/// <param name="RaizDeBitacora">Merkle root over all bitácora heads at this corte, 64 hex; null when the source keeps none.</param>
/// <param name="SiguienteEn">Instant of the next planned corte; null after the last one.</param>
public sealed record Corte(
    Proceso Proceso,
    CorteId Id,
    DateTimeOffset InstanteEn,
    bool Ultimo,
    IReadOnlyList<CorteDeEleccion> Elecciones,
    DateTimeOffset? SiguienteEn = null,
    string? RaizDeBitacora = null)
{
    /// <summary>The updates of the calendar before this one, oldest first; empty when the source had no calendar.</summary>
    public IReadOnlyList<Actualizacion> Historial { get; init; } = [];
}

/// <summary>An update of the calendar whose hour passed: when it came out, or why it did not.</summary>
/// <param name="PublicadaEn">Null when it was not made: what it would have carried is in the next one.</param>
/// <param name="Motivo">Why it was omitted, or what it met before it came out.</param>
public sealed record Actualizacion(DateTimeOffset PlaneadaEn, DateTimeOffset? PublicadaEn, string? Motivo = null)
{
    /// <summary>From here on it is late: writing and checking a corte takes its time.</summary>
    public static readonly TimeSpan Tolerancia = TimeSpan.FromMinutes(1);

    /// <summary>How late it came out; null when it came out in time or not at all.</summary>
    public TimeSpan? Retraso => PublicadaEn - PlaneadaEn is { } tarde && tarde > Tolerancia ? tarde : null;
}

/// <summary>A fuera de catálogo that was identified before the close.</summary>
/// <param name="Era">Its record, as published.</param>
/// <param name="Es">The acta that its image turned out to show, which goes on by itself.</param>
public sealed record Reidentificacion(RegistroDeActa Era, ActaId Es);

/// <summary>One election inside a corte.</summary>
/// <param name="InstanteEn">Its own hour: earlier than the corte's when its self-check failed and it kept its previous data.</param>
/// <param name="Registros">Vigente record of each expected acta, aligned with <see cref="Eleccion.Actas"/>; null where nothing yet.</param>
/// <param name="FueraDeCatalogo">Vigentes, in order of reception; ids <c>FC-0001</c>…</param>
/// <param name="Agregadas">Versions that this corte publishes for the first time, and earlier ones whose image was withdrawn; the log and the acta pages take them from here.</param>
public sealed record CorteDeEleccion(
    Eleccion Eleccion,
    DateTimeOffset InstanteEn,
    bool Ultimo,
    IReadOnlyList<RegistroDeActa?> Registros,
    IReadOnlyList<RegistroDeActa> FueraDeCatalogo,
    IReadOnlyList<RegistroDeActa> Agregadas)
{
    /// <summary>Fuera de catálogo that this corte takes off the list because they were identified; the log tells what became of each.</summary>
    public IReadOnlyList<Reidentificacion> Reidentificadas { get; init; } = [];

    /// <summary>Nothing captured: puesta en ceros.</summary>
    public static CorteDeEleccion EnCeros(Eleccion eleccion, DateTimeOffset instante) =>
        new(eleccion, instante, false, new RegistroDeActa?[eleccion.Actas.Count], [], []);
}
