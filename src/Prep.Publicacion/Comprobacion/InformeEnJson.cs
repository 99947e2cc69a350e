using System.Text.Encodings.Web;
using System.Text.Json;

namespace Prep.Publicacion.Comprobacion;

/// <summary>A report for programs, in the shape of design §4.</summary>
public static class InformeEnJson
{
    private static readonly JsonWriterOptions Opciones = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Escribir(Informe informe, Stream salida)
    {
        using var json = new Utf8JsonWriter(salida, Opciones);
        json.WriteStartObject();
        json.WriteString("resultado", informe.Resultado);
        json.WriteString("objeto", informe.Objeto);
        json.WriteString("corte", informe.Corte);
        json.WriteString("clave", informe.Clave);
        json.WriteStartObject("revisado");
        foreach (var (que, cuantos) in informe.Revisado)
        {
            json.WriteNumber(que, cuantos);
        }

        json.WriteEndObject();
        Lista(json, "faltas", informe.Faltas);
        Lista(json, "avisos", informe.Avisos);
        json.WriteEndObject();
    }

    private static void Lista(Utf8JsonWriter json, string nombre, IReadOnlyList<Hallazgo> hallazgos)
    {
        json.WriteStartArray(nombre);
        foreach (var h in hallazgos)
        {
            json.WriteStartObject();
            json.WriteString("codigo", h.Codigo);
            json.WriteString("archivo", h.Archivo);
            json.WriteNumber("linea", h.Linea);
            json.WriteNumber("columna", h.Columna);
            json.WriteString("claveActa", h.ClaveActa);
            json.WriteString("campo", h.Campo);
            json.WriteString("publicado", h.Publicado);
            json.WriteString("calculado", h.Calculado);
            json.WriteString("mensaje", h.Mensaje);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
