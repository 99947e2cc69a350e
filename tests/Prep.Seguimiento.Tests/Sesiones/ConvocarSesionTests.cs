using Microsoft.AspNetCore.Http;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Tests.Sesiones;

public sealed class ConvocarSesionTests
{
    private static ConvocarSesion.Request Buena => ComisionDePrueba.Ordinaria;

    private static ConvocarSesion.Request Extraordinaria => Buena with { Prevista = null, Tipo = TipoDeSesion.Extraordinaria };

    public static TheoryData<string, Func<ConvocarSesion.Request, ConvocarSesion.Request>, string> Casos => new()
    {
        { "tal cual", r => r, "aceptado" },
        { "con 48 horas justas", r => r with { Inicio = Buena.Inicio.AddDays(-5) }, "aceptado" },
        { "con 48 horas menos un minuto", r => r with { Inicio = Buena.Inicio.AddDays(-5).AddMinutes(-1) }, "convocatoria_tardia" },
        { "notificada antes por oficio", r => r with { Inicio = Buena.Inicio.AddDays(-6), Notificada = Buena.Inicio.AddDays(-8) }, "aceptado" },
        { "ya celebrada, notificada a tiempo", r => r with { Inicio = Buena.Inicio.AddDays(-10), Notificada = Buena.Inicio.AddDays(-12) }, "aceptado" },
        { "notificada mañana", r => r with { Notificada = Buena.Inicio.AddDays(-6) }, "notificada_por_venir" },
        { "en otro siglo", r => r with { Inicio = new(2042, 1, 20, 18, 0, 0, TimeSpan.Zero) }, "fecha_fuera_de_calendario" },
        { "notificada antes del proceso", r => r with { Notificada = new(2022, 1, 20, 18, 0, 0, TimeSpan.Zero) }, "fecha_fuera_de_calendario" },
        { "sin lugar", r => r with { Lugar = "" }, "falta_lugar" },
        { "sólo a distancia", r => r with { Lugar = "", Enlace = "https://sala.example/uno" }, "aceptado" },
        { "enlace que no lo es", r => r with { Enlace = "javascript:alert(1)" }, "enlace_malo" },
        { "sin orden del día", r => r with { Orden = [] }, "falta_orden" },
        { "con un punto larguísimo", r => r with { Orden = [new(new string('x', 1001), true)] }, "punto_largo" },
        { "con una actividad que no está", r => r with { Orden = [new("Uno", true, "2099-01-1")] }, "punto_con_actividad_desconocida" },
        { "no prevista", r => r with { Prevista = "Décima sesión ordinaria" }, "sesion_no_prevista" },
        { "prevista de otro tipo", r => r with { Tipo = TipoDeSesion.Extraordinaria }, "sesion_no_prevista" },
        { "ordinaria sin plan", r => r with { Prevista = null }, "ordinaria_fuera_del_plan" },
        { "extraordinaria con un día", r => Extraordinaria with { Inicio = Buena.Inicio.AddDays(-6) }, "aceptado" },
        { "extraordinaria con menos", r => Extraordinaria with { Inicio = Buena.Inicio.AddDays(-6).AddMinutes(-1) }, "convocatoria_tardia" },
        { "reunión de trabajo enseguida", r => Extraordinaria with { Tipo = TipoDeSesion.ReunionDeTrabajo, Inicio = Buena.Inicio.AddDays(-7), Orden = [new("Prototipo", false)] }, "aceptado" },
        { "reunión de trabajo con votación", r => Extraordinaria with { Tipo = TipoDeSesion.ReunionDeTrabajo }, "reunion_no_vota" },
        { "ordinaria del COTAPREP, que no está en el plan", r => r with { Organo = OrganoColegiado.Cotaprep, Prevista = null }, "aceptado" },
        { "petición que no está", r => Extraordinaria with { Peticion = 99 }, "peticion_desconocida" },
    };

    [Theory, MemberData(nameof(Casos))]
    public void Se_convoca_por_regla(string caso, Func<ConvocarSesion.Request, ConvocarSesion.Request> cambio, string resultado)
    {
        Assert.NotEmpty(caso);
        ComisionDePrueba comision = new();
        ConvocarSesion.Decidir(comision.Programa, cambio(Buena), comision.Ahora).Rechaza(resultado);
    }

    [Fact]
    public void La_tardia_dice_desde_cuando_se_puede()
    {
        ComisionDePrueba comision = new();
        var rechazo = ConvocarSesion.Decidir(comision.Programa, Buena with { Inicio = comision.Ahora.AddHours(47) }, comision.Ahora).Rechazo;

        Assert.Contains("lo más pronto es a las 12:00 horas del 15 de diciembre de 2023", rechazo.Mensaje);
    }

    [Fact]
    public void Una_prevista_se_convoca_una_vez_y_otra_si_se_cancelo()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        var otra = Buena with { Inicio = Buena.Inicio.AddDays(7) };
        ConvocarSesion.Decidir(comision.Programa, otra, comision.Ahora).Rechaza("ya_convocada");

        comision.Hacer(PasosDeSesion.Cancelar(comision.Programa, new(comision.Sesion.Numero, null, "No hay sala")));

        ConvocarSesion.Decidir(comision.Programa, otra, comision.Ahora).Rechaza("aceptado");
    }

    [Fact]
    public void Reprogramar_pide_motivo_y_la_misma_anticipacion()
    {
        var comision = ComisionDePrueba.ConSesionConvocada();
        PasosDeSesion.Reprogramacion r = new(comision.Sesion.Numero, null, comision.Ahora.AddHours(48), "Otra sala", "", "Se inundó la sala");

        PasosDeSesion.Reprogramar(comision.Programa, r with { Motivo = "" }, comision.Ahora).Rechaza("falta_motivo");
        PasosDeSesion.Reprogramar(comision.Programa, r with { Inicio = r.Inicio.AddMinutes(-1) }, comision.Ahora).Rechaza("convocatoria_tardia");
        PasosDeSesion.Reprogramar(comision.Programa, r with { Sesion = 99 }, comision.Ahora).Rechaza("sesion_desconocida");
        comision.Hacer(PasosDeSesion.Reprogramar(comision.Programa, r, comision.Ahora));

        Assert.Equal((r.Inicio, "Otra sala", 1), (comision.Sesion.Inicio, comision.Sesion.Lugar, comision.Sesion.Cambios));
    }

    [Fact]
    public void Las_que_el_plan_no_nombra_se_nombran_por_su_lugar()
    {
        ComisionDePrueba comision = new();
        foreach (var nombre in new[] { "Primera sesión extraordinaria", "Segunda sesión extraordinaria" })
        {
            comision.Hacer(ConvocarSesion.Decidir(comision.Programa, Extraordinaria, comision.Ahora));
            Assert.Equal(nombre, comision.Sesion.Nombre);
        }

        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, Extraordinaria with { Organo = OrganoColegiado.Cotaprep }, comision.Ahora));
        Assert.Equal("Primera sesión extraordinaria del COTAPREP", comision.Sesion.Nombre);
    }

    [Fact]
    public void La_mayoria_de_quienes_votan_pide_una_extraordinaria()
    {
        ComisionDePrueba comision = new();
        PedirSesion.Decidir(comision.Programa, OrganoColegiado.Comision, "Ente auditor", "irving").Rechaza("pide_sin_voto");
        PedirSesion.Decidir(comision.Programa, OrganoColegiado.Comision, "", "zaira").Rechaza("falta_asunto");
        comision.Hacer(PedirSesion.Decidir(comision.Programa, OrganoColegiado.Comision, "Ente auditor", "zaira"), "zaira");
        var peticion = comision.Programa.Sesiones.Peticiones.Values.Single();
        Assert.False(PedirSesion.TieneMayoria(comision.Programa, peticion));
        Assert.Equal([false, true, false], new[] { "zaira", "jessica", "irving" }.Select(p => LoSuyo.De(comision.Programa, p).Peticiones.Length == 1));

        PedirSesion.DecidirApoyo(comision.Programa, peticion.Numero, "zaira").Rechaza("ya_la_pidio");
        PedirSesion.DecidirApoyo(comision.Programa, peticion.Numero, "irving").Rechaza("pide_sin_voto");
        PedirSesion.DecidirApoyo(comision.Programa, 99, "jessica").Rechaza("peticion_desconocida");
        comision.Hacer(PedirSesion.DecidirApoyo(comision.Programa, peticion.Numero, "jessica"), "jessica");
        Assert.True(PedirSesion.TieneMayoria(comision.Programa, comision.Programa.Sesiones.Peticiones[peticion.Numero]));

        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, Extraordinaria with { Peticion = peticion.Numero }, comision.Ahora));
        Assert.Equal(comision.Sesion.Numero, comision.Programa.Sesiones.Peticiones[peticion.Numero].Sesion);
        ConvocarSesion.Decidir(comision.Programa, Extraordinaria with { Peticion = peticion.Numero }, comision.Ahora).Rechaza("peticion_atendida");
        PedirSesion.DecidirApoyo(comision.Programa, peticion.Numero, "carmelita").Rechaza("peticion_atendida");
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(30, 30, false)]
    [InlineData(31, 30, true)]
    [InlineData(200, 30, true)]
    public void La_convocatoria_propone_las_primeras_actividades_sin_cumplir_y_las_demas_en_un_punto(int sinCumplir, int puntos, bool juntas)
    {
        ComisionDePrueba comision = new(d => d with { Plan = d.Plan with { Actividades = [.. Enumerable.Range(0, sinCumplir).Select(i => d.Plan.Actividades[0] with { Id = $"a-{i}" })] } });
        var orden = OrdenDelDia.QueSeUsa(comision.Programa, comision.Programa.Plan.Definicion.Plan.Sesiones[^1], null);

        Assert.Equal(puntos, orden.Count(p => p.Actividad is not null));
        Assert.Equal(juntas, orden.Any(p => p.Texto == $"Seguimiento de las demás actividades sin cumplir ({sinCumplir - 30})"));
    }

    [Theory]
    [InlineData("2024-01-5", "2024-01-5", "aceptado")]
    [InlineData("  2024-01-5 · Lo que diga la lista… ", "2024-01-5", "aceptado")]
    [InlineData("", null, "aceptado")]
    [InlineData("prototipo", "prototipo", "punto_con_actividad_desconocida")]
    [InlineData("2099-01-1 · Otra", "2099-01-1", "punto_con_actividad_desconocida")]
    public void La_actividad_de_un_punto_se_elige_de_la_lista_o_por_su_clave(string escrito, string? clave, string resultado)
    {
        var orden = FormaDeSesion.Orden(new FormCollection(new() { ["punto-0"] = "Informe", ["actividad-0"] = escrito }));
        Assert.Equal(clave, Assert.Single(orden).Actividad);
        ConvocarSesion.Decidir(new ComisionDePrueba().Programa, ComisionDePrueba.Ordinaria with { Orden = orden }, ComisionDePrueba.Inicio.AddDays(-7)).Rechaza(resultado);
    }

    [Theory]
    [InlineData(OrganoColegiado.Cotaprep, "laura", "aceptado")]
    [InlineData(OrganoColegiado.Cotaprep, "zaira", "pide_sin_voto")]    // of the Commission: invited there
    [InlineData(OrganoColegiado.Comision, "laura", "pide_sin_voto")]
    [InlineData(OrganoColegiado.Cotaprep, "irving", "pide_sin_voto")]
    public void Cada_quien_pide_sesion_de_su_organo(OrganoColegiado organo, string persona, string resultado) =>
        PedirSesion.Decidir(ConCotaprep().Programa, organo, "Revisar el prototipo", persona).Rechaza(resultado);

    [Fact]
    public void La_mayoria_del_COTAPREP_pide_la_suya_y_con_ella_no_se_convoca_a_la_Comision()
    {
        var comision = ConCotaprep();
        comision.Hacer(PedirSesion.Decidir(comision.Programa, OrganoColegiado.Cotaprep, "Revisar el prototipo", "laura"), "laura");
        var numero = comision.Programa.Sesiones.Peticiones.Keys.Single();
        PedirSesion.DecidirApoyo(comision.Programa, numero, "zaira").Rechaza("pide_sin_voto");
        Assert.False(PedirSesion.TieneMayoria(comision.Programa, comision.Programa.Sesiones.Peticiones[numero]));    // 1 of 3
        comision.Hacer(PedirSesion.DecidirApoyo(comision.Programa, numero, "mario"), "mario");
        Assert.True(PedirSesion.TieneMayoria(comision.Programa, comision.Programa.Sesiones.Peticiones[numero]));

        ConvocarSesion.Decidir(comision.Programa, Extraordinaria with { Peticion = numero }, comision.Ahora).Rechaza("peticion_desconocida");
        comision.Hacer(ConvocarSesion.Decidir(comision.Programa, Extraordinaria with { Organo = OrganoColegiado.Cotaprep, Peticion = numero }, comision.Ahora));
        Assert.Equal((OrganoColegiado.Cotaprep, comision.Sesion.Numero), (comision.Sesion.Organo, comision.Programa.Sesiones.Peticiones[numero].Sesion));
    }

    private static ComisionDePrueba ConCotaprep() => new(d => d with
    {
        Integrantes = [.. d.Integrantes, new("Dra. Laura Cruz", "COTAPREP", "Redes", "laura"), new("Dr. Mario Luna", "COTAPREP", "Bases de datos", "mario"), new("Mtra. Eva Paz", "COTAPREP", "Seguridad", "eva")],
    });
}
