using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prep.Publicacion.Tests.Sitio;

/// <summary>The part of JSON Schema that <c>docs/esquemas/</c> uses. A keyword it does not know is an error: nothing is skipped in silence.</summary>
internal sealed class Esquema
{
    private static readonly string[] SinEfecto = ["$schema", "$defs", "title", "description"];

    private readonly string _carpeta;
    private readonly Dictionary<string, JsonElement> _leidos = [];

    public Esquema(string carpeta) => _carpeta = carpeta;

    public IReadOnlyList<string> Faltas(string esquema, JsonElement valor)
    {
        var faltas = new List<string>();
        Revisar(esquema, Leer(esquema), valor, "$", faltas);
        return faltas;
    }

    private void Revisar(string archivo, JsonElement esquema, JsonElement valor, string lugar, List<string> faltas)
    {
        foreach (var regla in esquema.EnumerateObject().Where(r => !SinEfecto.Contains(r.Name)))
        {
            var cumple = regla.Name switch
            {
                "$ref" => Seguir(archivo, regla.Value.GetString()!, valor, lugar, faltas),
                "type" => EsDeTipo(regla.Value, valor),
                "const" => JsonElement.DeepEquals(regla.Value, valor),
                "enum" => regla.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, valor)),
                "pattern" => valor.ValueKind != JsonValueKind.String || Regex.IsMatch(valor.GetString()!, regla.Value.GetString()!),
                "minimum" => valor.ValueKind != JsonValueKind.Number || valor.GetInt64() >= regla.Value.GetInt64(),
                "required" => valor.ValueKind != JsonValueKind.Object || regla.Value.EnumerateArray().All(n => valor.TryGetProperty(n.GetString()!, out _)),
                "properties" => Propiedades(archivo, regla.Value, valor, lugar, faltas),
                "additionalProperties" => Adicionales(archivo, esquema, regla.Value, valor, lugar, faltas),
                "items" => Elementos(archivo, regla.Value, valor, lugar, faltas),
                _ => throw new NotSupportedException($"{archivo}: el validador no conoce «{regla.Name}»."),
            };
            if (!cumple)
            {
                faltas.Add($"{lugar}: no cumple {regla.Name} de {archivo}");
            }
        }
    }

    private bool Seguir(string archivo, string referencia, JsonElement valor, string lugar, List<string> faltas)
    {
        var partes = referencia.Split('#');
        var otro = partes[0].Length > 0 ? partes[0] : archivo;
        var destino = partes[1].Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Leer(otro), (e, paso) => e.GetProperty(paso));
        Revisar(otro, destino, valor, lugar, faltas);
        return true;
    }

    private bool Propiedades(string archivo, JsonElement propiedades, JsonElement valor, string lugar, List<string> faltas)
    {
        foreach (var propiedad in propiedades.EnumerateObject().Where(_ => valor.ValueKind == JsonValueKind.Object))
        {
            if (valor.TryGetProperty(propiedad.Name, out var suyo))
            {
                Revisar(archivo, propiedad.Value, suyo, $"{lugar}.{propiedad.Name}", faltas);
            }
        }

        return true;
    }

    private bool Adicionales(string archivo, JsonElement esquema, JsonElement regla, JsonElement valor, string lugar, List<string> faltas)
    {
        if (valor.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var conocidas = esquema.TryGetProperty("properties", out var p) ? p.EnumerateObject().Select(x => x.Name).ToHashSet() : [];
        var otras = valor.EnumerateObject().Where(x => !conocidas.Contains(x.Name)).ToList();
        if (regla.ValueKind == JsonValueKind.False)
        {
            return otras.Count == 0;
        }

        otras.ForEach(x => Revisar(archivo, regla, x.Value, $"{lugar}.{x.Name}", faltas));
        return true;
    }

    private bool Elementos(string archivo, JsonElement regla, JsonElement valor, string lugar, List<string> faltas)
    {
        var i = 0;
        foreach (var elemento in valor.EnumerateArray())
        {
            Revisar(archivo, regla, elemento, $"{lugar}[{i++}]", faltas);
        }

        return true;
    }

    private static bool EsDeTipo(JsonElement tipo, JsonElement valor) => tipo.ValueKind == JsonValueKind.Array
        ? tipo.EnumerateArray().Any(t => EsDeTipo(t, valor))
        : tipo.GetString() switch
        {
            "object" => valor.ValueKind == JsonValueKind.Object,
            "array" => valor.ValueKind == JsonValueKind.Array,
            "string" => valor.ValueKind == JsonValueKind.String,
            "boolean" => valor.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => valor.ValueKind == JsonValueKind.Number && valor.TryGetInt64(out _),
            "null" => valor.ValueKind == JsonValueKind.Null,
            var otro => throw new NotSupportedException($"Tipo «{otro}» desconocido."),
        };

    private JsonElement Leer(string archivo)
    {
        if (!_leidos.TryGetValue(archivo, out var esquema))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_carpeta, archivo)));
            _leidos[archivo] = esquema = json.RootElement.Clone();
        }

        return esquema;
    }
}
