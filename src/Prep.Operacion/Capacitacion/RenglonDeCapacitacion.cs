using System.Globalization;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Http;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Operacion.Capacitacion;

/// <summary>A training as somebody wrote it, in a form or in a file, already understood.</summary>
public sealed record RenglonDeCapacitacion(string Persona, string Puesto, IReadOnlyList<string> Temas, int Minutos, DateOnly Fecha, string Instructor, bool Aprobada, int? Calificacion)
{
    private static readonly string[] _columnas = ["persona", "puesto", "temas", "horas", "fecha", "instructor", "resultado"];

    /// <summary>Those that the export writes for who reads it: who recorded what is said again by who records it.</summary>
    private static readonly string[] _demas = ["nombre", "calificacion", "registrada_por", "registrada_en"];

    /// <summary>Reads what is in each box; what is wrong is told by the name of its box.</summary>
    /// <returns>Null when something was.</returns>
    public static RenglonDeCapacitacion? Leer(Func<string, string> celda, DateOnly hoy, Action<string, string, string, string> falta)
    {
        var bien = true;
        void Mal(string columna, string codigo, string mensaje, string remedio)
        {
            bien = false;
            falta(columna, codigo, mensaje, remedio);
        }

        var (persona, instructor, puesto) = (celda("persona"), celda("instructor"), celda("puesto").ToUpperInvariant());
        if (persona.Length == 0)
        {
            Mal("persona", "falta_persona", "Falta la persona.", "Escriba su clave del padrón.");
        }

        if (!Http.Puesto.Permisos.ContainsKey(puesto))
        {
            Mal("puesto", "puesto_desconocido", $"«{FilaCsv.Corta(puesto)}» no es un puesto.", $"Use: {string.Join(", ", Http.Puesto.Permisos.Keys)}.");
        }

        string[] temas = [.. celda("temas").Split(['|', ';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.ToUpperInvariant()).Distinct()];
        if (temas.Length == 0 || temas.Any(t => !TemasDeCapacitacion.Todos.ContainsKey(t)))
        {
            Mal("temas", "tema_desconocido", temas.Length == 0 ? "Faltan los temas." : $"«{FilaCsv.Corta(temas.First(t => !TemasDeCapacitacion.Todos.ContainsKey(t)))}» no es un tema.",
                $"Use uno o más de: {string.Join(", ", TemasDeCapacitacion.Todos.Keys)}, separados por |.");
        }

        var minutos = decimal.TryParse(celda("horas").Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var horas) && horas is > 0 and <= 200 ? (int)Math.Round(horas * 60) : 0;
        if (minutos == 0)
        {
            Mal("horas", "horas_invalidas", $"«{FilaCsv.Corta(celda("horas"))}» no sirve de horas.", "Escriba un número mayor que cero y hasta 200; media hora es 0.5.");
        }

        if (!DateOnly.TryParseExact(celda("fecha"), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var fecha) || fecha > hoy)
        {
            Mal("fecha", "fecha_invalida", $"«{FilaCsv.Corta(celda("fecha"))}» no es un día ya pasado.", "Escríbalo como 2024-05-19 o 19/05/2024.");
        }

        if (instructor.Length is 0 or > 120)
        {
            Mal("instructor", "instructor_invalido", "Falta quién impartió la capacitación, o su nombre pasa de 120 caracteres.", "Escriba un nombre.");
        }

        bool? aprobada = celda("resultado").ToLowerInvariant() switch { "aprobada" or "aprobado" => true, "no aprobada" or "no aprobado" => false, _ => null };
        if (aprobada is null)
        {
            Mal("resultado", "resultado_invalido", $"«{FilaCsv.Corta(celda("resultado"))}» no es un resultado.", "Use: aprobada, no aprobada.");
        }

        int? calificacion = null;
        if (celda("calificacion") is { Length: > 0 } escrita)
        {
            calificacion = int.TryParse(escrita, NumberStyles.None, CultureInfo.InvariantCulture, out var leida) && leida <= 100 ? leida : null;
            if (calificacion is null)
            {
                Mal("calificacion", "calificacion_invalida", $"«{FilaCsv.Corta(escrita)}» no es una calificación.", "Escriba un entero de 0 a 100, o nada.");
            }
        }

        return bien ? new(persona, puesto, temas, minutos, fecha, instructor, aprobada!.Value, calificacion) : null;
    }

    /// <summary>A file of them: all its rows, or every fault with its line and column.</summary>
    public static (IReadOnlyList<RenglonDeCapacitacion>? Renglones, RegistroDeFaltas Registro) LeerArchivo(string archivo, byte[] bytes, DateOnly hoy)
    {
        RegistroDeFaltas registro = new();
        var tabla = TablaCsv.Leer(archivo, bytes, _columnas, _demas, registro);
        var renglones = (tabla?.Filas ?? []).Select(f => Leer(c => f[c], hoy, f.Falta)).OfType<RenglonDeCapacitacion>().ToList();
        if (tabla is not null && tabla.Filas.Count == 0 && !registro.Hay)
        {
            registro.Falta("archivo_sin_renglones", archivo, 1, 1, "El archivo no tiene renglones.", "Escriba uno por persona y puesto.");
        }

        return (registro.Hay ? null : renglones, registro);
    }
}
