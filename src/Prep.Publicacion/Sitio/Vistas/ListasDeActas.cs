using Prep.Dominio.Actas;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Publicacion.Sitio.Vistas;

/// <summary>Places of the actas that a view of their own lists, in catalogue order.</summary>
internal static class ListasDeActas
{
    public static IReadOnlyList<int> ConInconsistencias(CorteDeEleccion corte) => Donde(corte, r => r.Conteo.Observacion.EsInconsistencia());

    public static IReadOnlyList<int> SinActa(CorteDeEleccion corte) => Donde(corte, r => r.Contenido is Contenido.SinActa);

    private static List<int> Donde(CorteDeEleccion corte, Predicate<RegistroDeActa> es) =>
        [.. Enumerable.Range(0, corte.Registros.Count).Where(i => corte.Registros[i] is { } registro && es(registro))];
}
