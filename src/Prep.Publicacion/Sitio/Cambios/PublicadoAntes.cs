using System.Text.Json;
using Prep.Dominio.Cortes;
using Prep.Publicacion.Sitio.Curva;

namespace Prep.Publicacion.Sitio.Cambios;

/// <summary>What the earlier corte said of an area.</summary>
/// <param name="Votos">By the key of each candidature.</param>
/// <param name="Ventaja">Keys of those with the advantage; several in a tie, none without data.</param>
public sealed record AreaDeAntes(long Capturadas, long Contabilizadas, IReadOnlyDictionary<string, long> Votos, IReadOnlyList<string> Ventaja);

/// <summary>What the earlier corte published of an election, read from its own files: nothing else remembers it.</summary>
/// <param name="Areas">By the key of the area.</param>
public sealed record PublicadoAntes(CorteId Corte, IReadOnlyList<PuntoDeHistorial> Historial, IReadOnlyDictionary<string, AreaDeAntes> Areas)
{
    public static readonly string[] Archivos = [Curva.Historial.Archivo, "resultados.json"];

    /// <exception cref="JsonException">They are not those documents.</exception>
    public static PublicadoAntes Leer(byte[] historial, byte[] resultados)
    {
        var puntos = Curva.Historial.Leer(historial);
        using var documento = JsonDocument.Parse(resultados);
        return new(puntos[^1].Corte, puntos, documento.RootElement.GetProperty("areas").EnumerateArray().ToDictionary(
            a => a.GetProperty("area").GetProperty("clave").GetString()!, Area, StringComparer.Ordinal));
    }

    private static AreaDeAntes Area(JsonElement area)
    {
        var cifras = area.GetProperty("cifras");
        return new(
            cifras.GetProperty("ACTAS_CAPTURADAS").GetInt64(), cifras.GetProperty("ACTAS_CONTABILIZADAS").GetInt64(),
            area.GetProperty("candidaturas").EnumerateArray().GroupBy(c => c.GetProperty("clave").GetString()!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(c => c.GetProperty("votos").GetInt64()), StringComparer.Ordinal),
            [.. area.GetProperty("ventaja").GetProperty("candidaturas").EnumerateArray().Select(c => c.GetString()!)]);
    }
}
