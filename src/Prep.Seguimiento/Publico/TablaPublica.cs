using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Prep.Seguimiento.Publico;

/// <summary>Open data of a part of a programme: the same rows in JSON and in CSV.</summary>
/// <param name="Nombre">Of the files, without their ending, and key of its title.</param>
/// <param name="Columnas">Lower case, with low lines; each a key of what it means.</param>
/// <param name="Renglones">Each cell a text, a number, a yes or no, a day, an instant, a list of texts or nothing; aligned with the columns.</param>
public sealed record TablaPublica(string Nombre, IReadOnlyList<string> Columnas, IReadOnlyList<IReadOnlyList<object?>> Renglones)
{
    private static readonly JsonWriterOptions Opciones = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    public string Json => Nombre + ".json";

    public string Csv => Nombre + ".csv";

    public byte[] EnJson(Programa programa)
    {
        using MemoryStream bufer = new();
        using (Utf8JsonWriter json = new(bufer, Opciones))
        {
            json.WriteStartObject();
            json.WriteNumber("esquema", 1);
            json.WriteString("programa", programa.Id);
            json.WriteString("institucion", programa.Plan.Definicion.Plan.Institucion.Nombre);
            json.WriteString("comision", programa.Plan.Definicion.Plan.Comision.Nombre);
            json.WriteStartArray(Nombre);
            foreach (var renglon in Renglones)
            {
                json.WriteStartObject();
                foreach (var (columna, celda) in Columnas.Zip(renglon))
                {
                    json.WritePropertyName(columna);
                    Escribir(json, celda);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bufer.ToArray();
    }

    /// <summary>RFC 4180 in UTF-8 with its mark, which a spreadsheet needs. What a spreadsheet would run as a formula goes after an apostrophe.</summary>
    public byte[] EnCsv()
    {
        StringBuilder texto = new("\ufeff");
        foreach (var renglon in Renglones.Prepend([.. Columnas]))
        {
            texto.AppendJoin(',', renglon.Select(c => Celda(Texto(c)))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(texto.ToString());
    }

    private static string Celda(string texto)
    {
        var inerte = texto.Length > 0 && texto[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !int.TryParse(texto, CultureInfo.InvariantCulture, out _) ? "'" + texto : texto;
        return inerte.AsSpan().ContainsAny(",\"\r\n") ? $"\"{inerte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inerte;
    }

    private static string Texto(object? celda) => celda switch
    {
        null => "",
        bool b => b ? "sí" : "no",
        DateOnly dia => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset en => en.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        IEnumerable<string> lista => string.Join("; ", lista),
        _ => Convert.ToString(celda, CultureInfo.InvariantCulture)!,
    };

    private static void Escribir(Utf8JsonWriter json, object? celda)
    {
        switch (celda)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool b:
                json.WriteBooleanValue(b);
                break;
            case int n:
                json.WriteNumberValue(n);
                break;
            case long n:
                json.WriteNumberValue(n);
                break;
            case string s:
                json.WriteStringValue(s);
                break;
            case IEnumerable<string> lista:
                json.WriteStartArray();
                foreach (var texto in lista)
                {
                    json.WriteStringValue(texto);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Texto(celda));
                break;
        }
    }
}
