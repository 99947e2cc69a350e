using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Contabilizacion;
using Prep.Dominio.Cortes;

namespace Prep.Dominio.Tests;

/// <summary>Small catalogues and actas with the few values that a test looks at.</summary>
internal static class Caso
{
    public static readonly EleccionId Diputaciones = new("dip_loc");
    public static readonly DateTimeOffset Noche = new(2024, 6, 3, 2, 0, 0, TimeSpan.Zero);

    /// <summary>A number, <c>S</c> sin dato, <c>I</c> ilegible, <c>N</c> no aplica, separated by blanks.</summary>
    public static Cantidad[] Cantidades(string texto) => [.. texto.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cantidad)];

    public static Cantidad Cantidad(string texto) => texto switch
    {
        "S" => Dominio.Actas.Cantidad.SinDato,
        "I" => Dominio.Actas.Cantidad.Ilegible,
        "N" => Dominio.Actas.Cantidad.NoAplica,
        _ => Dominio.Actas.Cantidad.Numero(int.Parse(texto)),
    };

    public static DatosDeActa Datos(string votos, string representantes = "0") =>
        new(Cantidad("10"), Cantidad("20"), Cantidad(representantes), Cantidad("30"), Cantidades(votos), Cantidad("40"));

    public static Casilla Casilla(
        TipoDeCasilla tipo = TipoDeCasilla.Basica, int? lista = 700, int? representantes = 50, int? boletas = null, string seccion = "0001", string? municipio = null) =>
        new($"20{seccion}{tipo.Letra()}0100", seccion, tipo, "01", "00", Ubicacion.Urbana, municipio is null ? null : new(municipio, $"MUNICIPIO {municipio}"), lista, representantes, boletas);

    public static ActaEsperada Acta(string area, Casilla casilla, Principio principio = Principio.Ambos, int ordinal = 1, string tipo = "4") =>
        new(new(Diputaciones, new(area), casilla.Clave + tipo, ordinal), casilla, tipo, principio);

    public static Contendiente Partido(string nombre) => new Contendiente.Partido(nombre, nombre);

    public static Eleccion Eleccion(IReadOnlyList<Contendiente> contendientes, IReadOnlyList<Area> areas, IReadOnlyList<ActaEsperada> actas) =>
        new(Diputaciones, TipoDeEleccion.Diputaciones, "DIPUTACIONES LOCALES", "DIP_LOC", AjustesDeEleccion.PorOmision, contendientes, areas, actas);

    public static Area Area(string id, params int[] boleta) =>
        new(new(id), $"DISTRITO {id}", id == "000" ? TipoDeArea.SinArea : TipoDeArea.Distrito, new($"boleta-{id}", boleta), []);

    public static RegistroDeActa Registro(ActaEsperada acta, DatosDeActa datos, AjustesDeEleccion? ajustes = null) =>
        Registro(acta.Id, new Contenido.Capturada(datos), ReglaContabilizacion.Decidir(datos, acta.Casilla, ajustes ?? AjustesDeEleccion.PorOmision));

    public static RegistroDeActa SinActa(ActaEsperada acta, MotivoSinActa motivo) =>
        Registro(acta.Id, new Contenido.SinActa(motivo), ReglaContabilizacion.Decidir(motivo));

    public static RegistroDeActa FueraDeCatalogo(int numero) =>
        Registro(new(Diputaciones, AreaId.SinArea, $"FC-{numero:0000}"), new Contenido.FueraDeCatalogo(), ReglaContabilizacion.FueraDeCatalogo);

    public static CorteDeEleccion Corte(Eleccion eleccion, IReadOnlyList<RegistroDeActa?> registros, int fuera = 0, bool ultimo = false) =>
        new(eleccion, Noche, ultimo, registros, [.. Enumerable.Range(1, fuera).Select(FueraDeCatalogo)], []);

    private static RegistroDeActa Registro(ActaId id, Contenido contenido, Conteo conteo) =>
        new(id, 1, contenido, conteo, null, "ACTA PREP", Noche, Noche, Noche);
}
