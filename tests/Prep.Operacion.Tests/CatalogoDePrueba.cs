using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests;

/// <summary>Two small elections over the same casillas: what most tests need.</summary>
public static class CatalogoDePrueba
{
    public static readonly DateTimeOffset Apertura = new(2024, 6, 3, 0, 0, 0, TimeSpan.Zero);

    public static Proceso Proceso(ClaseDeProceso clase = ClaseDeProceso.Jornada, int casillas = 3)
    {
        var calendario = CalendarioDelPrep.Crear(
            Apertura.AddHours(-1), Apertura, Apertura.AddHours(2), Apertura.AddHours(26), TimeSpan.FromMinutes(20), TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City")).Value;
        return new("prueba", "Proceso de prueba", clase, new(20, "OAXACA", "OAX"), 2024, calendario,
            [Eleccion("dip_loc", TipoDeEleccion.Diputaciones, "DIPUTACIONES LOCALES", "3", casillas), Eleccion("ayun", TipoDeEleccion.Ayuntamientos, "AYUNTAMIENTOS", "4", casillas)]);
    }

    public static Eleccion Dip(this Proceso proceso) => proceso.Elecciones[0];

    private static Eleccion Eleccion(string id, TipoDeEleccion tipo, string titulo, string tipoActa, int casillas)
    {
        Contendiente[] contendientes =
        [
            new Contendiente.Partido("PAN", "PAN", "Partido Acción Nacional"),
            new Contendiente.Partido("PRI", "PRI"),
            new Contendiente.Partido("NA", "NA", Color: "#00aaaa"),
            new Contendiente.Combinacion("PAN_PRI", "PAN_PRI", [0, 1]),
            new Contendiente.Independiente("CI1", "CI1"),
        ];
        Boleta boleta = new("A", [0, 1, 2, 3, 4]);
        var clase = tipo == TipoDeEleccion.Ayuntamientos ? TipoDeArea.Municipio : TipoDeArea.Distrito;
        Area area = new(new("001"), "ACATLÁN", clase, boleta, [new("UNO", [0, 1, 3]), new("DOS", [2]), new("TRES", [4], "Ana", "Luz")]);
        EleccionId eleccion = new(id);
        var actas = Enumerable.Range(1, casillas).Select(i =>
        {
            var clave = $"20{i:0000}B0100";
            Casilla casilla = new(clave, $"{i:0000}", TipoDeCasilla.Basica, "01", "00", Ubicacion.Urbana, new("001", "ACATLÁN"), 700, 20);
            return new ActaEsperada(new(eleccion, area.Id, clave + tipoActa), casilla, tipoActa, Principio.Ambos, "D", "CATD-01");
        });
        return new(eleccion, tipo, titulo, titulo[..3], AjustesDeEleccion.PorOmision, contendientes, [area], [.. actas]);
    }
}
