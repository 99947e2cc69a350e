using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Simulador.Catalogos;

/// <summary>
/// Diputaciones and ayuntamientos of 2024 on the casillas of 2022 and the municipalities of 2018. No public catalogue of 2024 was found:
/// alliances, candidates, representatives and CATD are EJEMPLO (datos/oaxaca-2024/README.md).
/// </summary>
public static class Oaxaca2024
{
    private static readonly IReadOnlyList<string> Frente = ["PAN", "PRI", "PRD"];
    private static readonly IReadOnlyList<string> Movimiento = ["PT", "PVEM", "MOR"];

    public static Proceso Generar(FuentesDeOaxaca fuentes)
    {
        static DateTimeOffset A(int dia, int hora) => new(2024, 6, dia, hora, 0, 0, TimeSpan.FromHours(-6));
        var acuerdo = new AcuerdoDeIntervalo(TimeSpan.FromMinutes(20), "");
        var calendario = CalendarioDelPrep.Crear(A(2, 18), A(2, 18), A(2, 20), A(3, 20), acuerdo, acuerdo, TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City")).Value;
        var casillas = fuentes.Casillas.Where(c => c["tipo_casilla"] != "M").ToList();
        var traslados = fuentes.BaseOficialDe2022.DistinctBy(f => f["CLAVE_CASILLA"]).ToDictionary(f => f["CLAVE_CASILLA"].Trim('\''), f => f["MECANISMOS_TRASLADO"].Trim('-'));

        return new("oaxaca-2024", "Oaxaca 2024: diputaciones y ayuntamientos (EJEMPLO)", ClaseDeProceso.Simulacro, FuentesDeOaxaca.Oaxaca, 2024, calendario,
            [Diputaciones(casillas, traslados), Ayuntamientos(fuentes, casillas, traslados)])
        {
            SistemasNormativos = SistemasNormativos(fuentes),
        };
    }

    // Where parties did not elect the ayuntamiento in 2018 it was by Sistema Normativo Indígena.
    private static IReadOnlyList<Municipio> SistemasNormativos(FuentesDeOaxaca fuentes)
    {
        var porPartidos = fuentes.ComputosDe2018.Select(f => f["municipio"]).ToHashSet();
        return [.. fuentes.Municipios.Select(m => new Municipio(m["id_municipio_ine"].PadLeft(3, '0'), m["municipio"]))
            .Where(m => !porPartidos.Contains(m.Clave)).OrderBy(m => m.Clave, StringComparer.Ordinal)];
    }

    private static Eleccion Diputaciones(List<FilaCsv> casillas, Dictionary<string, string> traslados)
    {
        var id = new EleccionId("dip_loc");
        var distritos = casillas.GroupBy(Oaxaca2022.Area).OrderBy(g => g.Key.Clave, StringComparer.Ordinal).ToList();
        var alianzas = distritos.ConvertAll(d => AlianzasDeDistrito(int.Parse(d.Key.Clave)));
        var boletas = new Boletas2024(alianzas);
        var areas = distritos.Select((d, i) => boletas.Area(d.Key, d.First()["distrito_local"].ToUpperInvariant(), TipoDeArea.Distrito, alianzas[i], $"distrito {d.Key.Clave[1..]}")).ToList();
        var actas = distritos.SelectMany((d, i) => Ordenadas(d).SelectMany(c => c["tipo_casilla"] == "S"
            ? [Acta(id, d.Key, c, alianzas[i], "3EMR", Principio.MayoriaRelativa, traslados), Acta(id, d.Key, c, alianzas[i], "3ERP", Principio.RepresentacionProporcional, traslados)]
            : new[] { Acta(id, d.Key, c, alianzas[i], "3", Principio.Ambos, traslados) })).ToList();
        return new(id, TipoDeEleccion.Diputaciones, "DIPUTACIONES LOCALES", "DIP_LOC",
            AjustesDeEleccion.PorOmision, boletas.Contendientes, areas, actas);
    }

    private static Eleccion Ayuntamientos(FuentesDeOaxaca fuentes, List<FilaCsv> casillas, Dictionary<string, string> traslados)
    {
        var id = new EleccionId("ayun");
        var nombres = fuentes.Municipios.ToDictionary(m => m["id_municipio_ine"].PadLeft(3, '0'), m => m["municipio"]);
        var municipios = fuentes.ComputosDe2018.GroupBy(f => f["municipio"]).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var deMunicipio = casillas.ToLookup(c => c["id_municipio_ine"].PadLeft(3, '0'));
        var alianzas = municipios.ConvertAll(AlianzasDeMunicipio);
        var boletas = new Boletas2024(alianzas);
        var areas = municipios.Select((m, i) => boletas.Area(new(m.Key), nombres[m.Key], TipoDeArea.Municipio, alianzas[i], $"municipio {m.Key}")).ToList();
        var actas = municipios.SelectMany((m, i) => Ordenadas(deMunicipio[m.Key])
            .Select(c => Acta(id, new(m.Key), c, alianzas[i], c["tipo_casilla"] == "S" ? "4E" : "4", Principio.Ambos, traslados))).ToList();
        return new(id, TipoDeEleccion.Ayuntamientos, "AYUNTAMIENTOS", "AYUN", AjustesDeEleccion.PorOmision, boletas.Contendientes, areas, actas);
    }

    // Each district tries another shape: both coalitions, one, none, a partial one, a candidatura común of emblems, independents.
    private static AlianzasDeArea AlianzasDeDistrito(int distrito) => new(
        PartidosDeOaxaca.De2024,
        [
            .. distrito <= 15 ? [Frente] : Array.Empty<IReadOnlyList<string>>(),
            .. distrito switch { <= 10 or (>= 16 and <= 22) => [Movimiento], >= 23 => [["PVEM", "MOR"]], _ => Array.Empty<IReadOnlyList<string>>() },
        ],
        distrito is 11 or 12 ? [(ModoDeCandidaturaComun.Emblemas, ["PUP", "NA"])] : [],
        distrito switch { 13 => 1, 20 => 2, _ => 0 });

    // The parties are those that had votes there in 2018; the alliances follow the number of the municipality.
    private static AlianzasDeArea AlianzasDeMunicipio(IGrouping<string, FilaCsv> computos)
    {
        var numero = int.Parse(computos.Key);
        var partidos = PartidosDeOaxaca.De2024.Where(p => PartidosDeOaxaca.ColumnasDe2018[p].Any(c => computos.Any(f => f[c] is not ("" or "0")))).ToList();
        if (partidos.Count < 3)
        {
            partidos = ["PRI", "PVEM", "MOR"];
        }

        var libres = new HashSet<string>(partidos);
        bool Caben(IEnumerable<string> socios) => socios.All(libres.Contains);
        var coaliciones = new List<IReadOnlyList<string>>();
        var comunes = new List<(ModoDeCandidaturaComun, IReadOnlyList<string>)>();
        foreach (var coalicion in new (bool Va, IReadOnlyList<string> Socios)[] { (numero % 3 == 0, Frente), (numero % 4 == 1, ["PT", "MOR"]) })
        {
            if (coalicion.Va && Caben(coalicion.Socios))
            {
                coaliciones.Add(coalicion.Socios);
                libres.ExceptWith(coalicion.Socios);
            }
        }

        foreach (var (va, modo, socios) in new (bool, ModoDeCandidaturaComun, IReadOnlyList<string>)[]
        {
            (numero % 5 == 0, ModoDeCandidaturaComun.EmblemaUnico, ["PVEM", "NA"]),
            (numero % 7 == 0, ModoDeCandidaturaComun.EmblemasYCombinaciones, ["PVEM", "PUP"]),
            (numero % 11 == 0, ModoDeCandidaturaComun.Emblemas, ["MC", "FXMO"]),
        })
        {
            if (va && Caben(socios))
            {
                comunes.Add((modo, socios));
                libres.ExceptWith(socios);
            }
        }

        var independientes = PartidosDeOaxaca.IndependientesDe2018.Count(c => computos.Any(f => f[c] is not ("" or "0")));
        return new(partidos, coaliciones, comunes, Math.Min(independientes, 3));
    }

    private static IOrderedEnumerable<FilaCsv> Ordenadas(IEnumerable<FilaCsv> casillas) => casillas.OrderBy(c => c["clave_casilla"], StringComparer.Ordinal);

    private static ActaEsperada Acta(EleccionId eleccion, AreaId area, FilaCsv fila, AlianzasDeArea alianzas, string tipo, Principio principio, Dictionary<string, string> traslados)
    {
        var casilla = CasillasDe2022.Casilla(fila, Boletas2024.Representantes(alianzas));
        var catd = eleccion.Valor == "ayun" ? $"CATD-M{area}" : CasillasDe2022.Catd(area);
        return new(new(eleccion, area, casilla.Clave + tipo), casilla, tipo, principio, traslados.GetValueOrDefault(casilla.Clave, ""), catd);
    }
}
