using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Prep.Publicacion.Formatos;

/// <summary>Dates of cells and of the header, local, in every form seen: <c>dd/mm/aaaa HH:MM:SS</c>, <c>aaaa-mm-dd HH:MM</c>, with or without <c>(UTC-6)</c>.</summary>
public static partial class Fecha
{
    /// <summary>No date in the cell.</summary>
    public const long Ninguna = 0;

    /// <summary>Something that is not a date.</summary>
    public const long Mala = -1;

    private static readonly string[] _meses = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

    /// <returns>Ticks of a local <see cref="DateTime"/>, <see cref="Ninguna"/> or <see cref="Mala"/>.</returns>
    public static long Leer(ReadOnlySpan<byte> celda)
    {
        // dd/mm/aaaa HH:MM:SS, the common form, without a general parser
        if (celda.Length == 19 && celda[2] == '/' && celda[5] == '/' && celda[13] == ':' && celda[16] == ':')
        {
            return Armar(Dos(celda, 6) * 100 + Dos(celda, 8), Dos(celda, 3), Dos(celda, 0), Dos(celda, 11), Dos(celda, 14), Dos(celda, 17));
        }

        celda = Palabras.Clave(celda);
        if (Palabras.EsNada(celda))
        {
            return Ninguna;
        }

        return celda.Length <= 64 && Partes(System.Text.Encoding.UTF8.GetString(celda)) is { } partes ? partes.Local.Ticks : Mala;
    }

    /// <summary>Finds a date with its hour in a line of the header.</summary>
    /// <returns>The local time and the declared offset in minutes, if it is there.</returns>
    public static (DateTime Local, int? Desfase)? Partes(string texto)
    {
        var m = Forma().Match(ConMesEnNumero(texto));
        if (!m.Success)
        {
            return null;
        }

        var (a, b, c) = (Entero(m, "a"), Entero(m, "b"), Entero(m, "c"));
        var (anio, mes, dia) = m.Groups["a"].Length == 4 ? (a, b, c) : (m.Groups["c"].Length == 2 ? 2000 + c : c, b, a);
        var hora = Entero(m, "h");
        if (m.Groups["pm"].Value is [var p, ..])
        {
            hora = (hora % 12) + (char.ToLowerInvariant(p) == 'p' ? 12 : 0);
        }

        var ticks = Armar(anio, mes, dia, hora, Entero(m, "m"), m.Groups["s"].Success ? Entero(m, "s") : 0);
        if (ticks <= 0)
        {
            return null;
        }

        int? desfase = null;
        if (m.Groups["u"].Success)
        {
            var minutos = m.Groups["um"].Success ? Entero(m, "um") : 0;
            desfase = ((Entero(m, "uh") * 60) + minutos) * (m.Groups["u"].Value == "+" ? 1 : -1);
        }

        return (new DateTime(ticks, DateTimeKind.Unspecified), desfase);
    }

    // 7 de junio de 2021 → 7/06/2021
    private static string ConMesEnNumero(string texto)
    {
        var m = MesEnPalabras().Match(texto);
        return !m.Success ? texto
            : $"{texto[..m.Index]}{m.Groups["d"].Value}/{Array.IndexOf(_meses, m.Groups["m"].Value[..3].ToLowerInvariant()) + 1:00}/{m.Groups["a"].Value}{texto[(m.Index + m.Length)..]}";
    }

    private static int Entero(Match m, string grupo) => int.Parse(m.Groups[grupo].ValueSpan, CultureInfo.InvariantCulture);

    private static int Dos(ReadOnlySpan<byte> celda, int i)
    {
        var (d, u) = unchecked(((uint)celda[i] - (uint)'0', (uint)celda[i + 1] - (uint)'0'));
        return d > 9 || u > 9 ? -100_000 : (int)((d * 10) + u);
    }

    private static long Armar(int anio, int mes, int dia, int hora, int minuto, int segundo)
    {
        if (anio is < 1990 or > 2200 || mes is < 1 or > 12 || dia < 1 || dia > DateTime.DaysInMonth(anio, mes)
            || hora is < 0 or > 24 || minuto is < 0 or > 59 || segundo is < 0 or > 59)
        {
            return Mala;
        }

        return new DateTime(anio, mes, dia).Ticks + (((hora * 60L) + minuto) * 60 + segundo) * TimeSpan.TicksPerSecond;
    }

    [GeneratedRegex(
        @"(?<!\d)(?<a>\d{1,4})[/\-.](?<b>\d{1,2})[/\-.](?<c>\d{1,4})(?:[ T,|;\-]*|[^\d\r\n]{1,30}?)(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:\.\d+)?)?\s*(?<pm>[aApP]\.?\s?[mM])?[^U]{0,12}(?:\(?\s*(?:UTC|GMT)\s*(?<u>[+\-−–])\s*(?<uh>\d{1,2})(?::?(?<um>\d{2}))?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Forma();

    [GeneratedRegex(
        @"(?<d>\d{1,2})\s+de\s+(?<m>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\s+(?:de|del)\s+(?<a>\d{4})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MesEnPalabras();
}

/// <summary>Reads dates of one column after another: the day, that repeats through a file, is understood once.</summary>
internal sealed class LectorDeFechas
{
    private ulong _dia;
    private ushort _anio;
    private long _ticksDelDia = -1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Leer(ReadOnlySpan<byte> celda)
    {
        if (celda.Length != 19)
        {
            return Fecha.Leer(celda);
        }

        var dia = BinaryPrimitives.ReadUInt64LittleEndian(celda);
        var anio = BinaryPrimitives.ReadUInt16LittleEndian(celda[8..]);
        if (dia == _dia && anio == _anio && _ticksDelDia > 0)
        {
            var (h, m, s) = (Dos(celda, 11), Dos(celda, 14), Dos(celda, 17));
            if (celda[13] == ':' && celda[16] == ':' && h < 24 && m < 60 && s < 60)
            {
                return _ticksDelDia + ((((h * 60L) + m) * 60) + s) * TimeSpan.TicksPerSecond;
            }
        }

        var ticks = Fecha.Leer(celda);
        if (ticks > 0)
        {
            (_dia, _anio, _ticksDelDia) = (dia, anio, ticks - (ticks % TimeSpan.TicksPerDay));
        }

        return ticks;
    }

    private static int Dos(ReadOnlySpan<byte> celda, int i)
    {
        var (d, u) = (celda[i] - '0', celda[i + 1] - '0');
        return d is >= 0 and <= 9 && u is >= 0 and <= 9 ? (d * 10) + u : 99;
    }
}
