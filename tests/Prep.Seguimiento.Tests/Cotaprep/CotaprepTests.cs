using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Cotaprep;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tests.Cotaprep;

public sealed class CotaprepTests
{
    private static readonly DateTimeOffset Ahora = new(2024, 2, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Ayer = new(2024, 2, 19);
    private static readonly Asunto Primera = new(TipoDeAsunto.Revision, "prototipo-1");

    public static TheoryData<NombrarAlCotaprep.Request, int, string> Integrantes
    {
        get
        {
            NombrarAlCotaprep.Request buena = new("Dra. Nueva", "Estadística", "", true, Ayer, "IEEPCO-CG-9/2024");
            return new()
            {
                { buena, 0, "aceptado" },
                { buena, 4, "aceptado" },
                { buena, 5, "cotaprep_completo" },
                { buena with { Nombre = "" }, 0, "falta_nombre" },
                { buena with { Cargo = "" }, 0, "falta_nombre" },
                { buena with { Documento = "" }, 0, "falta_documento" },
                { buena with { Desde = null }, 0, "falta_documento" },
                { buena with { Desde = new(2024, 2, 21) }, 0, "fecha_por_venir" },
                { buena with { Desde = new(2034, 2, 1) }, 0, "fecha_fuera_de_calendario" },
                { buena with { Nombre = "Persona 1" }, 1, "integrante_repetido" },
                { buena with { Nombre = "Mtra. Carmelita Sibaja Ochoa" }, 0, "integrante_repetido" },    // of the Commission
                { buena with { Persona = "zaira" }, 0, "integrante_repetido" },
                { buena with { Nombre = "Persona 1", Entra = false }, 1, "aceptado" },
                { buena with { Nombre = "Mtra. Carmelita Sibaja Ochoa", Entra = false }, 1, "integrante_desconocido" },
            };
        }
    }

    [Theory, MemberData(nameof(Integrantes))]
    public void Sus_integrantes_son_de_tres_a_cinco(NombrarAlCotaprep.Request r, int cuantos, string resultado) => NombrarAlCotaprep.Decidir(Programa(
        [.. Enumerable.Range(1, cuantos).Select(i => new IntegranteCambiado(new($"Persona {i}", "COTAPREP", "Redes"), true, Ayer, "A/1"))]), r, Ahora).Rechaza(resultado);

    [Fact]
    public void A_quien_se_nombra_lo_llaman_sus_sesiones_y_no_las_de_la_comision()
    {
        var nombrado = NombrarAlCotaprep.Decidir(Programa(), new("Dra. Nueva", "Estadística", "", true, Ayer, "A/1"), Ahora).Debe();
        var programa = Programa(nombrado);

        Assert.Equal(["Dra. Nueva"], programa.QueVotan(OrganoColegiado.Cotaprep).Select(i => i.Nombre));
        Assert.DoesNotContain(programa.DelOrgano(OrganoColegiado.Comision), i => i.Nombre == "Dra. Nueva");
    }

    [Theory]
    [InlineData("Revisar el prototipo", "2024-02", "aceptado")]
    [InlineData("", "2024-02", "falta_texto")]
    [InlineData("Revisar el prototipo", "", "falta_mes")]
    [InlineData("Revisar el prototipo", "2025-02", "fecha_fuera_de_calendario")]
    public void Su_plan_es_por_mes(string texto, string mes, string resultado) => PlanearCotaprep.Decidir(Programa(), new PlanearCotaprep.Request(texto, mes)).Rechaza(resultado);

    [Theory]
    [InlineData(2, "2024-02-19", "aceptado")]
    [InlineData(99, "2024-02-19", "actividad_desconocida")]
    [InlineData(2, null, "falta_fecha")]
    [InlineData(2, "2024-02-21", "fecha_por_venir")]
    [InlineData(3, "2024-02-19", "ya_hecha")]
    public void Lo_del_plan_se_hace_una_vez(int numero, string? fecha, string resultado) => PlanearCotaprep.Decidir(
        Programa(new ActividadDelCotaprep("Una", new(2024, 2)), new ActividadDelCotaprep("Otra", new(2024, 2)), new ActividadDelCotaprepHecha(3, Ayer, "")),
        new PlanearCotaprep.Hecho(numero, fecha is null ? null : DateOnly.Parse(fecha, null), ""), Ahora).Rechaza(resultado);

    [Theory]
    [InlineData(Revisable.Bases, "LEEME v1", "2024-02-28", "aceptado")]
    [InlineData(Revisable.Prototipo, "v2", "2024-02-28", "revision_abierta")]
    [InlineData(null, "v2", "2024-02-28", "falta_objeto")]
    [InlineData(Revisable.Bases, "", "2024-02-28", "falta_texto")]
    [InlineData(Revisable.Bases, "v1", null, "falta_fecha")]
    [InlineData(Revisable.Bases, "v1", "2034-02-28", "fecha_fuera_de_calendario")]
    public void Una_revision_se_abre_por_regla(Revisable? objeto, string que, string? hasta, string resultado) =>
        RevisarEntrega.Decidir(EnRevision(), new RevisarEntrega.Request(objeto, que, hasta is null ? null : DateOnly.Parse(hasta, null))).Rechaza(resultado);

    [Fact]
    public void La_revision_que_sigue_a_una_concluida_lleva_otro_numero()
    {
        var programa = EnRevision(new RevisionConcluida("prototipo-1", Ayer, "Favorable"));

        Assert.Equal("prototipo-2", ((RevisionAbierta)RevisarEntrega.Decidir(programa, new RevisarEntrega.Request(Revisable.Prototipo, "v2", Ayer)).Debe()).Clave);
    }

    public static TheoryData<Atencion?, string> Respuestas => new() { { null, "observaciones_pendientes" }, { Atencion.EnEstudio, "observaciones_pendientes" }, { Atencion.Atendida, "aceptado" }, { Atencion.NoProcede, "aceptado" } };

    [Theory, MemberData(nameof(Respuestas))]
    public void Una_revision_se_concluye_con_todo_respondido(Atencion? atencion, string resultado)
    {
        var programa = EnRevision([new ObservacionHecha(Primera, "Falta el mapa"), .. atencion is { } a ? [new ObservacionRespondida(3, "Se agregó", a)] : Array.Empty<Suceso>()]);

        RevisarEntrega.Decidir(programa, new RevisarEntrega.Conclusion("prototipo-1", Ayer, "Favorable"), Ahora).Rechaza(resultado);
        Assert.Equal(["Falta el mapa"], programa.Cotaprep.Revision("prototipo-1")!.Observaciones(programa).Select(o => o.Texto));
    }

    [Theory]
    [InlineData("bases-1", "2024-02-19", "Favorable", "revision_desconocida")]
    [InlineData("prototipo-1", null, "Favorable", "falta_fecha")]
    [InlineData("prototipo-1", "2024-02-21", "Favorable", "fecha_por_venir")]
    [InlineData("prototipo-1", "2024-02-19", "", "falta_opinion")]
    public void Concluirla_dice_cuando_y_que_opina(string clave, string? fecha, string opinion, string resultado) =>
        RevisarEntrega.Decidir(EnRevision(), new RevisarEntrega.Conclusion(clave, fecha is null ? null : DateOnly.Parse(fecha, null), opinion), Ahora).Rechaza(resultado);

    [Fact]
    public void El_informe_final_pide_conclusiones_y_ninguna_revision_abierta()
    {
        Assert.Equal("informe_incompleto", InformeDelCotaprep.Impedimento(Programa())?.Codigo);
        Assert.Equal("revision_abierta", InformeDelCotaprep.Impedimento(EnRevision(new ConclusionesEscritas("Todo bien.")))?.Codigo);
        Assert.Null(InformeDelCotaprep.Impedimento(EnRevision(new ConclusionesEscritas("Todo bien."), new RevisionConcluida("prototipo-1", Ayer, "Favorable"))));
        InformeDelCotaprep.Decidir(Programa(), new("")).Rechaza("sin_cambio");
        InformeDelCotaprep.Decidir(Programa(), new(new('x', 20_001))).Rechaza("texto_largo");
    }

    private static Programa EnRevision(params Suceso[] mas) => Programa([new RevisionAbierta("prototipo-1", Revisable.Prototipo, "v1", new(2024, 2, 28)), .. mas]);

    private static Programa Programa(params Suceso[] mas) => mas.Prepend(new ProgramaAbierto(DatosQueSeEntregan.Oaxaca))
        .Select((s, i) => new Asiento(i + 1, "p", Ahora.AddDays(-3), "irving", "SECRETARIA_TECNICA", s)).Aggregate(Seguimiento.Programa.Vacio("p"), (p, a) => p.Con(a));
}
