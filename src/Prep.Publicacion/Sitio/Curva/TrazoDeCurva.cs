using System.Globalization;

namespace Prep.Publicacion.Sitio.Curva;

/// <summary>Places of the points on the chart: time to the right, percentage upwards, always from 0 to 100.</summary>
public sealed class TrazoDeCurva(IReadOnlyList<PuntoDeHistorial> puntos)
{
    public const int Izquierda = 46;
    public const int Derecha = 394;
    public const int Arriba = 12;
    public const int Abajo = 172;

    /// <summary>Vertices of a polyline.</summary>
    public string Linea(Func<PuntoDeHistorial, decimal> valor) => string.Join(' ', puntos.Select(p => $"{X(p)},{Y(valor(p))}"));

    public string X(PuntoDeHistorial punto)
    {
        var (primero, ultimo) = (puntos[0].InstanteEn, puntos[^1].InstanteEn);
        var parte = ultimo == primero ? 0m : (decimal)(punto.InstanteEn - primero).Ticks / (ultimo - primero).Ticks;
        return Texto(Izquierda + (parte * (Derecha - Izquierda)));
    }

    public static string Y(decimal porcentaje) => Texto(Abajo - (Math.Clamp(porcentaje, 0m, 100m) / 100m * (Abajo - Arriba)));

    private static string Texto(decimal numero) => decimal.Round(numero, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
