using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prep.Seguimiento.Plan;

/// <summary>A month of a year, written <c>2024-01</c>.</summary>
[JsonConverter(typeof(EnJson))]
public readonly record struct Mes(int Anio, int Numero)
{
    private static readonly string[] _nombres = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public DateOnly Primero => new(Anio, Numero, 1);

    public DateOnly Ultimo => Primero.AddMonths(1).AddDays(-1);

    /// <summary><c>enero</c>.</summary>
    public string Nombre => _nombres[Numero - 1];

    /// <summary><c>enero de 2024</c>.</summary>
    public string EnPalabras => $"{Nombre} de {Anio}";

    public Mes Mas(int meses) => De(Primero.AddMonths(meses));

    /// <summary>Months from this one to another; negative when that is earlier.</summary>
    public int Hasta(Mes otro) => ((otro.Anio - Anio) * 12) + otro.Numero - Numero;

    /// <summary>The number of the month of that name, in capitals or not; null when there is none.</summary>
    public static int? Llamado(string nombre) => Array.FindIndex(_nombres, m => m.Equals(nombre, StringComparison.OrdinalIgnoreCase)) is >= 0 and var indice ? indice + 1 : null;

    public static Mes De(DateOnly dia) => new(dia.Year, dia.Month);

    public static bool TryParse(string? texto, out Mes mes)
    {
        var hay = DateOnly.TryParseExact($"{texto}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia);
        mes = De(dia);
        return hay;
    }

    public override string ToString() => $"{Anio:0000}-{Numero:00}";

    private sealed class EnJson : JsonConverter<Mes>
    {
        public override Mes Read(ref Utf8JsonReader lector, Type tipo, JsonSerializerOptions opciones) =>
            TryParse(lector.GetString(), out var mes) ? mes : throw new JsonException("un mes se escribe como 2024-01");

        public override void Write(Utf8JsonWriter escritor, Mes mes, JsonSerializerOptions opciones) => escritor.WriteStringValue(mes.ToString());
    }
}
