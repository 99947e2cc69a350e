using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Preparacion.Carpeta;

namespace Prep.Simulador.Catalogos;

/// <summary>The gubernatura of 2022 from its official database and catalogue. Nothing invented but the CATD keys.</summary>
public static class Oaxaca2022
{
    private static readonly string[] Partidos = ["PAN", "PRI", "PRD", "PT", "PVEM", "MC", "PUP", "MOR", "NA"];

    /// <summary>Vote columns of the official database.</summary>
    internal static IReadOnlyList<string> ColumnasDeVotos => [.. Contendientes().Select(c => c.Nombre), "NO_REGISTRADOS", "NULOS"];

    public static Proceso Generar(FuentesDeOaxaca fuentes)
    {
        var contendientes = Contendientes();
        var boleta = new Boleta("gub", [.. Enumerable.Range(0, contendientes.Count)]);
        var candidaturas = Candidaturas(contendientes);
        var catalogo = fuentes.Casillas.ToDictionary(c => c["clave_casilla"]);
        var areas = catalogo.Values.Select(c => (Id: Area(c), Nombre: c["distrito_local"])).Distinct().OrderBy(a => a.Id.Clave, StringComparer.Ordinal)
            .Select(a => new Area(a.Id, a.Nombre, a.Id.EsSinArea ? TipoDeArea.SinArea : TipoDeArea.Distrito, boleta, candidaturas)).ToList();

        var gubernatura = new EleccionId("gub");
        var actas = fuentes.BaseOficialDe2022.Select(f => (Fila: f, Clave: f["CLAVE_CASILLA"].Trim('\''))).Where(f => f.Clave.Length > 0)
            .Select(f => Acta(gubernatura, catalogo[f.Clave], f.Fila["MECANISMOS_TRASLADO"].Trim('-'))).ToList();

        return new("oaxaca-2022", "Oaxaca 2022: gubernatura", ClaseDeProceso.Jornada, FuentesDeOaxaca.Oaxaca, 2022, Calendario(),
            [new(gubernatura, TipoDeEleccion.Gubernatura, "GUBERNATURA", "GUB", new(LimiteDeEspecial.Boletas), contendientes, areas, actas)]);
    }

    private static CalendarioDelPrep Calendario()
    {
        // UTC-5: daylight saving time was in force in June 2022.
        static DateTimeOffset A(int dia, int hora) => new(2022, 6, dia, hora, 0, 0, TimeSpan.FromHours(-5));
        var acuerdo = new AcuerdoDeIntervalo(TimeSpan.FromMinutes(20), "");
        return CalendarioDelPrep.Crear(A(5, 18), A(5, 18), A(5, 20), A(6, 20), acuerdo, acuerdo, TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City")).Value;
    }

    private static List<Contendiente> Contendientes()
    {
        var contendientes = new List<Contendiente>(Partidos.Select(PartidosDeOaxaca.Partido))
        {
            new Contendiente.Independiente("CI1", "CI1", "Mauricio Cruz Vargas"),
            new Contendiente.Independiente("CI2", "CI2", "Jesus Lopez Rodriguez"),
        };
        foreach (var coalicion in new[] { new[] { "PRI", "PRD" }, ["PT", "PVEM", "PUP", "MOR"] })
        {
            foreach (var socios in PartidosDeOaxaca.Combinaciones(coalicion))
            {
                var nombre = $"C_{string.Join('_', socios)}".Replace("PVEM", "PV", StringComparison.Ordinal);
                contendientes.Add(new Contendiente.Combinacion(nombre, nombre, [.. socios.Select(s => Array.IndexOf(Partidos, s))]));
            }
        }

        return contendientes;
    }

    private static List<Candidatura> Candidaturas(List<Contendiente> contendientes)
    {
        Candidatura De(string nombre, string propietaria, params string[] partidos) => new(
            nombre,
            [.. Enumerable.Range(0, contendientes.Count).Where(i => partidos.Contains(contendientes[i].Clave)
                || (contendientes[i].Integrantes.Count > 0 && contendientes[i].Integrantes.All(p => partidos.Contains(contendientes[p].Clave))))],
            propietaria);

        return
        [
            De("PAN", "Antonia Natividad Diaz Jimenez", "PAN"),
            De("MC", "Dulce Alejandra Garcia Morlan", "MC"),
            De("NA", "Bersahin Asael Lopez Lopez", "NA"),
            De("CI1", "Mauricio Cruz Vargas", "CI1"),
            De("CI2", "Jesus Lopez Rodriguez", "CI2"),
            De("SUM-PRI-PRD", "Alejandro Aviles Alvarez", "PRI", "PRD"),
            De("SUM-PT-PV-PUP-MOR", "Salomon Jara Cruz", "PT", "PVEM", "PUP", "MOR"),
        ];
    }

    internal static AreaId Area(FilaCsv casilla) => new(casilla["id_distrito_local"].PadLeft(3, '0'));

    private static ActaEsperada Acta(EleccionId eleccion, FilaCsv fila, string traslado)
    {
        var casilla = CasillasDe2022.Casilla(fila, fila["tipo_casilla"] == "M" ? 0 : 22);
        var area = Area(fila);
        return new(new(eleccion, area, casilla.Clave + fila["tipo_acta"]), casilla, fila["tipo_acta"], Principio.Ambos, traslado, CasillasDe2022.Catd(area));
    }
}

/// <summary>Casillas of 2022, the catalogue of both processes that ship.</summary>
internal static class CasillasDe2022
{
    public static Casilla Casilla(FilaCsv fila, int representantes)
    {
        _ = TiposDeCasilla.TryParse(fila["tipo_casilla"], out var tipo);
        return new(fila["clave_casilla"], fila["seccion"], tipo, fila["id_casilla"][^2..], fila["ext_contigua"], (Ubicacion)(fila.Entero("ubicacion", 1, 2) ?? 0),
            fila["id_municipio_ine"] is { Length: > 0 } municipio ? new(municipio.PadLeft(3, '0'), fila["municipio"]) : null,
            fila.Entero("lista_nominal", 0, 99_999), representantes);
    }

    /// <summary>EJEMPLO: one centre per district council; the real list was not found.</summary>
    public static string Catd(AreaId distrito) => distrito.EsSinArea ? "CATD-OPL" : $"CATD-D{distrito.Clave[1..]}";
}
