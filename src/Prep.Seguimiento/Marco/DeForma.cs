using System.Globalization;

namespace Prep.Seguimiento.Marco;

/// <summary>What the fields of a form say, whoever sends them: null when it is none of what may be chosen.</summary>
public static class DeForma
{
    /// <summary>A day, as a date box writes it.</summary>
    public static DateOnly? Dia(string? texto) => DateOnly.TryParseExact(texto, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia) ? dia : null;

    /// <summary>One of a list.</summary>
    public static T? Opcion<T>(string? texto)
        where T : struct, Enum => Enum.TryParse<T>(texto, out var valor) && Enum.IsDefined(valor) ? valor : null;
}
