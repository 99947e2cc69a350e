using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using static Prep.Seguimiento.Sesiones.SentidoDelVoto;

namespace Prep.Seguimiento.Tests.Sesiones;

public sealed class VotarPuntoTests
{
    private static (string, SentidoDelVoto)[] Todas(SentidoDelVoto carmelita, SentidoDelVoto jessica, SentidoDelVoto zaira) => [("carmelita", carmelita), ("jessica", jessica), ("zaira", zaira)];

    [Theory]
    [InlineData(AFavor, AFavor, AFavor, false, "Aprobado por unanimidad: 3 a favor")]
    [InlineData(AFavor, AFavor, EnContra, false, "Aprobado por mayoría: 2 a favor, 1 en contra")]
    [InlineData(AFavor, Abstencion, Abstencion, false, "Aprobado por mayoría: 1 a favor, 2 abstenciones")]
    [InlineData(EnContra, EnContra, AFavor, true, "No aprobado: 1 a favor, 2 en contra")]
    [InlineData(EnContra, EnContra, EnContra, true, "No aprobado, por unanimidad: 3 en contra")]
    [InlineData(AFavor, EnContra, Abstencion, false, "Empate: 1 a favor, 1 en contra, 1 abstención")]
    [InlineData(AFavor, EnContra, Abstencion, true, "Aprobado con el voto de calidad de quien preside: 1 a favor, 1 en contra, 1 abstención")]
    [InlineData(EnContra, AFavor, Abstencion, true, "No aprobado, con el voto de calidad de quien preside: 1 a favor, 1 en contra, 1 abstención")]
    [InlineData(Abstencion, AFavor, EnContra, true, "Empate: 1 a favor, 1 en contra, 1 abstención")]
    [InlineData(Abstencion, Abstencion, Abstencion, true, "Empate: 3 abstenciones")]
    public void Decide_la_mayoria(SentidoDelVoto carmelita, SentidoDelVoto jessica, SentidoDelVoto zaira, bool calidad, string dice)
    {
        var comision = ComisionDePrueba.ConSesionAbierta(d => d with { Reglas = d.Reglas with { VotoDeCalidad = calidad } });
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", Todas(carmelita, jessica, zaira)), comision.Ahora));

        Assert.Equal(dice, PalabrasDeSesion.De(comision.Sesion.De(1).Votacion!));
    }

    public static TheoryData<string, int, string, string> Casos => new()
    {
        { "todas", 1, "carmelita,jessica,zaira", "aceptado" },
        { "vota quien sólo tiene voz", 1, "carmelita,jessica,zaira,irving", "no_vota" },
        { "vota una invitada", 1, "carmelita,jessica,zaira,Lic. Rosa Pérez", "no_vota" },
        { "vota quien no está en la lista", 1, "carmelita,jessica,zaira,pedro", "no_vota" },
        { "vota dos veces", 1, "carmelita,jessica,zaira,zaira", "voto_repetido" },
        { "falta una", 1, "carmelita,jessica", "falta_voto" },
        { "punto que no se vota", 0, "carmelita,jessica,zaira", "punto_no_se_vota" },
        { "punto que no hay", 9, "carmelita,jessica,zaira", "punto_desconocido" },
        { "punto negativo", -1, "carmelita,jessica,zaira", "punto_desconocido" },
    };

    [Theory, MemberData(nameof(Casos))]
    public void Vota_una_vez_quien_tiene_voto_y_esta(string caso, int punto, string votan, string resultado)
    {
        Assert.NotEmpty(caso);
        var comision = ComisionDePrueba.ConSesionAbierta();
        VotarPunto.Decidir(comision.Programa, comision.Votos(punto, "", [.. votan.Split(',').Select(v => (v, AFavor))]), comision.Ahora).Rechaza(resultado);
    }

    [Fact]
    public void Quien_se_fue_no_vota_y_sin_quorum_no_se_vota()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        var numero = comision.Sesion.Numero;
        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(numero, "zaira", "", false), comision.Ahora));
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", Todas(AFavor, AFavor, AFavor)), comision.Ahora).Rechaza("no_vota");
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", ("carmelita", AFavor), ("jessica", AFavor)), comision.Ahora).Rechaza("aceptado");
        CambiarAsistencia.Decidir(comision.Programa, new(numero, "zaira", "", false), comision.Ahora).Rechaza("sin_cambio");

        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(numero, "jessica", "", false), comision.Ahora));
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", ("carmelita", AFavor)), comision.Ahora).Rechaza("sin_quorum");
        comision.Hacer(PasosDeSesion.Suspender(comision.Programa, new(numero, null, "Se fueron"), comision.Ahora));
        PasosDeSesion.Reanudar(comision.Programa, new(numero, null), comision.Ahora).Rechaza("sin_quorum");
        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(numero, "zaira", "", true), comision.Ahora));
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", ("carmelita", AFavor), ("zaira", AFavor)), comision.Ahora).Rechaza("sesion_no_abierta");
        comision.Hacer(PasosDeSesion.Reanudar(comision.Programa, new(numero, null), comision.Ahora));
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", ("carmelita", AFavor), ("zaira", AFavor)), comision.Ahora).Rechaza("aceptado");
    }

    [Fact]
    public void Lo_aprobado_deja_un_acuerdo_numerado_y_lo_anulado_no_devuelve_su_numero()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        var numero = comision.Sesion.Numero;
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Se aprueba el plan.", Todas(AFavor, AFavor, AFavor)), comision.Ahora));
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Otra vez.", Todas(AFavor, AFavor, AFavor)), comision.Ahora).Rechaza("ya_votado");
        AnotarPunto.Decidir(comision.Programa, new(numero, 1, "Se retira", true)).Rechaza("punto_votado");
        AnularVotacion.Decidir(comision.Programa, new(numero, 1, "")).Rechaza("falta_motivo");
        AnularVotacion.Decidir(comision.Programa, new(numero, 2, "No era")).Rechaza("sin_votacion");
        comision.Hacer(AnularVotacion.Decidir(comision.Programa, new(numero, 1, "Se contó mal")));
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Se aprueba el plan.", Todas(AFavor, AFavor, EnContra)), comision.Ahora));

        Assert.Equal([("CTPREP-01/2023", EstadoDeAcuerdo.SinEfecto), ("CTPREP-02/2023", EstadoDeAcuerdo.Pendiente)], comision.Programa.Sesiones.Acuerdos.Values.Select(a => (a.Folio, a.Estado)));
        Assert.Equal("CTPREP-02/2023", comision.Programa.Sesiones.Del(numero, 1)?.Folio);
    }

    [Fact]
    public void Aprueba_la_actividad_que_ese_organo_aprueba_y_anularla_la_regresa()
    {
        // As if the Commission approved the list of candidates.
        var comision = ComisionDePrueba.ConSesionAbierta(d => d with { Entregables = [.. d.Entregables.Select(e => e.Numero == 9 ? e with { Aprueba = Organo.Comision } : e)] });
        var numero = comision.Sesion.Numero;
        VotarPunto.Decidir(comision.Programa, comision.Votos(2, "", Todas(AFavor, AFavor, AFavor)), comision.Ahora).Rechaza("falta_texto_de_acuerdo");
        VotarPunto.Decidir(comision.Programa, comision.Votos(2, "", Todas(EnContra, EnContra, AFavor)), comision.Ahora).Rechaza("aceptado");
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(2, "Se aprueba la lista.", Todas(AFavor, AFavor, AFavor)), comision.Ahora));
        Assert.Equal(new(Organo.Comision, new(2023, 12, 20), "CTPREP-01/2023"), comision.Programa.Plan.De("2024-01-5").Aprobacion);

        comision.Hacer(AnularVotacion.Decidir(comision.Programa, new(numero, 2, "Se contó mal")));
        Assert.Equal((EstadoDeActividad.VersionFinal, null), (comision.Programa.Plan.De("2024-01-5").Estado, comision.Programa.Plan.De("2024-01-5").Aprobacion));
    }

    [Fact]
    public void Lo_que_aprueba_otro_organo_no_lo_aprueba_la_Comision()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(2, "Se da por enterada.", Todas(AFavor, AFavor, AFavor)), comision.Ahora));

        Assert.Equal(EstadoDeActividad.Pendiente, comision.Programa.Plan.De("2024-01-5").Estado);
    }

    [Theory]
    [InlineData("2023-12-20", "aceptado")]
    [InlineData("2023-12-19", "vence_antes")]
    [InlineData("2042-01-01", "fecha_fuera_de_calendario")]
    public void Un_acuerdo_no_vence_antes_de_tomarse_ni_fuera_del_calendario(string vence, string resultado)
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Uno", Todas(AFavor, AFavor, AFavor)) with { Vence = DateOnly.Parse(vence, null) }, comision.Ahora).Rechaza(resultado);
    }

    [Fact]
    public void Se_cierra_cuando_nada_queda_por_votar()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        var numero = comision.Sesion.Numero;
        PasosDeSesion.Cerrar(comision.Programa, new(numero, null), comision.Ahora).Rechaza("falta_votar");
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "", Todas(AFavor, AFavor, AFavor)), comision.Ahora));
        AnotarPunto.Decidir(comision.Programa, new(numero, 2, "", true)).Rechaza("falta_motivo");
        comision.Hacer(AnotarPunto.Decidir(comision.Programa, new(numero, 2, "Falta el documento", true)));
        VotarPunto.Decidir(comision.Programa, comision.Votos(2, "", Todas(AFavor, AFavor, AFavor)), comision.Ahora).Rechaza("punto_retirado");
        PasosDeSesion.Cerrar(comision.Programa, new(numero, comision.Ahora.AddMinutes(1)), comision.Ahora).Rechaza("hora_por_venir");
        PasosDeSesion.Cerrar(comision.Programa, new(numero, ComisionDePrueba.Inicio.AddMinutes(-1)), comision.Ahora).Rechaza("antes_de_abrir");
        comision.Hacer(PasosDeSesion.Cerrar(comision.Programa, new(numero, null), comision.Ahora));

        Assert.Equal(EstadoDeSesion.Cerrada, comision.Sesion.Estado);
        PasosDeSesion.Cancelar(comision.Programa, new(numero, null, "No")).Rechaza("sesion_ya_empezo");
        PasosDeSesion.Reanudar(comision.Programa, new(numero, null), comision.Ahora).Rechaza("sesion_no_en_curso");
        AnotarPunto.Decidir(comision.Programa, new(numero, 0, "Se retira", true)).Rechaza("sesion_cerrada");
        AnotarPunto.Decidir(comision.Programa, new(numero, 2, "Vuelve", false)).Rechaza("sesion_cerrada");
        AnotarPunto.Decidir(comision.Programa, new(numero, 0, "Se dijo esto", false)).Rechaza("aceptado");    // the minuta is drafted after
        OrdenDelDia.Decidir(comision.Programa, numero, ComisionDePrueba.Orden).Rechaza("sesion_ya_empezo");
    }

    [Fact]
    public void Una_fe_de_erratas_corrige_el_acuerdo_y_deja_lo_que_decia()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Se aprueva el plan.", Todas(AFavor, AFavor, AFavor)), comision.Ahora));
        var (acuerdo, sesion) = (comision.Programa.Sesiones.Acuerdos.Values.Single(), comision.Sesion.Numero);
        CorregirAcuerdo.Request r = new(acuerdo.Numero, "Se aprueba el plan.", "Falta de ortografía", null);
        CorregirAcuerdo.Decidir(comision.Programa, r).Rechaza("sesion_abierta");
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(2, "", Todas(EnContra, EnContra, EnContra)), comision.Ahora));
        comision.Hacer(PasosDeSesion.Cerrar(comision.Programa, new(sesion, null), comision.Ahora));

        CorregirAcuerdo.Decidir(comision.Programa, r with { Acuerdo = 99 }).Rechaza("acuerdo_desconocido");
        CorregirAcuerdo.Decidir(comision.Programa, r with { Texto = "" }).Rechaza("falta_texto_de_acuerdo");
        CorregirAcuerdo.Decidir(comision.Programa, r with { Texto = acuerdo.Texto }).Rechaza("sin_cambio");
        CorregirAcuerdo.Decidir(comision.Programa, r with { Motivo = "" }).Rechaza("falta_motivo");
        CorregirAcuerdo.Decidir(comision.Programa, r with { Sesion = 99 }).Rechaza("sesion_ajena");
        comision.Hacer(CorregirAcuerdo.Decidir(comision.Programa, r));
        comision.Hacer(CorregirAcuerdo.Decidir(comision.Programa, r with { Texto = "Se aprueba el plan de trabajo.", Sesion = sesion }));

        acuerdo = comision.Programa.Sesiones.Acuerdos[acuerdo.Numero];
        Assert.Equal("Se aprueba el plan de trabajo.", acuerdo.Texto);
        Assert.Equal([("Se aprueva el plan.", null), ("Se aprueba el plan.", (int?)sesion)], acuerdo.Correcciones.Select(c => (c.Decia, c.Sesion)));
        comision.Hacer(SeguirAcuerdo.Decidir(comision.Programa, new(acuerdo.Numero, EstadoDeAcuerdo.SinEfecto, "", null, "Se retira")));
        CorregirAcuerdo.Decidir(comision.Programa, r).Rechaza("acuerdo_sin_efecto");
    }

    [Fact]
    public void Un_acuerdo_se_sigue_hasta_que_se_cumple()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Uno", Todas(AFavor, AFavor, AFavor)) with { Vence = new(2023, 12, 31) }, comision.Ahora));
        var acuerdo = comision.Programa.Sesiones.Acuerdos.Values.Single();
        Assert.Equal((false, true), (acuerdo.Tarde(new(2023, 12, 31)), acuerdo.Tarde(new(2024, 1, 1))));
        SeguirAcuerdo.Request r = new(acuerdo.Numero, acuerdo.Estado, acuerdo.Responsable, acuerdo.Vence, "");

        SeguirAcuerdo.Decidir(comision.Programa, r).Rechaza("sin_cambio");
        SeguirAcuerdo.Decidir(comision.Programa, r with { Acuerdo = 99 }).Rechaza("acuerdo_desconocido");
        SeguirAcuerdo.Decidir(comision.Programa, r with { Vence = new(2042, 1, 1) }).Rechaza("fecha_fuera_de_calendario");
        SeguirAcuerdo.Decidir(comision.Programa, r with { Vence = new(2023, 12, 1) }).Rechaza("vence_antes");
        SeguirAcuerdo.Decidir(comision.Programa, r with { Estado = EstadoDeAcuerdo.SinEfecto }).Rechaza("falta_motivo");
        comision.Hacer(SeguirAcuerdo.Decidir(comision.Programa, r with { Estado = EstadoDeAcuerdo.Cumplido }));
        Assert.False(comision.Programa.Sesiones.Acuerdos[acuerdo.Numero].Tarde(new(2024, 6, 1)));
        SeguirAcuerdo.Decidir(comision.Programa, r with { Estado = EstadoDeAcuerdo.EnCurso }).Rechaza("falta_motivo");
    }
}
