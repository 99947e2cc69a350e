namespace Prep.Publicacion.Comprobacion;

/// <summary>A report for a tired operator: what was checked, what fails, what is strange grouped by kind, and the verdict alone on the last line.</summary>
public static class InformeEnTexto
{
    private const int Ejemplos = 3;

    /// <param name="todos">Every aviso and falta, not only the first of each kind.</param>
    public static void Escribir(Informe informe, TextWriter salida, bool todos)
    {
        salida.WriteLine($"Objeto: {informe.Objeto}");
        salida.WriteLine($"Corte: {informe.Corte ?? "sin hora"}");
        salida.WriteLine($"Clave: {informe.Clave}");
        salida.WriteLine($"Revisado: {string.Join(", ", informe.Revisado.Select(r => $"{r.Key} {r.Value:N0}"))}");
        Grupo("Faltas", informe.Faltas, salida, todos ? int.MaxValue : 20);
        Grupo("Avisos", informe.Avisos, salida, todos ? int.MaxValue : Ejemplos);
        salida.WriteLine(informe.Faltas.Count == 0 ? "PASA" : $"FALLA: {informe.Faltas.Count}");
    }

    private static void Grupo(string titulo, IReadOnlyList<Hallazgo> hallazgos, TextWriter salida, int cuantos)
    {
        if (hallazgos.Count == 0)
        {
            return;
        }

        salida.WriteLine();
        salida.WriteLine($"{titulo}: {hallazgos.Count}");
        foreach (var grupo in hallazgos.GroupBy(h => h.Codigo).OrderBy(g => g.First().Linea))
        {
            salida.WriteLine($"  {grupo.Key} ({grupo.Count()})");
            foreach (var hallazgo in grupo.Take(cuantos))
            {
                salida.WriteLine($"    {hallazgo}");
            }

            if (grupo.Count() > cuantos)
            {
                salida.WriteLine($"    … y {grupo.Count() - cuantos} más (véalos con --todos)");
            }
        }

        salida.WriteLine();
    }
}
