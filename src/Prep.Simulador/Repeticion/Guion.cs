using Prep.Dominio.Actas;
using Prep.Publicacion.Formatos;

namespace Prep.Simulador.Repeticion;

/// <summary>What somebody does with an acta at an instant of the night.</summary>
public enum Trabajo
{
    /// <summary>The image arrives, by phone or by the bolsa and the scanner, and enters the queue.</summary>
    Acopio,
    PrimeraCaptura,
    SegundaCaptura,
    SinActa,
    FueraDeCatalogo,
}

/// <param name="En">When it is played. The declared instants stay in <paramref name="Hecho"/>.</param>
public sealed record Paso(DateTimeOffset En, Trabajo Trabajo, Hecho Hecho);

/// <summary>The night of an official file as steps in the order of time.</summary>
/// <remarks>
/// First capture at FECHA_HORA_CAPTURA, second at FECHA_HORA_VERIFICACION. A declared acopio later than the capture is played just before it
/// (ORDEN_DE_TIEMPO); what has no date is played at the file's own corte (SIN_FECHA).
/// </remarks>
public static class Guion
{
    /// <param name="porOmision">The file's own corte.</param>
    public static IReadOnlyList<Paso> De(Hechos hechos, DateTimeOffset porOmision)
    {
        var pasos = new List<Paso>(hechos.Actas.Count * 3);
        foreach (var hecho in hechos.Actas.OfType<Hecho>().Concat(hechos.FueraDeCatalogo))
        {
            switch (hecho.Clase)
            {
                case ClaseDeHecho.Capturada:
                    var segunda = hecho.VerificacionEn ?? porOmision;
                    var primera = Primero(hecho.CapturaEn, segunda);
                    pasos.Add(new(Primero(hecho.AcopioEn, primera), Trabajo.Acopio, hecho));
                    pasos.Add(new(primera, Trabajo.PrimeraCaptura, hecho));
                    pasos.Add(new(segunda, Trabajo.SegundaCaptura, hecho));
                    break;
                case ClaseDeHecho.SinActa:
                    pasos.Add(new(hecho.VerificacionEn ?? porOmision, Trabajo.SinActa, hecho));
                    break;
                case ClaseDeHecho.FueraDeCatalogo:
                    pasos.Add(new(hecho.AcopioEn ?? porOmision, Trabajo.FueraDeCatalogo, hecho));
                    break;
            }
        }

        // Stable: of equal instants, acopio before captures, and then the order of the file.
        return [.. pasos.OrderBy(p => p.En).ThenBy(p => p.Trabajo)];
    }

    private static DateTimeOffset Primero(DateTimeOffset? declarado, DateTimeOffset tope) =>
        declarado is { } d && d < tope ? d : tope;
}
