using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;
using Prep.Seguimiento.Tests.Sesiones;

namespace Prep.Seguimiento.Tests.Tablero;

public sealed class ProximaSesionTests
{
    [Theory]
    [InlineData("2023-11-21", "Sesión de instalación")]    // the document gives its day
    [InlineData("2023-11-22", "Primera sesión ordinaria")]
    [InlineData("2023-12-31", "Primera sesión ordinaria")]
    [InlineData("2024-01-01", "Segunda sesión ordinaria")]
    [InlineData("2024-07-01", null)]
    public void Sin_convocar_es_la_que_el_plan_preve(string hoy, string? nombre) =>
        Assert.Equal(nombre, ProximaSesion.De(ProgramaDePrueba.Oaxaca(), DateOnly.Parse(hoy, null))?.Nombre);

    [Fact]
    public void Convocada_manda_sobre_la_prevista_y_cerrada_deja_su_lugar()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        var antes = ProximaSesion.De(comision.Programa, new(2023, 12, 14))!;
        Assert.Equal((ComisionDePrueba.Primera, true), (antes.Nombre, antes.Convocada is not null));
        var ido = ProximaSesion.De(comision.Programa, new(2024, 1, 2))!;    // its day went by and nobody opened it
        Assert.Equal("Segunda sesión ordinaria", ido.Nombre);
    }

    [Fact]
    public void Debe_ver_lo_que_no_se_ha_cumplido_hasta_su_dia()
    {
        var programa = ProgramaDePrueba.Oaxaca(new ActividadEnEstado("2023-12-1", EstadoDeActividad.Entregado, "", null));
        Assert.Equal(["2023-12-2"], ProximaSesion.De(programa, new(2023, 12, 5))!.Actividades.Select(a => a.Id));
        Assert.Equal(6, ProximaSesion.De(programa, new(2024, 1, 5))!.Actividades.Length);
    }

    [Fact]
    public void Debe_ver_los_papeles_que_esperan()
    {
        var plan = DatosQueSeEntregan.Oaxaca;
        var asunto = Asunto.De(plan.Plan.Actividades[0]);
        var programa = ProgramaDePrueba.Oaxaca(
            new DocumentoEntregado(asunto, "PTO", "pto.pdf", 9, new('a', 64), ClaseDeDocumento.VersionFinal, false, ""),
            new DocumentoEntregado(asunto, "Fotografía", "f.jpg", 9, new('b', 64), ClaseDeDocumento.Fotografia, false, ""),
            new ObservacionHecha(asunto, "Falta el anexo"),
            new AcuerdoTomado(1, 0, OrganoColegiado.Comision, "A1", new(2024, 1, 5), "Entregar el anexo", "irving", null));
        var proxima = ProximaSesion.De(programa, new(2024, 1, 15))!;
        Assert.Equal(["PTO"], proxima.PorAprobar.Select(d => d.Vigente.Titulo));
        Assert.Single(proxima.Observaciones);
        Assert.Single(proxima.Acuerdos);
        Assert.Equal("2023-12", $"{proxima.InformeDe}");

        var resuelto = programa.Con(new DocumentoAprobado(2, 1, new(Organo.ConsejoGeneral, new(2024, 1, 10), "CG-1"))).Con(new ObservacionRespondida(4, "Se agregó", Atencion.Atendida))
            .Con(new AcuerdoSeguido(5, EstadoDeAcuerdo.Cumplido, "irving", null, ""))
            .Con(new DocumentoEntregado(new Prep.Seguimiento.Informes.ClaveDeInforme(new Mes(2023, 12)).Asunto, "Informe", "i.pdf", 9, new('c', 64), ClaseDeDocumento.Informe, false, ""));
        proxima = ProximaSesion.De(resuelto, new(2024, 1, 15))!;
        Assert.Empty(proxima.Observaciones);
        Assert.Empty(proxima.Acuerdos);
        Assert.Equal(["Informe"], proxima.PorAprobar.Select(d => d.Vigente.Titulo));    // issued, and not approved yet
        Assert.Null(proxima.InformeDe);
    }
}
