using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Documentos;

public sealed class DocumentosTests
{
    private static readonly Asunto Pto = new(TipoDeAsunto.Actividad, "2024-01-4");    // its deliverable is approved by the Consejo General
    private static readonly Asunto Otro = new(TipoDeAsunto.Actividad, "2024-01-5");
    private static readonly Aprobacion Buena = new(Organo.ConsejoGeneral, new(2024, 1, 19), "IEEPCO-CG-10/2024");
    private static readonly ArchivoGuardado Archivo = new(new('a', 64), 10), Nuevo = new(new('b', 64), 20);
    private static readonly EntregarDocumento.Request Buen = new(Pto, "PTO, versión final", "pto.pdf", ClaseDeDocumento.VersionFinal);

    public static TheoryData<EntregarDocumento.Request, string> Entregas => new()
    {
        { Buen, "aceptado" },
        { Buen with { Archivo = "" }, "falta_archivo" },
        { Buen with { Archivo = "C:\\papeles\\" }, "falta_archivo" },
        { Buen with { Titulo = "  " }, "falta_titulo" },
        { Buen with { Titulo = new('x', 301) }, "falta_titulo" },
        { Buen with { Reservado = true }, "falta_motivo_de_reserva" },
        { Buen with { Reservado = true, MotivoDeReserva = "Datos personales" }, "aceptado" },
        { Buen with { Asunto = new(TipoDeAsunto.Actividad, "2024-99-1") }, "asunto_desconocido" },
        { Buen with { Asunto = new(TipoDeAsunto.Entregable, "8") }, "aceptado" },
        { Buen with { Asunto = new(TipoDeAsunto.Entregable, "33") }, "asunto_desconocido" },
        { Buen with { Asunto = new(TipoDeAsunto.Plan, "1") }, "aceptado" },
        { Buen with { Asunto = new(TipoDeAsunto.Plan, "2") }, "asunto_desconocido" },
        { Buen with { Numero = 2 }, "aceptado" },
        { Buen with { Numero = 99 }, "documento_desconocido" },
        { Buen with { Numero = 2, Asunto = Otro }, "documento_de_otro_asunto" },
    };

    [Theory, MemberData(nameof(Entregas))]
    public void Se_entrega_por_regla(EntregarDocumento.Request r, string resultado) => EntregarDocumento.Decidir(ConUno(), r, Nuevo).Rechaza(resultado);

    [Fact]
    public void El_mismo_archivo_con_el_mismo_nombre_no_es_otra_version() => EntregarDocumento.Decidir(ConUno(), Buen with { Numero = 2 }, Archivo).Rechaza("documento_igual");

    [Fact]
    public void Lo_aprobado_se_queda_aunque_se_sustituya()
    {
        var programa = ConUno().Con(AprobarDocumento.Decidir(ConUno(), new(2, 1, Buena), ProgramaDePrueba.Ahora).Debe());

        programa = programa.Con(EntregarDocumento.Decidir(programa, Buen with { Numero = 2, Titulo = "PTO corregido" }, Nuevo).Debe());

        var documento = programa.Documentos.Todos[2];
        Assert.Equal((2, "PTO corregido", Nuevo.Sha256, null), (documento.Vigente.Version, documento.Vigente.Titulo, documento.Vigente.Sha256, documento.Vigente.Aprobacion));
        Assert.Equal((1, Archivo.Sha256, Buena), (documento.Aprobada!.Version, documento.Aprobada.Sha256, documento.Aprobada.Aprobacion));
        AprobarDocumento.Decidir(programa, new(2, 1, Buena with { Acuerdo = "IEEPCO-CG-11/2024" }), ProgramaDePrueba.Ahora).Rechaza("version_aprobada");
    }

    public static TheoryData<AprobarDocumento.Request, string> Aprobaciones => new()
    {
        { new(2, 1, Buena), "aceptado" },
        { new(2, 1, null), "falta_acuerdo" },
        { new(2, 1, Buena with { Organo = Organo.Comision }), "organo_distinto" },
        { new(2, 1, Buena with { Fecha = new(2042, 1, 19) }), "fecha_fuera_de_calendario" },
        { new(2, 1, Buena with { Fecha = new(2024, 1, 21) }), "fecha_por_venir" },
        { new(2, 0, Buena), "documento_desconocido" },
        { new(2, 2, Buena), "documento_desconocido" },
        { new(1, 1, Buena), "documento_desconocido" },
    };

    [Theory, MemberData(nameof(Aprobaciones))]
    public void Se_aprueba_por_regla(AprobarDocumento.Request r, string resultado) => AprobarDocumento.Decidir(ConUno(), r, ProgramaDePrueba.Ahora).Rechaza(resultado);

    [Fact]
    public void Se_reserva_y_se_hace_publico_con_su_motivo()
    {
        var programa = ConUno();
        ReservarDocumento.Decidir(programa, new(2, 1, false, "x")).Rechaza("sin_cambio");
        ReservarDocumento.Decidir(programa, new(2, 1, true, " ")).Rechaza("falta_motivo_de_reserva");
        ReservarDocumento.Decidir(programa, new(2, 2, true, "x")).Rechaza("documento_desconocido");

        programa = programa.Con(ReservarDocumento.Decidir(programa, new(2, 1, true, "Plan de seguridad")).Debe());

        Assert.Empty(programa.Documentos.Todos[2].Publicas);
        programa = programa.Con(EntregarDocumento.Decidir(programa, Buen with { Numero = 2, Titulo = "Versión pública" }, Nuevo).Debe());
        Assert.Equal([2], programa.Documentos.Todos[2].Publicas.Select(v => v.Version));    // a public version does not bring out the reserved one
    }

    [Fact]
    public void Se_firma_una_vez_y_la_que_esta_vigente()
    {
        var programa = ConUno().Con(FirmarDocumento.Decidir(ConUno(), 2, 1, "zaira").Debe(), "zaira", "INTEGRANTE");

        FirmarDocumento.Decidir(programa, 2, 1, "zaira").Rechaza("ya_firmado");
        FirmarDocumento.Decidir(programa, 2, 1, "jessica").Rechaza("aceptado");
        FirmarDocumento.Decidir(programa, 2, 2, "jessica").Rechaza("documento_desconocido");
        FirmarDocumento.Decidir(programa.Con(new DocumentoSustituido(2, "Otra", "otra.pdf", 1, Nuevo.Sha256, ClaseDeDocumento.Minuta, false, "")), 2, 1, "jessica").Rechaza("version_sustituida");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("VERSION final", 1)]
    [InlineData("técnico operativo", 1)]    // of what it belongs to
    [InlineData("pto auditor", 0)]
    public void Se_halla_por_palabras_con_acento_o_sin_el(string busca, int hallados) => Assert.Equal(hallados, VerDocumentos.Buscar(ConUno(), busca, "INVITADO").Count());

    [Theory]
    [InlineData("INVITADO", 0)]
    [InlineData("REPRESENTACION", 0)]
    [InlineData("AUDITOR", 1)]
    [InlineData("INE", 1)]
    public void Los_papeles_de_un_hallazgo_son_de_quien_ve_los_hallazgos(string puesto, int hallados) => Assert.Equal(
        hallados, VerDocumentos.Buscar(ProgramaDePrueba.Oaxaca(new DocumentoEntregado(new(TipoDeAsunto.Hallazgo, "H-01"), "Captura", "h.png", 1, Archivo.Sha256, ClaseDeDocumento.Evidencia, true, "Seguridad")), "", puesto).Count());

    [Theory]
    [InlineData("pto.pdf", "pto.pdf")]
    [InlineData("C:\\Users\\Irving\\PTO final.pdf", "PTO final.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "")]
    [InlineData("acta\r\nSet-Cookie: x.pdf", "actaSet-Cookie: x.pdf")]
    [InlineData("acta‮fdp.exe", "actafdp.exe")]    // turned around it would read actaexe.pdf
    [InlineData("Ubicación de CATD.PDF", "Ubicación de CATD.PDF")]
    public void Del_nombre_queda_lo_que_se_ve(string dicho, string queda) => Assert.Equal(queda, EntregarDocumento.Nombre(dicho));

    [Theory]
    [InlineData("a.pdf", "application/pdf")]
    [InlineData("a.JPG", "image/jpeg")]
    [InlineData("a.html", "application/octet-stream")]
    [InlineData("a.svg", "application/octet-stream")]
    [InlineData("a.pdf.exe", "application/octet-stream")]
    [InlineData("a", "application/octet-stream")]
    public void Solo_se_nombra_lo_que_no_hace_nada(string archivo, string tipo) => Assert.Equal(tipo, DescargarDocumento.Tipo(archivo));

    private static Programa ConUno() => ProgramaDePrueba.Oaxaca(EntregarDocumento.Decidir(ProgramaDePrueba.Oaxaca(), Buen, Archivo).Debe());
}
