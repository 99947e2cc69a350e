using Prep.Documentos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Contratos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Informes;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Informes;

public sealed class InformesTests
{
    private static readonly ClaveDeInforme Enero = new(new Mes(2024, 1));
    private static readonly Aprobacion Acuerdo = new(Organo.ConsejoGeneral, new(2024, 1, 19), "IEEPCO-CG-10/2024");

    [Theory]
    [InlineData("2024-01", true, "Informe de avance de enero de 2024")]
    [InlineData("final", true, "Informe final")]
    [InlineData("2024-13", false, "")]
    [InlineData("Final", false, "")]
    [InlineData("", false, "")]
    public void Un_informe_se_nombra_por_su_mes_o_es_el_final(string texto, bool existe, string titulo)
    {
        Assert.Equal(existe, ClaveDeInforme.TryParse(texto, out var clave));
        if (existe)
        {
            Assert.Equal((texto, titulo), ($"{clave}", clave.Titulo));
        }
    }

    [Fact]
    public void El_mes_dice_como_estaba_el_plan_al_terminar_y_no_despues()
    {
        var programa = Programa(
            (new(2023, 12, 18), new ActividadEnEstado("2023-12-1", EstadoDeActividad.Aprobado, "", Acuerdo with { Fecha = new(2023, 12, 18) })),
            (new(2024, 1, 8), new ActividadEnEstado("2024-01-4", EstadoDeActividad.VersionFinal, "", null)),
            (new(2024, 1, 19), new ActividadEnEstado("2024-01-4", EstadoDeActividad.Aprobado, "En sesión.", Acuerdo)),
            (new(2024, 2, 3), new ActividadEnEstado("2024-01-5", EstadoDeActividad.Entregado, "", null)));
        var avance = AvanceDelMes.De(programa, new(2024, 1), new(2024, 6, 30));

        Assert.Equal((new DateOnly(2024, 1, 31), 2, 33), (avance.Al, avance.Cumplidas, avance.Total));
        Assert.Equal([EstadoDeActividad.Pendiente, EstadoDeActividad.VersionFinal], avance.Movimientos.Select(m => m.De));
        Assert.Equal([EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado], avance.Movimientos.Select(m => m.A));
        Assert.Equal(EstadoDeActividad.Pendiente, avance.DelMes.Single(r => r.Actividad.Id == "2024-01-5").Avance.Estado);    // delivered in February
        Assert.Equal(["2023-12-2"], avance.Tarde.Select(r => r.Actividad.Id));
        Assert.All(avance.Siguientes, a => Assert.Equal(new Mes(2024, 2), a.Periodo));
        Assert.Equal(6, avance.Siguientes.Length);
    }

    [Fact]
    public void El_mes_que_corre_se_dice_al_dia_de_hoy() =>
        Assert.Equal(new DateOnly(2024, 1, 10), AvanceDelMes.De(Programa(), new(2024, 1), new(2024, 1, 10)).Al);

    [Theory]
    [InlineData("consideraciones", "Todo en orden.", "aceptado")]
    [InlineData("consideraciones", "", "sin_cambio")]
    [InlineData("otra", "Algo", "sin_cambio")]    // a field that the report does not have writes nothing
    public void Se_escribe_lo_que_los_datos_no_dicen(string seccion, string texto, string resultado) =>
        EscribirSeccion.Decidir(Programa(), new(Enero, new Dictionary<string, string> { [seccion] = texto })).Rechaza(resultado);

    [Fact]
    public void Un_texto_que_no_cabe_se_rechaza_con_su_nombre()
    {
        var rechazo = EscribirSeccion.Decidir(Programa(), new(Enero, new Dictionary<string, string> { ["consideraciones"] = new('a', EscribirSeccion.MaximoDeTexto + 1) })).Rechazo;
        Assert.Equal("texto_largo", rechazo.Codigo);
        Assert.Contains("«Consideraciones» tiene 20001 letras", rechazo.Mensaje);
    }

    [Fact]
    public void El_final_no_esta_completo_mientras_falte_un_texto()
    {
        var vacio = Programa();
        Assert.Equal(ClaveDeInforme.Final.Secciones.Count, vacio.Informes.Faltan(ClaveDeInforme.Final).Count());
        var lleno = Programa([.. ClaveDeInforme.Final.Secciones.Select(s => (new DateOnly(2024, 6, 20), (Suceso)new InformeEscrito("final", s.Clave, "Escrito.")))]);
        Assert.Empty(lleno.Informes.Faltan(ClaveDeInforme.Final));
        Assert.Empty(vacio.Informes.Faltan(Enero));
    }

    [Theory]
    [InlineData("2024-01", "2024-01-10", "emitible")]    // the month runs: what there is until today
    [InlineData("2024-02", "2024-01-10", "informe_por_venir")]
    [InlineData("2025-02", "2025-03-10", "informe_desconocido")]
    [InlineData("final", "2024-06-20", "informe_incompleto")]
    public void Se_emite_lo_que_ya_se_puede_decir(string informe, string hoy, string resultado)
    {
        Assert.True(ClaveDeInforme.TryParse(informe, out var clave));
        Assert.Equal(resultado, EmitirInforme.Impedimento(Programa(), clave, DateOnly.Parse(hoy, null))?.Codigo ?? "emitible");
    }

    [Fact]
    public void Dice_como_van_los_demas_trabajos_desde_que_no_hay_nada()
    {
        var nada = OtrosTrabajos.Del(Programa()).ToDictionary(o => o.De, o => o.Dice);
        Assert.Equal("Todavía no hay sitios en el plan de instalación.", nada["CATD y CCV"]);
        Assert.Equal("Todavía no se determina si lo habrá.", nada["Tercero"]);
        Assert.Equal("Sin candidatos todavía.", nada["Ente auditor"]);
        Assert.Equal("Todavía no se convoca.", nada["Difusores"]);

        var acuerdo = Acuerdo with { Acuerdo = "IEEPCO-CG-20/2024" };
        var algo = OtrosTrabajos.Del(Programa(
            (new(2024, 1, 9), new CandidatoPropuesto(Contrato.EnteAuditor, "Universidad del Sur", "Dos auditorías anteriores.", true)),
            (new(2024, 2, 9), new CandidatoDesignado(2, acuerdo)))).ToDictionary(o => o.De, o => o.Dice);
        Assert.Equal("Universidad del Sur, por IEEPCO-CG-20/2024 del 19/01/2024; falta que acepte.", algo["Ente auditor"]);
    }

    [Fact]
    public void Lo_reservado_no_dice_su_nombre_en_el_informe()
    {
        var programa = Programa(
            (new(2024, 1, 9), new DocumentoEntregado(Enero.Asunto, "Oficio abierto", "a.pdf", 3, new('a', 64), ClaseDeDocumento.Oficio, false, "")),
            (new(2024, 1, 9), new DocumentoEntregado(Enero.Asunto, "Claves del centro", "b.pdf", 3, new('b', 64), ClaseDeDocumento.Otro, true, "Seguridad")),
            (new(2024, 1, 9), new DocumentoEntregado(new(TipoDeAsunto.Hallazgo, "H-1"), "La clave del tablero se adivina", "h.pdf", 3, new('c', 64), ClaseDeDocumento.Evidencia, false, "")),
            (new(2024, 1, 9), new ObservacionHecha(new(TipoDeAsunto.Hallazgo, "H-1"), "La clave del tablero es corta")));
        var pagina = TextoDeInforme.Pagina(programa, Enero, new(2024, 2, 2, 18, 0, 0, TimeSpan.Zero), "", new Plantillas(Plantillas.DelPrograma)).Debe();
        Assert.DoesNotContain("La clave del tablero", pagina);
        Assert.Contains("Oficio abierto", pagina);
        Assert.Contains("Documento reservado", pagina);
        Assert.DoesNotContain("Claves del centro", pagina);
        Assert.DoesNotContain(new('b', 64), pagina);
    }

    [Theory]
    [InlineData("2024-01")]
    [InlineData("final")]
    public void La_pagina_dice_los_datos_y_lo_escrito_sin_dejar_pasar_etiquetas(string informe)
    {
        Assert.True(ClaveDeInforme.TryParse(informe, out var clave));
        var programa = Programa(
            (new(2024, 1, 19), new ActividadEnEstado("2024-01-4", EstadoDeActividad.Aprobado, "Nota <b>mía</b>", Acuerdo)),
            (new(2024, 1, 20), new InformeEscrito(informe, clave.Secciones[0].Clave, "Primero.\nSegundo <script>.")));
        var pagina = TextoDeInforme.Pagina(programa, clave, new(2024, 2, 2, 18, 0, 0, TimeSpan.Zero), "", new Plantillas(Plantillas.DelPrograma)).Debe();

        Assert.Contains("IEEPCO-CG-10/2024", pagina);
        Assert.Contains("<p>Primero.</p>", pagina);
        Assert.Contains("Segundo &lt;script&gt;.", pagina);
        Assert.DoesNotContain("<b>", pagina);
        Assert.Contains("Mtra. Carmelita Sibaja Ochoa", pagina);
    }

    [Fact]
    public void Hay_uno_por_mes_del_plan_y_el_final() =>
        Assert.Equal("2023-11 2023-12 2024-01 2024-02 2024-03 2024-04 2024-05 2024-06 final", string.Join(' ', VerInformes.Del(DatosQueSeEntregan.Oaxaca)));

    private static Programa Programa(params (DateOnly Dia, Suceso Suceso)[] sucesos) => sucesos.Prepend((new(2023, 11, 21), new ProgramaAbierto(DatosQueSeEntregan.Oaxaca))).Index().Aggregate(
        Seguimiento.Programa.Vacio("p"), (p, s) => p.Con(new(s.Index + 1, "p", new(s.Item.Item1, new(18, 0), TimeSpan.Zero), "irving", "SECRETARIA_TECNICA", s.Item.Item2)));
}
