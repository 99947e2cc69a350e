using Prep.Dominio;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Preparacion.Carpeta;

/// <summary>One thing wrong (falta) or worth knowing (aviso) in an election folder, with its place and its remedy.</summary>
/// <param name="Archivo">Relative to the folder, forward slashes.</param>
/// <param name="Linea">From 1.</param>
/// <param name="Columna">Character of the line, from 1.</param>
public sealed record FaltaDeCarpeta(string Codigo, string Archivo, int Linea, int Columna, string Mensaje, string Remedio)
{
    public override string ToString() => $"{Archivo}:{Linea}:{Columna}: {Mensaje} {Remedio}".TrimEnd();
}

/// <summary>What reading a folder gave: a process without faults, or every fault found. Avisos come with either.</summary>
/// <param name="Omitidas">Faults past the first <see cref="RegistroDeFaltas.Maximo"/>, counted only.</param>
public sealed record LecturaDeCarpeta(
    Proceso? Proceso,
    IReadOnlyList<FaltaDeCarpeta> Faltas,
    IReadOnlyList<FaltaDeCarpeta> Avisos,
    int Omitidas)
{
    /// <returns>The process, or <c>carpeta_con_faltas</c> with all of them, one a line.</returns>
    public Result<Proceso> Resultado => Proceso is { } proceso
        ? proceso
        : new Rechazo("carpeta_con_faltas", string.Join('\n', Lineas()), ClaseDeRechazo.Entrada);

    /// <summary>The faults as printed, one a line.</summary>
    public IEnumerable<string> Lineas() =>
        Omitidas == 0 ? Faltas.Select(f => f.ToString()) : Faltas.Select(f => f.ToString()).Append($"… y {Omitidas} faltas más.");
}

/// <summary>Collects faults and avisos while a folder is read.</summary>
public sealed class RegistroDeFaltas
{
    /// <summary>Faults kept; a file of another kind would give one per row.</summary>
    public const int Maximo = 1000;

    private readonly List<FaltaDeCarpeta> _faltas = [];
    private readonly List<FaltaDeCarpeta> _avisos = [];

    public IReadOnlyList<FaltaDeCarpeta> Faltas => _faltas;

    public IReadOnlyList<FaltaDeCarpeta> Avisos => _avisos;

    public int Omitidas { get; private set; }

    public bool Hay => _faltas.Count > 0;

    public void Falta(string codigo, string archivo, int linea, int columna, string mensaje, string remedio)
    {
        if (_faltas.Count < Maximo)
        {
            _faltas.Add(new(codigo, archivo, linea, columna, mensaje, remedio));
        }
        else
        {
            Omitidas++;
        }
    }

    public void Aviso(string codigo, string archivo, int linea, int columna, string mensaje) =>
        _avisos.Add(new(codigo, archivo, linea, columna, mensaje, ""));
}
