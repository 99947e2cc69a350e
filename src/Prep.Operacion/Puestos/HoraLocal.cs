using System.Globalization;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Puestos;

/// <summary>Instants as the people of the process say them: local, 24 hours, by the zone of its calendar.</summary>
public static class HoraLocal
{
    private const string DeFormulario = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The four zones of the Ley de los Husos Horarios by their names; another one by its own.</summary>
    public static string EnPalabras(TimeZoneInfo zona) => zona.Id switch
    {
        "America/Mexico_City" or "America/Monterrey" or "America/Merida" or "America/Bahia_Banderas" or "America/Chihuahua" => "hora de la zona centro",
        "America/Mazatlan" or "America/Hermosillo" => "hora de la zona Pacífico",
        "America/Tijuana" => "hora de la zona noroeste",
        "America/Cancun" => "hora de la zona sureste",
        _ => $"hora de {zona.Id}",
    };

    /// <summary><c>20:14</c>.</summary>
    public static string Hora(this Proceso proceso, DateTimeOffset en) => Hora(proceso.Calendario.Zona, en);

    /// <summary>The same where there may be no process yet: the accounts.</summary>
    public static string Hora(this Contexto contexto, DateTimeOffset en) => Hora(contexto.Zona, en);

    /// <summary><c>02/06/2024 20:14</c>.</summary>
    public static string FechaYHora(this Proceso proceso, DateTimeOffset en) => proceso.Calendario.Zona.FechaYHora(en);

    /// <inheritdoc cref="FechaYHora(Proceso, DateTimeOffset)"/>
    public static string FechaYHora(this TimeZoneInfo zona, DateTimeOffset en) => TimeZoneInfo.ConvertTime(en, zona).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>02/06 20:14</c>: the night, which has two days and one year.</summary>
    public static string DiaYHora(this Proceso proceso, DateTimeOffset en) => Local(proceso, en).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last instant not after now whose local time is <paramref name="hora"/>: at 00:20, «23:50» was yesterday.</summary>
    /// <returns>Null when it is not an hour.</returns>
    public static DateTimeOffset? UltimaHora(this Proceso proceso, string hora, DateTimeOffset ahora)
    {
        if (!TimeOnly.TryParseExact(hora, "HH:mm", out var leida))
        {
            return null;
        }

        var local = Local(proceso, ahora);
        var dia = DateOnly.FromDateTime(local.DateTime);
        var candidato = dia.ToDateTime(leida);
        if (candidato > local.DateTime)
        {
            candidato = dia.AddDays(-1).ToDateTime(leida);
        }

        return new DateTimeOffset(candidato, proceso.Calendario.Zona.GetUtcOffset(candidato)).ToUniversalTime();
    }

    /// <summary>As a date and time box of a form wants it.</summary>
    public static string ParaFormulario(this Proceso proceso, DateTimeOffset en) => proceso.Calendario.Zona.ParaFormulario(en);

    /// <inheritdoc cref="ParaFormulario(Proceso, DateTimeOffset)"/>
    public static string ParaFormulario(this TimeZoneInfo zona, DateTimeOffset en) => TimeZoneInfo.ConvertTime(en, zona).ToString(DeFormulario, CultureInfo.InvariantCulture);

    /// <summary>What such a box gave; false when it is no local time of that zone.</summary>
    public static bool TryDeFormulario(this Proceso proceso, string texto, out DateTimeOffset en) => proceso.Calendario.Zona.TryDeFormulario(texto, out en);

    /// <inheritdoc cref="TryDeFormulario(Proceso, string, out DateTimeOffset)"/>
    public static bool TryDeFormulario(this TimeZoneInfo zona, string texto, out DateTimeOffset en)
    {
        var legible = DateTime.TryParseExact(texto, [DeFormulario, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zona.IsInvalidTime(local);
        en = legible ? new DateTimeOffset(local, zona.GetUtcOffset(local)).ToUniversalTime() : default;
        return legible;
    }

    private static string Hora(TimeZoneInfo zona, DateTimeOffset en) => TimeZoneInfo.ConvertTime(en, zona).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The instant by the clock of the process.</summary>
    internal static DateTimeOffset Local(this Proceso proceso, DateTimeOffset en) => TimeZoneInfo.ConvertTime(en, proceso.Calendario.Zona);
}
