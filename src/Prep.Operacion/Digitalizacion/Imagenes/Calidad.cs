namespace Prep.Operacion.Digitalizacion.Imagenes;

/// <summary>How much a fault of a picture matters.</summary>
public enum Gravedad
{
    /// <summary>It can be read; better would be better.</summary>
    Atento,

    /// <summary>Captors will hardly read it: scan again, or say that there is no better way.</summary>
    Mal,
}

/// <summary>One fault of a picture, with what to do in words.</summary>
/// <param name="Que"><c>tamano</c>, <c>nitidez</c>, <c>inclinacion</c>, <c>luz</c>, <c>contraste</c>, <c>hoja</c>, <c>borde</c>.</param>
/// <param name="Lado">Of a cut edge: <c>arriba</c>, <c>derecha</c>, <c>abajo</c>, <c>izquierda</c>.</param>
public sealed record Reparo(string Que, Gravedad Gravedad, string Consejo, string? Lado = null);

/// <summary>Thresholds of a readable acta; each pair is attention and bad. They never refuse: who digitises decides, with the paper at hand.</summary>
/// <remarks>Chosen from drawn actas made worse on purpose (docs/operacion/digitalizacion.md has the measures); a real scanner deserves measures of its own.</remarks>
/// <param name="LadoMayor">Points of the longer side, at least.</param>
/// <param name="Inclinacion">Degrees, at most.</param>
public sealed record AjustesDeCalidad(
    (int Atento, int Mal) LadoMayor,
    (double Atento, double Mal) Nitidez,
    (double Atento, double Mal) Inclinacion,
    (int Atento, int Mal) Claridad,
    (int Atento, int Mal) Contraste,
    (double Atento, double Mal) Renglones,
    (double Desde, double Hasta) Borde)
{
    public static readonly AjustesDeCalidad PorOmision = new((1500, 1000), (0.50, 0.30), (2, 6), (150, 100), (90, 50), (2.1, 1.8), (0.004, 0.60));
}

/// <summary>Judges what was measured of a picture.</summary>
public static class Calidad
{
    private static readonly string[] _lados = ["arriba", "derecha", "abajo", "izquierda"];

    /// <returns>Faults, the worst first; none when the picture is good.</returns>
    public static IReadOnlyList<Reparo> Juzgar(MedidasDeCalidad m, AjustesDeCalidad a)
    {
        List<Reparo> reparos = [];
        void Si(Gravedad? gravedad, string que, string consejo)
        {
            if (gravedad is { } g)
            {
                reparos.Add(new(que, g, consejo));
            }
        }

        // A picture so blurred that no stroke is left says nothing about being a sheet.
        Si(m is { Renglones: 0 } && Menos(m.Nitidez, a.Nitidez) is not null ? null : Menos(m.Renglones, a.Renglones), "hoja", "No parece un acta: no se ven renglones ni cuadros de una hoja impresa. Revise que sea el archivo correcto.");
        Si(Menos(Math.Max(m.Ancho, m.Alto), a.LadoMayor), "tamano", $"La imagen es chica ({m.Ancho} × {m.Alto} puntos). Digitalice a 200 puntos por pulgada o acerque la cámara.");
        Si(Menos(m.Nitidez, a.Nitidez), "nitidez", "Está borrosa. Limpie el vidrio o la lente, apoye la hoja y espere a que la cámara enfoque.");
        Si(Menos(-Math.Abs(m.Inclinacion), (-a.Inclinacion.Atento, -a.Inclinacion.Mal)), "inclinacion", $"Está inclinada {Math.Abs(m.Inclinacion):0.#} grados. Enderece la hoja y digitalícela otra vez.");
        Si(Menos(m.Claridad, a.Claridad), "luz", "Está oscura. Ponga más luz o suba el brillo del escáner.");
        Si(Menos(m.Contraste, a.Contraste), "contraste", "La tinta apenas se distingue del papel. Suba el contraste del escáner o evite el reflejo de la luz.");
        for (var lado = 0; lado < _lados.Length; lado++)
        {
            if (m.Bordes[lado] > a.Borde.Desde && m.Bordes[lado] < a.Borde.Hasta)
            {
                reparos.Add(new("borde", Gravedad.Atento, $"Puede estar cortada {EnPalabras(lado)}: lo escrito llega a la orilla. Revise que se vea la hoja completa.", _lados[lado]));
            }
        }

        return [.. reparos.OrderByDescending(r => r.Gravedad)];
    }

    private static string EnPalabras(int lado) => lado switch
    {
        0 => "arriba",
        1 => "a la derecha",
        2 => "abajo",
        _ => "a la izquierda",
    };

    private static Gravedad? Menos(double medida, (double Atento, double Mal) ajuste) =>
        medida < ajuste.Mal ? Gravedad.Mal : medida < ajuste.Atento ? Gravedad.Atento : null;
}
