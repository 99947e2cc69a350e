using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Prep.Datos.Tests;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Capacitacion;
using Prep.Operacion.Preparacion.Carpeta;
using Prep.Operacion.Tests.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Capacitacion;

public sealed class CapacitacionTests(ClusterDePostgres cluster)
{
    private const string Encabezado = "persona,puesto,temas,horas,fecha,instructor,resultado,calificacion\n";
    private const string Bueno = Encabezado + "ana,CAPTURA,PREP|ACTA,1.5,2024-05-19,Inés Mora,aprobada,98\nbeto,captura,PTO,\"0,5\",19/05/2024,Inés Mora,No aprobada,\n";

    private static readonly DateOnly _hoy = new(2024, 6, 2);

    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory]
    [InlineData("ana,JEFA,PREP,1,2024-05-19,Inés,aprobada,", "puesto_desconocido", 5)]
    [InlineData("ana,CAPTURA,COCINA,1,2024-05-19,Inés,aprobada,", "tema_desconocido", 13)]
    [InlineData("ana,CAPTURA,,1,2024-05-19,Inés,aprobada,", "tema_desconocido", 13)]
    [InlineData("ana,CAPTURA,PREP,0,2024-05-19,Inés,aprobada,", "horas_invalidas", 18)]
    [InlineData("ana,CAPTURA,PREP,201,2024-05-19,Inés,aprobada,", "horas_invalidas", 18)]
    [InlineData("ana,CAPTURA,PREP,una,2024-05-19,Inés,aprobada,", "horas_invalidas", 18)]
    [InlineData("ana,CAPTURA,PREP,1,2024-06-03,Inés,aprobada,", "fecha_invalida", 20)]
    [InlineData("ana,CAPTURA,PREP,1,2024-02-30,Inés,aprobada,", "fecha_invalida", 20)]
    [InlineData("ana,CAPTURA,PREP,1,2024-05-19,,aprobada,", "instructor_invalido", 31)]
    [InlineData("ana,CAPTURA,PREP,1,2024-05-19,Inés,bien,", "resultado_invalido", 36)]
    [InlineData("ana,CAPTURA,PREP,1,2024-05-19,Inés,aprobada,101", "calificacion_invalida", 45)]
    [InlineData(",CAPTURA,PREP,1,2024-05-19,Inés,aprobada,", "falta_persona", 1)]
    public void Cada_falta_se_dice_con_su_lugar(string renglon, string codigo, int columna)
    {
        var (renglones, registro) = Leer(Encabezado + renglon + "\n");
        Assert.Null(renglones);
        var falta = Assert.Single(registro.Faltas);
        Assert.Equal((codigo, 2, columna), (falta.Codigo, falta.Linea, falta.Columna));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Se_registra_todo_o_nada_una_sola_vez_y_se_ve_quien_falta(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        var renglones = Leer(Bueno).Renglones!;
        (await RegistrarCapacitacion.EjecutarAsync([.. renglones, renglones[0] with { Persona = "nadie" }], c.Consola, default)).Rechaza("persona_desconocida");
        (await RegistrarCapacitacion.EjecutarAsync([.. renglones, renglones[0] with { Persona = "otto" }], c.Como("coco", "CATD-01"), default)).Rechaza("de_otro_sitio");
        Assert.Equal(new(2, 0), (await RegistrarCapacitacion.EjecutarAsync(renglones, c.Como("coco", "CATD-01"), default)).Debe());
        Assert.Equal(new(0, 2), (await RegistrarCapacitacion.EjecutarAsync(renglones, c.Consola, default)).Debe());

        var vista = await VerCapacitacion.EjecutarAsync("", c.Como("coco", "CATD-01"), default);
        Assert.Equal(["CATD-01"], vista.Sitios);
        Assert.Equal(["ana:", "beto:CAPTURA,ACOPIADOR", "coco:COORDINADOR_CATD", "sara:SUPERVISOR,CAPTURA"], vista.Personas.Select(p => $"{p.Persona}:{string.Join(',', p.Falta)}").Order(StringComparer.Ordinal));
        var ana = vista.Personas.Single(p => p.Persona == "ana");
        Assert.Equal((90, "PREP,ACTA", "coco"), (ana.Minutos, string.Join(',', ana.TemasCubiertos), ana.Todas.Single().RegistradaPor));

        // The last one of the puesto counts, by its day.
        (await RegistrarCapacitacion.EjecutarAsync([renglones[0] with { Fecha = _hoy, Aprobada = false }, renglones[1] with { Fecha = _hoy, Aprobada = true }], c.Consola, default)).Debe();
        vista = await VerCapacitacion.EjecutarAsync("CATD-01", c.Consola, default);
        Assert.Equal(["CAPTURA"], vista.Personas.Single(p => p.Persona == "ana").Falta);
        Assert.Equal(["ACOPIADOR"], vista.Personas.Single(p => p.Persona == "beto").Falta);
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Lo_que_se_baja_se_carga_igual_y_lo_registrado_no_se_toca(string @base)
    {
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster);
        (await RegistrarCapacitacion.EjecutarAsync([.. Leer(Bueno).Renglones!, .. Enumerable.Range(1, 61).Select(m => new RenglonDeCapacitacion("ana", "CAPTURA", ["PTO"], m, _hoy, "=1+1", true, 0))], c.Consola, default)).Debe();
        var csv = await VerCapacitacion.CsvAsync(c.Consola, c.Proceso, default);
        Assert.Contains("'=1+1", csv);
        var leidos = Leer(csv.Replace("'=1+1", "=1+1")).Renglones!;
        Assert.Equal(new(0, 63), (await RegistrarCapacitacion.EjecutarAsync(leidos, c.Consola, default)).Debe());
        Assert.Single((await VerCapacitacion.CsvAsync(c.Como("otra", "CATD-02"), c.Proceso, default)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));

        await using var db = c.Almacen.Contexto();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Capacitaciones.ExecuteUpdateAsync(s => s.SetProperty(f => f.Aprobada, false)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Capacitaciones.ExecuteDeleteAsync());
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_pantalla_es_de_quien_lleva_el_padron_y_un_error_no_borra_lo_escrito(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        using var ana = await s.EntrarAsync("ana", null);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.GetAsync("/puestos/capacitacion")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.GetAsync("/puestos/capacitacion/capacitacion.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.FormaAsync("/puestos/capacitacion", ("persona", "ana"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await s.Nadie().GetAsync("/puestos/capacitacion")).StatusCode);

        using var coco = await s.EntrarAsync("coco", null);
        Assert.Contains("Falta capacitar a 4 personas.", await coco.PaginaAsync("/puestos/capacitacion"));
        (string, string)[] forma = [("persona", "ana"), ("puesto", "CAPTURA"), ("temas", "PREP"), ("temas", "ACTA"), ("horas", "dos"), ("fecha", "2024-05-19"), ("instructor", "Inés Mora"), ("resultado", "aprobada"), ("calificacion", "")];
        var mal = WebUtility.HtmlDecode(await (await coco.FormaAsync("/puestos/capacitacion", forma)).Content.ReadAsStringAsync());
        Assert.Contains("«dos» no sirve de horas.", mal);
        Assert.Contains("value=\"Inés Mora\"", mal);
        forma[4] = ("horas", "2");
        Assert.Equal(HttpStatusCode.SeeOther, (await coco.FormaAsync("/puestos/capacitacion", forma)).StatusCode);
        Assert.Contains("Falta capacitar a 3 personas.", await coco.PaginaAsync("/puestos/capacitacion"));
        Assert.Contains("ana,Ana López,CAPTURA,PREP|ACTA,2,2024-05-19,Inés Mora,aprobada,,coco,", await coco.PaginaAsync("/puestos/capacitacion/capacitacion.csv"));
    }

    private static (IReadOnlyList<RenglonDeCapacitacion>? Renglones, RegistroDeFaltas Registro) Leer(string csv) =>
        RenglonDeCapacitacion.LeerArchivo("capacitacion.csv", Encoding.UTF8.GetBytes(csv), _hoy);
}
