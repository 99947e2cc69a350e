using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tests.Sesiones;

public sealed class AbrirSesionTests
{
    // Three vote: two are the quorum, and by the rules of this institute also at the second call, 30 minutes after.
    [Theory]
    [InlineData(0, "carmelita,jessica,zaira,irving", "aceptado", "aceptado")]
    [InlineData(0, "carmelita,jessica", "aceptado", "aceptado")]
    [InlineData(0, "carmelita,irving", "sin_quorum", "sin_quorum")]
    [InlineData(29, "carmelita,irving", "sin_quorum", "sin_quorum")]
    [InlineData(30, "carmelita,irving", "sin_quorum_segunda", "aceptado")]
    [InlineData(30, "jessica,zaira", "aceptado", "aceptado")]
    [InlineData(30, "", "sin_quorum_segunda", "sin_quorum_segunda")]
    [InlineData(-1, "carmelita,jessica,zaira", "antes_de_hora", "antes_de_hora")]
    [InlineData(0, "carmelita,jessica,pedro", "persona_desconocida", "persona_desconocida")]
    public void Se_abre_con_quorum(int minuto, string presentes, string conDos, string conUna)
    {
        foreach (var (segunda, resultado) in new[] { (2, conDos), (1, conUna) })
        {
            var comision = ComisionDePrueba.ConSesionConvocada(d => d with { Reglas = d.Reglas with { QuorumSegunda = segunda } });
            comision.Ahora = ComisionDePrueba.Inicio.AddMinutes(minuto);
            AbrirSesion.Decidir(comision.Programa, comision.Lista(presentes.Split(',', StringSplitOptions.RemoveEmptyEntries)), comision.Ahora).Rechaza(resultado);
        }
    }

    [Fact]
    public void La_primera_sin_quorum_dice_cuando_es_la_segunda()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        Assert.Equal(
            "No hay quórum: de 3 con voto está 1, y hacen falta 2. Espere a la segunda convocatoria, a las 12:30 horas del 20 de diciembre de 2023.",
            AbrirSesion.Decidir(comision.Programa, comision.Lista("zaira"), comision.Ahora).Rechazo.Mensaje);
    }

    [Fact]
    public void La_que_no_tuvo_quorum_queda_no_celebrada_y_se_convoca_otra()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        AbrirSesion.DecidirNoCelebrada(comision.Programa, comision.Lista("zaira"), comision.Ahora).Rechaza("antes_de_segunda");
        comision.Ahora = ComisionDePrueba.Inicio.AddMinutes(31);
        AbrirSesion.DecidirNoCelebrada(comision.Programa, comision.Lista("zaira", "jessica"), comision.Ahora).Rechaza("hay_quorum");
        comision.Hacer(AbrirSesion.DecidirNoCelebrada(comision.Programa, comision.Lista("zaira"), comision.Ahora));

        Assert.Equal(EstadoDeSesion.NoCelebrada, comision.Sesion.Estado);
        Assert.Null(comision.Programa.Sesiones.DeLaPrevista(ComisionDePrueba.Primera));
        AbrirSesion.Decidir(comision.Programa, comision.Lista("zaira", "jessica"), comision.Ahora).Rechaza("sesion_ya_empezo");
    }

    [Fact]
    public void La_hora_de_la_sala_puede_anotarse_despues_y_nunca_antes_de_que_pase()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        var lista = comision.Lista("zaira", "jessica") with { Hora = ComisionDePrueba.Inicio.AddMinutes(5) };
        AbrirSesion.Decidir(comision.Programa, lista, comision.Ahora).Rechaza("hora_por_venir");
        comision.Ahora = ComisionDePrueba.Inicio.AddDays(1);
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, lista, comision.Ahora));

        Assert.Equal((ComisionDePrueba.Inicio.AddMinutes(5), false), (comision.Sesion.AbiertaEn, comision.Sesion.SegundaConvocatoria));
        Assert.Equal(["jessica", "zaira"], comision.Sesion.Votantes.Select(a => a.Clave).Order());
        Assert.Contains(comision.Sesion.Presentes, a => a is { Nombre: "Lic. Rosa Pérez", Cargo: "Partido Uno", Vota: false });
    }

    [Theory]
    [InlineData("Mtra. Zaira Alhelí Hipólito López")]
    [InlineData("mtra. zaira alhelí hipólito lópez")]
    [InlineData("zaira")]
    public void Nadie_esta_dos_veces_en_la_lista(string escrito)
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        AbrirSesion.Decidir(comision.Programa, comision.Lista("carmelita", "jessica") with { Otras = [(escrito, "")] }, comision.Ahora).Rechaza("persona_repetida");
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, comision.Lista("carmelita", "jessica"), comision.Ahora));
        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(comision.Sesion.Numero, escrito, "", Presente: true), comision.Ahora));
        Assert.Equal(["carmelita", "jessica", "zaira"], comision.Sesion.Votantes.Select(a => a.Clave).Order());    // who came late votes, whoever wrote her name
    }

    [Fact]
    public void Una_reunion_de_trabajo_no_pide_quorum()
    {
        ComisionDePrueba comision = new();
        comision.Hacer(ConvocarSesion.Decidir(
            comision.Programa, ComisionDePrueba.Ordinaria with { Prevista = null, Organo = OrganoColegiado.Cotaprep, Tipo = Seguimiento.Plan.TipoDeSesion.ReunionDeTrabajo, Orden = [new("Prototipo", false)] }, comision.Ahora));
        comision.Ahora = ComisionDePrueba.Inicio;
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, comision.Lista("irving"), comision.Ahora));

        Assert.Equal(0, comision.Sesion.Quorum);
        comision.Hacer(PasosDeSesion.Cerrar(comision.Programa, new(comision.Sesion.Numero, null), comision.Ahora));
    }

    [Fact]
    public void El_COTAPREP_sesiona_con_los_suyos_y_aprueba_lo_que_le_toca()
    {
        ComisionDePrueba comision = new(d => d with { Integrantes = [.. d.Integrantes, .. new[] { "ana", "beto", "celia" }.Select(p => new Prep.Seguimiento.Plan.Integrante($"Dra. {p}", "COTAPREP", "Integrante del COTAPREP", p))] });
        comision.Hacer(ConvocarSesion.Decidir(
            comision.Programa, ComisionDePrueba.Ordinaria with { Prevista = null, Organo = OrganoColegiado.Cotaprep, Orden = [new("Prototipo y bases de datos", true, "2024-02-3")] }, comision.Ahora));
        comision.Ahora = ComisionDePrueba.Inicio;
        AbrirSesion.Decidir(comision.Programa, comision.Lista("ana", "irving"), comision.Ahora).Rechaza("sin_quorum");
        AbrirSesion.Decidir(comision.Programa, comision.Lista("ana", "beto", "carmelita"), comision.Ahora).Rechaza("persona_desconocida");    // of the other organ: comes as invited
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, comision.Lista("ana", "beto", "irving"), comision.Ahora));
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(0, "Se revisó.", ("ana", SentidoDelVoto.AFavor), ("beto", SentidoDelVoto.AFavor)), comision.Ahora));

        Assert.Equal(new(Seguimiento.Plan.Organo.Cotaprep, new(2023, 12, 20), "COTAPREP-01/2023"), comision.Programa.Plan.De("2024-02-3").Aprobacion);
    }

    [Fact]
    public void El_COTAPREP_sin_integrantes_no_sesiona()
    {
        ComisionDePrueba comision = new();
        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, ComisionDePrueba.Ordinaria with { Prevista = null, Organo = OrganoColegiado.Cotaprep }, comision.Ahora));
        comision.Ahora = ComisionDePrueba.Inicio;

        AbrirSesion.Decidir(comision.Programa, comision.Lista("irving"), comision.Ahora).Rechaza("sin_integrantes");
    }
}
