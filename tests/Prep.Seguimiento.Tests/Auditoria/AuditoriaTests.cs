using Prep.Seguimiento.Auditoria;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Auditoria;

public sealed class AuditoriaTests
{
    private const int Prueba = 2;

    private static readonly DateTimeOffset Ahora = new(2024, 4, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Ayer = new(2024, 4, 19);

    public static TheoryData<PlanearPrueba.Request, string> Pruebas
    {
        get
        {
            PlanearPrueba.Request buena = new("Carga", TipoDePrueba.NegacionDeServicio, new(2024, 5, 6), new(2024, 5, 8));
            return new()
            {
                { buena, "aceptado" },
                { buena with { Nombre = "" }, "falta_nombre" },
                { buena with { Tipo = null }, "falta_tipo" },
                { buena with { Fin = null }, "faltan_fechas" },
                { buena with { Fin = new(2024, 5, 5) }, "fechas_al_reves" },
                { buena with { Fin = new(2025, 5, 8) }, "fecha_fuera_de_calendario" },
            };
        }
    }

    [Theory, MemberData(nameof(Pruebas))]
    public void Una_prueba_se_planea_por_regla(PlanearPrueba.Request r, string resultado) => PlanearPrueba.Decidir(Programa(), r).Rechaza(resultado);

    [Theory]
    [InlineData(Prueba, "2024-04-19", "Sin faltas", "aceptado")]
    [InlineData(99, "2024-04-19", "Sin faltas", "prueba_desconocida")]
    [InlineData(Prueba, "2024-04-21", "Sin faltas", "fecha_por_venir")]
    [InlineData(Prueba, null, "Sin faltas", "falta_fecha")]
    [InlineData(Prueba, "2024-04-19", "", "falta_resultado")]
    public void El_resultado_de_una_prueba_se_anota_una_vez(int prueba, string? fecha, string texto, string resultado)
    {
        PlanearPrueba.Resultado r = new(prueba, fecha is null ? null : DateOnly.Parse(fecha, null), texto);
        PlanearPrueba.Decidir(Programa(), r, Ahora).Rechaza(resultado);
        PlanearPrueba.Decidir(Programa(new PruebaHecha(Prueba, Ayer, "Sin faltas")), r with { Prueba = Prueba }, Ahora).Rechaza("prueba_hecha");
    }

    public static TheoryData<RegistrarHallazgo.Request, string> Hallazgos
    {
        get
        {
            RegistrarHallazgo.Request bueno = new("H-02", Severidad.Alta, "Sesión que no vence", "Cuatro horas abierta", "Acortarla", Prueba);
            return new()
            {
                { bueno, "aceptado" },
                { bueno with { Prueba = null }, "aceptado" },
                { bueno with { Clave = "H-01" }, "hallazgo_repetido" },
                { bueno with { Clave = "h-01" }, "hallazgo_repetido" },
                { bueno with { Clave = "H 02" }, "clave_de_hallazgo_invalida" },
                { bueno with { Clave = "" }, "clave_de_hallazgo_invalida" },
                { bueno with { Severidad = null }, "falta_severidad" },
                { bueno with { Titulo = "" }, "falta_titulo" },
                { bueno with { Evidencia = "" }, "falta_evidencia" },
                { bueno with { Recomendacion = "" }, "falta_recomendacion" },
                { bueno with { Prueba = 99 }, "prueba_desconocida" },
            };
        }
    }

    [Theory, MemberData(nameof(Hallazgos))]
    public void Un_hallazgo_se_registra_por_regla(RegistrarHallazgo.Request r, string resultado) => RegistrarHallazgo.Decidir(Programa(), r).Rechaza(resultado);

    // What the institute may say from each state, and what the auditor may prove.
    [Theory]
    [InlineData(EstadoDeHallazgo.Abierto, EstadoDeHallazgo.EnCorreccion, "aceptado", "sin_corregir")]
    [InlineData(EstadoDeHallazgo.EnCorreccion, EstadoDeHallazgo.Corregido, "aceptado", "sin_corregir")]
    [InlineData(EstadoDeHallazgo.Corregido, EstadoDeHallazgo.EnCorreccion, "aceptado", "aceptado")]
    [InlineData(EstadoDeHallazgo.RiesgoAceptado, EstadoDeHallazgo.Corregido, "aceptado", "sin_corregir")]
    [InlineData(EstadoDeHallazgo.Cerrado, EstadoDeHallazgo.Corregido, "hallazgo_cerrado", "sin_corregir")]
    [InlineData(EstadoDeHallazgo.Abierto, EstadoDeHallazgo.Cerrado, "falta_estado", "sin_corregir")]
    public void Solo_el_auditor_cierra_y_solo_lo_corregido(EstadoDeHallazgo en, EstadoDeHallazgo dice, string delInstituto, string delAuditor)
    {
        Suceso[] camino = en switch
        {
            EstadoDeHallazgo.Abierto => [],
            EstadoDeHallazgo.Cerrado => [new HallazgoAtendido("H-01", EstadoDeHallazgo.Corregido, "Se acortó"), new HallazgoProbadoOtraVez("H-01", true, Ayer, "Vence")],
            _ => [new HallazgoAtendido("H-01", en, "Va")],
        };
        var programa = Programa(camino);
        Assert.Equal(en, programa.Auditoria.Hallazgos["H-01"].Estado);

        SeguirHallazgo.Decidir(programa, new SeguirHallazgo.Atencion("H-01", dice, "Se hizo")).Rechaza(delInstituto);
        SeguirHallazgo.Decidir(programa, new SeguirHallazgo.Prueba("H-01", true, Ayer, "Vence"), Ahora).Rechaza(delAuditor);
    }

    [Theory]
    [InlineData("H-01", true, "2024-04-19", "Vence", "aceptado")]
    [InlineData("H-09", true, "2024-04-19", "Vence", "hallazgo_desconocido")]
    [InlineData("H-01", null, "2024-04-19", "Vence", "falta_resultado")]
    [InlineData("H-01", true, null, "Vence", "falta_fecha")]
    [InlineData("H-01", true, "2024-04-21", "Vence", "fecha_por_venir")]
    [InlineData("H-01", false, "2024-04-19", "", "falta_texto")]
    public void Probar_otra_vez_dice_cuando_y_que_se_vio(string clave, bool? pasa, string? fecha, string texto, string resultado) => SeguirHallazgo.Decidir(
        Programa(new HallazgoAtendido("H-01", EstadoDeHallazgo.Corregido, "Se acortó")), new SeguirHallazgo.Prueba(clave, pasa, fecha is null ? null : DateOnly.Parse(fecha, null), texto), Ahora).Rechaza(resultado);

    [Fact]
    public void Lo_que_no_pasa_se_abre_otra_vez_y_repetir_lo_mismo_no_es_nada()
    {
        var programa = Programa(new HallazgoAtendido("H-01", EstadoDeHallazgo.Corregido, "Se acortó"), new HallazgoProbadoOtraVez("H-01", false, Ayer, "Sigue igual"));

        Assert.Equal(EstadoDeHallazgo.Abierto, programa.Auditoria.Hallazgos["H-01"].Estado);
        SeguirHallazgo.Decidir(Programa(new HallazgoAtendido("H-01", EstadoDeHallazgo.Corregido, "Se acortó")), new SeguirHallazgo.Atencion("H-01", EstadoDeHallazgo.Corregido, "Se acortó")).Rechaza("sin_cambio");
        SeguirHallazgo.Decidir(programa, new SeguirHallazgo.Atencion("H-01", EstadoDeHallazgo.Corregido, "")).Rechaza("falta_texto");
        SeguirHallazgo.Decidir(programa, new SeguirHallazgo.Atencion("H-09", EstadoDeHallazgo.Corregido, "Ya")).Rechaza("hallazgo_desconocido");
    }

    private static Programa Programa(params Suceso[] mas) => new Suceso[]
    {
        new ProgramaAbierto(DatosQueSeEntregan.Oaxaca),
        new PruebaPrevista("Caja negra", TipoDePrueba.CajaNegra, new(2024, 4, 8), new(2024, 4, 19)),
        new HallazgoRegistrado("H-01", Severidad.Critica, "Sesión que no vence", "Cuatro horas", "Acortarla", Prueba),
    }.Concat(mas).Select((s, i) => new Asiento(i + 1, "p", Ahora.AddDays(-10), "auditor", "AUDITOR", s)).Aggregate(Seguimiento.Programa.Vacio("p"), (p, a) => p.Con(a));
}
