using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Plan;

public sealed class CambiarEstadoTests
{
    private const string Pto = "2024-01-4";    // the final PTO: the Consejo General approves it

    private static readonly DateTimeOffset Ahora = new(2024, 1, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly Aprobacion Buena = new(Organo.ConsejoGeneral, new(2024, 1, 19), "IEEPCO-CG-10/2024");

    public static TheoryData<EstadoDeActividad, EstadoDeActividad, string, Aprobacion?, string> Casos => new()
    {
        { EstadoDeActividad.Pendiente, EstadoDeActividad.EnCurso, "", null, "aceptado" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Proyecto, "", null, "aceptado" },    // a draft comes back
        { EstadoDeActividad.EnCurso, EstadoDeActividad.EnCurso, "", null, "sin_cambio" },
        { EstadoDeActividad.EnCurso, EstadoDeActividad.EnCurso, "Se pidió al tercero.", null, "aceptado" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena, "aceptado" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", null, "falta_acuerdo" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena with { Acuerdo = "" }, "falta_acuerdo" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena with { Organo = Organo.Comision }, "organo_distinto" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena with { Fecha = new(2042, 1, 19) }, "fecha_fuera_de_calendario" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena with { Fecha = new(2024, 1, 21) }, "fecha_por_venir" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Aprobado, "", Buena with { Fecha = new(2024, 1, 20) }, "aceptado" },
        { EstadoDeActividad.VersionFinal, EstadoDeActividad.Entregado, "", Buena, "aprobacion_de_mas" },
        { EstadoDeActividad.Aprobado, EstadoDeActividad.EnRevision, "", null, "falta_motivo" },
        { EstadoDeActividad.Aprobado, EstadoDeActividad.EnRevision, "El tribunal lo revocó.", null, "aceptado" },
    };

    [Theory, MemberData(nameof(Casos))]
    public void Se_decide_por_regla(EstadoDeActividad de, EstadoDeActividad a, string nota, Aprobacion? aprobacion, string resultado) =>
        CambiarEstado.Decidir(Programa(de), new(Pto, a, nota, aprobacion), Ahora).Rechaza(resultado);

    [Fact]
    public void De_una_actividad_que_no_esta_no_se_dice_nada() =>
        CambiarEstado.Decidir(Programa(EstadoDeActividad.Pendiente), new("2024-99-1", EstadoDeActividad.EnCurso, ""), Ahora).Rechaza("actividad_desconocida");

    [Fact]
    public void Lo_que_va_tarde_dice_a_quien_detiene() =>
        Assert.Equal(["2024-02-1", "2024-02-6"], Programa(EstadoDeActividad.Pendiente).Plan.Detenidas("2024-01-5").Select(a => a.Id));

    private static Programa Programa(EstadoDeActividad estado)
    {
        var abierto = Seguimiento.Programa.Vacio("p").Con(new(1, "p", Ahora.AddDays(-30), "irving", "SECRETARIA_TECNICA", new ProgramaAbierto(DatosQueSeEntregan.Oaxaca)));
        return estado == EstadoDeActividad.Pendiente ? abierto
            : abierto.Con(new(2, "p", Ahora.AddDays(-1), "irving", "SECRETARIA_TECNICA", new ActividadEnEstado(Pto, estado, "", estado == EstadoDeActividad.Aprobado ? Buena : null)));
    }
}
