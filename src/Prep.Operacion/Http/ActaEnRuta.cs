using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Http;

/// <summary>An acta named in an address: <c>actas/dip_loc/001/200001B01003</c>, <c>…~2</c> for the second of an equal key.</summary>
public readonly record struct ActaEnRuta([FromRoute] string Eleccion, [FromRoute] string Area, [FromRoute] string Nombre)
{
    public ActaId Id => TextoDeActa.TryParse($"{Eleccion}/{Area}/{Nombre}", out var id) ? id : new(new(Eleccion), new(Area), Nombre, 0);
}

/// <summary><see cref="ActaId"/> as one string, as it prints itself.</summary>
public static class TextoDeActa
{
    public static bool TryParse(string? texto, out ActaId id)
    {
        id = default;
        if (texto?.Split('/') is not [{ Length: > 0 } eleccion, { Length: > 0 } area, { Length: > 0 } nombre])
        {
            return false;
        }

        var partes = nombre.Split('~');
        var ordinal = 1;
        if (partes.Length > 2 || partes[0].Length == 0 || (partes.Length == 2 && (!int.TryParse(partes[1], NumberStyles.None, CultureInfo.InvariantCulture, out ordinal) || ordinal < 2)))
        {
            return false;
        }

        id = new(new(eleccion), new(area), partes[0], ordinal);
        return true;
    }
}

internal sealed class ActaIdJson : JsonConverter<ActaId>
{
    public override ActaId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TextoDeActa.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("Un acta se nombra ELECCION/AREA/CLAVE.");

    public override void Write(Utf8JsonWriter writer, ActaId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class EleccionIdJson : JsonConverter<EleccionId>
{
    public override EleccionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, EleccionId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Valor);
}

internal sealed class CodigoJson : JsonConverter<CodigoDeIntegridad>
{
    public override CodigoDeIntegridad Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CodigoDeIntegridad.TryParse(reader.GetString(), out var codigo) ? codigo : throw new JsonException("Un código de integridad son 64 dígitos hexadecimales.");

    public override void Write(Utf8JsonWriter writer, CodigoDeIntegridad value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}

/// <summary>A field: a number from 0, <c>"Ilegible"</c>, <c>"Sin dato"</c> or <c>"N/A"</c>. Anything else is refused, null too: a blank is said, not left.</summary>
internal sealed class CantidadJson : JsonConverter<Cantidad>
{
    public override bool HandleNull => true;

    public override Cantidad Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt32(out var numero) && numero is >= 0 and <= Cantidad.Maximo => Cantidad.Numero(numero),
        JsonTokenType.String => reader.GetString() switch
        {
            "Ilegible" => Cantidad.Ilegible,
            "Sin dato" => Cantidad.SinDato,
            "N/A" => Cantidad.NoAplica,
            _ => throw new JsonException("Un campo es un número, \"Ilegible\", \"Sin dato\" o \"N/A\"."),
        },
        _ => throw new JsonException($"Un campo es un número de 0 a {Cantidad.Maximo}, \"Ilegible\", \"Sin dato\" o \"N/A\"."),
    };

    public override void Write(Utf8JsonWriter writer, Cantidad value, JsonSerializerOptions options)
    {
        if (value.Valor is { } numero)
        {
            writer.WriteNumberValue(numero);
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}
