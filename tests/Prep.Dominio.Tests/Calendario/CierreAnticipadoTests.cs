using Prep.Dominio.Calendario;

namespace Prep.Dominio.Tests.Calendario;

[Trait("Regla", "K-04")]
public sealed class CierreAnticipadoTests
{
    private static readonly PendientesDeEleccion Completa = new(Caso.Diputaciones, 100, 100, 0, 0, 0, 0);
    private static readonly string[] Dos = ["ana", "luis"];

    [Fact]
    public void Con_todo_completo_y_dos_personas_se_puede() => Assert.Empty(CierreAnticipado.Impedimentos([Completa, Completa], true, Dos));

    public static TheoryData<PendientesDeEleccion, string> Faltas => new()
    {
        { Completa with { Capturadas = 99 }, "cierre_actas_faltantes" },
        { Completa with { EnCola = 1 }, "cierre_actas_en_cola" },
        { Completa with { EnDisputa = 1 }, "cierre_actas_en_disputa" },
        { Completa with { EnCorreccion = 1 }, "cierre_actas_en_correccion" },
        { Completa with { PaquetesSinReafirmar = 1 }, "cierre_paquetes_sin_reafirmar" },
    };

    [Theory, MemberData(nameof(Faltas))]
    public void Una_sola_falta_en_cualquier_eleccion_lo_impide(PendientesDeEleccion eleccion, string codigo)
    {
        Assert.Equal([codigo], CierreAnticipado.Impedimentos([Completa, eleccion], true, Dos).Select(r => r.Codigo));
        Assert.Equal([codigo], CierreAnticipado.Impedimentos([eleccion, Completa], true, Dos).Select(r => r.Codigo));
    }

    [Fact]
    public void Hace_falta_declarar_agotada_la_recuperacion() =>
        Assert.Equal(["cierre_recuperacion_abierta"], CierreAnticipado.Impedimentos([Completa], false, Dos).Select(r => r.Codigo));

    [Theory]
    [InlineData("ana")]
    [InlineData("ana,ana")]
    public void Una_persona_dos_veces_no_son_dos(string personas) =>
        Assert.Equal(["cierre_una_persona"], CierreAnticipado.Impedimentos([Completa], true, personas.Split(',')).Select(r => r.Codigo));

    [Fact]
    public void Se_dicen_todas_las_razones_a_la_vez() =>
        Assert.Equal(7, CierreAnticipado.Impedimentos([new(Caso.Diputaciones, 100, 90, 1, 2, 3, 4)], false, []).Count);
}
