using Prep.Seguimiento.Entregables;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Entregables;

public sealed class EntregablesTests
{
    private const int SinActividad = 4;    // COTAPREP: no activity of the plan follows it
    private const int Pto = 8;             // draft in December, final in January

    private static readonly DateTimeOffset Ahora = new(2024, 1, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly Aprobacion Buena = new(Organo.ConsejoGeneral, new(2023, 12, 19), "IEEPCO-CG-50/2023");

    public static TheoryData<int, EstadoDeActividad, Aprobacion?, string> Estados => new()
    {
        { SinActividad, EstadoDeActividad.Proyecto, null, "aceptado" },
        { SinActividad, EstadoDeActividad.Aprobado, Buena, "aceptado" },
        { SinActividad, EstadoDeActividad.Aprobado, null, "falta_acuerdo" },
        { SinActividad, EstadoDeActividad.Aprobado, Buena with { Organo = Organo.Cotaprep }, "organo_distinto" },
        { SinActividad, EstadoDeActividad.Pendiente, null, "sin_cambio" },
        { Pto, EstadoDeActividad.Proyecto, null, "estado_de_su_actividad" },
        { 3, EstadoDeActividad.Entregado, null, "estado_de_sus_informes" },
        { 99, EstadoDeActividad.Proyecto, null, "entregable_desconocido" },
    };

    [Theory, MemberData(nameof(Estados))]
    public void Su_estado_se_decide_por_regla(int numero, EstadoDeActividad estado, Aprobacion? aprobacion, string resultado) =>
        CambiarEstadoDeEntregable.Decidir(Programa(), new(numero, new(estado, "", aprobacion)), Ahora).Rechaza(resultado);

    [Theory]
    [InlineData(Pto, "2024-01-19", "UTSID/12/2024", "aceptado")]
    [InlineData(Pto, "2024-01-19", "", "falta_oficio")]
    [InlineData(Pto, "2024-01-19", "UTSID/1/2024", "envio_repetido")]
    [InlineData(Pto, "2024-01-21", "UTSID/12/2024", "fecha_por_venir")]
    [InlineData(Pto, "2034-01-19", "UTSID/12/2024", "fecha_fuera_de_calendario")]
    [InlineData(99, "2024-01-19", "UTSID/12/2024", "entregable_desconocido")]
    public void Un_envio_al_ine_dice_fecha_y_oficio(int numero, string fecha, string oficio, string resultado) => EnviarAlIne.Decidir(
        Programa(new EntregableEnviado(Pto, FaseDeDocumento.VersionFinal, new(2024, 1, 10), "UTSID/1/2024")),
        new(numero, FaseDeDocumento.VersionFinal, DateOnly.Parse(fecha, null), oficio),
        Ahora).Rechaza(resultado);

    [Fact]
    public void Va_como_la_ultima_de_sus_actividades_que_alguien_movio()
    {
        var nadie = De(Programa());
        Assert.Equal((EstadoDeActividad.Pendiente, false), (nadie.Avance.Estado, nadie.Cumplido));
        var proyecto = De(Programa(new ActividadEnEstado("2023-12-1", EstadoDeActividad.Aprobado, "", Buena)));
        Assert.Equal(("Proyecto: Aprobado", false), (proyecto.EnPalabras, proyecto.Cumplido));    // its final version is still to come
        var final = De(Programa(new ActividadEnEstado("2024-01-4", EstadoDeActividad.Entregado, "", null)));
        Assert.Equal((EstadoDeActividad.Entregado, true), (final.Avance.Estado, final.Cumplido));

        static EstadoDeEntregable De(Programa p) => EstadoDeEntregable.De(p, p.Plan.Definicion.Entregables.Single(e => e.Numero == Pto));
    }

    private static Programa Programa(params Suceso[] sucesos) =>
        sucesos.Prepend(new ProgramaAbierto(DatosQueSeEntregan.Oaxaca)).Index().Aggregate(Seguimiento.Programa.Vacio("p"), (p, s) => p.Con(new(s.Index + 1, "p", Ahora.AddDays(-9), "irving", "SECRETARIA_TECNICA", s.Item)));
}
