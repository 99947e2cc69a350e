using System.Globalization;
using System.Text.RegularExpressions;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>The instant of a file whose header does not say it: that of its name or folder (<c>20220606_1500_PREP…</c>), else the last of its rows.</summary>
public static partial class CorteSupuesto
{
    /// <returns>Null when nothing in the file is dated.</returns>
    public static DateTimeOffset? De(string ruta, Hechos hechos, TimeZoneInfo zona)
    {
        if (Nombre().Matches(ruta).LastOrDefault() is { } m
            && DateTime.TryParseExact(m.Value, "yyyyMMdd'_'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, zona.GetUtcOffset(local)).ToUniversalTime();
        }

        var ultimo = hechos.Actas.OfType<Hecho>().Concat(hechos.FueraDeCatalogo).SelectMany(h => new[] { h.AcopioEn, h.CapturaEn, h.VerificacionEn }).Max();
        return ultimo is { } u ? new DateTimeOffset(u.Ticks - (u.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1) : null;
    }

    [GeneratedRegex(@"(?<!\d)20\d{6}_\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Nombre();
}
