using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Prep.Dominio;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Every sentence of the site in one language, by its key: <c>acta.sinObservaciones</c>. Spanish comes with the program; an institute changes or translates it with a file of its own.</summary>
public sealed partial class Idioma
{
    public const string DeLaCasa = "es";

    private static readonly HtmlEncoder Html5 = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly JsonDocumentOptions Opciones = new() { AllowDuplicateProperties = false };

    private readonly FrozenDictionary<string, Frase> _frases;

    private Idioma(string codigo, IEnumerable<KeyValuePair<string, Frase>> frases)
    {
        (Codigo, _frases) = (codigo, frases.ToFrozenDictionary(StringComparer.Ordinal));
        Modulos = Modulos.De(this);
    }

    public static Idioma Espanol { get; } = new("es-MX", Propias());

    /// <summary>For the <c>lang</c> of every page.</summary>
    public string Codigo { get; }

    /// <summary>What its pages run.</summary>
    public Modulos Modulos { get; }

    public IEnumerable<string> Claves => _frases.Keys.Order(StringComparer.Ordinal);

    /// <summary>A sentence without values.</summary>
    public string this[string clave] => Con(clave);

    public static string Archivo(string idioma) => $"textos.{idioma}.json";

    /// <summary>With its values in place. The page encodes it.</summary>
    public string Con(string clave, params ReadOnlySpan<(string Nombre, string Valor)> valores) => De(clave).Llena(valores);

    /// <summary>A sentence with marks, already encoded.</summary>
    /// <param name="valores">Each a string, a <see cref="Destino"/> or what is already HTML.</param>
    public MarkupString Html(string clave, params ReadOnlySpan<(string Nombre, object Valor)> valores) => De(clave).Marcada(valores, Html5);

    /// <summary>Sentences that are filled in the browser, by the end of their keys.</summary>
    internal SortedDictionary<string, string> Grupo(string prefijo) =>
        new(_frases.Where(f => f.Key.StartsWith(prefijo, StringComparison.Ordinal)).ToDictionary(f => f.Key[prefijo.Length..], f => f.Value.Texto), StringComparer.Ordinal);

    /// <summary>Names in bold with «y» between them.</summary>
    public MarkupString Serie(IEnumerable<string> nombres) => new(string.Join(Html5.Encode(this["comun.y"]), nombres.Select(n => $"<b>{Html5.Encode(n)}</b>")));

    /// <summary>Links with a comma between them.</summary>
    public static MarkupString Enlaces(IEnumerable<(string Texto, string Direccion)> enlaces) =>
        new(string.Join(", ", enlaces.Select(e => $"<a href=\"{Html5.Encode(e.Direccion)}\">{Html5.Encode(e.Texto)}</a>")));

    /// <summary>A SHA-256, which breaks wherever the line ends.</summary>
    public static MarkupString Huella(string huella) => new($"<code class=\"huella\">{Html5.Encode(huella)}</code>");

    /// <summary>An instant as people and programs read it.</summary>
    public static MarkupString Tiempo(DateTimeOffset instante, string escrito) => new($"<time datetime=\"{Html5.Encode(Escrito.Iso(instante))}\">{Html5.Encode(escrito)}</time>");

    /// <param name="carpeta">Where <c>sitio.json</c> lies.</param>
    /// <returns>Refused when the file of the institute cannot be used whole: nothing is published with half of it.</returns>
    public static Result<Idioma> Leer(string carpeta, string idioma)
    {
        if (!FormaDeIdioma().IsMatch(idioma))
        {
            return new Rechazo("textos_invalidos", $"idioma se escribe con su código, como es o en; dice «{idioma}».");
        }

        var ruta = Path.Combine(carpeta, Archivo(idioma));
        if (!File.Exists(ruta))
        {
            return idioma == DeLaCasa ? Espanol : new Rechazo("textos_invalidos", $"no está {ruta}: el idioma «{idioma}» necesita sus textos. Cópielos de es.json y tradúzcalos.");
        }

        try
        {
            using var documento = JsonDocument.Parse(File.ReadAllBytes(ruta), Opciones);
            var frases = Espanol._frases.ToDictionary(StringComparer.Ordinal);
            foreach (var (clave, valor) in Hojas("", documento.RootElement))
            {
                var leida = EnLugarDe(clave, valor);
                if (!leida.IsOk)
                {
                    return new Rechazo("textos_invalidos", $"{ruta}: {(clave.Length > 0 ? $"«{clave}» " : "")}{leida.Rechazo.Mensaje}.");
                }

                frases[clave] = leida.Value;
            }

            return new Idioma(idioma == DeLaCasa ? Espanol.Codigo : idioma, frases);
        }
        catch (JsonException e)
        {
            return new Rechazo("textos_invalidos", $"{ruta}, línea {(e.LineNumber ?? 0) + 1}: no se entiende. Lleva las mismas claves que es.json, cada una con su frase entre comillas y una sola vez.");
        }
    }

    private static Result<Frase> EnLugarDe(string clave, JsonElement valor)
    {
        if (!Espanol._frases.TryGetValue(clave, out var propia))
        {
            return new Rechazo("frase_invalida", clave.Length == 0 ? "lleva llaves con las claves de es.json"
                : Espanol._frases.Keys.Any(c => c.StartsWith(clave + ".", StringComparison.Ordinal)) ? "no es una frase sino un grupo: adentro van sus claves, como en es.json"
                : $"no es una clave del sitio. ¿Quiso decir «{Parecida(clave)}»? Quítela o corríjala");
        }

        if (valor.ValueKind != JsonValueKind.String)
        {
            return new Rechazo("frase_invalida", "debe ser una frase entre comillas");
        }

        var leida = Frase.Leer(valor.GetString()!, Html5);
        return !leida.IsOk ? leida
            : !Iguales(leida.Value.Valores, propia.Valores) ? new Rechazo("frase_invalida", $"debe llevar {Nombrados(propia.Valores)} y ningún otro valor")
            : !Iguales(leida.Value.Enlaces, propia.Enlaces) ? new Rechazo("frase_invalida", $"debe llevar {Nombrados(propia.Enlaces.Select(e => $"[…]({{{e}}})"))} y ningún otro enlace")
            : leida.Value.ConMarcas && !propia.ConMarcas ? new Rechazo("frase_invalida", "se escribe sin **, sin ` y sin enlaces: donde va no se ven")
            : leida;
    }

    private static bool Iguales(IEnumerable<string> unos, IEnumerable<string> otros) => unos.ToHashSet().SetEquals(otros);

    private static string Nombrados(IEnumerable<string> valores) =>
        string.Join(", ", valores.Distinct().Select(v => v.StartsWith('[') ? v : $"{{{v}}}")) is { Length: > 0 } nombres ? nombres : "ninguno";

    // The key that shares most of its beginning, or of its end.
    private static string Parecida(string clave) => Espanol.Claves.MaxBy(c => Comunes(c, clave) + Comunes(string.Concat(c.Reverse()), string.Concat(clave.Reverse())))!;

    private static int Comunes(string una, string otra) => una.AsSpan().CommonPrefixLength(otra);

    private static IEnumerable<(string Clave, JsonElement Valor)> Hojas(string clave, JsonElement valor) => valor.ValueKind == JsonValueKind.Object
        ? valor.EnumerateObject().SelectMany(p => Hojas(clave.Length == 0 ? p.Name : $"{clave}.{p.Name}", p.Value))
        : [(clave, valor)];

    private static List<KeyValuePair<string, Frase>> Propias()
    {
        using var flujo = Assembly.GetExecutingAssembly().GetManifestResourceStream("textos/es.json")!;
        using var documento = JsonDocument.Parse(flujo, Opciones);
        return [.. Hojas("", documento.RootElement).Select(h => KeyValuePair.Create(h.Clave, Frase.Leer(h.Valor.GetString()!, Html5).Value))];
    }

    private Frase De(string clave) => _frases.TryGetValue(clave, out var frase) ? frase : throw new KeyNotFoundException($"es.json no tiene «{clave}».");

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]
    private static partial Regex FormaDeIdioma();
}
