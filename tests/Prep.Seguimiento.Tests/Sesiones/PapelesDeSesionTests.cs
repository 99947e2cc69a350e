using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Tests.Sesiones;

public sealed class PapelesDeSesionTests
{
    [Fact]
    public void El_acta_dice_quien_asistio_como_voto_cada_quien_y_que_se_acordo()
    {
        var comision = Cerrada();
        var acta = comision.Pagina(PapelDeSesion.Acta);

        Assert.Contains("Acta de la primera sesión ordinaria", acta);
        Assert.Contains("De 3 personas con voto asistieron 3 y se requerían 2: se declaró que hay quórum.", acta);
        Assert.Contains("Aprobado por mayoría: 2 a favor, 1 en contra.", acta);
        Assert.Contains("<td>Mtra. Zaira Alhelí Hipólito López</td><td>En contra</td>", acta);
        Assert.Contains("CTPREP-01/2023", acta);
        Assert.Contains("A las 12:01 horas del 20 de diciembre de 2023 se retiró Licda. Jessica Jazibe Hernández García.", acta);
        Assert.Contains("&lt;b&gt;dijo&lt;/b&gt;", acta);    // what was typed is text
        Assert.Contains("Proyecto: todavía no se emite.", acta);
    }

    [Fact]
    public void La_minuta_y_la_convocatoria_salen_de_lo_mismo()
    {
        var comision = Cerrada();
        Assert.Contains("Lic. Rosa Pérez, Partido Uno", comision.Pagina(PapelDeSesion.Minuta));
        var convocatoria = comision.Pagina(PapelDeSesion.Convocatoria);
        Assert.Contains("12:00 horas del 20 de diciembre de 2023", convocatoria);
        Assert.Contains("12:30 horas del 20 de diciembre de 2023", convocatoria);
    }

    [Fact]
    public void El_acta_que_se_emite_despues_de_una_fe_de_erratas_dice_lo_de_antes_y_lo_de_ahora()
    {
        var comision = Cerrada();
        var acuerdo = comision.Programa.Sesiones.Acuerdos.Values.First();
        comision.Hacer(CorregirAcuerdo.Decidir(comision.Programa, new(acuerdo.Numero, "Texto bueno.", "Faltaba una palabra", comision.Sesion.Numero)));
        Assert.Contains($"Texto bueno. (Fe de erratas del 20/12/2023, aprobada en: Primera sesión ordinaria. Decía: «{acuerdo.Texto}». Motivo: Faltaba una palabra)", comision.Pagina(PapelDeSesion.Acta));
        Assert.DoesNotContain("Fe de erratas", comision.Pagina(PapelDeSesion.Convocatoria));
    }

    [Fact]
    public void La_que_no_se_celebro_deja_constancia()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        comision.Ahora = ComisionDePrueba.Inicio.AddMinutes(31);
        comision.Hacer(AbrirSesion.DecidirNoCelebrada(comision.Programa, comision.Lista("zaira", "irving"), comision.Ahora));

        Assert.Contains("no se celebró por falta de quórum", comision.Pagina(PapelDeSesion.Acta));
        Assert.Equal(["zaira", "irving"], comision.Sesion.Firman.Select(a => a.Clave));
        VerPapel.Hallar(comision.Programa, comision.Sesion.Numero, "minuta").Rechaza("papel_desconocido");
    }

    [Fact]
    public void Firma_quien_asistio_una_vez_y_lo_emitido()
    {
        var comision = Cerrada();
        var numero = comision.Sesion.Numero;
        FirmarPapel.Decidir(comision.Programa, numero, "acta", "zaira").Rechaza("papel_sin_emitir");
        FirmarPapel.Decidir(comision.Programa, numero, "dibujo", "zaira").Rechaza("papel_desconocido");
        comision.Hacer(EntregarDocumento.Decidir(
            comision.Programa, new(Asunto.De(comision.Sesion), "Acta", PapelDeSesion.Acta.Archivo(comision.Sesion), ClaseDeDocumento.Acta), new(new string('a', 64), 10)));
        // Somebody brought another acta: the issued one is still told apart.
        comision.Hacer(EntregarDocumento.Decidir(comision.Programa, new(Asunto.De(comision.Sesion), "Acta escaneada", "escaneada.pdf", ClaseDeDocumento.Acta), new(new string('b', 64), 10)));

        FirmarPapel.Decidir(comision.Programa, numero, "acta", "Lic. Rosa Pérez").Rechaza("no_firma");
        FirmarPapel.Decidir(comision.Programa, numero, "acta", "pedro").Rechaza("no_firma");
        comision.Hacer(FirmarPapel.Decidir(comision.Programa, numero, "acta", "zaira"), "zaira");
        FirmarPapel.Decidir(comision.Programa, numero, "acta", "zaira").Rechaza("ya_firmado");
        comision.Hacer(FirmarPapel.Decidir(comision.Programa, numero, "acta", "jessica"));    // left before the end, and signed by hand

        Assert.Equal([(comision.Sesion.Numero, PapelDeSesion.Acta)], LoSuyo.De(comision.Programa, "irving").PorFirmar.Select(p => (p.Sesion.Numero, p.Papel)));
        Assert.All(new[] { "zaira", "jessica", "Lic. Rosa Pérez", "pedro" }, p => Assert.False(LoSuyo.De(comision.Programa, p).Hay));
        Assert.Equal([("zaira", false), ("jessica", true)], comision.Programa.Emitido(comision.Sesion, PapelDeSesion.Acta)!.Vigente.Firmas.Select(f => (f.Persona, f.EnPapel)));
    }

    [Fact]
    public void Lo_que_cambia_despues_de_emitirse_no_se_firma_hasta_emitirlo_otra_vez()
    {
        var comision = Cerrada();
        var numero = comision.Sesion.Numero;
        Emitir('a');
        comision.Ahora = comision.Ahora.AddHours(1);
        comision.Hacer(AnotarPunto.Decidir(comision.Programa, new(numero, 0, "Faltaba decir esto.", false)));
        FirmarPapel.Decidir(comision.Programa, numero, "minuta", "zaira").Rechaza("papel_atrasado");

        Emitir('b');
        FirmarPapel.Decidir(comision.Programa, numero, "minuta", "zaira").Rechaza("aceptado");

        void Emitir(char huella) => comision.Hacer(EntregarDocumento.Decidir(
            comision.Programa,
            new(Asunto.De(comision.Sesion), "Minuta", PapelDeSesion.Minuta.Archivo(comision.Sesion), ClaseDeDocumento.Minuta, Numero: comision.Programa.Emitido(comision.Sesion, PapelDeSesion.Minuta)?.Numero),
            new(new string(huella, 64), 10)));
    }

    [Fact]
    public void Todo_lo_que_pasa_en_una_sesion_se_lee_del_libro_como_se_escribio()
    {
        var comision = Cerrada();
        comision.Hacer(SeguirAcuerdo.Decidir(comision.Programa, new(comision.Programa.Sesiones.Acuerdos.Keys.Single(), EstadoDeAcuerdo.EnCurso, "irving", new(2024, 1, 31), "Ya se pidió")));
        comision.Hacer(PedirSesion.Decidir(comision.Programa, OrganoColegiado.Comision, "Otra", "zaira"), "zaira");

        foreach (var suceso in comision.Programa.Historia.Select(a => a.Suceso))
        {
            var (nombre, contenido) = SucesoJson.Escribir(suceso);
            Assert.Equivalent(suceso, SucesoJson.Leer(nombre, contenido), strict: true);
        }
    }

    // Jessica voted and left; the last point was taken out.
    private static ComisionDePrueba Cerrada()
    {
        var comision = ComisionDePrueba.ConSesionAbierta();
        var numero = comision.Sesion.Numero;
        comision.Hacer(AnotarPunto.Decidir(comision.Programa, new(numero, 1, "La presidenta <b>dijo</b> que sí.", false)));
        comision.Hacer(VotarPunto.Decidir(comision.Programa, comision.Votos(1, "Se aprueba el plan.", ("carmelita", SentidoDelVoto.AFavor), ("jessica", SentidoDelVoto.AFavor), ("zaira", SentidoDelVoto.EnContra)), comision.Ahora));
        comision.Hacer(CambiarAsistencia.Decidir(comision.Programa, new(numero, "jessica", "", false), comision.Ahora));
        comision.Hacer(PasosDeSesion.Suspender(comision.Programa, new(numero, null, "Comida"), comision.Ahora));
        comision.Hacer(PasosDeSesion.Reanudar(comision.Programa, new(numero, null), comision.Ahora));
        comision.Hacer(AnotarPunto.Decidir(comision.Programa, new(numero, 2, "Falta el documento", true)));
        comision.Hacer(PasosDeSesion.Cerrar(comision.Programa, new(numero, null), comision.Ahora));
        return comision;
    }
}
