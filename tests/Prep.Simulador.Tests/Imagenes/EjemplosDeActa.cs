using Prep.Dominio.Actas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Simulador.Imagenes;

namespace Prep.Simulador.Tests.Imagenes;

/// <summary>One small election of each kind, with its boleta as long as asked.</summary>
public static class EjemplosDeActa
{
    private static readonly string[] Partidos = ["PAN", "PRI", "PRD", "PT", "PVEM", "MC", "PUP", "MORENA", "NA"];

    public sealed record Ejemplo(Proceso Proceso, Eleccion Eleccion)
    {
        public string Svg(int acta, DatosDeActa datos, string semilla = "1") =>
            DibujoDeActa.Svg(Proceso, Eleccion, Eleccion.Actas[acta], datos, $"FOLIO-{acta:00000}", semilla);
    }

    public static Ejemplo Gubernatura(ClaseDeProceso clase = ClaseDeProceso.Repeticion) =>
        Hacer(clase, TipoDeEleccion.Gubernatura, "GUBERNATURA", "gub", Columnas(9, 11, 2), "2");

    public static Ejemplo Diputaciones(ClaseDeProceso clase = ClaseDeProceso.Simulacro) =>
        Hacer(clase, TipoDeEleccion.Diputaciones, "DIPUTACIONES LOCALES", "dip_loc", Columnas(8, 4, 0), "3");

    public static Ejemplo Ayuntamientos(ClaseDeProceso clase = ClaseDeProceso.Practica) =>
        Hacer(clase, TipoDeEleccion.Ayuntamientos, "AYUNTAMIENTOS", "ayun", Columnas(5, 0, 1), "4");

    public static Ejemplo Larga() =>
        Hacer(ClaseDeProceso.Jornada, TipoDeEleccion.Ayuntamientos, "AYUNTAMIENTOS", "ayun", Columnas(9, 40, 9), "4");

    /// <summary>Votes that change from acta to acta; every seventh field illegible and every ninth blank when asked.</summary>
    public static DatosDeActa Datos(Ejemplo e, int acta, bool conPalabras = false)
    {
        var campos = e.Eleccion.Boleta(e.Eleccion.Actas[acta].Id).CamposDeVotos;
        var votos = Enumerable.Range(0, campos).Select(i => conPalabras && i % 7 == 3 ? Cantidad.Ilegible
            : conPalabras && i % 9 == 5 ? Cantidad.SinDato
            : Cantidad.Numero(((acta * 37) + (i * i * 13)) % (i < 9 ? 180 : 12))).ToArray();
        var suma = votos.Sum(v => v.Suma);
        return new(Cantidad.Numero(214 + acta), Cantidad.Numero(suma - 4), Cantidad.Numero(4), Cantidad.Numero(suma), votos, Cantidad.Numero(suma));
    }

    private static Contendiente[] Columnas(int partidos, int combinaciones, int independientes) =>
    [
        .. Partidos.Take(partidos).Select(p => new Contendiente.Partido(p, p)),
        .. Enumerable.Range(0, combinaciones).Select(i => new Contendiente.Combinacion(
            $"C_{i}", $"C_{i}", [.. Enumerable.Range(0, partidos).Where(p => (i + 3 >> (p % 4) & 1) == 1).Take(4)])),
        .. Enumerable.Range(1, independientes).Select(i => new Contendiente.Independiente($"CI{i}", $"CI{i}")),
    ];

    private static Ejemplo Hacer(ClaseDeProceso clase, TipoDeEleccion tipo, string titulo, string id, Contendiente[] columnas, string tipoActa)
    {
        var eleccion = new EleccionId(id);
        var boleta = new Boleta("unica", [.. Enumerable.Range(0, columnas.Length)]);
        var deMunicipio = tipo == TipoDeEleccion.Ayuntamientos;
        var area = new Area(new("017"), deMunicipio ? "SANTA MARÍA YUCUHITI" : "SANTA CRUZ XOXOCOTLÁN", deMunicipio ? TipoDeArea.Municipio : TipoDeArea.Distrito, boleta, []);
        var actas = Enumerable.Range(0, 60).Select(i => Esperada(eleccion, area.Id, tipoActa, i)).ToArray();
        var mil = new DateTimeOffset(2024, 6, 3, 0, 0, 0, TimeSpan.Zero);
        var zona = TimeZoneInfo.Utc;
        var e = new Eleccion(eleccion, tipo, titulo, id.ToUpperInvariant(), AjustesDeEleccion.PorOmision, columnas, [area], actas);
        return new(
            new("prueba", "Proceso Electoral Local Ordinario 2023-2024", clase, new(20, "OAXACA", "OAX"), 2024, CalendarioDelPrep.DeRepeticion(mil, mil.AddHours(20), zona), [e]),
            e);
    }

    private static ActaEsperada Esperada(EleccionId eleccion, AreaId area, string tipoActa, int i)
    {
        var (tipo, numero, extension) = (i % 5) switch
        {
            0 => (TipoDeCasilla.Basica, "01", "00"),
            1 => (TipoDeCasilla.Contigua, "02", "00"),
            2 => (TipoDeCasilla.Extraordinaria, "01", "00"),
            3 => (TipoDeCasilla.Extraordinaria, "01", "03"),
            _ => (TipoDeCasilla.Especial, "01", "00"),
        };
        var seccion = $"{412 + i:0000}";
        var clave = $"20{seccion}{tipo.Letra()}{numero}{extension}";
        return new(
            new(eleccion, area, clave + tipoActa),
            new(clave, seccion, tipo, numero, extension, Ubicacion.Urbana, new("385", "SANTA CRUZ XOXOCOTLÁN"), tipo == TipoDeCasilla.Especial ? 0 : 700, 18),
            tipoActa,
            Principio.Ambos);
    }
}
