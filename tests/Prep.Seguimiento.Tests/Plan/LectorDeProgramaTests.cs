using System.Text.Json.Nodes;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Tests.Plan;

public sealed class LectorDeProgramaTests : IDisposable
{
    private readonly string _carpeta = Directory.CreateTempSubdirectory("prep-plan-").FullName;

    public void Dispose() => Directory.Delete(_carpeta, recursive: true);

    [Fact]
    public void El_documento_fundador_esta_completo_y_palabra_por_palabra()
    {
        var plan = DatosQueSeEntregan.Oaxaca.Plan;
        var original = JsonNode.Parse(File.ReadAllText(Path.Combine(DatosQueSeEntregan.Carpeta, "plan-de-trabajo.json")))!;

        Assert.Equal(
            original["actividades_por_mes"]!.AsArray().SelectMany(m => m!["actividades"]!.AsArray()).Select(a => (string)a!["texto"]!),
            plan.Actividades.Select(a => a.Texto));
        Assert.Equal([2, 5, 6, 6, 7, 4, 3], plan.PorMes.Select(m => m.Count()));
        Assert.Equal(original["calendario_sesiones"]!.AsArray().Select(s => (string)s!["sesion"]!), plan.Sesiones.Select(s => s.Nombre));
        Assert.Equal(["2023-11", "2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"], plan.Sesiones.Select(s => $"{s.Mes}"));
        Assert.Equal([new DateOnly(2023, 11, 21)], plan.Sesiones.Select(s => s.Fecha).OfType<DateOnly>());
        Assert.Equal((string)original["objetivo"]!, plan.Objetivo);
        Assert.Equal(original["objetivos_especificos"]!.AsArray().Select(o => (string)o!), plan.ObjetivosEspecificos);
        Assert.Equal(new("IEEPCO-CG-45/2023", "Consejo General", new(2023, 11, 10)), plan.Comision.Integracion);
    }

    [Fact]
    public void Las_cuatro_personas_estan_en_su_puesto()
    {
        var integrantes = DatosQueSeEntregan.Oaxaca.Integrantes;

        Assert.Equal(["PRESIDENCIA", "INTEGRANTE", "INTEGRANTE", "SECRETARIA_TECNICA"], integrantes.Select(i => i.Puesto));
        Assert.Equal(
            ["Mtra. Carmelita Sibaja Ochoa", "Licda. Jessica Jazibe Hernández García", "Mtra. Zaira Alhelí Hipólito López", "Mtro. Irving Arturo Robles Godina"],
            integrantes.Select(i => i.Nombre));
    }

    [Fact]
    public void Cada_actividad_pertenece_a_un_entregable_y_su_plazo_es_el_de_referencia()
    {
        var programa = DatosQueSeEntregan.Oaxaca;

        Assert.All(programa.Plan.Actividades, a => Assert.NotNull(programa.EntregableDe(a)));
        Assert.Equal(32, programa.Entregables.Length);
        // 182 days before 2 June 2024 for the draft of the PTO, 146 for the final one.
        Assert.Equal(new DateOnly(2023, 12, 3), programa.PlazoDeReferencia(programa.Plan.Actividades[0]));
        Assert.Equal(new DateOnly(2024, 1, 8), programa.PlazoDeReferencia(programa.Plan.Actividades.Single(a => a.Id == "2024-01-4")));
    }

    [Fact]
    public void Otro_instituto_carga_el_suyo_sin_tocar_el_programa()
    {
        var (programa, plan) = Escribir(
            p =>
            {
                (p["id"], p["jornada"], p["zona"]) = ("campeche-2027", "2027-06-06", "America/Merida");
                p["calendario"] = new JsonObject { ["inicio"] = "2026-09-01", ["fin"] = "2027-12-31" };
                p["actividades"] = JsonNode.Parse("""{"a":{"limite":"2027-01-15","responsable":"Sistemas"}}""");
            },
            p =>
            {
                p["institucion"] = new JsonObject { ["nombre"] = "Otro Instituto", ["siglas"] = "OI" };
                p["actividades_por_mes"] = JsonNode.Parse("""[{"periodo":"2027-01","actividades":[{"id":"a","texto":"Una sola"}]}]""");
            });
        Assert.True(File.Exists(programa) && File.Exists(plan));

        var leido = LectorDePrograma.Leer(_carpeta).Debe();

        Assert.Equal(("campeche-2027", "OI", "America/Merida"), (leido.Id, leido.Plan.Institucion.Siglas, leido.Zona));
        Assert.Equivalent(new Actividad("a", "Una sola", new(2027, 1), null, null, []) { Limite = new(2027, 1, 15), Responsable = "Sistemas" }, Assert.Single(leido.Plan.Actividades), strict: true);
    }

    public static TheoryData<string, string, string> Faltas => new()
    {
        { "id", "\"Con Espacio\"", "minúsculas, cifras y guiones" },
        { "jornda", "\"2024-06-02\"", "no se entiende" },
        { "actividades", """{"2024-01-1":{"depende":["2023-12-2"]}}""", "no se entiende" },
        { "zona", "\"America/Oaxaca\"", "no existe; es como America/Mexico_City" },
        { "jornada", "\"2026-06-02\"", "fuera de su calendario" },
        { "jornada", "\"2 de junio\"", "línea 4" },
        { "actividades", """{"2024-13-1":{}}""", "la actividad 2024-13-1 no está en plan-de-trabajo.json" },
        { "actividades", """{"2024-01-1":{"entregable":99}}""", "nombra el entregable 99" },
        { "actividades", """{"2024-01-1":{"depende_de":["x"]}}""", "depende de x" },
        { "actividades", """{"2024-01-1":{"depende_de":["2024-01-2"]},"2024-01-2":{"depende_de":["2024-01-1"]}}""", "en círculo" },
        { "integrantes", """[{"nombre":"Ana","puesto":"JEFA","cargo":"X"}]""", "el puesto «JEFA» no existe" },
        { "calendario", """{"inicio":"2024-01-01","fin":"2024-12-31"}""", "diciembre de 2023 está fuera" },
        { "actividades", """{"2024-01-1":{"limite":"2042-01-15"}}""", "la fecha límite de la actividad 2024-01-1, 2042-01-15, está fuera" },
        { "plan", "\"no-esta.json\"", "Falta" },
    };

    [Theory, MemberData(nameof(Faltas))]
    public void Una_falta_dice_archivo_lugar_y_remedio(string campo, string valor, string dice)
    {
        Escribir(p => p[campo] = JsonNode.Parse(valor), _ => { });

        var leido = LectorDePrograma.Leer(_carpeta);

        leido.Rechaza("programa_invalido");
        Assert.Contains(dice, leido.Rechazo.Mensaje);
        Assert.Contains(_carpeta, leido.Rechazo.Mensaje);
    }

    [Fact]
    public void Un_mes_de_sesion_mal_escrito_no_pasa_por_enero()
    {
        Escribir(_ => { }, p => p["calendario_sesiones"]![1]!["mes"] = "Dicembre");

        var leido = LectorDePrograma.Leer(_carpeta);

        leido.Rechaza("programa_invalido");
        Assert.Contains("«Primera sesión ordinaria», Dicembre de 2023, no existe", leido.Rechazo.Mensaje);
    }

    private (string Programa, string Plan) Escribir(Action<JsonObject> enPrograma, Action<JsonObject> enPlan)
    {
        return (Copiar("programa.json", enPrograma), Copiar("plan-de-trabajo.json", enPlan));

        string Copiar(string nombre, Action<JsonObject> cambio)
        {
            var objeto = JsonNode.Parse(File.ReadAllText(Path.Combine(DatosQueSeEntregan.Carpeta, nombre)))!.AsObject();
            cambio(objeto);
            var destino = Path.Combine(_carpeta, nombre);
            File.WriteAllText(destino, objeto.ToJsonString(new() { WriteIndented = true }));
            return destino;
        }
    }
}
