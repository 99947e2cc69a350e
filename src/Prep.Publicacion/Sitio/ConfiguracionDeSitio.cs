using System.Text.Json;
using System.Text.Json.Serialization;
using Prep.Dominio;

namespace Prep.Publicacion.Sitio;

/// <summary><c>sitio.json</c>, beside the store: what an institute says of itself on its pages. Without it the pages say nothing of it.</summary>
/// <param name="Enlaces">In the foot of every page.</param>
/// <param name="Difusores">Who else publishes these results; empty when the institute is alone.</param>
public sealed record ConfiguracionDeSitio(string Instituto, IReadOnlyList<EnlaceExterno> Enlaces, IReadOnlyList<EnlaceExterno> Difusores)
{
    public const string Archivo = "sitio.json";

    private static readonly JsonSerializerOptions Opciones = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="carpeta">Of the store.</param>
    /// <returns>Refused when the file is there and cannot be used: nothing is published with half of it.</returns>
    public static Result<ConfiguracionDeSitio> Leer(string carpeta)
    {
        var ruta = Path.Combine(carpeta, Archivo);
        if (!File.Exists(ruta))
        {
            return new ConfiguracionDeSitio("", [], []);
        }

        try
        {
            var leida = JsonSerializer.Deserialize<Leida>(File.ReadAllBytes(ruta), Opciones);
            ConfiguracionDeSitio sitio = new(leida?.Instituto ?? "", leida?.Enlaces ?? [], leida?.Difusores ?? []);
            return sitio.Enlaces.Concat(sitio.Difusores).FirstOrDefault(e => !EsUsable(e)) is { } malo
                ? new Rechazo("sitio_invalido", $"{ruta}: «{malo.Texto}» necesita un texto y una dirección completa, como https://ejemplo.mx; dice «{malo.Direccion}».")
                : sitio;
        }
        catch (JsonException e)
        {
            return new Rechazo("sitio_invalido", $"{ruta}, línea {(e.LineNumber ?? 0) + 1}: no se entiende. Lleva instituto, enlaces y difusores; cada uno de éstos, texto y direccion.");
        }
    }

    private static bool EsUsable(EnlaceExterno enlace) =>
        enlace is { Texto.Length: > 0, Direccion: not null } && Uri.TryCreate(enlace.Direccion, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private sealed record Leida(string? Instituto, IReadOnlyList<EnlaceExterno>? Enlaces, IReadOnlyList<EnlaceExterno>? Difusores);
}
