using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Prep.Operacion.Preparacion.Mapas;

/// <summary>One territory out of its pieces: the borders between them go, what does not touch stays apart.</summary>
internal static class Disolucion
{
    private static readonly PrecisionModel Enteros = new(1);

    /// <param name="piezas">On the grid, each valid.</param>
    /// <remarks>
    /// Pieces that only touch are joined by their shared sides, which moves no point: neighbours joined apart still fit. When the surfaces do not add up, some overlap
    /// and it takes a true union, which rounds the crossings to the grid.
    /// </remarks>
    public static Geometry De(IReadOnlyList<Geometry> piezas)
    {
        var todas = piezas[0].Factory.BuildGeometry([.. piezas.Where(p => !p.IsEmpty)]);
        if (todas.IsEmpty)
        {
            return todas;
        }

        var unida = PorSusLados(todas) ?? UnaryUnionNG.Union(todas, Enteros);

        // The same outline in the same order whoever joined it.
        unida.Normalize();
        return unida;
    }

    private static Geometry? PorSusLados(Geometry todas)
    {
        try
        {
            // Sums of whole numbers and halves: they compare exactly.
            return CoverageUnion.Union(todas) is var unida && unida.Area == todas.Area && unida.IsValid ? unida : null;
        }
        catch (TopologyException)
        {
            return null;
        }
    }
}
