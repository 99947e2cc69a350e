using System.Collections.Immutable;
using Prep.Dominio.Sitios;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Instalacion;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Instalacion;

public sealed class InstalacionTests
{
    private static readonly DateTimeOffset Ahora = new(2024, 4, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly SitioPrevisto Uno = new("CATD-01", TipoDeSitio.Catd, "Reforma 1", 4, 12, "Fibra; celular", "Planta", new(2024, 4, 30));
    private static readonly ImmutableArray<string> Lista = ["Hay señalamiento.", "Hay enlace."];

    public static TheoryData<SitioPrevisto, string> Sitios => new()
    {
        { Uno with { Clave = "CCV-01", Tipo = TipoDeSitio.Ccv }, "aceptado" },
        { Uno with { Domicilio = "Reforma 2" }, "aceptado" },
        { Uno, "sin_cambio" },
        { Uno with { Autor = "Mtro. Irving" }, "sin_cambio" },    // the same, whoever says it
        { Uno with { Clave = "" }, "clave_de_sitio_invalida" },
        { Uno with { Clave = "CATD 01" }, "clave_de_sitio_invalida" },
        { Uno with { Clave = "../otro" }, "clave_de_sitio_invalida" },
        { Uno with { Clave = new('A', 41) }, "clave_de_sitio_invalida" },
        { Uno with { Equipos = -1 }, "cantidad_invalida" },
        { Uno with { Personas = 10_001 }, "cantidad_invalida" },
        { Uno with { Enlaces = new('x', 301) }, "texto_largo" },
        { Uno with { ListoEl = new(2042, 4, 30) }, "fecha_fuera_de_calendario" },
        { Uno with { ListoEl = new(2024, 5, 30) }, "aceptado" },    // still to come: it is a plan
        { Uno with { ListoEl = null }, "aceptado" },
    };

    [Theory, MemberData(nameof(Sitios))]
    public void Un_sitio_se_prevé_por_regla(SitioPrevisto sitio, string resultado) => PreverSitio.Decidir(Programa(), new PreverSitio.Request(sitio)).Rechaza(resultado);

    [Theory]
    [InlineData("CATD-01", "Se rentó otro.", "aceptado")]
    [InlineData("CATD-01", "", "falta_motivo")]
    [InlineData("CATD-09", "Se rentó otro.", "sitio_desconocido")]
    public void Un_sitio_sale_del_plan_con_motivo(string clave, string motivo, string resultado) => PreverSitio.Decidir(Programa(), new PreverSitio.Retiro(clave, motivo)).Rechaza(resultado);

    public static TheoryData<RegistrarVisita.Request, bool, string> Visitas
    {
        get
        {
            RegistrarVisita.Request buena = new("CATD-01", new(2024, 4, 20), "Zaira", [new(RespuestaDeLista.Si, ""), new(RespuestaDeLista.No, "Falta el respaldo")], "");
            return new()
            {
                { buena, false, "aceptado" },
                { buena with { Sitio = "CATD-02" }, true, "aceptado" },    // the operation knows it
                { buena with { Sitio = "CATD-02" }, false, "sitio_desconocido" },
                { buena with { Fecha = new(2024, 4, 21) }, false, "fecha_por_venir" },
                { buena with { Fecha = new(2023, 4, 20) }, false, "fecha_fuera_de_calendario" },
                { buena with { Visitantes = "" }, false, "faltan_visitantes" },
                { buena with { Respuestas = [new(RespuestaDeLista.Si, "")] }, false, "faltan_puntos" },
                { buena with { Respuestas = [new(RespuestaDeLista.Si, ""), new(null, "")] }, false, "faltan_puntos" },
                { buena with { Respuestas = [new(RespuestaDeLista.Si, ""), new(RespuestaDeLista.No, "")] }, false, "falta_nota" },
                { buena with { Texto = new('x', 4000) }, false, "texto_largo" },
            };
        }
    }

    [Theory, MemberData(nameof(Visitas))]
    public void Una_visita_se_anota_por_regla(RegistrarVisita.Request r, bool enLaOperacion, string resultado) =>
        RegistrarVisita.Decidir(Programa(), r, enLaOperacion, Ahora).Rechaza(resultado);

    [Theory]
    [InlineData("todos", "CCV-01", "aceptado")]
    [InlineData("CATD-01,CATD-02", "CATD-02", "aceptado")]
    [InlineData("CATD-01,CATD-02", "CATD-03", "sitio_ajeno")]
    [InlineData("", "CATD-01", "sitio_ajeno")]
    [InlineData(null, "CATD-01", "sitio_sin_consejo")]
    public async Task Un_consejo_visita_los_suyos(string? alcance, string sitio, string resultado)
    {
        AlcanceDeVisitas suyos = new(alcance == "todos", alcance?.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        Assert.Equal(resultado, suyos.Falta(sitio)?.Codigo ?? "aceptado");
        Assert.Equal(resultado, EntregarDocumento.Ajeno(suyos, new(TipoDeAsunto.Sitio, sitio), null)?.Codigo ?? "aceptado");
        // Neither what is of others nor what is already there, but for who brings anything.
        Assert.Equal(suyos.Todos ? "aceptado" : "documento_ajeno", EntregarDocumento.Ajeno(suyos, new(TipoDeAsunto.Sitio, sitio), 3)?.Codigo ?? "aceptado");
        Assert.Equal(suyos.Todos ? "aceptado" : "documento_ajeno", EntregarDocumento.Ajeno(suyos, new(TipoDeAsunto.Actividad, "2024-02-3"), null)?.Codigo ?? "aceptado");
        if (suyos.Falta(sitio) is not null)
        {
            // Refused before anything is read of the operation or of the book.
            (await RegistrarVisita.EjecutarAsync("p", new(sitio, new(2024, 4, 20), "Zaira", [], ""), suyos, null!, null!, default)).Rechaza(resultado);
        }
    }

    [Fact]
    public void Sin_lista_una_visita_dice_algo() =>
        RegistrarVisita.Decidir(Programa(lista: []), new("CATD-01", new(2024, 4, 20), "Zaira", [], ""), false, Ahora).Rechaza("visita_vacia");

    [Fact]
    public void La_ultima_visita_dice_lo_que_falta_y_otra_lista_no_la_cambia()
    {
        var visita = (SitioVisitado)RegistrarVisita.Decidir(Programa(), new("CATD-01", new(2024, 4, 19), "Zaira", [new(RespuestaDeLista.Si, ""), new(RespuestaDeLista.No, "Sin respaldo")], ""), false, Ahora).Debe();
        var programa = Programa().Con(Asiento(3, visita)).Con(Asiento(4, visita with { Fecha = new(2024, 4, 1), Puntos = [] })).Con(Asiento(5, new SitioRetirado("CATD-01", "Otro")));

        var sitio = Assert.Single(SitioSeguido.Todos(programa.Con(Asiento(6, Uno with { Domicilio = "" })), Nada));

        Assert.Equal([3, 4], sitio.Visitas.Select(v => v.Numero));
        Assert.Equal((1, "Hay enlace.", "Sin respaldo"), (sitio.Faltas, sitio.Visitas[0].Faltas.Single().Texto, sitio.Visitas[0].Faltas.Single().Nota));
        Assert.Empty(SitioSeguido.Todos(programa, Nada));
    }

    [Theory]
    [InlineData(Observable.Sitios, "0 de 1 sitios con su lista de apertura completa; 1 con domicilio, 0 visitados.", 0, 1)]
    [InlineData(Observable.Personal, "2 de 12 personas en el padrón; 1 con credencial.", 2, 12)]
    [InlineData(Observable.Capacitacion, "1 de 2 personas capacitadas para su puesto, 1 h 30 min en total.", 1, 2)]
    [InlineData(Observable.Inicio, "Todavía no hay un proceso cargado en la operación.", 0, 0)]
    public void Antes_del_proceso_se_observa_lo_que_ya_hay(Observable que, string frase, int hecho, int de)
    {
        var lectura = Nada with { Personal = ImmutableDictionary<string, PersonalEnVivo>.Empty.Add("CATD-01", PersonalEnVivo.Nadie with { Personas = 2, ConCredencial = 1, Capacitadas = 1, Minutos = 90 }) };

        Assert.Equal(new(frase, hecho, de), AvanceObservado.Calcular(que, Programa(), lectura));
    }

    [Fact]
    public void De_los_simulacros_queda_la_ultima_constancia_de_cada_uno()
    {
        OperacionConstatada primera = new("sim-1", "Primer simulacro", "Simulacro", 2, 1, 10, 8, 3, 1, 5, 1, 0, Ahora, Ahora, null, "");
        var programa = Programa().Con(Asiento(3, primera)).Con(Asiento(4, primera with { Cortes = 72, CierreEn = Ahora })).Con(Asiento(5, primera with { Proceso = "jornada", Clase = "Jornada" }));

        Assert.Equal("Con constancia: «Primer simulacro», 72 cortes, 3 incidentes.", AvanceObservado.Calcular(Observable.Simulacro, programa, Nada).Frase);
        ConstatarOperacion.Decidir(programa, new(""), Nada).Rechaza("sin_proceso");
    }

    private static LecturaDeInstalacion Nada => new(Ahora, null, ImmutableSortedDictionary<string, SitioEnVivo>.Empty, ImmutableDictionary<string, PersonalEnVivo>.Empty);

    private static Programa Programa(ImmutableArray<string>? lista = null) => Seguimiento.Programa.Vacio("p")
        .Con(Asiento(1, new ProgramaAbierto(DatosQueSeEntregan.Oaxaca with { ListaDeVisita = lista ?? Lista }))).Con(Asiento(2, Uno));

    private static Asiento Asiento(int numero, Suceso suceso) => new(numero, "p", Ahora, "irving", "SECRETARIA_TECNICA", suceso);
}
