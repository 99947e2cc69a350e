using Prep.Seguimiento.Sesiones;
using static Prep.Seguimiento.Sesiones.SentidoDelVoto;

namespace Prep.Seguimiento.Tests.Sesiones;

/// <summary>A session that began at 12:00 of 20 December, written down a month later; hours are minutes from its beginning.</summary>
public sealed class CambiarAsistenciaTests
{
    public static TheoryData<string, string, bool, int?, string> Horas => new()
    {
        { "se retiró a su hora", "zaira", false, 40, "aceptado" },
        { "cuando empezó", "irving", false, 0, "aceptado" },
        { "sin hora, y la sesión no es de hoy", "zaira", false, null, "falta_hora_de_la_sala" },
        { "antes de que empezara", "zaira", false, -1, "antes_de_abrir" },
        { "todavía no llega", "zaira", false, 60 * 24 * 40, "hora_por_venir" },
        { "volvió antes de irse", "jessica", true, 29, "antes_de_su_hora" },
        { "volvió", "jessica", true, 30, "aceptado" },
        { "se corrige la hora en que se fue", "jessica", false, 20, "aceptado" },
        { "la misma hora", "jessica", false, 30, "sin_cambio" },
        { "ya se había ido", "jessica", false, null, "sin_cambio" },
        { "nunca se fue", "zaira", true, 10, "sin_cambio" },
        { "votó el punto 2 a esa hora", "carmelita", false, 9, "otra_votacion" },
        { "se fue después de votarlo", "carmelita", false, 11, "aceptado" },
        { "la corrección la quita de lo que votó", "jessica", false, 5, "otra_votacion" },
        { "llega quien no estaba en la lista", "Ing. Luis Cruz", true, 15, "aceptado" },
        { "se retira quien no estaba", "Ing. Luis Cruz", false, 15, "persona_desconocida" },
        { "sin nombre", "", true, 15, "falta_nombre" },
    };

    [Theory, MemberData(nameof(Horas))]
    public void Cada_quien_llega_y_se_va_a_una_hora_posible(string caso, string persona, bool presente, int? minuto, string resultado)
    {
        Assert.NotEmpty(caso);
        var comision = Despues();
        comision.Hacer(VotarPunto.Decidir(comision.Programa, Votos(comision, 1, 10, "carmelita", "jessica", "zaira"), comision.Ahora));
        Mover(comision, "jessica", false, 30);

        CambiarAsistencia.Decidir(comision.Programa, new(comision.Sesion.Numero, persona, "", presente, A(minuto)), comision.Ahora).Rechaza(resultado);
    }

    public static TheoryData<string, int?, string, string> Votaciones => new()
    {
        { "antes de que se fuera", 29, "carmelita,jessica,zaira", "aceptado" },
        { "antes de que se fuera falta el suyo", 29, "carmelita,zaira", "falta_voto" },
        { "ya se había ido", 30, "carmelita,jessica,zaira", "no_vota" },
        { "las que quedan son quórum", 30, "carmelita,zaira", "aceptado" },
        { "queda una", 35, "carmelita", "sin_quorum" },
        { "cuando regresó una", 50, "carmelita,jessica", "aceptado" },
        { "sin hora no se sabe quién estaba", null, "carmelita,jessica", "falta_hora_de_la_sala" },
        { "antes de empezar", -5, "carmelita,jessica,zaira", "antes_de_abrir" },
        { "por venir", 60 * 24 * 40, "carmelita,jessica", "hora_por_venir" },
    };

    [Theory, MemberData(nameof(Votaciones))]
    public void Vota_quien_estaba_a_la_hora_de_la_votacion(string caso, int? minuto, string votan, string resultado)
    {
        Assert.NotEmpty(caso);
        var comision = Despues();
        Mover(comision, "jessica", false, 30);
        Mover(comision, "jessica", true, 45);
        Mover(comision, "zaira", false, 35);

        VotarPunto.Decidir(comision.Programa, Votos(comision, 1, minuto, votan.Split(',')), comision.Ahora).Rechaza(resultado);
    }

    public static TheoryData<string, int?, string> Cierres => new()
    {
        { "sin hora, y la sesión no es de hoy", null, "falta_hora_de_la_sala" },
        { "antes de lo último que pasó", 79, "antes_de_lo_anotado" },
        { "con lo último", 80, "aceptado" },
    };

    [Theory, MemberData(nameof(Cierres))]
    public void No_termina_antes_de_lo_que_en_ella_paso(string caso, int? minuto, string resultado)
    {
        Assert.NotEmpty(caso);
        var comision = Votada();
        Mover(comision, "Lic. Rosa Pérez", false, 80);

        PasosDeSesion.Cerrar(comision.Programa, new(comision.Sesion.Numero, A(minuto)), comision.Ahora).Rechaza(resultado);
    }

    [Fact]
    public void El_receso_tiene_su_hora_y_para_reanudar_cuenta_quien_estaba()
    {
        var comision = Votada();
        var numero = comision.Sesion.Numero;
        PasosDeSesion.Suspender(comision.Programa, new(numero, null, "Comida"), comision.Ahora).Rechaza("falta_hora_de_la_sala");
        comision.Hacer(PasosDeSesion.Suspender(comision.Programa, new(numero, A(60), "Comida"), comision.Ahora));
        Mover(comision, "zaira", false, 65);
        Mover(comision, "jessica", false, 70);
        PasosDeSesion.Reanudar(comision.Programa, new(numero, A(59)), comision.Ahora).Rechaza("antes_de_lo_anotado");
        PasosDeSesion.Reanudar(comision.Programa, new(numero, A(70)), comision.Ahora).Rechaza("sin_quorum");
        PasosDeSesion.Reanudar(comision.Programa, new(numero, A(69)), comision.Ahora).Rechaza("aceptado");
    }

    [Fact]
    public void Los_papeles_dicen_la_hora_por_el_reloj_y_no_por_cuando_se_anoto()
    {
        var comision = Votada();
        var numero = comision.Sesion.Numero;
        Mover(comision, "zaira", false, 40);
        Mover(comision, "Ing. Luis Cruz", true, 15);
        Mover(comision, "zaira", false, 38);    // her hour, mended
        comision.Hacer(PasosDeSesion.Cerrar(comision.Programa, new(numero, A(90)), comision.Ahora));
        var (acta, minuta) = (comision.Pagina(PapelDeSesion.Acta), comision.Pagina(PapelDeSesion.Minuta));

        Assert.Contains("<li>A las 12:15 horas del 20 de diciembre de 2023 se incorporó Ing. Luis Cruz.</li><li>A las 12:38 horas del 20 de diciembre de 2023 se retiró Mtra. Zaira Alhelí Hipólito López.</li>", acta);
        Assert.Contains("<td>Sí: se retiró a las 12:38</td>", acta);
        Assert.Contains("a las 12:10 horas del 20 de diciembre de 2023", acta);
        Assert.Contains("De 3 personas con voto asistieron 3 y", acta);
        Assert.DoesNotContain("12:40", acta);
        Assert.Contains("Ing. Luis Cruz (llegó a las 12:15)", minuta);
    }

    private static DateTimeOffset? A(int? minuto) => minuto is { } m ? ComisionDePrueba.Inicio.AddMinutes(m) : null;

    private static ComisionDePrueba Despues()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        comision.Ahora = ComisionDePrueba.Inicio.AddDays(30);
        comision.Hacer(AbrirSesion.Decidir(comision.Programa, comision.Lista("carmelita", "jessica", "zaira", "irving") with { Hora = A(0) }, comision.Ahora));
        return comision;
    }

    // Its two points were voted.
    private static ComisionDePrueba Votada()
    {
        var comision = Despues();
        comision.Hacer(VotarPunto.Decidir(comision.Programa, Votos(comision, 1, 10, "carmelita", "jessica", "zaira"), comision.Ahora));
        comision.Hacer(VotarPunto.Decidir(comision.Programa, Votos(comision, 2, 20, "carmelita", "jessica", "zaira"), comision.Ahora));
        return comision;
    }

    private static void Mover(ComisionDePrueba comision, string persona, bool presente, int minuto) =>
        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(comision.Sesion.Numero, persona, "", presente, A(minuto)), comision.Ahora));

    private static VotarPunto.Request Votos(ComisionDePrueba comision, int punto, int? minuto, params string[] votan) =>
        comision.Votos(punto, "", [.. votan.Select(v => (v, AFavor))]) with { Hora = A(minuto) };
}
