using System.Text.Encodings.Web;
using System.Text.Json;
using Prep.Dominio.Calendario;

namespace Prep.Datos.Catalogo;

/// <summary>A <see cref="Configuracion"/> as the database keeps it: one JSON object, names of the values in camelCase, intervals as <c>hh:mm:ss</c>.</summary>
public static class ConfiguracionJson
{
    private static readonly JsonSerializerOptions _opciones = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string Escribir(Configuracion configuracion) => JsonSerializer.Serialize(configuracion, _opciones);

    /// <exception cref="JsonException">The text is not such a configuration.</exception>
    public static Configuracion Leer(string json) => JsonSerializer.Deserialize<Configuracion>(json, _opciones) ?? throw new JsonException("La configuración está vacía.");
}
