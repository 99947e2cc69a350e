using Prep.Datos.Catalogo;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;

namespace Prep.Operacion.Tests;

public sealed class CatalogoJsonTests
{
    public static TheoryData<ClaseDeProceso> Clases => [.. Enum.GetValues<ClaseDeProceso>()];

    [Theory, MemberData(nameof(Clases))]
    public void Ida_y_vuelta_da_los_mismos_bytes(ClaseDeProceso clase)
    {
        var proceso = Completo(CatalogoDePrueba.Proceso(clase));
        var json = CatalogoJson.Escribir(proceso);
        var leido = CatalogoJson.Leer(CatalogoJson.Descomprimir(CatalogoJson.Comprimir(json)));
        Assert.Equal(json, CatalogoJson.Escribir(leido));
        Assert.Equal(proceso.Elecciones[0].Actas, leido.Elecciones[0].Actas);
        Assert.Equal(proceso.Elecciones[0].Contendientes.Select(c => (c.GetType(), c.Clave, string.Join(',', c.Integrantes))),
            leido.Elecciones[0].Contendientes.Select(c => (c.GetType(), c.Clave, string.Join(',', c.Integrantes))));
        Assert.Equal(proceso.Elecciones[0].Mapa!.Contornos, leido.Elecciones[0].Mapa!.Contornos);
        Assert.Equal(proceso.Calendario, leido.Calendario);
        Assert.Equal(proceso.SistemasNormativos, leido.SistemasNormativos);
        Assert.Equal((proceso.Formato, proceso.Clase, proceso.Entidad, proceso.SegundoFactor), (leido.Formato, leido.Clase, leido.Entidad, leido.SegundoFactor));
    }

    [Fact]
    public void El_calendario_de_una_repeticion_tambien_vuelve()
    {
        var proceso = CatalogoDePrueba.Proceso(ClaseDeProceso.Repeticion) with
        {
            Calendario = CalendarioDelPrep.DeRepeticion(CatalogoDePrueba.Apertura, CatalogoDePrueba.Apertura.AddDays(3), TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City")),
        };
        Assert.Equal(proceso.Calendario, CatalogoJson.Leer(CatalogoJson.Escribir(proceso)).Calendario);
    }

    // One of each optional thing, so that forgetting a property fails here.
    private static Proceso Completo(Proceso proceso)
    {
        var calendario = proceso.Calendario;
        var conAcuerdos = CalendarioDelPrep.Crear(calendario.PuestaEnCerosEn, calendario.AperturaEn, calendario.InicioEn, calendario.UltimaActualizacionEn,
            new AcuerdoDeIntervalo(TimeSpan.FromMinutes(15), "CG-18/2024"), new AcuerdoDeIntervalo(TimeSpan.FromMinutes(20), "CG-19/2024"), calendario.Zona).Value;
        var eleccion = proceso.Elecciones[0];
        Casilla especial = new("200009S0100", "0009", TipoDeCasilla.Especial, "01", "00", Ubicacion.NoUrbana, null, 0, null, 900);
        Casilla anticipado = new("20ANTA0100", "", TipoDeCasilla.VotoAnticipado, "01", "", Ubicacion.Desconocida, new("002", "Ñuu «Savi»"), null, null);
        ActaId id = new(eleccion.Id, new("001"), especial.Clave + "3EMR");
        return proceso with
        {
            Formato = "oaxaca-2022",
            SegundoFactor = false,
            SistemasNormativos = [new("029", "Ñuu «Savi»")],
            Calendario = conAcuerdos,
            Elecciones =
            [
                eleccion with
                {
                    Ajustes = new(LimiteDeEspecial.Boletas, LimiteDeOrdinaria.Votaron, 750),
                    Contendientes = [.. eleccion.Contendientes, new Contendiente.CandidaturaComun("CC", "CC#2", [0, 1], ModoDeCandidaturaComun.EmblemaUnico, RepartoDeCandidaturaComun.PorcentajesDelConvenio, [4_000, 6_000])],
                    Actas =
                    [
                        .. eleccion.Actas,
                        new(id, especial, "3EMR", Principio.MayoriaRelativa, "F-D"),
                        new(id with { Ordinal = 2 }, anticipado, "3ERP", Principio.RepresentacionProporcional),
                    ],
                    Mapa = new(1000, 700, [new(new("001"), "M0 0l5 0 0 5z")], "M9 9l5 0 0 5z"),
                },
            ],
        };
    }
}
