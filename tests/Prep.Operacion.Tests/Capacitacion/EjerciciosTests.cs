using System.Net;
using Prep.Datos.Tests;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Capacitacion;
using Prep.Operacion.Captura;
using Prep.Operacion.Cuentas;
using Prep.Operacion.Tests.Cuentas;
using Prep.Operacion.Tests.Http;

namespace Prep.Operacion.Tests.Capacitacion;

public sealed class EjerciciosTests(ClusterDePostgres cluster)
{
    public static TheoryData<string> Bases => ServidorDePrueba.Bases;

    [Theory]
    [InlineData(3, 20, 60, 100, true)]
    [InlineData(3, 20, 57, 95, true)]
    [InlineData(3, 20, 56, 93, false)]
    [InlineData(2, 20, 40, 100, false)]
    [InlineData(3, 100, 299, 99, true)]
    [InlineData(0, 0, 0, 0, false)]
    public void Se_aprueba_con_95_de_100_y_tres_actas(int actas, int campos, int aciertos, int puntos, bool aprobada)
    {
        var bien = Enumerable.Range(0, actas * campos).Select(i => new Reactivo("x", "1", i < aciertos ? "1" : "2")).Chunk(Math.Max(1, campos));
        Calificacion calificacion = new([.. bien.Select(r => new TrabajoCalificado("acta", r, null))], default);
        Assert.Equal((puntos, aprobada), (calificacion.Puntos, calificacion.Aprobada));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task La_captura_se_califica_al_terminar_y_queda_en_el_padron(string @base)
    {
        await using var a = await AlmacenDePrueba.CrearAsync(ClaseDeProceso.Practica, postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        await ConRespuestaAsync(a, c, 0);
        await a.ImagenAsync(a.Acta());
        (await EmpezarEjercicio.EjecutarAsync("SUPERVISOR", c.Como("ana"), default)).Rechaza("puesto_sin_ejercicios");
        (await TerminarEjercicio.EjecutarAsync(a.Como("ana"), c.Como("ana"), default)).Rechaza("sin_ejercicio");
        foreach (var persona in new[] { "ana", "beto", "otto" })
        {
            (await EmpezarEjercicio.EjecutarAsync("CAPTURA", c.Como(persona), default)).Debe();
        }

        (await EmpezarEjercicio.EjecutarAsync("CAPTURA", c.Como("ana"), default)).Rechaza("ejercicio_abierto");
        (await TerminarEjercicio.EjecutarAsync(a.Como("ana"), c.Como("ana"), default)).Rechaza("ejercicio_vacio");

        // Two fields wrong in the first, none in the second: the third is asked for two and fails one.
        int[] malos = [.. AlmacenDePrueba.Valores()];
        (malos[0], malos[4]) = (301, 10);
        (await a.CapturarAsync("ana", malos)).Debe();
        (await a.CapturarAsync("beto", AlmacenDePrueba.Valores())).Debe();
        int[] tercera = [.. AlmacenDePrueba.Valores()];
        tercera[4] = 10;
        (await a.CapturarAsync("otto", tercera)).Debe();

        Assert.Null((await VerEjercicios.EjecutarAsync(1, a.Como("ana"), c.Como("ana"), default)).Elegido);
        a.Reloj.Avanzar(TimeSpan.FromMinutes(2));
        c.Reloj.Avanzar(TimeSpan.FromMinutes(2));
        var de = (await TerminarEjercicio.EjecutarAsync(a.Como("ana"), c.Como("ana"), default)).Debe();
        var hecho = (await VerEjercicios.EjecutarAsync(de, a.Como("ana"), c.Como("ana"), default)).Elegido!.Value.Calificacion;
        Assert.Equal((12, 10, 83, false), (hecho.Reactivos, hecho.Aciertos, hecho.Puntos, hecho.Aprobada));
        Assert.Equal(["Boletas sobrantes: 301, era 300", "PAN: 10, era 100"], hecho.Trabajos.Single().Reactivos.Where(r => !r.Bien).Select(r => $"{r.Que}: {r.Dijo}, era {r.Correcto}"));
        Assert.Null((await VerEjercicios.EjecutarAsync(de, a.Como("beto"), c.Como("beto"), default)).Elegido);

        var deOtto = (await TerminarEjercicio.EjecutarAsync(a.Como("otto"), c.Como("otto"), default)).Debe();
        hecho = (await VerEjercicios.EjecutarAsync(deOtto, a.Como("otto"), c.Como("otto"), default)).Elegido!.Value.Calificacion;
        Assert.Equal(["Boletas sobrantes True", "PAN False"], hecho.Trabajos.Single().Reactivos.Select(r => $"{r.Que} {r.Bien}"));

        var ana = (await VerCapacitacion.EjecutarAsync("CATD-01", c.Consola, default)).Personas.Single(p => p.Persona == "ana").Vigentes["CAPTURA"];
        Assert.Equal((false, 83, TerminarEjercicio.Instructor, "ana", de), (ana.Aprobada, ana.Calificacion!.Value, ana.Instructor, ana.RegistradaPor, ana.Ejercicio!.Value));
        (await TerminarEjercicio.EjecutarAsync(a.Como("ana"), c.Como("ana"), default)).Rechaza("sin_ejercicio");
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Otra_clave_es_un_error_y_de_una_bolsa_se_califica_el_documento(string @base)
    {
        await using var a = await AlmacenDePrueba.CrearAsync(ClaseDeProceso.Practica, postgres: @base == "postgres" ? await cluster.NuevaBaseAsync() : null);
        await using var c = await CuentasDePrueba.CrearAsync(@base, cluster, ClaseDeProceso.Practica, segundoFactor: false);
        await ConRespuestaAsync(a, c, 0);
        await ConRespuestaAsync(a, c, 1);
        await a.ImagenAsync(a.Acta());
        (await EmpezarEjercicio.EjecutarAsync("CAPTURA", c.Como("ana"), default)).Debe();
        (await a.CapturarAsync("ana", AlmacenDePrueba.Valores(), ClaveEscrita.De(a.Proceso.Dip().Actas[2].Casilla))).Debe();
        var hecho = await TerminadoAsync(a, c, "ana");
        Assert.Equal((1, 0), (hecho.Reactivos, hecho.Aciertos));

        (await EmpezarEjercicio.EjecutarAsync("ACOPIADOR", c.Como("beto"), default)).Debe();
        (await RegistrarBolsa.EjecutarAsync(new([new(a.Acta(0)), new(a.Acta(1), Documento: TiposDeDocumento.CopiaDeRepresentantes), new(a.Acta(2))]), a.Como("beto"), default)).Debe();
        hecho = await TerminadoAsync(a, c, "beto");
        Assert.Equal(["ACTA PREP True", "RPP False"], hecho.Trabajos.Select(t => $"{t.Reactivos[0].Dijo} {t.Reactivos[0].Bien}"));
    }

    [Theory, MemberData(nameof(Bases))]
    public async Task Fuera_de_una_practica_no_hay_ejercicios_ni_respuestas(string @base)
    {
        await using var s = await ServidorDeCuentas.CrearAsync(@base, cluster, ClaseDeProceso.Simulacro, segundoFactor: false);
        (await GuardarRespuestas.EjecutarAsync(new(s.Cuentas.Proceso.Dip().Actas[0].Id, TiposDeDocumento.ActaPrep, [], []), s.Cuentas.Consola, default)).Rechaza("no_es_practica");
        using var ana = await s.EntrarAsync("ana", null);
        Assert.DoesNotContain("Mis ejercicios", await ana.PaginaAsync("/puestos"));
        Assert.Contains(RechazosDeEjercicio.NoEsPractica.Mensaje, await ana.PaginaAsync("/cuenta/practica"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FormaAsync("/cuenta/practica/empezar")).StatusCode);
        Assert.Empty(await s.Cuentas.Consola.LeerAsync(db => Task.FromResult(db.Ejercicios.ToList()), default));
        Assert.Equal(HttpStatusCode.Redirect, (await s.Nadie().GetAsync("/cuenta/practica")).StatusCode);
    }

    private static async Task ConRespuestaAsync(AlmacenDePrueba a, CuentasDePrueba c, int i) =>
        (await GuardarRespuestas.EjecutarAsync(new(a.Acta(i), TiposDeDocumento.ActaPrep, [.. AlmacenDePrueba.Valores().Select(Cantidad.DeCodigo)], []), c.Consola, default)).Debe();

    private static async Task<Calificacion> TerminadoAsync(AlmacenDePrueba a, CuentasDePrueba c, string persona)
    {
        var ejercicio = (await TerminarEjercicio.EjecutarAsync(a.Como(persona), c.Como(persona), default)).Debe();
        return (await VerEjercicios.EjecutarAsync(ejercicio, a.Como(persona), c.Como(persona), default)).Elegido!.Value.Calificacion;
    }
}
