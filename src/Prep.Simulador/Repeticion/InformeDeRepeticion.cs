using System.Text;

namespace Prep.Simulador.Repeticion;

/// <summary>What a person and a program read of a replay.</summary>
public static class InformeDeRepeticion
{
    /// <summary>Figures side by side, differences by reason, and the last line <c>inexplicadas: N</c>.</summary>
    public static void Imprimir(ResultadoDeRepeticion resultado, TextWriter salida)
    {
        ImprimirCortes(resultado, salida);
        ImprimirComparaciones(resultado, salida);
        ImprimirRazones(resultado, salida);
    }

    /// <summary>What each corte added.</summary>
    public static void ImprimirCortes(ResultadoDeRepeticion resultado, TextWriter salida)
    {
        foreach (var corte in resultado.Cortes)
        {
            var sinAvance = corte.SinAvance.Count > 0 ? $"; ALARMA, sin avance: {string.Join(", ", corte.SinAvance)}" : "";
            salida.WriteLine($"corte {corte.Corte.Id}: {corte.Corte.Elecciones.Sum(e => e.Agregadas.Count):N0} versiones nuevas{sinAvance}");
        }
    }

    /// <summary>The 13 figures of each corte that has something to be compared with.</summary>
    public static void ImprimirComparaciones(ResultadoDeRepeticion resultado, TextWriter salida)
    {
        foreach (var comparacion in resultado.Comparaciones)
        {
            salida.WriteLine();
            salida.WriteLine($"corte {comparacion.Corte} frente a lo publicado");
            ImprimirCifras(comparacion, salida);
        }
    }

    /// <summary>How many cells differ for each reason; the last line is <c>inexplicadas: N</c>.</summary>
    public static void ImprimirRazones(ResultadoDeRepeticion resultado, TextWriter salida)
    {
        salida.WriteLine();
        foreach (var comparacion in resultado.Comparaciones)
        {
            foreach (var grupo in comparacion.Diferencias.Where(d => d.Razon is not null).GroupBy(d => d.Razon).OrderBy(g => g.Key))
            {
                salida.WriteLine($"{comparacion.Corte} {grupo.Key} {grupo.Count()}");
            }

            foreach (var d in comparacion.Diferencias.Where(d => d.Razon is null).Take(10))
            {
                salida.WriteLine($"{d.Corte} inexplicada: línea {d.Linea}, acta {d.ClaveActa}, {d.Campo}: «{d.Original}» frente a «{d.Nuestra}»");
            }
        }

        salida.WriteLine($"inexplicadas: {resultado.Inexplicadas}");
    }

    /// <summary>The 13, one a line: <c>NOMBRE⇥nuestra⇥oficial⇥igual</c> or the reason with its actas.</summary>
    public static void ImprimirCifras(Comparacion comparacion, TextWriter salida)
    {
        foreach (var cifra in comparacion.Cifras)
        {
            salida.WriteLine($"{cifra.Nombre}\t{cifra.Nuestra}\t{cifra.Original}\t{Veredicto(cifra)}");
        }
    }

    /// <summary>Every difference as CSV: corte, acta, line, field, both values, reason.</summary>
    public static void EscribirDiferencias(IReadOnlyList<Comparacion> comparaciones, string ruta)
    {
        var texto = new StringBuilder("CORTE,CLAVE_ACTA,LINEA,CAMPO,ORIGINAL,NUESTRA,RAZON\r\n");
        foreach (var d in comparaciones.SelectMany(c => c.Diferencias))
        {
            texto.AppendJoin(',', new[] { d.Corte, d.ClaveActa, $"{d.Linea}", d.Campo, d.Original, d.Nuestra, d.Razon?.ToString() ?? "INEXPLICADA" }.Select(Citar)).Append("\r\n");
        }

        File.WriteAllText(ruta, texto.ToString(), new UTF8Encoding(true));
    }

    private static string Veredicto(CifraComparada cifra) => cifra switch
    {
        { Igual: true, Original.Length: 0 } when cifra.Nuestra.All(c => c is '0' or '.') => "igual (el original la deja vacía por ser cero)",
        { Igual: true, Original.Length: 0 } => "sin comparar: el original la deja vacía",
        { Igual: true } => "igual",
        { Razones: [] } => "INEXPLICADA",
        _ => string.Join("; ", cifra.Razones.Select(Explicar)),
    };

    private static string Explicar(RazonDeCifra razon) => razon.Actas.Count switch
    {
        0 => $"{razon.Razon}",
        <= 4 => $"{razon.Razon}: {string.Join(", ", razon.Actas)}",
        var n => $"{razon.Razon}: {n} actas, la primera {razon.Actas[0]}",
    };

    private static string Citar(string celda) =>
        celda.AsSpan().IndexOfAny(",\"\r\n") < 0 ? celda : $"\"{celda.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
