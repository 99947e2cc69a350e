namespace Prep.Dominio.Catalogo;

/// <summary>The territory of an election, drawn once when it is loaded and ready to be put in a page.</summary>
/// <param name="Ancho">The drawing goes from 0 to here, in whole units; <paramref name="Alto"/> grows downwards.</param>
/// <param name="Contornos">At most one per area. An area without contour is not in the geography: it is listed, never guessed.</param>
/// <param name="Resto">Path of the territory that is no area of this election; empty when there is none.</param>
public sealed record Mapa(int Ancho, int Alto, IReadOnlyList<Contorno> Contornos, string Resto = "")
{
    /// <summary>What a path of a drawing may hold: moves, lines and closings with whole numbers. Nothing else reaches a page.</summary>
    public static bool EsTrazo(string trazo) => trazo.All(c => char.IsAsciiDigit(c) || c is 'M' or 'm' or 'l' or 'z' or ' ' or '-');
}

/// <summary>The outline of one area.</summary>
/// <param name="Trazo">SVG path that satisfies <see cref="Mapa.EsTrazo"/>.</param>
public sealed record Contorno(AreaId Area, string Trazo);
