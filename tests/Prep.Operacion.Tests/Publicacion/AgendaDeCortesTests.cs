using Prep.Datos;
using Prep.Datos.Filas;
using Prep.Dominio.Calendario;
using Prep.Dominio.Catalogo;
using Prep.Dominio.Cortes;
using Prep.Operacion.Publicacion;
using static Prep.Operacion.Publicacion.AgendaDeCortes;

namespace Prep.Operacion.Tests.Publicacion;

/// <summary>What whoever makes the cortes does, as a table: start 20:00, each 20 minutes, last at 20:00 of the next day. Minutes count from the start.</summary>
[Trait("Regla", "K-06")]
public sealed class AgendaDeCortesTests
{
    private const double Dia = 24 * 60;

    private const string NadieMandaba = "A esa hora ningún servidor hacía cortes.";

    private static readonly Proceso _noche = CatalogoDePrueba.Proceso();

    private static DateTimeOffset En(double minuto) => _noche.Calendario.InicioEn.AddMinutes(minuto);

    private static CorteFila Corte(double minuto, double? salio, bool ultimo = false, string? motivo = null) => new()
    {
        Id = CorteId.De(En(minuto), _noche.Calendario.Zona).Valor,
        InstanteEn = En(minuto).AMicros(),
        PublicadoEn = salio is { } m ? En(m).AMicros() : null,
        Estado = salio is null ? "Preparado" : "Publicado",
        Ultimo = ultimo,
        Motivo = motivo,
    };

    /// <param name="ceros">Null: not done.</param>
    private static Hechos Con(double? ceros, CorteFila[] cortes, double[]? omitidos = null, double? cerrada = null, double? corteEn = null) => new(
        new(ExigeCeros: true, ceros is { } c ? En(c) : null, cerrada is { } x ? En(x) : null, corteEn is { } y ? En(y) : null),
        cortes,
        [.. (omitidos ?? []).Select(o => new CorteOmitidoFila { InstanteEn = En(o).AMicros() })]);

    /// <summary>In one line, minutes from the start.</summary>
    private static string Decir(Paso paso)
    {
        static string M(DateTimeOffset en) => $"{(en - En(0)).TotalMinutes:0.##}";
        static string O(IReadOnlyList<Omision> omisiones) => string.Concat(omisiones.Select(o => $" sin {M(o.InstanteEn)}"));
        return paso switch
        {
            Paso.Hacer h => $"hacer {M(h.InstanteEn)} sigue {(h.SiguienteEn is { } s ? M(s) : "nada")}{O(h.Omisiones)}",
            Paso.Omitir o => $"omitir{O(o.Omisiones)}",
            Paso.Cerrar c => $"cerrar{O(c.Omisiones)}",
            Paso.RelojAtrasado r => $"reloj atrás de {M(r.CorteEn)}",
            Paso.Fin f => $"fin {f.Corte}",
            _ => paso.GetType().Name,
        };
    }

    public static TheoryData<string, Hechos, double, string> Tabla => new()
    {
        { "sin ceros no hay cortes, aunque ya sea la hora", Con(null, []), 45, "FaltanCeros" },
        { "sin ceros tampoco se cierra", Con(null, []), Dia + 5, "FaltanCeros" },
        { "antes del inicio se espera", Con(-180, [Corte(-180, -179)]), -0.01, "Esperar" },
        { "el primero, a su instante", Con(-180, [Corte(-180, -179)]), 0, "hacer 0 sigue 20" },
        { "hecho el suyo, se espera el siguiente", Con(-180, [Corte(-180, -179), Corte(0, 1)]), 19.9, "Esperar" },
        { "ceros tardíos: las horas que pasaron se dicen", Con(30, [Corte(30, 31)]), 35, "omitir sin 0 sin 20" },
        { "dichas, no se repiten", Con(30, [Corte(30, 31)], [0, 20]), 39, "Esperar" },
        { "y después, el que sigue", Con(30, [Corte(30, 31)], [0, 20]), 40, "hacer 40 sigue 60" },
        { "ceros en el minuto de un corte, después de él", Con(20.5, [Corte(20.5, 21)]), 21, "omitir sin 0 sin 20" },
        { "ceros al instante de un corte", Con(20, [Corte(20, 20.5)]), 21, "omitir sin 0 sin 20" },
        { "el reloj una hora atrás no se cree", Con(-180, [Corte(0, 1), Corte(60, 61)], [20, 40], corteEn: 60), 0.5, "reloj atrás de 60" },
        { "un minuto de diferencia se tolera", Con(-180, [Corte(0, 1)], corteEn: 1.5), 0.9, "Esperar" },
        { "un corte más largo que el intervalo deja sin hacer el del medio", Con(-180, [Corte(0, 45)]), 45, "hacer 40 sigue 60 sin 20" },
        { "el que está preparado sale antes que nada", Con(-180, [Corte(0, null)]), 15, "Terminar" },
        { "y si ya toca otro, se hace: aquel se termina con él", Con(-180, [Corte(0, null)]), 21, "hacer 20 sigue 40" },
        { "quien toma el mando a media noche sigue donde iba el otro", Con(-180, [Corte(0, 1), Corte(20, 21)]), 85, "hacer 80 sigue 100 sin 40 sin 60" },
        { "el último no se hace: se cierra", Con(-180, [Corte(1420, 1421)]), Dia, "cerrar" },
        { "y lo que faltó antes se dice", Con(-180, [Corte(1400, 1401)]), Dia + 60, "cerrar sin 1420" },
        { "cerrada antes: se cierra, y sólo falta lo de antes del cierre", Con(-180, [Corte(0, 1)], cerrada: 50), 70, "cerrar sin 20 sin 40" },
        { "cerrada y sin salir el último, se insiste", Con(-180, [Corte(0, 1), Corte(15, null, ultimo: true)], cerrada: 15), 16, "cerrar" },
        { "con el último fuera, se acabó", Con(-180, [Corte(0, 1), Corte(15, 16, ultimo: true)], cerrada: 15), 500, "fin 20240602_2015" },
    };

    [Theory, MemberData(nameof(Tabla))]
    public void Toca(string caso, Hechos hechos, double minuto, string esperado) =>
        Assert.Equal($"{caso}: {esperado}", $"{caso}: {Decir(Decidir(_noche, hechos, minuto))}");

    private static Paso Decidir(Proceso proceso, Hechos hechos, double minuto, string? falla = null) =>
        AgendaDeCortes.Toca(proceso, hechos, En(minuto), falla);

    public static TheoryData<Hechos, string?, string> Motivos => new()
    {
        { Con(-180, [Corte(0, 45, motivo: "disco lleno")]), null, "El corte anterior, de las 20:00, terminó hasta las 20:45: disco lleno." },
        { Con(-180, [Corte(0, 45)]), null, "El corte anterior, de las 20:00, terminó hasta las 20:45." },
        { Con(-180, [Corte(0, null, motivo: "disco lleno.")]), null, "El corte anterior, de las 20:00, seguía sin publicarse: disco lleno." },
        { Con(-180, [Corte(0, 1)]), "no responde la base", "No se pudo preparar: no responde la base." },
        { Con(-180, [Corte(0, 1)]), null, NadieMandaba },
    };

    [Theory, MemberData(nameof(Motivos))]
    public void De_cada_omision_queda_el_motivo(Hechos hechos, string? falla, string motivo)
    {
        var hacer = Assert.IsType<Paso.Hacer>(Decidir(_noche, hechos, 45, falla));
        Assert.Equal((En(20), motivo), (hacer.Omisiones.Single().InstanteEn, hacer.Omisiones.Single().Motivo));
    }

    [Fact]
    public void El_que_cae_en_el_minuto_del_corte_de_ceros_se_omite_con_su_motivo()
    {
        // A start off the minute: the zero corte has that minute's name, and is earlier.
        var calendario = CalendarioDelPrep.Crear(En(-180), En(-120), En(0.75), En(Dia), TimeSpan.FromMinutes(20), _noche.Calendario.Zona).Value;
        var paso = Decidir(_noche with { Calendario = calendario }, Con(0.25, [Corte(0.25, 0.5)]), 1);
        Assert.Equal([(En(0.75), "Ese minuto ya tenía otro corte, el 20240602_2000.")], Assert.IsType<Paso.Omitir>(paso).Omisiones.Select(o => (o.InstanteEn, o.Motivo)));
    }

    [Fact]
    public void Con_otro_intervalo_a_media_noche_manda_el_que_rige_y_lo_hecho_no_se_repite()
    {
        var calendario = CalendarioDelPrep.Crear(En(-180), En(-120), En(0), En(Dia), TimeSpan.FromMinutes(15), _noche.Calendario.Zona).Value;
        var hechos = Con(-180, [Corte(0, 1), Corte(20, 21), Corte(40, 41)]);
        Assert.Equal(["Esperar", "hacer 45 sigue 60", "hacer 60 sigue 75 sin 45"], new[] { 44.9, 45, 61 }.Select(m => Decir(Decidir(_noche with { Calendario = calendario }, hechos, m))));
    }
}
