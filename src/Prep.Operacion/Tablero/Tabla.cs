using System.Globalization;
using System.Text;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Computo;
using Prep.Operacion.Puestos;

namespace Prep.Operacion.Tablero;

/// <summary>A table as the screen shows it and as its CSV gives it.</summary>
/// <param name="Clave">Names its CSV.</param>
public sealed record Tabla(string Clave, string Titulo, string Explica, IReadOnlyList<Columna> Columnas, IReadOnlyList<Renglon> Renglones);

/// <param name="Nombre">Heading on the screen.</param>
/// <param name="Dato">Heading in the CSV, with its unit.</param>
public sealed record Columna(string Nombre, string Dato, bool EsNumero = true);

/// <param name="Catd">To mark the viewer's own.</param>
/// <param name="Alerta">Something in it is late.</param>
/// <param name="Muestra">Class of its part of the chart beside.</param>
public sealed record Renglon(IReadOnlyList<Celda> Celdas, string? Catd = null, bool Alerta = false, string? Muestra = null);

/// <param name="Texto">For a person.</param>
/// <param name="Dato">For a program: integers, seconds, ISO instants with their offset, percentages with four decimals; empty when there is none.</param>
public readonly record struct Celda(string Texto, string Dato)
{
    public static Celda De(string texto) => new(texto, texto);

    public static Celda De(int cuantas) => new(cuantas.ToString("N0", CultureInfo.InvariantCulture), cuantas.ToString(CultureInfo.InvariantCulture));

    public static Celda De(Porcentaje porcentaje) => new(Palabras.De(porcentaje), porcentaje.ToString());

    public static Celda De(TimeSpan? tiempo) => tiempo is { } t ? new(Palabras.De(t), ((long)t.TotalSeconds).ToString(CultureInfo.InvariantCulture)) : new("—", "");

    public static Celda De(DateTimeOffset? en, Proceso proceso) => en is { } e ? new(Palabras.De(e, proceso), Palabras.Iso(e, proceso)) : new("—", "");
}

/// <summary>Quantities as people say them.</summary>
public static class Palabras
{
    /// <summary><c>38.0 %</c>, truncated: it says 100.0 only when it is all.</summary>
    public static string De(Porcentaje porcentaje) => $"{porcentaje.Diezmilesimas / 10_000}.{porcentaje.Diezmilesimas / 1000 % 10} %";

    /// <summary><c>45 s</c>, <c>12 min</c>, <c>1 h 05 min</c>, truncated.</summary>
    public static string De(TimeSpan t) => t switch
    {
        { TotalSeconds: < 60 } => $"{(int)t.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)t.TotalMinutes} min",
        _ => $"{(int)t.TotalHours:N0} h {t.Minutes:00} min",
    };

    /// <summary>The hour; with its day when it is not the day of the opening.</summary>
    public static string De(DateTimeOffset en, Proceso proceso) =>
        proceso.Local(en).Date == proceso.Local(proceso.Calendario.AperturaEn).Date ? proceso.Hora(en) : proceso.DiaYHora(en);

    public static string Iso(DateTimeOffset en, Proceso proceso) => proceso.Local(en).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}

/// <summary>Tables as CSV: UTF-8, comma, CRLF, the exact instant of the reading in the first column of every row.</summary>
public static class CsvDeTablero
{
    public static string De(Tabla tabla, LecturaDeTablero lectura, Proceso proceso)
    {
        var texto = new StringBuilder();
        TextoCsv.Linea(texto, tabla.Columnas.Select(c => c.Dato).Prepend("LECTURA"));
        var instante = Palabras.Iso(lectura.En, proceso);
        foreach (var renglon in tabla.Renglones)
        {
            TextoCsv.Linea(texto, renglon.Celdas.Select(c => c.Dato).Prepend(instante));
        }

        return texto.ToString();
    }

    /// <summary>All of them in one file, a cell a row.</summary>
    public static string De(IEnumerable<Tabla> tablas, LecturaDeTablero lectura, Proceso proceso)
    {
        var texto = new StringBuilder();
        TextoCsv.Linea(texto, ["LECTURA", "TABLA", "RENGLON", "COLUMNA", "VALOR"]);
        var instante = Palabras.Iso(lectura.En, proceso);
        foreach (var tabla in tablas)
        {
            foreach (var (numero, renglon) in tabla.Renglones.Index())
            {
                foreach (var (columna, celda) in tabla.Columnas.Zip(renglon.Celdas))
                {
                    TextoCsv.Linea(texto, [instante, tabla.Clave, (numero + 1).ToString(CultureInfo.InvariantCulture), columna.Dato, celda.Dato]);
                }
            }
        }

        return texto.ToString();
    }
}
