using System.Text;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Plan;

public sealed class CopiarProgramaTests : IDisposable
{
    private static readonly Mes _octubre = new(2026, 10);
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-copia-").FullName;

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);

    [Fact]
    public void Las_fechas_se_mueven_juntas_y_los_textos_quedan_palabra_por_palabra()
    {
        var (antes, copia) = (DatosQueSeEntregan.Oaxaca, CopiarPrograma.Ejecutar(new(DatosQueSeEntregan.Carpeta, En("tlaxcala-2027"), _octubre, Proceso: "Elección de 2027")).Debe());
        var ahora = copia.Definicion;

        Assert.Equal(("tlaxcala-2027", 34, "Elección de 2027"), (ahora.Id, copia.Meses, ahora.Plan.ProcesoElectoral));
        Assert.Equal((new DateOnly(2027, 4, 2), new DateOnly(2026, 7, 8), new DateOnly(2027, 10, 31)), (ahora.Jornada, ahora.Inicio, ahora.Fin));
        Assert.Equal(antes.Plan.Actividades.Select(a => (a.Texto, a.Periodo.Mas(34), a.Entregable)), ahora.Plan.Actividades.Select(a => (a.Texto, a.Periodo, a.Entregable)));
        Assert.Equal(antes.Plan.Sesiones.Select(s => (s.Nombre, s.Mes.Mas(34), s.Fecha?.AddMonths(34))), ahora.Plan.Sesiones.Select(s => (s.Nombre, s.Mes, s.Fecha)));
        Assert.Equal(("2026-11-4", "2026-10-1"), (ahora.Plan.Actividades[5].Id, Assert.Single(ahora.Plan.Actividades[5].DependeDe)));
        Assert.Contains(copia.PorRedactar, t => t is { Lugar: "fuente", Linea: 2 });
        Assert.Contains(copia.PorRedactar, t => t is { Archivo: "plan-de-trabajo.json", Lugar: "comision.integracion.acuerdo", Texto: "IEEPCO-CG-45/2023" });
        Assert.DoesNotContain(copia.PorRedactar, t => t.Lugar == "proceso_electoral");
        Assert.Equal(["tlaxcala-2027"], Directory.EnumerateFileSystemEntries(_carpeta).Select(Path.GetFileName));
    }

    [Fact]
    public void Ir_y_volver_deja_los_mismos_bytes()
    {
        CopiarPrograma.Ejecutar(new(DatosQueSeEntregan.Carpeta, En("otro"), _octubre)).Debe();
        CopiarPrograma.Ejecutar(new(En("otro"), En("oaxaca-2023-2024"), new(2023, 12))).Debe();

        Assert.All(["programa.json", "plan-de-trabajo.json"], nombre => Assert.Equal(File.ReadAllText(Path.Combine(DatosQueSeEntregan.Carpeta, nombre)), File.ReadAllText(Path.Combine(En("oaxaca-2023-2024"), nombre))));
    }

    public static TheoryData<int, string, string> Movidos => new()
    {
        { 1, """{"f": "2024-01-31"}""", """{"f": "2024-02-29"}""" },
        { 12, """["2024-02-29", "2024-02"]""", """["2025-02-28", "2025-02"]""" },
        { -6, """{"f":"2024-06-02","g":null,"h":[{"i":"2024-06"}]}""", """{"f":"2023-12-02","g":null,"h":[{"i":"2023-12"}]}""" },
        { 2, """{"mes": "Diciembre", "anio": 2023}""", """{"mes": "Febrero", "anio": 2024}""" },
        { 2, """{"anio": 2023, "x": {"anio": 1}, "mes": "agosto"}""", """{"anio": 2023, "x": {"anio": 1}, "mes": "octubre"}""" },
        // A key of an activity may look like a date; where it is a key it goes by its own list.
        { 1, """{"actividades" : {"2024-01-31" : {"depende_de": ["2024-01-30"], "limite": "2024-01-31"}}}""", """{"actividades" : {"nueva" : {"depende_de": ["2024-01-30"], "limite": "2024-02-29"}}}""" },
        { 1, """{"id": "2024-01-31", "texto": "2024-01-31 á \u00e1"}""", """{"id": "nueva", "texto": "2024-01-31 á \u00e1"}""" },
        // What would leave the calendar of the machine stays.
        { 12, """{"f": "9999-12-31"}""", """{"f": "9999-12-31"}""" },
    };

    [Theory, MemberData(nameof(Movidos))]
    public void Solo_cambia_lo_que_es_fecha(int meses, string antes, string despues) =>
        Assert.Equal(despues, Encoding.UTF8.GetString(new JsonMovido("x.json", meses, new Dictionary<string, string> { ["2024-01-31"] = "nueva" }, new Dictionary<string, string>()).Mover(Encoding.UTF8.GetBytes(antes))));

    [Theory]
    [InlineData("el 2 de junio", true)]
    [InlineData("Septiembre", true)]
    [InlineData("setiembre", true)]
    [InlineData("Proceso 2023-2024", true)]
    [InlineData("oficio 33/2023", true)]
    [InlineData("la mayoría, en mayor número", false)]
    [InlineData("artículo 12023", false)]
    public void Dice_que_textos_nombran_un_mes_o_un_anio(string texto, bool dice)
    {
        JsonMovido json = new("x.json", 1, new Dictionary<string, string>(), new Dictionary<string, string>());
        json.Mover(Encoding.UTF8.GetBytes($$"""{"a":[1,{"b":{{System.Text.Json.JsonSerializer.Serialize(texto)}}}]}"""));

        Assert.Equal(dice ? [new("x.json", 1, "a[1].b", texto)] : [], json.Textos);
    }

    [Theory]
    [InlineData("ya", 2026, "carpeta_ocupada")]
    [InlineData("Con Espacio", 2026, "clave_invalida")]
    [InlineData("oaxaca-2023-2024", 2026, "clave_invalida")]
    [InlineData("nueva", 26, "mes_invalido")]
    [InlineData("no-hay/nueva", 2026, "sin_carpeta")]
    public void Lo_que_no_puede_no_deja_nada(string destino, int anio, string codigo)
    {
        Directory.CreateDirectory(En("ya"));

        CopiarPrograma.Ejecutar(new(DatosQueSeEntregan.Carpeta, En(destino), new(anio, 10))).Rechaza(codigo);

        Assert.Equal([En("ya")], Directory.EnumerateFileSystemEntries(_carpeta, "*", SearchOption.AllDirectories));
    }

    private string En(string nombre) => Path.Combine(_carpeta, nombre);
}
