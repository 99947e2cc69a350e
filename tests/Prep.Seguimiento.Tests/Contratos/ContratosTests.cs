using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Contratos;

public sealed class ContratosTests
{
    private const int Universidad = 2;
    private const int Empresa = 3;
    private const int Descartada = 4;

    private static readonly DateTimeOffset Ahora = new(2024, 2, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly Aprobacion Buena = new(Organo.ConsejoGeneral, new(2024, 2, 10), "IEEPCO-CG-12/2024");
    private static readonly PiezaEntregada Proyecto = new(Contrato.EnteAuditor, Pieza.Instrumento, FaseDeDocumento.Proyecto, new(2024, 2, 1), "UTSID/3/2024");

    public static TheoryData<ProponerCandidato.Request, bool, string> Candidatos
    {
        get
        {
            ProponerCandidato.Request buena = new(Contrato.EnteAuditor, "Otra universidad", "Auditó tres PREP.", true);
            return new()
            {
                { buena, true, "aceptado" },
                { buena with { Nombre = "" }, true, "falta_nombre" },
                { buena with { Nombre = new('x', 201) }, true, "falta_nombre" },
                { buena with { Experiencia = "" }, true, "falta_experiencia" },
                { buena with { Nombre = "una universidad" }, true, "candidato_repetido" },
                { buena with { Nombre = "Descartada" }, true, "aceptado" },    // it may come back
                { buena with { Nombre = "Una universidad", Contrato = Contrato.Tercero }, true, "aceptado" },
                { buena with { Contrato = Contrato.Tercero }, false, "sin_tercero" },
            };
        }
    }

    [Theory, MemberData(nameof(Candidatos))]
    public void Un_candidato_se_propone_por_regla(ProponerCandidato.Request r, bool conTercero, string resultado) =>
        ProponerCandidato.Decidir(Programa(new TerceroDeterminado(conTercero, Buena)), r).Rechaza(resultado);

    public static TheoryData<DesignarContratado.Request, string> Designaciones => new()
    {
        { new(Empresa, Buena), "aceptado" },
        { new(Universidad, Buena), "sin_cambio" },
        { new(Universidad, Buena with { Acuerdo = "IEEPCO-CG-13/2024" }), "aceptado" },
        { new(Descartada, Buena), "candidato_descartado" },
        { new(99, Buena), "candidato_desconocido" },
        { new(Empresa, null), "falta_acuerdo" },
        { new(Empresa, Buena with { Acuerdo = "" }), "falta_acuerdo" },
        { new(Empresa, Buena with { Fecha = new(2024, 2, 21) }), "fecha_por_venir" },
        { new(Empresa, Buena with { Fecha = new(2034, 2, 10) }), "fecha_fuera_de_calendario" },
    };

    [Theory, MemberData(nameof(Designaciones))]
    public void Se_designa_por_regla(DesignarContratado.Request r, string resultado) => DesignarContratado.Decidir(Programa(), r, Ahora).Rechaza(resultado);

    [Theory]
    [InlineData(Contrato.EnteAuditor, "2024-02-12", "R/1", "aceptado")]
    [InlineData(Contrato.EnteAuditor, "2024-02-09", "R/1", "antes_de_designar")]
    [InlineData(Contrato.EnteAuditor, "2024-02-21", "R/1", "fecha_por_venir")]
    [InlineData(Contrato.EnteAuditor, "2024-02-12", "", "falta_oficio")]
    [InlineData(Contrato.Tercero, "2024-02-12", "R/1", "falta_designacion")]
    public void Quien_se_designo_acepta_una_vez(Contrato contrato, string fecha, string oficio, string resultado)
    {
        DesignarContratado.Aceptacion r = new(contrato, DateOnly.Parse(fecha, null), oficio);
        DesignarContratado.Decidir(Programa(), r, Ahora).Rechaza(resultado);
        DesignarContratado.Decidir(Programa(new DesignacionAceptada(Contrato.EnteAuditor, new(2024, 2, 11), "R/0")), r with { Contrato = Contrato.EnteAuditor }, Ahora).Rechaza("ya_aceptado");
    }

    public static TheoryData<EntregarPieza.Request, string> Piezas
    {
        get
        {
            EntregarPieza.Request buena = new(Contrato.EnteAuditor, Pieza.Instrumento, FaseDeDocumento.VersionFinal, new(2024, 2, 19), "C/9/2024");
            return new()
            {
                { buena, "aceptado" },
                { buena with { Pieza = Pieza.PlanDeAuditoria }, "aceptado" },
                { buena with { Contrato = Contrato.Tercero, Pieza = Pieza.PlanDeAuditoria }, "pieza_ajena" },
                { buena with { Contrato = Contrato.Tercero }, "falta_designacion" },
                { buena with { Contrato = Contrato.Tercero, Fase = FaseDeDocumento.Proyecto }, "aceptado" },    // a draft needs nobody
                { buena with { Pieza = null }, "falta_pieza" },
                { buena with { Fase = null }, "falta_pieza" },
                { buena with { Fecha = null }, "falta_fecha" },
                { buena with { Fecha = new(2024, 2, 21) }, "fecha_por_venir" },
                { buena with { Referencia = "" }, "falta_referencia" },
                { buena with { Fase = FaseDeDocumento.Proyecto, Fecha = Proyecto.Fecha, Referencia = Proyecto.Referencia }, "sin_cambio" },
            };
        }
    }

    [Theory, MemberData(nameof(Piezas))]
    public void Una_pieza_se_entrega_por_regla(EntregarPieza.Request r, string resultado) => EntregarPieza.Decidir(Programa(), r, Ahora).Rechaza(resultado);

    [Theory]
    [InlineData(Empresa, "Cara", "aceptado")]
    [InlineData(Empresa, "", "falta_motivo")]
    [InlineData(Universidad, "Cara", "candidato_designado")]
    [InlineData(Descartada, "Cara", "candidato_descartado")]
    [InlineData(99, "Cara", "candidato_desconocido")]
    public void Un_candidato_se_descarta_con_motivo(int numero, string motivo, string resultado) => ProponerCandidato.Decidir(Programa(), new ProponerCandidato.Descarte(numero, motivo)).Rechaza(resultado);

    [Fact]
    public void Con_un_tercero_designado_no_queda_que_no_hay_tercero()
    {
        var programa = Programa(new CandidatoPropuesto(Contrato.Tercero, "Empresa", "Opera.", false), new CandidatoDesignado(7, Buena));

        ProponerCandidato.Decidir(programa, new ProponerCandidato.Determinacion(false, Buena), Ahora).Rechaza("tercero_designado");
        ProponerCandidato.Decidir(programa, new ProponerCandidato.Determinacion(true, null), Ahora).Rechaza("falta_acuerdo");
        ProponerCandidato.Decidir(Programa(new TerceroDeterminado(true, Buena)), new ProponerCandidato.Determinacion(true, Buena), Ahora).Rechaza("sin_cambio");
    }

    [Fact]
    public void Otra_designacion_pide_otra_aceptacion()
    {
        var programa = Programa(new DesignacionAceptada(Contrato.EnteAuditor, new(2024, 2, 11), "R/0"), new CandidatoDesignado(Empresa, Buena));

        Assert.Equal(("Una empresa", (DesignacionAceptada?)null), (programa.Contratos.EnteAuditor.Designacion!.Candidato.Propuesto.Nombre, programa.Contratos.EnteAuditor.Designacion.Aceptada));
        Assert.Equal(Proyecto, programa.Contratos.EnteAuditor.De(Pieza.Instrumento, FaseDeDocumento.Proyecto));
    }

    private static Programa Programa(params Suceso[] mas) => new Suceso[]
    {
        new ProgramaAbierto(DatosQueSeEntregan.Oaxaca),
        new CandidatoPropuesto(Contrato.EnteAuditor, "Una universidad", "Auditó dos.", true),
        new CandidatoPropuesto(Contrato.EnteAuditor, "Una empresa", "Auditó uno.", false),
        new CandidatoPropuesto(Contrato.EnteAuditor, "Descartada", "Ninguna.", false),
        new CandidatoDescartado(Descartada, "No contestó"),
        new CandidatoDesignado(Universidad, Buena),
    }.Concat(mas).Append(Proyecto).Select((s, i) => new Asiento(i + 1, "p", Ahora.AddDays(-30), "irving", "SECRETARIA_TECNICA", s)).Aggregate(Seguimiento.Programa.Vacio("p"), (p, a) => p.Con(a));
}
