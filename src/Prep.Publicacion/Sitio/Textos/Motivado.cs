using Prep.Dominio.Actas;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Why an acta was published again, for the public: a closed list, never a supervisor's notes nor a name.</summary>
/// <param name="Codigo">Stable word for JSON.</param>
public sealed record Motivado(string Codigo, string Frase)
{
    private static readonly Motivado SinRazon = new("", "No se registró por qué.");

    /// <summary>All of them, in the order of <see cref="MotivoDeVersion"/>.</summary>
    public static IReadOnlyList<Motivado> Todos { get; } =
    [
        new("cotejo", "Al cotejar el acta en papel con lo publicado se encontró una diferencia, y se capturó de nuevo."),
        new("supervision", "Supervisión pidió capturarla de nuevo desde la misma imagen."),
        new("imagen_nueva", "Otra imagen del acta ocupa el lugar de la anterior, y se capturó de nuevo."),
        new("reidentificacion", "La imagen publicada antes resultó ser de otra acta; ésta es la de esta casilla."),
        new("llego_el_acta", "Se había publicado sin acta y el acta llegó después."),
    ];

    public static Motivado De(MotivoDeVersion? motivo) => motivo is { } m ? Todos[(int)m] : SinRazon;

    /// <returns>Null for an empty or unknown word.</returns>
    public static MotivoDeVersion? Leer(string? codigo) => Todos.Select((m, i) => (m.Codigo, i)).FirstOrDefault(m => m.Codigo == codigo) is { Codigo: not null } m ? (MotivoDeVersion)m.i : null;
}
