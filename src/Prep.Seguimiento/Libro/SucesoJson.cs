using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Prep.Seguimiento.Libro;

/// <summary>What happened, as the book writes it: a name and its facts in JSON.</summary>
public static class SucesoJson
{
    private static readonly Dictionary<string, Type> _porNombre = typeof(SucesoJson).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Suceso)) && !t.IsAbstract)
        .ToDictionary(t => NombreDe(t));

    /// <summary>camelCase, enums by name, instants in ISO 8601; Spanish as it is written.</summary>
    public static readonly JsonSerializerOptions Opciones = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        IgnoreReadOnlyProperties = true,    // what is worked out is not a fact
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyCollection<string> Nombres => _porNombre.Keys;

    public static (string Nombre, string Contenido) Escribir(Suceso suceso) => (NombreDe(suceso.GetType()), JsonSerializer.Serialize(suceso, suceso.GetType(), Opciones));

    /// <exception cref="InvalidDataException">The book has a name that this program does not know: a newer one wrote it.</exception>
    public static Suceso Leer(string nombre, string contenido) => _porNombre.TryGetValue(nombre, out var tipo)
        ? (Suceso)JsonSerializer.Deserialize(contenido, tipo, Opciones)!
        : throw new InvalidDataException($"El libro del seguimiento tiene un «{nombre}», que este programa no conoce. Use una versión más nueva.");

    private static string NombreDe(Type tipo) => tipo.GetCustomAttribute<NombreAttribute>()?.Nombre ?? throw new InvalidOperationException($"A {tipo.Name} le falta su [Nombre].");
}
