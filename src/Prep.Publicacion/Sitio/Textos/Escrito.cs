using System.Globalization;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>How numbers, percentages and instants are written for people.</summary>
public static class Escrito
{
    /// <summary><c>1,122,128</c>.</summary>
    public static string Numero(long numero) => numero.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The 13 figures in the words of the house, aligned with <see cref="Cifras.Nombres"/>.</summary>
    public static readonly IReadOnlyList<string> NombresDeCifras = [.. Cifras.Nombres.Select(Idioma.Espanol.Cifra)];

    /// <param name="publicada">One of <see cref="Cifras.Valores"/>.</param>
    /// <returns><c>1,122,128</c>, <c>38.0195 %</c>.</returns>
    public static string Cifra(string publicada) => publicada.Contains('.') ? $"{publicada} %" : Numero(long.Parse(publicada, CultureInfo.InvariantCulture));

    /// <summary><c>38.0195 %</c>.</summary>
    public static string Porcentaje(Porcentaje porcentaje) => $"{porcentaje} %";

    /// <summary><c>05/06/2022 21:20:00 (UTC−05:00)</c>, local time of the process.</summary>
    public static string FechaHora(DateTimeOffset instante, TimeZoneInfo zona) => Con(instante, zona, "dd/MM/yyyy HH:mm:ss");

    /// <summary><c>05/06/2022 21:20 (UTC−05:00)</c>.</summary>
    public static string FechaMinuto(DateTimeOffset instante, TimeZoneInfo zona) => Con(instante, zona, "dd/MM/yyyy HH:mm");

    /// <summary><c>05/06 21:20</c>, where the year and the zone are already said.</summary>
    public static string DiaHora(DateTimeOffset instante, TimeZoneInfo zona) =>
        TimeZoneInfo.ConvertTime(instante, zona).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For <c>datetime</c> attributes and JSON: <c>2022-06-06T02:20:00Z</c>.</summary>
    public static string Iso(DateTimeOffset instante) => instante.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Lengths of files: <c>812 B</c>, <c>1.4 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1_000}.{bytes % 1_000 / 100} kB",
        _ => $"{bytes / 1_000_000}.{bytes % 1_000_000 / 100_000} MB",
    };

    /// <summary>"Diputaciones locales": the files shout their titles, the pages do not.</summary>
    public static string Titulo(Eleccion eleccion) =>
        eleccion.Titulo.Any(char.IsLower) || eleccion.Titulo.Length == 0 ? eleccion.Titulo : eleccion.Titulo[0] + eleccion.Titulo[1..].ToLowerInvariant();

    /// <summary>"diputaciones locales", inside a sentence.</summary>
    public static string EnFrase(Eleccion eleccion) => Titulo(eleccion) is { Length: > 0 } titulo ? char.ToLowerInvariant(titulo[0]) + titulo[1..] : "";

    /// <summary>"Acatlán de Pérez Figueroa" from the upper case of catalogues; a name with any lower case is left as it is.</summary>
    public static string Nombre(string nombre)
    {
        if (nombre.Any(char.IsLower) || nombre == "N/A")
        {
            return nombre;
        }

        var palabras = nombre.Split(' ');
        for (var i = 0; i < palabras.Length; i++)
        {
            var palabra = palabras[i].ToLowerInvariant();
            var inicial = palabra.AsSpan().IndexOfAnyInRange('a', 'ÿ');
            palabras[i] = (i > 0 && palabra is "de" or "del" or "la" or "las" or "los" or "el" or "y") || inicial < 0
                ? palabra
                : $"{palabra[..inicial]}{char.ToUpperInvariant(palabra[inicial])}{palabra[(inicial + 1)..]}";
        }

        return string.Join(' ', palabras);
    }

    private static string Con(DateTimeOffset instante, TimeZoneInfo zona, string forma)
    {
        var local = TimeZoneInfo.ConvertTime(instante, zona);
        var signo = local.Offset < TimeSpan.Zero ? '−' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{local.ToString(forma, CultureInfo.InvariantCulture)} (UTC{signo}{local.Offset:hh\\:mm})");
    }
}
