using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;

namespace Prep.Publicacion.Tests.Paquete;

/// <summary>All that a page hardly ever bears, at once: 40 candidaturas, names of 120 letters, an area in a tie, one with zero votes and one without casillas.</summary>
internal static class EleccionExtrema
{
    private const int Candidaturas = 40;
    private const int Letras = 120;
    private const int Casillas = 4;

    public static Eleccion Crear(string id, TipoDeEleccion tipo)
    {
        var eleccion = new EleccionId(id);
        var municipal = tipo == TipoDeEleccion.Ayuntamientos;
        Contendiente[] contendientes =
        [
            .. Enumerable.Range(1, Candidaturas).Select(n => n <= 30
                ? (Contendiente)new Contendiente.Partido($"P{n:00}", $"P{n:00}", Largo($"PARTIDO {n} ", n), $"#{n * 8:x2}{255 - (n * 6):x2}{n % 3 * 100:x2}")
                : new Contendiente.Independiente($"CANDIDATURA_INDEPENDIENTE_{n}", $"CANDIDATURA_INDEPENDIENTE_{n}", Largo($"INDEPENDIENTE {n} ", n))),
        ];
        int[] todas = [.. Enumerable.Range(0, Candidaturas)];
        var areas = Enumerable.Range(1, 4).Select(d => new Area(
            new($"{d:000}"), Largo($"ÁREA {d} ", d), municipal ? TipoDeArea.Municipio : TipoDeArea.Distrito, new($"boleta-{d}", todas),
            [.. todas.Select(i => new Candidatura(contendientes[i].Nombre, [i], Largo($"PERSONA {d} {i} ", i), ""))])).ToList();
        var actas = areas.SkipLast(1).SelectMany(area => Enumerable.Range(0, Casillas).Select(c =>
        {
            var seccion = $"{area.Id.Clave[1..]}0{c / 2}";
            var casilla = new Casilla($"20{seccion}{(c % 2 == 0 ? 'B' : 'C')}0100", seccion, c % 2 == 0 ? TipoDeCasilla.Basica : TipoDeCasilla.Contigua, "01", "00", Ubicacion.Urbana,
                new(area.Id.Clave, Largo($"MUNICIPIO {area.Id.Clave} ", c)), 700, 22);
            var tipoDeActa = municipal ? "4" : "3";
            return new ActaEsperada(new(eleccion, area.Id, casilla.Clave + tipoDeActa), casilla, tipoDeActa, Principio.Ambos, "D");
        })).ToList();
        return new(eleccion, tipo, municipal ? "AYUNTAMIENTOS" : "DIPUTACIONES LOCALES", municipal ? "AYUN" : "DIP_LOC", AjustesDeEleccion.PorOmision, contendientes, areas, actas)
        {
            Mapa = NocheSintetica.Cuadros(areas),
        };
    }

    /// <summary>Of each row of an acta: any, all the same, none.</summary>
    public static int Votos(AreaId area, Random azar) => area.Clave switch { "002" => 7, "003" => 0, _ => azar.Next(12) };

    // By turns, of many words and of one alone that no line can hold.
    private static string Largo(string principio, int n) =>
        (principio + (n % 2 == 0 ? string.Concat(Enumerable.Repeat("DE LAS COMUNIDADES ", 8)) : new string('Ñ', Letras)))[..(Letras - 1)] + "Z";
}
