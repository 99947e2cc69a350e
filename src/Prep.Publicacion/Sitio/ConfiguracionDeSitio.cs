using System.Text.Json;
using System.Text.Json.Serialization;
using Prep.Dominio;
using Prep.Publicacion.Sitio.Institucion;
using Prep.Publicacion.Sitio.Textos;

namespace Prep.Publicacion.Sitio;

/// <summary><c>sitio.json</c>, beside the store or in the folder of an election: what an institute says of itself on its pages. Without it the pages say nothing of it.</summary>
/// <param name="Enlaces">In the foot of every page.</param>
/// <param name="Difusores">Who else publishes these results; empty when the institute is alone.</param>
public sealed record ConfiguracionDeSitio(string Instituto, Apariencia Apariencia, Idioma Idioma, IReadOnlyList<EnlaceExterno> Enlaces, IReadOnlyList<EnlaceExterno> Difusores)
{
    public const string Archivo = "sitio.json";

    private static readonly JsonSerializerOptions Opciones = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="carpeta">Of the store, or of the election.</param>
    /// <returns>Refused when the file is there and cannot be used: nothing is published with half of it.</returns>
    public static Result<ConfiguracionDeSitio> Leer(string carpeta)
    {
        var ruta = Path.Combine(carpeta, Archivo);
        if (!File.Exists(ruta))
        {
            var textos = Idioma.Leer(carpeta, Idioma.DeLaCasa);
            return textos.IsOk ? new ConfiguracionDeSitio("", Apariencia.DeLaCasa, textos.Value, [], []) : textos.Rechazo;
        }

        try
        {
            var leida = JsonSerializer.Deserialize<Leida>(File.ReadAllBytes(ruta), Opciones) ?? new();
            var lectura = Usar(leida, carpeta);
            return lectura.IsOk ? lectura : new Rechazo("sitio_invalido", $"{ruta}: {lectura.Rechazo.Mensaje}");
        }
        catch (JsonException e)
        {
            return new Rechazo("sitio_invalido",
                $"{ruta}, línea {(e.LineNumber ?? 0) + 1}: no se entiende. Lleva instituto, idioma, logotipo (archivo y texto), colores (principal y acento), enlaces y difusores (cada uno, texto y direccion).");
        }
    }

    private static Result<ConfiguracionDeSitio> Usar(Leida leida, string carpeta)
    {
        if ((leida.Enlaces ?? []).Concat(leida.Difusores ?? []).FirstOrDefault(e => !EsUsable(e)) is { } malo)
        {
            return new Rechazo("sitio_invalido", $"«{malo.Texto}» necesita un texto y una dirección completa, como https://ejemplo.mx; dice «{malo.Direccion}».");
        }

        var colores = ColoresDelInstituto.Crear(leida.Colores?.Principal, leida.Colores?.Acento);
        if (!colores.IsOk)
        {
            return colores.Rechazo;
        }

        Logotipo? logotipo = null;
        if (leida.Logotipo is { } pedido)
        {
            var leido = Logotipo.Leer(carpeta, pedido.Archivo, pedido.Texto);
            if (!leido.IsOk)
            {
                return leido.Rechazo;
            }

            logotipo = leido.Value;
        }

        var idioma = Idioma.Leer(carpeta, leida.Idioma ?? Idioma.DeLaCasa);
        if (!idioma.IsOk)
        {
            return idioma.Rechazo;
        }

        return new ConfiguracionDeSitio(leida.Instituto ?? "", Apariencia.De(colores.Value, logotipo), idioma.Value, leida.Enlaces ?? [], leida.Difusores ?? []);
    }

    private static bool EsUsable(EnlaceExterno enlace) =>
        enlace is { Texto.Length: > 0, Direccion: not null } && Uri.TryCreate(enlace.Direccion, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private sealed record Leida(
        string? Instituto = null, string? Idioma = null, LogotipoPedido? Logotipo = null, ColoresPedidos? Colores = null, IReadOnlyList<EnlaceExterno>? Enlaces = null, IReadOnlyList<EnlaceExterno>? Difusores = null);

    private sealed record LogotipoPedido(string? Archivo, string? Texto);

    private sealed record ColoresPedidos(string? Principal, string? Acento);
}
