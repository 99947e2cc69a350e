using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>A municipality whose ayuntamiento is not elected by parties, with what another election of the corte knows of it.</summary>
/// <param name="Otra">By district, with casillas there; null when there is none.</param>
/// <param name="Secciones">Of that election, in order.</param>
public sealed record MunicipioConSistemaNormativo(Municipio Municipio, Eleccion? Otra, IReadOnlyList<SeccionDelSitio> Secciones)
{
    /// <summary>Every one of the corte; empty in an election that is not of ayuntamientos.</summary>
    public static IReadOnlyList<MunicipioConSistemaNormativo> De(Corte corte, Eleccion eleccion)
    {
        if (eleccion.TipoDeArea != TipoDeArea.Municipio || corte.Proceso.SistemasNormativos.Count == 0)
        {
            return [];
        }

        var otras = corte.Elecciones.Select(e => e.Eleccion).Where(e => e.TipoDeArea == TipoDeArea.Distrito)
            .SelectMany(e => IndiceDeEleccion.De(e).Municipios.Select(m => (Eleccion: e, m.Municipio.Clave, m.Secciones))).ToLookup(m => m.Clave);
        return [.. corte.Proceso.SistemasNormativos.Select(m => otras[m.Clave].FirstOrDefault() is { Eleccion: { } otra } suya
            ? new MunicipioConSistemaNormativo(m, otra, suya.Secciones)
            : new MunicipioConSistemaNormativo(m, null, []))];
    }
}
