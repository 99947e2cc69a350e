using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Publico;

/// <summary>Sessions, votes and agreements as open data. Never the address to attend from afar, which is for those called, nor what was noted while it was held, which the minuta says.</summary>
public static class DatosDeSesiones
{
    private static readonly string[] _sesiones =
    [
        "numero", "organo", "tipo", "sesion", "estado", "mes", "inicio", "lugar", "orden_del_dia", "asistieron", "motivo",
    ];

    private static readonly string[] _votaciones =
    [
        "sesion_numero", "sesion", "punto", "asunto", "resultado", "a_favor", "en_contra", "abstenciones",
    ];

    private static readonly string[] _acuerdos =
    [
        "folio", "organo", "fecha", "acuerdo", "responsable", "vence", "estado", "sesion_numero", "sesion", "fe_de_erratas",
    ];

    public static TablaPublica Sesiones(Programa programa) => new("sesiones", _sesiones,
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

    public static TablaPublica Votaciones(Programa programa) => new("votaciones", _votaciones,
    [
        .. EnOrden(programa).SelectMany(s => Enumerable.Range(0, s.Orden.Length).Where(i => s.De(i).Votacion is not null).Select(i => (IReadOnlyList<object?>)
        [
            s.Numero, s.Nombre, i + 1, s.Orden[i].Texto, PalabrasDeSesion.De(s.De(i).Votacion!),
            Votaron(s, i, SentidoDelVoto.AFavor), Votaron(s, i, SentidoDelVoto.EnContra), Votaron(s, i, SentidoDelVoto.Abstencion),
        ])),
    ]);

    public static TablaPublica Acuerdos(Programa programa) => new("acuerdos", _acuerdos,
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
