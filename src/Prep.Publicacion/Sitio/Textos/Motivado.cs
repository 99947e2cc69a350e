using Prep.Dominio.Actas;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Why an acta was published again, for the public: a closed list, never a supervisor's notes nor a name.</summary>
/// <param name="Codigo">Stable word for JSON, and key of its sentence.</param>
public sealed record Motivado(string Codigo)
{
    private static readonly Motivado SinRazon = new("");

    /// <summary>All of them, in the order of <see cref="MotivoDeVersion"/>.</summary>
    public static IReadOnlyList<Motivado> Todos { get; } =
    [
        new("cotejo"),
        new("supervision"),
        new("imagen_nueva"),
        new("reidentificacion"),
        new("llego_el_acta"),
    ];

    public string Frase(Idioma t) => t[Codigo.Length == 0 ? "motivos.ninguno" : $"motivos.{Codigo}"];

    public static Motivado De(MotivoDeVersion? motivo) => motivo is { } m ? Todos[(int)m] : SinRazon;

    /// <returns>Null for an empty or unknown word.</returns>
    public static MotivoDeVersion? Leer(string? codigo) => Todos.Select((m, i) => (m.Codigo, i)).FirstOrDefault(m => m.Codigo == codigo) is { Codigo: not null } m ? (MotivoDeVersion)m.i : null;
}
