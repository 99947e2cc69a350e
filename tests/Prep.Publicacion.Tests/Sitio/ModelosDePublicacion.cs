using System.Text;
using System.Text.Json;
using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The second model of every election and corte of a publication on disk, from the databases that its manifests name.</summary>
internal static class ModelosDePublicacion
{
    public static Dictionary<(string Corte, string Eleccion), ModeloDelCsv> Leer(string publicacion, Proceso proceso)
    {
        var modelos = new Dictionary<(string, string), ModeloDelCsv>();
        foreach (var carpeta in Directory.GetDirectories(Path.Combine(publicacion, "cortes")).Order(StringComparer.Ordinal))
        {
            using var manifiesto = Documento(carpeta, "manifiesto.json");
            foreach (var listada in manifiesto.RootElement.GetProperty("elecciones").EnumerateArray())
            {
                var id = listada.GetProperty("id").GetString()!;
                using var resultados = Documento(carpeta, $"{id}/resultados.json");
                var ultimo = resultados.RootElement.GetProperty("ultimo").GetBoolean();
                var siguiente = resultados.RootElement.GetProperty("siguiente") is { ValueKind: JsonValueKind.String } s ? s.GetDateTimeOffset() : (DateTimeOffset?)null;
                modelos[(Path.GetFileName(carpeta), id)] = new(File.ReadAllText(Path.Combine(carpeta, listada.GetProperty("base").GetString()!), Encoding.UTF8), proceso.Eleccion(new(id))!, ultimo)
                {
                    Horas = (listada.GetProperty("instante").GetDateTimeOffset(), siguiente),
                };
            }
        }

        return modelos;
    }

    private static JsonDocument Documento(string carpeta, string nombre) => JsonDocument.Parse(File.ReadAllText(Path.Combine(carpeta, nombre)));
}
