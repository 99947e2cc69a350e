using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Observaciones;

namespace Prep.Seguimiento.Tests.Observaciones;

public sealed class ObservacionesTests
{
    private static readonly Asunto Prototipo = new(TipoDeAsunto.Actividad, "2024-02-3");

    public static TheoryData<string, Asunto, string, string> Casos => new()
    {
        { "INE", Prototipo, "Falta la vista por sección.", "aceptado" },
        { "COTAPREP", Prototipo, "x", "aceptado" },
        { "REPRESENTACION", Prototipo, "x", "aceptado" },
        { "CONSEJO", Prototipo, "x", "asunto_ajeno" },
        { "SECRETARIA_TECNICA", Prototipo, "x", "asunto_ajeno" },
        { "AUDITOR", new(TipoDeAsunto.Plan, "1"), "x", "asunto_ajeno" },
        { "INE", new(TipoDeAsunto.Plan, "1"), "x", "aceptado" },
        { "INE", Prototipo, "  ", "falta_texto" },
        { "INE", Prototipo, new('x', 4001), "falta_texto" },
        { "INE", new(TipoDeAsunto.Actividad, "2024-99-1"), "x", "asunto_desconocido" },
    };

    [Theory, MemberData(nameof(Casos))]
    public void Cada_quien_observa_lo_suyo(string puesto, Asunto asunto, string texto, string resultado) =>
        Observar.Decidir(ProgramaDePrueba.Oaxaca(), new(asunto, texto), puesto).Rechaza(resultado);

    [Fact]
    public void Quien_tiene_el_permiso_observa_algo_y_quien_no_nada() => Assert.All(Puesto.Permisos, p =>
    {
        var observa = p.Value.Contains(Permiso.ObservarSeguimiento);
        Assert.Equal(observa, Enum.GetValues<TipoDeAsunto>().Any(t => Observar.Puede(p.Key, t)));
        Assert.Equal(observa, Observar.DeQue(p.Key).Length > 0);    // and its screens say of what
    });

    [Fact]
    public void Se_responde_cuantas_veces_haga_falta_y_todo_queda()
    {
        var programa = ProgramaDePrueba.Oaxaca().Con(new ObservacionHecha(Prototipo, "Falta la vista por sección."), "utsi", "INE");
        ResponderObservacion.Decidir(programa, new(3, "Va.", Atencion.Atendida)).Rechaza("observacion_desconocida");
        ResponderObservacion.Decidir(programa, new(2, " ", Atencion.Atendida)).Rechaza("falta_texto");
        Assert.True(programa.Observaciones.Todas[2].Pendiente);

        programa = programa.Con(ResponderObservacion.Decidir(programa, new(2, "Se revisa.", Atencion.EnEstudio)).Debe());
        Assert.True(programa.Observaciones.Todas[2].Pendiente);
        programa = programa.Con(ResponderObservacion.Decidir(programa, new(2, "Se agregó.", Atencion.Atendida)).Debe());

        var observacion = Assert.Single(programa.Observaciones.De(Prototipo));
        Assert.Equal(("utsi", "INE", false), (observacion.Persona, observacion.Puesto, observacion.Pendiente));
        Assert.Equal(["Se revisa.", "Se agregó."], observacion.Respuestas.Select(r => r.Texto));
    }
}
