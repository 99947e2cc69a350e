namespace Prep.Publicacion.Comprobacion;

/// <summary>What a check found. No faltas, and it passes.</summary>
public sealed record Informe(
    string Objeto,
    string? Corte,
    string Clave,
    IReadOnlyDictionary<string, long> Revisado,
    IReadOnlyList<Hallazgo> Faltas,
    IReadOnlyList<Hallazgo> Avisos)
{
    public string Resultado => Faltas.Count == 0 ? "PASA" : "FALLA";
}
