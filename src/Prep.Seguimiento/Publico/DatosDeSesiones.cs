using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Publico;

/// <summary>Sessions, votes and agreements as open data. Never the address to attend from afar, which is for those called, nor what was noted while it was held, which the minuta says.</summary>
public static class DatosDeSesiones
{
    private static readonly ColumnaPublica[] _sesiones =
    [
        new("numero", "De la sesión; vacío si el plan la prevé y todavía no se convoca."),
        new("organo", "La Comisión o el COTAPREP."),
        new("tipo", "De instalación, ordinaria, extraordinaria o reunión de trabajo."),
        new("sesion", "Su nombre."),
        new("estado", "Prevista, Convocada, En curso, En receso, Celebrada, Cancelada o No celebrada."),
        new("mes", "AAAA-MM."),
        new("inicio", "Cuándo empezó o empieza; vacío mientras sólo se sepa el mes."),
        new("lugar", "Dónde."),
        new("orden_del_dia", "Sus puntos."),
        new("asistieron", "Quiénes estuvieron, con su cargo."),
        new("motivo", "Por qué se movió o no se hizo."),
    ];

    private static readonly ColumnaPublica[] _votaciones =
    [
        new("sesion_numero", "De la sesión."),
        new("sesion", "Su nombre."),
        new("punto", "Del orden del día, desde 1."),
        new("asunto", "Lo que se votó."),
        new("resultado", "En palabras, con su cuenta."),
        new("a_favor", "Quiénes."),
        new("en_contra", "Quiénes."),
        new("abstenciones", "Quiénes."),
    ];

    private static readonly ColumnaPublica[] _acuerdos =
    [
        new("folio", "Número del acuerdo."),
        new("organo", "Quién lo tomó."),
        new("fecha", "Cuándo."),
        new("acuerdo", "Lo que dice."),
        new("responsable", "Quién lo lleva."),
        new("vence", "Hasta cuándo; vacío si no tiene fecha."),
        new("estado", "Pendiente, En curso, Cumplido o Sin efecto."),
        new("sesion_numero", "De la sesión en que se tomó."),
        new("sesion", "Su nombre."),
        new("fe_de_erratas", "Lo que decía antes de cada corrección, y por qué se corrigió; vacío si nunca se corrigió."),
    ];

    public static TablaPublica Sesiones(Programa programa) => new("sesiones", "Sesiones", _sesiones,
    [
        .. EnOrden(programa).Select(s => (IReadOnlyList<object?>)
        [
            s.Numero, Palabra(s.Organo), PalabrasDeSesion.De(s.Tipo), s.Nombre, PalabrasDeSesion.De(s.Estado), Mes.De(programa.Plan.Definicion.Dia(s.Inicio)).ToString(), s.AbiertaEn ?? s.Inicio, PalabrasDeSesion.Donde(s),
            s.Orden.Select(p => p.Texto), s.Asistentes.Where(a => s.Asistieron.Contains(a.Clave)).Select(a => a.Cargo.Length > 0 ? $"{a.Nombre} ({a.Cargo})" : a.Nombre), s.Motivo.Length > 0 ? s.Motivo : null,
        ]),
        .. PorConvocar(programa).Select(s => (IReadOnlyList<object?>)
        [
            null, Palabra(OrganoColegiado.Comision), PalabrasDeSesion.De(s.Tipo), s.Nombre, "Prevista", s.Mes.ToString(), s.Fecha, null, Array.Empty<string>(), Array.Empty<string>(), null,
        ]),
    ]);

    public static TablaPublica Votaciones(Programa programa) => new("votaciones", "Votaciones", _votaciones,
    [
        .. EnOrden(programa).SelectMany(s => Enumerable.Range(0, s.Orden.Length).Where(i => s.De(i).Votacion is not null).Select(i => (IReadOnlyList<object?>)
        [
            s.Numero, s.Nombre, i + 1, s.Orden[i].Texto, PalabrasDeSesion.De(s.De(i).Votacion!),
            Votaron(s, i, SentidoDelVoto.AFavor), Votaron(s, i, SentidoDelVoto.EnContra), Votaron(s, i, SentidoDelVoto.Abstencion),
        ])),
    ]);

    public static TablaPublica Acuerdos(Programa programa) => new("acuerdos", "Acuerdos", _acuerdos,
    [
        .. programa.Sesiones.Acuerdos.Values.Select(a => (IReadOnlyList<object?>)
        [
            a.Folio, Palabra(a.Organo), a.Fecha, a.Texto, a.Responsable, a.Vence, PalabrasDeSesion.De(a.Estado), a.Sesion, programa.Sesiones.Todas[a.Sesion].Nombre, a.Correcciones.Select(c => PalabrasDeSesion.De(programa, c)),
        ]),
    ]);

    public static IEnumerable<SesionColegiada> EnOrden(Programa programa) => programa.Sesiones.Todas.Values.OrderBy(s => s.Inicio);

    /// <summary>Those of the plan that nobody called yet.</summary>
    public static IEnumerable<SesionPrevista> PorConvocar(Programa programa) =>
        programa.Plan.Definicion.Plan.Sesiones.Where(s => programa.Sesiones.DeLaPrevista(s.Nombre) is null).OrderBy(s => s.Fecha ?? s.Mes.Ultimo);

    /// <summary>By name: the keys of the roster stay inside.</summary>
    public static IEnumerable<string> Votaron(SesionColegiada sesion, int punto, SentidoDelVoto sentido) =>
        sesion.De(punto).Votacion!.Votos.Where(v => v.Sentido == sentido).Select(v => sesion.Asistentes.FirstOrDefault(a => a.Clave == v.Persona)?.Nombre ?? "Integrante");

    private static string Palabra(OrganoColegiado organo) => organo == OrganoColegiado.Comision ? "Comisión" : "COTAPREP";
}
