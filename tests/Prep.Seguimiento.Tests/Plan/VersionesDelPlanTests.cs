using System.Text.Json;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Tests.Plan;

public sealed class VersionesDelPlanTests
{
    private const string Pto = "2024-01-4";        // waits for 2023-12-1, and nothing waits for it
    private const string Auditores = "2024-01-5";  // two wait for it

    private static readonly Actividad Buena = DatosQueSeEntregan.Oaxaca.Plan.Actividades.Single(a => a.Id == Pto);

    public static TheoryData<EditarActividad.Request, string> Ediciones => new()
    {
        { De(Buena) with { Responsable = "Unidad Técnica" }, "aceptado" },
        { De(Buena) with { Limite = new(2024, 1, 8) }, "aceptado" },
        { De(Buena) with { Limite = new(2024, 1, 31) }, "sin_cambio" },    // the last day of its month is what it had
        { De(Buena), "sin_cambio" },
        { De(Buena) with { Responsable = "Unidad Técnica", Sobre = 1 }, "aceptado" },
        { De(Buena) with { Responsable = "Unidad Técnica", Sobre = 2 }, "plan_cambiado" },    // somebody else was quicker
        { De(Buena) with { Responsable = "Unidad Técnica", Motivo = " " }, "falta_motivo" },
        { De(Buena) with { Texto = " " }, "falta_texto" },
        { De(Buena) with { Texto = new('x', 2001) }, "falta_texto" },
        { De(Buena) with { Periodo = new(2042, 1) }, "mes_fuera_de_calendario" },
        { De(Buena) with { Limite = new(2042, 1, 8) }, "fecha_fuera_de_calendario" },
        { De(Buena) with { Entregable = 99 }, "entregable_desconocido" },
        { De(Buena) with { DependeDe = ["2024-99-1"] }, "dependencia_desconocida" },
        { De(Buena) with { DependeDe = [Pto] }, "dependencia_en_circulo" },
        { De(Buena) with { Id = "2024-99-1" }, "actividad_desconocida" },
        { De(Buena) with { Id = null, Texto = "Visita a los CATD" }, "aceptado" },
        { De(Buena) with { Id = null, Texto = "" }, "falta_texto" },
    };

    [Theory, MemberData(nameof(Ediciones))]
    public void Se_edita_por_regla(EditarActividad.Request r, string resultado) => EditarActividad.Decidir(ProgramaDePrueba.Oaxaca(), r).Rechaza(resultado);

    [Fact]
    public void Quien_espera_a_quien_le_espera_no_empieza_nunca()
    {
        var esperada = DatosQueSeEntregan.Oaxaca.Plan.Actividades.Single(a => a.Id == Auditores);

        EditarActividad.Decidir(ProgramaDePrueba.Oaxaca(), De(esperada) with { DependeDe = ["2024-02-6"] }).Rechaza("dependencia_en_circulo");
    }

    [Fact]
    public void Lo_que_se_edita_es_otra_version_y_la_anterior_se_sigue_leyendo()
    {
        var programa = ProgramaDePrueba.Oaxaca();
        programa = programa.Con(EditarActividad.Decidir(programa, De(Buena) with { Responsable = "Unidad Técnica", Limite = new(2024, 1, 8) }).Debe());

        Assert.Equal((2, new DateOnly(2024, 1, 8), "Unidad Técnica"), (programa.Plan.Version, programa.Plan.Actividad(Pto)!.Vence, programa.Plan.Actividad(Pto)!.Responsable));
        Assert.Equal(33, programa.Plan.Definicion.Plan.Actividades.Length);
        Assert.Equal(new DateOnly(2024, 1, 31), programa.Plan.Versiones[0].Definicion.Plan.Actividades.Single(a => a.Id == Pto).Vence);
        Assert.Equal(
            [(Buena.Texto, "Fecha límite", "31/01/2024", "08/01/2024"), (Buena.Texto, "Responsable", "", "Unidad Técnica")],
            DiferenciaDelPlan.Entre(programa.Plan.Versiones[0].Definicion, programa.Plan.Versiones[1].Definicion).Select(c => (c.Lugar, c.Que, c.Antes, c.Despues)));
        // What the book gives back of it is the same: an entry written is an entry read.
        var (nombre, contenido) = SucesoJson.Escribir(programa.Historia[^1].Suceso);
        Assert.Equivalent(programa.Historia[^1].Suceso, SucesoJson.Leer(nombre, contenido), strict: true);
    }

    [Fact]
    public void Un_plan_que_se_escribio_antes_de_las_fechas_se_lee_igual()
    {
        var (nombre, contenido) = SucesoJson.Escribir(new ProgramaAbierto(DatosQueSeEntregan.Oaxaca));
        var viejo = JsonSerializer.SerializeToNode(JsonDocument.Parse(contenido))!;
        foreach (var actividad in viejo["definicion"]!["plan"]!["actividades"]!.AsArray())
        {
            actividad!.AsObject().Remove("limite");
            actividad.AsObject().Remove("responsable");
        }

        Assert.Equivalent(DatosQueSeEntregan.Oaxaca, ((ProgramaAbierto)SucesoJson.Leer(nombre, viejo.ToJsonString())).Definicion, strict: true);
    }

    [Fact]
    public void La_nueva_lleva_una_clave_que_nadie_tuvo()
    {
        var programa = ProgramaDePrueba.Oaxaca();
        programa = programa.Con(EditarActividad.Decidir(programa, De(Buena) with { Id = null, Texto = "Primera", DependeDe = [] }).Debe());
        programa = programa.Con(QuitarActividad.Decidir(programa, new("2024-01-6", "Sobra", false)).Debe());
        programa = programa.Con(EditarActividad.Decidir(programa, De(Buena) with { Id = null, Texto = "Segunda" }).Debe());

        Assert.Equal(["2024-01-7"], programa.Plan.Definicion.Plan.Actividades.Select(a => a.Id).Except(DatosQueSeEntregan.Oaxaca.Plan.Actividades.Select(a => a.Id)));
    }

    [Fact]
    public void Lo_que_tiene_historia_no_se_va_callando()
    {
        Asunto asunto = new(TipoDeAsunto.Actividad, Pto);
        foreach (var historia in new Suceso[]
        {
            new ActividadEnEstado(Pto, EstadoDeActividad.EnCurso, "", null),
            new DocumentoEntregado(asunto, "PTO", "pto.pdf", 1, new('a', 64), ClaseDeDocumento.Proyecto, false, ""),
            new Seguimiento.Observaciones.ObservacionHecha(asunto, "Falta un anexo."),
            new AcuerdoDeActividad(Pto, "IEEPCO-CG-10/2024", "https://ieepco.example/10", false),
        })
        {
            var programa = ProgramaDePrueba.Oaxaca(historia);
            var callada = QuitarActividad.Decidir(programa, new(Pto, "Ya no va", false));
            callada.Rechaza("con_historia");
            Assert.Contains(Buena.Texto, callada.Rechazo.Mensaje);
            CambiarPlan.Decidir(programa, new(DatosQueSeEntregan.Oaxaca with { Plan = DatosQueSeEntregan.Oaxaca.Plan with { Actividades = [] } }, "De golpe", [])).Rechaza("con_historia");

            programa = programa.Con(QuitarActividad.Decidir(programa, new(Pto, "Ya no va", true)).Debe());

            Assert.Null(programa.Plan.Actividad(Pto));
            Assert.Equivalent(Buena, programa.Plan.Retirada(Pto)!.Value.Actividad);
            Assert.Equal(Buena.Texto, AsuntosDelPrograma.De(programa, asunto)!.Titulo);
            Assert.Equal([Pto], ((PlanCambiado)programa.Historia[^1].Suceso).Retiradas);
        }
    }

    [Fact]
    public void Lo_que_otras_esperan_no_se_retira() => QuitarActividad.Decidir(ProgramaDePrueba.Oaxaca(), new(Auditores, "Sobra", true)).Rechaza("otras_dependen");

    [Fact]
    public void Sin_historia_se_retira_con_su_motivo()
    {
        QuitarActividad.Decidir(ProgramaDePrueba.Oaxaca(), new(Pto, "", false)).Rechaza("falta_motivo");
        QuitarActividad.Decidir(ProgramaDePrueba.Oaxaca(), new("2024-99-1", "x", false)).Rechaza("actividad_desconocida");
        QuitarActividad.Decidir(ProgramaDePrueba.Oaxaca(), new(Pto, "Sobra", false)).Rechaza("aceptado");
    }

    public static TheoryData<AprobarPlan.Request, string> Aprobaciones => new()
    {
        { new(1, "Primera Sesión Ordinaria", "1/2023", new(2023, 12, 15)), "aceptado" },
        { new(2, "Primera Sesión Ordinaria", "1/2023", new(2023, 12, 15)), "version_desconocida" },
        { new(0, "Primera Sesión Ordinaria", "1/2023", new(2023, 12, 15)), "version_desconocida" },
        { new(1, "", "1/2023", new(2023, 12, 15)), "falta_acuerdo" },
        { new(1, "Primera Sesión Ordinaria", "", new(2023, 12, 15)), "falta_acuerdo" },
        { new(1, "Primera Sesión Ordinaria", "1/2023", null), "falta_acuerdo" },
        { new(1, "Primera Sesión Ordinaria", "1/2023", new(2032, 12, 15)), "fecha_fuera_de_calendario" },
        { new(1, "Primera Sesión Ordinaria", "1/2023", new(2024, 1, 21)), "fecha_por_venir" },
    };

    [Theory, MemberData(nameof(Aprobaciones))]
    public void Se_aprueba_en_sesion(AprobarPlan.Request r, string resultado) => AprobarPlan.Decidir(ProgramaDePrueba.Oaxaca(), r, ProgramaDePrueba.Ahora).Rechaza(resultado);

    [Fact]
    public void La_version_aprobada_se_queda_cuando_el_plan_cambia()
    {
        var programa = ProgramaDePrueba.Oaxaca();
        programa = programa.Con(AprobarPlan.Decidir(programa, new(1, "Primera Sesión Ordinaria", "1/2023", new(2023, 12, 15)), ProgramaDePrueba.Ahora).Debe());
        programa = programa.Con(EditarActividad.Decidir(programa, De(Buena) with { Responsable = "Unidad Técnica" }).Debe());

        Assert.Equal((2, 1, "1/2023"), (programa.Plan.Version, AprobarPlan.Ultima(programa)!.Version, AprobarPlan.Ultima(programa)!.Aprobacion!.Acuerdo));
        AprobarPlan.Decidir(programa, new(1, "Otra", "2/2023", new(2023, 12, 16)), ProgramaDePrueba.Ahora).Rechaza("version_aprobada");
    }

    [Fact]
    public void Un_acuerdo_de_la_comision_aprueba_y_cuando_queda_sin_efecto_deja_de_aprobar()
    {
        var programa = ProgramaDePrueba.Oaxaca(
            new SesionConvocada(OrganoColegiado.Comision, TipoDeSesion.Ordinaria, "Primera Sesión Ordinaria", null, ProgramaDePrueba.Ahora, ProgramaDePrueba.Ahora, "Sala", "", [new("Plan", true)], null),
            new AcuerdoTomado(2, 0, OrganoColegiado.Comision, "CTPREP/01/2024", new(2024, 1, 18), "Se aprueba el plan", "", null),
            new AcuerdoTomado(2, 0, OrganoColegiado.Cotaprep, "COTAPREP/01/2024", new(2024, 1, 18), "Otro", "", null));
        AprobarPlan.Request delLibro = new(1, "", "", null, 3);
        AprobarPlan.Decidir(programa, delLibro with { DelLibro = 4 }, ProgramaDePrueba.Ahora).Rechaza("acuerdo_desconocido");
        AprobarPlan.Decidir(programa, delLibro with { DelLibro = 99 }, ProgramaDePrueba.Ahora).Rechaza("acuerdo_desconocido");

        programa = programa.Con(AprobarPlan.Decidir(programa, delLibro, ProgramaDePrueba.Ahora).Debe());

        var aprobacion = AprobarPlan.EnPie(programa, programa.Plan.Versiones[0])!;
        Assert.Equal(("Primera Sesión Ordinaria", "CTPREP/01/2024", new DateOnly(2024, 1, 18)), (aprobacion.Sesion, aprobacion.Acuerdo, aprobacion.Fecha));
        AprobarPlan.Decidir(programa, delLibro, ProgramaDePrueba.Ahora).Rechaza("version_aprobada");
        programa = programa.Con(new AcuerdoSeguido(3, EstadoDeAcuerdo.SinEfecto, "", null, "Se anuló la votación"));
        Assert.Null(AprobarPlan.Ultima(programa));
        AprobarPlan.Decidir(programa, new(1, "Segunda", "2/2024", new(2024, 1, 19)), ProgramaDePrueba.Ahora).Rechaza("aceptado");
    }

    [Fact]
    public void Un_entregable_con_historia_tampoco_se_va_callando()
    {
        var programa = ProgramaDePrueba.Oaxaca(new Seguimiento.Observaciones.ObservacionHecha(new(TipoDeAsunto.Entregable, "31"), "Falta."));
        var sin = DatosQueSeEntregan.Oaxaca with { Entregables = [.. DatosQueSeEntregan.Oaxaca.Entregables.Where(e => e.Numero is not (30 or 31))] };

        CambiarPlan.Decidir(programa, new(sin, "Otra lista", [])).Rechaza("con_historia");
        Assert.Equal(["entregable:31"], ((PlanCambiado)CambiarPlan.Decidir(programa, new(sin, "Otra lista", ["entregable:31"])).Debe()).Retiradas);
    }

    public static TheoryData<string, string, string, bool, string> Personas => new()
    {
        { "Lic. Nueva Persona", "REPRESENTACION", "IEEPCO-CG-50/2023", true, "aceptado" },
        { "", "REPRESENTACION", "IEEPCO-CG-50/2023", true, "falta_nombre" },
        { "Lic. Nueva Persona", "REPRESENTACION", "", true, "falta_documento" },
        { "Lic. Nueva Persona", "CAPTURA", "IEEPCO-CG-50/2023", true, "puesto_desconocido" },
        { "Lic. Nueva Persona", "PRESIDENCIA", "IEEPCO-CG-50/2023", true, "puesto_ocupado" },
        { "Mtra. Zaira Alhelí Hipólito López", "PRESIDENCIA", "IEEPCO-CG-50/2023", true, "integrante_repetido" },
        { "Mtra. Zaira Alhelí Hipólito López", "INTEGRANTE", "IEEPCO-CG-50/2023", false, "aceptado" },
        { "Mtra. Zaira Alhelí Hipólito López", "PRESIDENCIA", "IEEPCO-CG-50/2023", false, "integrante_desconocido" },
    };

    [Theory, MemberData(nameof(Personas))]
    public void Se_nombra_y_se_releva_por_regla(string nombre, string puesto, string documento, bool entra, string resultado) =>
        CambiarIntegrante.Decidir(ProgramaDePrueba.Oaxaca(), new(new(nombre, puesto, "Consejera"), entra, new(2024, 1, 10), documento), ProgramaDePrueba.Ahora).Rechaza(resultado);

    [Fact]
    public void Un_relevo_cambia_quien_esta_y_no_lo_que_el_plan_decia()
    {
        var programa = ProgramaDePrueba.Oaxaca();
        programa = programa.Con(CambiarIntegrante.Decidir(programa, new(new("Mtra. Carmelita Sibaja Ochoa", "PRESIDENCIA", "x"), false, new(2024, 1, 10), "Renuncia"), ProgramaDePrueba.Ahora).Debe());
        programa = programa.Con(CambiarIntegrante.Decidir(programa, new(new("Lic. Nueva Persona", "PRESIDENCIA", "Consejera", "nueva"), true, new(2024, 1, 10), "IEEPCO-CG-50/2023"), ProgramaDePrueba.Ahora).Debe());

        Assert.Equal(4, programa.Plan.Definicion.Integrantes.Length);
        Assert.Equal("Lic. Nueva Persona", programa.NombreDe("nueva"));
        Assert.Equal("Mtra. Carmelita Sibaja Ochoa", programa.NombreDe("carmelita"));    // who left keeps the name of what she did
        Assert.Contains(programa.Plan.Versiones[0].Definicion.Integrantes, i => i.Persona == "carmelita");
        Assert.Equal(1, programa.Plan.Version);
    }

    public static TheoryData<EnlazarAcuerdo.Request, string> Enlaces => new()
    {
        { new(Pto, "IEEPCO-CG-45/2023", "https://www.ieepco.org.mx/acuerdo.pdf"), "aceptado" },
        { new(Pto, "", "https://www.ieepco.org.mx/acuerdo.pdf"), "falta_acuerdo" },
        { new(Pto, "IEEPCO-CG-45/2023", "www.ieepco.org.mx"), "direccion_ilegible" },
        { new(Pto, "IEEPCO-CG-45/2023", "javascript:alert(1)"), "direccion_ilegible" },
        { new(Pto, "IEEPCO-CG-45/2023", "https://ieepco.org.mx@otro.example/"), "direccion_ilegible" },
        { new("2024-99-1", "IEEPCO-CG-45/2023", "https://www.ieepco.org.mx/acuerdo.pdf"), "actividad_desconocida" },
        { new(Pto, "Ya", "https://ya.example/"), "acuerdo_repetido" },
        { new(Pto, "Ya", "https://ya.example/", Quitado: true), "aceptado" },
        { new(Pto, "Otro", "https://ya.example/", Quitado: true), "acuerdo_desconocido" },
    };

    [Theory, MemberData(nameof(Enlaces))]
    public void Se_enlaza_lo_que_alguien_puede_leer(EnlazarAcuerdo.Request r, string resultado) =>
        EnlazarAcuerdo.Decidir(ProgramaDePrueba.Oaxaca(new AcuerdoDeActividad(Pto, "Ya", "https://ya.example/", false)), r).Rechaza(resultado);

    private static EditarActividad.Request De(Actividad a) => new(a.Id, a.Texto, a.Periodo, a.Limite, a.Responsable, a.Fase, a.Entregable, a.DependeDe, "Se acordó en reunión de trabajo");
}
