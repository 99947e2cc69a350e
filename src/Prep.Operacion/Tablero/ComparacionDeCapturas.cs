using Prep.Datos.Filas;

namespace Prep.Operacion.Tablero;

/// <summary>One blind capture of all the fields: where it was made and how many fields the verified acta says otherwise.</summary>
internal readonly record struct LadoDeCaptura(string Sitio, int Corregidos);

/// <summary>Two blind captures of a verified version, compared: which fields differ, never what they say. An acta that is still in capture is not compared.</summary>
/// <param name="Campos">How many fields the boleta has.</param>
/// <param name="Difieren">Places in the acta, ascending.</param>
internal sealed record ComparacionDeCapturas(int Campos, IReadOnlyList<int> Difieren, LadoDeCaptura Primera, LadoDeCaptura Segunda)
{
    /// <param name="capturas">Those of one version, in order; of several images, those of the last count.</param>
    /// <param name="verificados">The fields of the version, as kept.</param>
    /// <returns>Null when it was not verified by captures of this image (a supervisor chose with fewer).</returns>
    public static ComparacionDeCapturas? De(IEnumerable<(long Imagen, string Sitio, byte[] Campos)> capturas, byte[] verificados)
    {
        var todas = capturas.ToArray();
        if (todas.Length == 0 || todas.Where(c => c.Imagen == todas[^1].Imagen).Take(2).ToArray() is not [var una, var otra])
        {
            return null;
        }

        var finales = CamposCompactos.Leer(verificados);
        if (una.Campos.AsSpan().SequenceEqual(otra.Campos))
        {
            var corregidos = una.Campos.AsSpan().SequenceEqual(verificados) ? 0 : Distintos(CamposCompactos.Leer(una.Campos), finales).Count;
            return new(finales.Count, [], new(una.Sitio, corregidos), new(otra.Sitio, corregidos));
        }

        var (a, b) = (CamposCompactos.Leer(una.Campos), CamposCompactos.Leer(otra.Campos));
        return new(finales.Count, Distintos(a, b), new(una.Sitio, Distintos(a, finales).Count), new(otra.Sitio, Distintos(b, finales).Count));
    }

    private static List<int> Distintos<T>(IReadOnlyList<T> unos, IReadOnlyList<T> otros) =>
        [.. Enumerable.Range(0, Math.Min(unos.Count, otros.Count)).Where(i => !EqualityComparer<T>.Default.Equals(unos[i], otros[i]))];
}
