using Prep.Dominio.Catalogo;

namespace Prep.Publicacion.Sitio.Textos;

/// <summary>Sentences that more than one page repeats.</summary>
public static class Leyendas
{
    public const string SinRp =
        "Votos de mayoría relativa. Los que las casillas especiales reciben sólo para representación proporcional se muestran en su propia vista.";

    public const string SistemaNormativo =
        "Su comunidad elige a sus autoridades municipales con sus propias normas, procedimientos e instituciones, y no con partidos ni boletas. No hay casillas ni actas del PREP para esa elección, así que no faltan: no existen.";

    /// <remarks>Regla P-01, in words: the definitive split belongs to the cómputos.</remarks>
    public static string Reparto(TipoDeArea tipo) =>
        "Reparto informativo: los votos marcados para varios partidos de una coalición se dividen en partes iguales entre ellos, sobre la suma de cada "
        + Escrito.Area(tipo) + "; lo que sobra va a los partidos con más votos. El reparto que vale es el de los cómputos.";
}
