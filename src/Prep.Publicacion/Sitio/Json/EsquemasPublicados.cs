using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prep.Publicacion.Sitio.Json;

/// <summary>The schemas of <c>docs/esquemas</c>, which the program carries.</summary>
internal static class EsquemasPublicados
{
    private const string Prefijo = "esquema/";
    private const string Fin = ".schema.json";

    /// <summary>A compound document: each schema keeps its name as <c>$id</c>, so that what one says of another is found inside.</summary>
    public static string Juntos()
    {
        var definiciones = new JsonObject();
        foreach (var recurso in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefijo, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var esquema = JsonNode.Parse(Recursos.Leer(recurso))!.AsObject();
            esquema.Insert(0, "$id", recurso[Prefijo.Length..]);
            definiciones[recurso[Prefijo.Length..^Fin.Length]] = esquema;
        }

        var juntos = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Los JSON de una publicación del PREP",
            ["$defs"] = definiciones,
        };
        return juntos.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
