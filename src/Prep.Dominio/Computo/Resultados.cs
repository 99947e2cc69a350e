using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;

namespace Prep.Dominio.Computo;

/// <summary>Every total of one election in one corte. All that is published derives from here and from the rows.</summary>
/// <param name="PorMunicipio">By municipality key, where the catalogue knows it (also when the election is by district).</param>
/// <param name="PorSeccion">By section key of four digits, inside its area: a section never crosses areas.</param>
/// <param name="PorPartido">Coalition votes split by area and summed; aligned with the contendientes, 0 on rows that are not parties nor independents.</param>
public sealed record Resultados(
    Totales Estado,
    IReadOnlyDictionary<AreaId, Totales> PorArea,
    IReadOnlyDictionary<string, Totales> PorMunicipio,
    IReadOnlyDictionary<(AreaId Area, string Seccion), Totales> PorSeccion,
    IReadOnlyDictionary<AreaId, IReadOnlyList<long>> PorPartidoDeArea,
    IReadOnlyList<long> PorPartido)
{
    /// <summary>One pass over the rows; every level from the same values.</summary>
    /// <remarks>Regla F-14: every level adds up to the next; T4 at each. Fuente: spec §4.2 "Aggregation levels".</remarks>
    public static Resultados De(CorteDeEleccion corte)
    {
        var eleccion = corte.Eleccion;
        var columnas = eleccion.Contendientes.Count;
        var estado = new Suma(columnas);
        var areas = eleccion.Areas.ToDictionary(a => a.Id, _ => new Suma(columnas));
        var municipios = new Dictionary<string, Suma>();
        var secciones = new Dictionary<(AreaId, string), Suma>();

        for (var i = 0; i < eleccion.Actas.Count; i++)
        {
            var acta = eleccion.Actas[i];
            var boleta = eleccion.Boleta(acta.Id);
            var registro = corte.Registros[i];
            estado.Agregar(acta, boleta, registro);
            areas[acta.Area].Agregar(acta, boleta, registro);
            if (acta.Casilla.Municipio is { } municipio)
            {
                De(municipios, municipio.Clave, columnas).Agregar(acta, boleta, registro);
            }

            if (acta.Casilla.Seccion.Length > 0)
            {
                De(secciones, (acta.Area, acta.Casilla.Seccion), columnas).Agregar(acta, boleta, registro);
            }
        }

        foreach (var _ in corte.FueraDeCatalogo)
        {
            estado.AgregarFueraDeCatalogo();
        }

        var porArea = Cerrar(areas, corte.Ultimo);
        var porPartidoDeArea = porArea.ToDictionary(
            p => p.Key, p => RepartoDeCoalicion.Repartir(eleccion.Contendientes, eleccion.Area(p.Key).Boleta, p.Value.Votos.PorContendiente));
        var porPartido = new long[columnas];
        foreach (var reparto in porPartidoDeArea.Values)
        {
            for (var i = 0; i < columnas; i++)
            {
                porPartido[i] += reparto[i];
            }
        }

        return new(estado.Cerrar(corte.Ultimo), porArea, Cerrar(municipios, corte.Ultimo), Cerrar(secciones, corte.Ultimo), porPartidoDeArea, porPartido);
    }

    private static Suma De<TClave>(Dictionary<TClave, Suma> sumas, TClave clave, int columnas)
        where TClave : notnull
    {
        if (!sumas.TryGetValue(clave, out var suma))
        {
            sumas[clave] = suma = new(columnas);
        }

        return suma;
    }

    private static Dictionary<TClave, Totales> Cerrar<TClave>(Dictionary<TClave, Suma> sumas, bool ultimo)
        where TClave : notnull => sumas.ToDictionary(p => p.Key, p => p.Value.Cerrar(ultimo));
}

/// <summary>Votes of a candidature: the plain sum of its rows in its area.</summary>
/// <remarks>Regla P-02. Fuente: spec §4.3 y §14: "Candidature totals are plain sums in all".</remarks>
public static class VotosDeCandidatura
{
    public static long De(Candidatura candidatura, Votacion votos) => candidatura.Contendientes.Sum(i => votos.PorContendiente[i]);
}
