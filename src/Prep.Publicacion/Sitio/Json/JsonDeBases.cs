using System.Text.Json;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>The ZIP of all the databases of one corte.</summary>
/// <param name="Ruta">Relative to the root of the publication.</param>
public sealed record BaseDeCorte(CorteId Corte, string Ruta, long Bytes, string Sha256);

/// <summary><c>bases.json</c>: the databases of every corte up to this one. Each corte takes the earlier's list and adds its own.</summary>
/// <remarks>Described by <c>docs/esquemas/bases.schema.json</c>.</remarks>
public static class JsonDeBases
{
    public const string Archivo = "bases.json";

    internal static byte[] Escribir(ContextoDeSitio contexto) => Escritor.Documento(Rutas.DelCorte(contexto.Corte.Id, Archivo), "bases", json =>
    {
        Escritor.Encabezado(json, contexto.Corte);
        json.WriteStartArray("cortes");
        foreach (var suya in contexto.BasesDeCortes)
        {
            json.WriteStartObject();
            json.WriteString("corte", suya.Corte.Valor);
            json.WriteString("ruta", suya.Ruta);
            json.WriteNumber("bytes", suya.Bytes);
            json.WriteString("sha256", suya.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <exception cref="JsonException">Not such a document.</exception>
    public static IReadOnlyList<BaseDeCorte> Leer(ReadOnlyMemory<byte> bytes)
    {
        using var documento = JsonDocument.Parse(bytes);
        return
        [
            .. documento.RootElement.GetProperty("cortes").EnumerateArray().Select(c => new BaseDeCorte(
                new(c.GetProperty("corte").GetString()!), c.GetProperty("ruta").GetString()!, c.GetProperty("bytes").GetInt64(), c.GetProperty("sha256").GetString()!)),
        ];
    }
}
