using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Prep.Dominio.Computo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Paquete;

/// <param name="Ruta">Relative to the folder of the list that names it.</param>
public sealed record ArchivoListado(string Ruta, long Bytes, string Sha256);

/// <param name="Ruta">The area's <c>lista.json</c>, relative to the corte's folder.</param>
public sealed record AreaListada(string Ruta, string Sha256);

/// <param name="Sha256">Of the earlier corte's <c>manifiesto.json</c>: the chain.</param>
public sealed record CorteEncadenado(string Corte, string Sha256);

/// <param name="Segmento">Relative to the root of the publication.</param>
/// <param name="Entradas">Lines of all segments up to this one.</param>
/// <param name="Raiz">RFC 9162 root over those lines.</param>
public sealed record RegistroListado(string Segmento, string Sha256, long Entradas, string Raiz);

/// <param name="Instante">Its own hour: earlier than the corte's when it kept its previous data.</param>
/// <param name="Cifras">The 13 names; counts are numbers, percentages are text with their four decimals.</param>
/// <param name="Base">Its database, relative to the corte's folder: where the figures can be recomputed.</param>
public sealed record EleccionListada(string Id, string Instante, JsonObject Cifras, string Base)
{
    public static EleccionListada De(CorteDeEleccion corte, Cifras cifras, TimeZoneInfo zona, string ruta)
    {
        var objeto = new JsonObject();
        for (var i = 0; i < Dominio.Computo.Cifras.Nombres.Count; i++)
        {
            var valor = cifras.Valores[i];
            objeto[Dominio.Computo.Cifras.Nombres[i]] = valor.Contains('.') ? valor : long.Parse(valor, CultureInfo.InvariantCulture);
        }

        return new(corte.Eleccion.Id.Valor, Instantes.Locales(corte.InstanteEn, zona), objeto, ruta);
    }
}

/// <summary>What one corte signs: every file that depends on it, its log, its chain.</summary>
/// <remarks>Twins <c>.br</c> are not listed: each must decompress to the listed file whose name it bears.</remarks>
public sealed record Manifiesto(
    int Formato,
    string Proceso,
    string Clase,
    string Corte,
    string Instante,
    string Zona,
    bool Ultimo,
    string Programa,
    CorteEncadenado? Anterior,
    RegistroListado Registro,
    IReadOnlyList<EleccionListada> Elecciones,
    IReadOnlyList<ArchivoListado> Archivos,
    IReadOnlyList<AreaListada> Areas)
{
    public const int FormatoActual = 1;
}

/// <summary>List of one area's folder: the same shape as the manifest's own list.</summary>
public sealed record ListaDeArea(int Formato, string Corte, string Area, IReadOnlyList<ArchivoListado> Archivos);

/// <summary>The commit point, and all that a page polls.</summary>
/// <param name="Manifiesto">Relative to the root.</param>
/// <param name="Sha256">Of the manifest.</param>
public sealed record Actual(string Corte, string Instante, string? Siguiente, string Manifiesto, string Sha256)
{
    public const int MaximoDeBytes = 400;
}

/// <summary>JSON of the package: one line, member names as written here in lower case first letter, accents unescaped.</summary>
public static class JsonDePaquete
{
    private static readonly JsonSerializerOptions Opciones = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
    };

    public static byte[] Escribir<T>(T valor) => [.. JsonSerializer.SerializeToUtf8Bytes(valor, Opciones), (byte)'\n'];

    /// <exception cref="JsonException">Not JSON, or a member is missing or of another type.</exception>
    public static T Leer<T>(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<T>(bytes, Opciones) ?? throw new JsonException("El documento es nulo.");
}

/// <summary>Instants as the package writes them.</summary>
public static class Instantes
{
    /// <summary><c>2024-06-03T20:00:00-06:00</c>: local time with its offset.</summary>
    public static string Locales(DateTimeOffset instante, TimeZoneInfo zona) =>
        TimeZoneInfo.ConvertTime(instante, zona).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary><c>2024-06-04T02:00:00Z</c>, with a fraction (up to microseconds) only when there is one.</summary>
    public static string Utc(DateTimeOffset instante) =>
        instante.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse(string? texto, out DateTimeOffset instante) =>
        DateTimeOffset.TryParse(texto, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instante);
}
