using Prep.Dominio.Actas;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Sitio.Historia;

/// <summary>A version of an acta as it was published.</summary>
/// <param name="Corte">The one that published it.</param>
public sealed record VersionPublicada(RegistroDeActa Registro, CorteId Corte);

/// <summary>One step of the history of an acta.</summary>
/// <param name="Anterior">What the version before said; null in the first.</param>
/// <param name="Cambios">Against the version before; empty in the first.</param>
public sealed record PasoDeHistoria(VersionPublicada Version, Dominio.Actas.RegistroDeActa? Anterior, IReadOnlyList<CambioDeActa> Cambios)
{
    public int Numero => Version.Registro.Version;

    /// <param name="versiones">Oldest first.</param>
    /// <returns>Oldest first.</returns>
    public static IReadOnlyList<PasoDeHistoria> De(Textos.Idioma t, Dominio.Catalogo.Eleccion eleccion, IReadOnlyList<VersionPublicada> versiones)
    {
        if (versiones.Count == 1)
        {
            return [new(versiones[0], null, [])];
        }

        // Each version is after one and before another: what it says is gathered once.
        var hechos = versiones.Select(v => CambioDeActa.Hechos(t, eleccion, v.Registro)).ToList();
        return [.. versiones.Select((v, i) => new PasoDeHistoria(v, i == 0 ? null : versiones[i - 1].Registro, i == 0 ? [] : CambioDeActa.Entre(hechos[i - 1], hechos[i])))];
    }
}
