using System.Globalization;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A paper of a session as a page: one template is what is read and what is printed.</summary>
public static class TextoDeSesion
{
    /// <param name="proyecto">It says of itself that it is not issued yet.</param>
    /// <param name="regreso">Where its reader came from; empty in what is printed.</param>
    /// <returns>Those of <see cref="Plantillas.Llenar"/>.</returns>
    public static Result<string> Pagina(Programa programa, SesionColegiada sesion, PapelDeSesion papel, bool proyecto, string regreso, Plantillas plantillas) => plantillas.Llenar($"sesion-{papel.EnRuta()}", new Dictionary<string, object?>(papel switch
    {
        PapelDeSesion.Convocatoria => Convocatoria(programa, sesion),
        PapelDeSesion.Minuta => Minuta(programa, sesion),
        _ => Acta(programa, sesion),
    })
    {
        ["regreso"] = regreso,
        ["pdf"] = $"{VerSesion.Ruta(programa.Id, sesion.Numero)}/{papel.EnRuta()}/pdf",
        ["proyecto"] = proyecto,
        ["nombre"] = sesion.Nombre,
        ["nombreEnFrase"] = char.ToLowerInvariant(sesion.Nombre[0]) + sesion.Nombre[1..],
        ["organo"] = sesion.Organo == OrganoColegiado.Comision ? programa.Plan.Definicion.Plan.Comision.Nombre : "Comité Técnico Asesor del PREP",
        ["organoConArticulo"] = PalabrasDeSesion.De(sesion.Organo),
        ["instituto"] = programa.Plan.Definicion.Plan.Institucion.Nombre,
        ["proceso"] = programa.Plan.Definicion.Plan.ProcesoElectoral,
        ["zona"] = HoraLocal.EnPalabras(programa.Plan.Definicion.Husos),
        ["lugar"] = PalabrasDeSesion.Donde(sesion),
        ["inicio"] = PalabrasDeSesion.Momento(programa.Plan.Definicion, sesion.Inicio),
        ["firmas"] = papel.Firman(programa, sesion).Select(a => Plantillas.Renglon(("nombre", a.Nombre), ("cargo", a.Cargo))).ToArray(),
    });

    private static Dictionary<string, object?> Convocatoria(Programa programa, SesionColegiada sesion)
    {
        var definicion = programa.Plan.Definicion;
        var reglas = definicion.Reglas(sesion.Organo);
        var peticion = programa.Sesiones.Peticiones.Values.FirstOrDefault(p => p.Sesion == sesion.Numero);
        return new()
        {
            ["notificada"] = $"Notificada a las {PalabrasDeSesion.Momento(definicion, sesion.Notificada)}.",
            ["enlace"] = sesion.Enlace,
            ["segunda"] = sesion.SeVota ? $"a las {PalabrasDeSesion.Momento(definicion, sesion.Inicio.AddMinutes(reglas.MinutosSegundaConvocatoria))}" : "",
            ["motivo"] = sesion.Cambios > 0 ? sesion.Motivo : "",
            ["pidieron"] = peticion is null ? "" : string.Join(", ", peticion.Piden.Select(programa.NombreDe)),
            ["asunto"] = peticion?.Asunto ?? "",
            ["puntos"] = sesion.Orden.Select(p => Plantillas.Renglon(("texto", p.Texto))).ToArray(),
            ["documentos"] = programa.Documentos.De(Asunto.De(sesion)).Where(d => !PapelesDeSesion.Todos.Any(p => p.Archivo(sesion) == d.Vigente.Archivo))
                .Select(d => Plantillas.Renglon(("titulo", d.Vigente.Titulo), ("huella", d.Vigente.Sha256))).ToArray(),
        };
    }

    private static Dictionary<string, object?> Minuta(Programa programa, SesionColegiada sesion) => new()
    {
        ["abierta"] = Momento(programa, sesion.AbiertaEn),
        ["cerrada"] = Momento(programa, sesion.CerradaEn),
        ["asistieron"] = sesion.Asistentes.Where(a => sesion.Asistieron.Contains(a.Clave)).Select(a => Plantillas.Renglon(("nombre", a.Nombre), ("cargo", a.Cargo), ("horas", PalabrasDeSesion.IdasYVueltas(programa.Plan.Definicion, sesion, a)))).ToArray(),
        ["puntos"] = Puntos(programa, sesion),
        ["acuerdos"] = Acuerdos(programa, sesion),
    };

    private static Dictionary<string, object?> Acta(Programa programa, SesionColegiada sesion) => new()
    {
        ["celebrada"] = sesion.Estado != EstadoDeSesion.NoCelebrada,
        ["lugarEnFrase"] = (sesion.Lugar.Length, sesion.Enlace.Length) switch
        {
            ( > 0, > 0) => $"en el lugar convocado ({sesion.Lugar}) y a distancia",
            ( > 0, _) => $"en el lugar convocado ({sesion.Lugar})",
            _ => "a distancia",
        },
        ["notificada"] = PalabrasDeSesion.Momento(programa.Plan.Definicion, sesion.Notificada),
        ["abierta"] = Momento(programa, sesion.AbiertaEn),
        ["cerrada"] = Momento(programa, sesion.CerradaEn),
        ["segunda"] = sesion.SegundaConvocatoria,
        ["asistentes"] = sesion.Asistentes.Select(a => Plantillas.Renglon(
            ("nombre", a.Nombre), ("cargo", a.Cargo), ("derecho", PalabrasDeSesion.Derecho(a)), ("asistio", Asistio(programa, sesion, a)))).ToArray(),
        ["quorum"] = Quorum(sesion),
        ["puntos"] = Puntos(programa, sesion),
        ["recesos"] = Recesos(programa, sesion).Select(t => Plantillas.Renglon(("texto", t))).ToArray(),
        ["acuerdos"] = Acuerdos(programa, sesion),
    };

    private static string Asistio(Programa programa, SesionColegiada sesion, Asistente a) =>
        !sesion.Asistieron.Contains(a.Clave) ? "No" : PalabrasDeSesion.IdasYVueltas(programa.Plan.Definicion, sesion, a) is { Length: > 0 } horas ? $"Sí: {horas}" : "Sí";

    private static string Quorum(SesionColegiada sesion)
    {
        var conVoto = sesion.VotantesAlAbrir.Count();
        return !sesion.SeVota ? "Por ser reunión de trabajo no se requiere quórum."
            : sesion.Estado == EstadoDeSesion.NoCelebrada ? $"De {sesion.Integran} personas con voto {(conVoto == 1 ? "asistió 1" : $"asistieron {conVoto}")} y se requerían {sesion.Quorum}: no hubo quórum."
            : $"De {sesion.Integran} personas con voto {(conVoto == 1 ? "asistió 1" : $"asistieron {conVoto}")} y se requerían {sesion.Quorum}: se declaró que hay quórum.";
    }

    private static Dictionary<string, object?>[] Puntos(Programa programa, SesionColegiada sesion) =>
    [
        .. sesion.Orden.Select((punto, i) =>
        {
            var (tratado, acuerdo) = (sesion.De(i), programa.Sesiones.Del(sesion.Numero, i));
            return Plantillas.Renglon(
                ("numero", (i + 1).ToString(CultureInfo.InvariantCulture)),
                ("texto", punto.Texto),
                ("retirado", tratado.Retirado),
                ("nota", tratado.Nota),
                ("resultado", tratado.Votacion is { } v ? PalabrasDeSesion.De(programa.Plan.Definicion, v) : ""),
                ("votos", (tratado.Votacion?.Votos ?? []).Select(v => Plantillas.Renglon(
                    ("nombre", sesion.Asistentes.FirstOrDefault(a => a.Clave == v.Persona)?.Nombre ?? v.Persona), ("sentido", PalabrasDeSesion.De(v.Sentido)))).ToArray()),
                ("folio", acuerdo?.Folio ?? ""),
                ("acuerdo", acuerdo is null ? "" : Dice(programa, acuerdo)),
                ("dicho", tratado.Retirado || tratado.Nota.Length > 0 || tratado.Votacion is not null));
        }),
    ];

    private static Dictionary<string, object?>[] Acuerdos(Programa programa, SesionColegiada sesion) =>
    [
        .. programa.Sesiones.De(sesion).Where(a => a.Estado != EstadoDeAcuerdo.SinEfecto).Select(a => Plantillas.Renglon(
            ("folio", a.Folio), ("texto", Dice(programa, a)), ("responsable", a.Responsable.Length > 0 ? a.Responsable : "—"), ("vence", a.Vence is { } vence ? Palabras.De(vence) : "—"))),
    ];

    // What was voted must be readable in a paper that is issued after the correction.
    private static string Dice(Programa programa, AcuerdoDeSesion a) => string.Join(' ', a.Correcciones.Select(c => $"({PalabrasDeSesion.De(programa, c)})").Prepend(a.Texto));

    // Who came and went and when it stopped, by the clock; what has no hour goes after what the book said before it.
    private static IEnumerable<string> Recesos(Programa programa, SesionColegiada sesion)
    {
        var desde = DateTimeOffset.MinValue;
        List<(DateTimeOffset En, string Dicho)> dichos = [];
        foreach (var asiento in programa.Historia)
        {
            (DateTimeOffset? En, string Dicho)? dicho = asiento.Suceso switch
            {
                SesionSuspendida s when s.Sesion == sesion.Numero => (s.En, $"se declaró un receso: {s.Motivo}"),
                SesionReanudada s when s.Sesion == sesion.Numero => (s.En, "se reanudó."),
                AsistenciaCambiada s when s.Sesion == sesion.Numero && sesion.Movimientos.FirstOrDefault(m => m.Numero == asiento.Numero) is { } m => (m.En, $"se {(m.Llega ? "incorporó" : "retiró")} {s.Asistente.Nombre}."),
                VotacionAnulada s when s.Sesion == sesion.Numero => (null, $"se anuló la votación del punto {s.Punto + 1}: {s.Motivo}"),
                _ => null,
            };
            if (dicho is { } d)
            {
                desde = d.En ?? desde;
                dichos.Add((desde, d.En is { } en ? $"A las {PalabrasDeSesion.Momento(programa.Plan.Definicion, en)} {d.Dicho}" : char.ToUpperInvariant(d.Dicho[0]) + d.Dicho[1..]));
            }
        }

        return dichos.OrderBy(d => d.En).Select(d => d.Dicho);
    }

    private static string Momento(Programa programa, DateTimeOffset? en) => en is { } cuando ? PalabrasDeSesion.Momento(programa.Plan.Definicion, cuando) : "";
}
