using System.Collections.Concurrent;

namespace Prep.Publicacion.Comprobacion;

/// <summary>Gathers what several threads find while a publication is checked; gives it in a fixed order.</summary>
internal sealed class Reporte
{
    private readonly ConcurrentBag<Hallazgo> _faltas = [];
    private readonly ConcurrentBag<Hallazgo> _avisos = [];
    private readonly ConcurrentDictionary<string, long> _revisado = new(StringComparer.Ordinal);

    public IReadOnlyList<Hallazgo> Faltas => EnOrden(_faltas);

    public IReadOnlyList<Hallazgo> Avisos => EnOrden(_avisos);

    /// <summary>How much of each thing was looked at: <c>archivos</c>, <c>actas</c>, <c>imágenes no incluidas</c>.</summary>
    public IReadOnlyDictionary<string, long> Revisado => new SortedDictionary<string, long>(_revisado, StringComparer.Ordinal);

    /// <param name="archivo">Path inside the publication.</param>
    public void Falta(string codigo, string archivo, string mensaje, string publicado = "", string calculado = "", int linea = 0, string clave = "", string campo = "") =>
        _faltas.Add(new(codigo, archivo, linea, 0, clave, campo, publicado, calculado, mensaje));

    public void Agregar(Reporte otro)
    {
        Agregar(otro._faltas);
        AgregarAvisos(otro._avisos);
        foreach (var (que, cuantos) in otro._revisado)
        {
            Contar(que, cuantos);
        }
    }

    public void Agregar(IEnumerable<Hallazgo> faltas)
    {
        foreach (var falta in faltas)
        {
            _faltas.Add(falta);
        }
    }

    public void AgregarAvisos(IEnumerable<Hallazgo> avisos)
    {
        foreach (var aviso in avisos)
        {
            _avisos.Add(aviso);
        }
    }

    public void Contar(string que, long cuantos = 1) => _revisado.AddOrUpdate(que, cuantos, (_, antes) => antes + cuantos);

    private static List<Hallazgo> EnOrden(IEnumerable<Hallazgo> hallazgos) =>
        [.. hallazgos.OrderBy(h => h.Archivo, StringComparer.Ordinal).ThenBy(h => h.Linea).ThenBy(h => h.Columna).ThenBy(h => h.Codigo, StringComparer.Ordinal).ThenBy(h => h.Campo, StringComparer.Ordinal)];
}
