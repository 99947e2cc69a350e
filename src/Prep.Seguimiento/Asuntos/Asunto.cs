using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prep.Seguimiento.Asuntos;

/// <summary>The kinds of thing that a document or an observation is about.</summary>
/// <remarks>The book writes their names: they do not change.</remarks>
public enum TipoDeAsunto
{
    /// <summary>A version of the plan of work, by its number.</summary>
    Plan,
    Actividad,

    /// <summary>One of those that the rules ask for, by its number.</summary>
    Entregable,
    Sesion,

    /// <summary>CATD, CCV or central.</summary>
    Sitio,
    Contrato,

    /// <summary>What the ente auditor found.</summary>
    Hallazgo,

    /// <summary>Of the prototype or of the format of the databases.</summary>
    Revision,
    Difusor,
    Informe,
}

/// <summary>What a document or an observation is about, written <c>actividad:2024-01-4</c>.</summary>
/// <param name="Clave">Of the thing among those of its kind: letters, digits, point, hyphen and underscore.</param>
[JsonConverter(typeof(EnJson))]
public readonly record struct Asunto(TipoDeAsunto Tipo, string Clave)
{
    private const int Largo = 80;

    public static Asunto De(Plan.Actividad actividad) => new(TipoDeAsunto.Actividad, actividad.Id);

    public static Asunto De(Plan.Entregable entregable) => new(TipoDeAsunto.Entregable, $"{entregable.Numero}");

    public static Asunto De(Sesiones.SesionColegiada sesion) => new(TipoDeAsunto.Sesion, $"{sesion.Numero}");

    public static bool TryParse(string? texto, out Asunto asunto)
    {
        asunto = default;
        if (texto?.Split(':') is not [var tipo, var clave] || !EsClave(clave)
            || !Enum.GetValues<TipoDeAsunto>().Any(t => Escrito(t) == tipo))
        {
            return false;
        }

        asunto = new(Enum.Parse<TipoDeAsunto>(tipo, ignoreCase: true), clave);
        return true;
    }

    public static bool EsClave(string clave) => clave.Length is > 0 and <= Largo && clave.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    public override string ToString() => $"{Escrito(Tipo)}:{Clave}";

    private static string Escrito(TipoDeAsunto tipo) => tipo.ToString().ToLowerInvariant();

    private sealed class EnJson : JsonConverter<Asunto>
    {
        public override Asunto Read(ref Utf8JsonReader lector, Type tipo, JsonSerializerOptions opciones) =>
            TryParse(lector.GetString(), out var asunto) ? asunto : throw new JsonException("un asunto se escribe como actividad:2024-01-4");

        public override void Write(Utf8JsonWriter escritor, Asunto asunto, JsonSerializerOptions opciones) => escritor.WriteStringValue(asunto.ToString());
    }
}
