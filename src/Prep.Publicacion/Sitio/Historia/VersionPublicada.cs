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
    public static IReadOnlyList<PasoDeHistoria> De(Textos.Idioma t, Dominio.Catalogo.Eleccion eleccion, IReadOnlyList<VersionPublicada> versiones) =>
    [
        .. versiones.Select((v, i) => i == 0
            ? new PasoDeHistoria(v, null, [])
            : new(v, versiones[i - 1].Registro, CambioDeActa.Entre(t, eleccion, versiones[i - 1].Registro, v.Registro))),
    ];
}
