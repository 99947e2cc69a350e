using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The roll is called: with quorum the session begins, at the first call or at the second; without it, at the second, it is not held.</summary>
public static class AbrirSesion
{
    /// <param name="Hora">By the clock of the room; null is now.</param>
    /// <param name="Presentes">Keys of the members who came.</param>
    /// <param name="Otras">Who came besides: name and whom they come for.</param>
    public sealed record Request(int Sesion, DateTimeOffset? Hora, IReadOnlySet<string> Presentes, IReadOnlyList<(string Nombre, string Cargo)> Otras);

    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapPost("/{sesion:int}/abrir", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            RecibirAsync(programa, sesion, campos, EjecutarAsync, "La sesión está abierta.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/{sesion:int}/no-celebrada", (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            RecibirAsync(programa, sesion, campos, DeclararNoCelebradaAsync, "La sesión quedó como no celebrada. Convoque otra.", http, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    public static Task<Result<Programa>> DeclararNoCelebradaAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, ahora) => DecidirNoCelebrada(p, r, ahora), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_ya_empezo</c>, <c>hora_por_venir</c>, <c>antes_de_hora</c>, <c>sin_integrantes</c>, <c>persona_desconocida</c>, <c>persona_repetida</c>, <c>nadie_vino</c>, <c>sin_quorum</c>, <c>sin_quorum_segunda</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora) => PasarLista(programa, r, ahora).Luego<Suceso>(lista =>
        lista.Votan >= lista.Quorum
            ? new SesionAbierta(r.Sesion, lista.Hora, [.. lista.Asistentes], lista.Segunda, lista.Integran, lista.Quorum)
            : lista.Segunda
                ? new Rechazo("sin_quorum_segunda", $"Tampoco hay quórum en segunda convocatoria: {Vinieron(lista)}. Declárela no celebrada y convoque otra.")
                : new Rechazo("sin_quorum", $"No hay quórum: {Vinieron(lista)}. Espere a la segunda convocatoria, a las {PalabrasDeSesion.Momento(programa.Plan.Definicion, lista.SegundaEn)}."));

    /// <returns>The same that calling the roll gives; <c>antes_de_segunda</c>, <c>hay_quorum</c>.</returns>
    public static Result<Suceso> DecidirNoCelebrada(Programa programa, Request r, DateTimeOffset ahora) => PasarLista(programa, r, ahora, nadie: true).Luego<Suceso>(lista =>
        !lista.Segunda ? new Rechazo("antes_de_segunda", $"Todavía puede reunirse en segunda convocatoria, a las {PalabrasDeSesion.Momento(programa.Plan.Definicion, lista.SegundaEn)}. Espere esa hora.")
        : lista.Votan >= lista.Quorum ? new Rechazo("hay_quorum", $"Hay quórum: {Vinieron(lista)}. Ábrala.")
        : new SesionNoCelebrada(r.Sesion, lista.Hora, [.. lista.Asistentes], lista.Integran, lista.Quorum));

    private sealed record Lista(DateTimeOffset Hora, IReadOnlyList<Asistente> Asistentes, bool Segunda, DateTimeOffset SegundaEn, int Integran, int Quorum)
    {
        public int Votan => Asistentes.Count(a => a.Vota && a.Presente);
    }

    private static Result<Lista> PasarLista(Programa programa, Request r, DateTimeOffset ahora, bool nadie = false)
    {
        var hallada = VerSesion.Esperando(programa, r.Sesion);
        if (!hallada.IsOk)
        {
            return hallada.Rechazo;
        }

        var sesion = hallada.Value;
        var (definicion, reglas, hora) = (programa.Plan.Definicion, programa.Plan.Definicion.Reglas(sesion.Organo), r.Hora ?? ahora);
        var miembros = programa.DelOrgano(sesion.Organo).ToList();
        var integran = miembros.Count(m => reglas.Votan.Contains(m.Puesto));
        var segundaEn = sesion.Inicio.AddMinutes(reglas.MinutosSegundaConvocatoria);
        var segunda = hora >= segundaEn;
        return hora > ahora ? new Rechazo("hora_por_venir", "Esa hora todavía no llega. Si empieza ahora, deje la hora en blanco.", ClaseDeRechazo.Entrada)
            : hora < sesion.Inicio ? new Rechazo("antes_de_hora", $"Está convocada a las {PalabrasDeSesion.Momento(definicion, sesion.Inicio)}: no empieza antes.")
            : integran == 0 && sesion.SeVota ? new Rechazo("sin_integrantes", $"El programa no dice quién integra {PalabrasDeSesion.De(sesion.Organo)} con voto. Nómbrelos en el plan.")
            : r.Presentes.FirstOrDefault(p => miembros.All(m => m.Clave() != p)) is { } otro ? new Rechazo("persona_desconocida", $"«{otro}» no es integrante. Anótela entre las otras personas.", ClaseDeRechazo.Entrada)
            : r.Otras.FirstOrDefault(o => miembros.Any(m => m.EsQuien(o.Nombre))) is { Nombre: not null } miembro ? new Rechazo("persona_repetida", $"{miembro.Nombre} ya está en la lista: márquela ahí, y quítela de las otras personas.", ClaseDeRechazo.Entrada)
            : !nadie && r.Presentes.Count + r.Otras.Count == 0 ? new Rechazo("nadie_vino", "Marque quién asistió.", ClaseDeRechazo.Entrada)
            : new Lista(hora, Asistentes(r, miembros, reglas), segunda && sesion.SeVota, segundaEn, integran, Quorum(sesion, reglas, integran, segunda));
    }

    private static List<Asistente> Asistentes(Request r, IEnumerable<Integrante> miembros, ReglasDeSesion reglas) =>
    [
        .. miembros.Select(m => new Asistente(m.Clave(), m.Nombre, m.Cargo, m.Puesto, reglas.Votan.Contains(m.Puesto), r.Presentes.Contains(m.Clave()))),
        .. r.Otras.DistinctBy(o => o.Nombre).Select(o => new Asistente(o.Nombre, o.Nombre, o.Cargo, "", Vota: false, Presente: true)),
    ];

    private static int Quorum(SesionColegiada sesion, ReglasDeSesion reglas, int integran, bool segunda) =>
        !sesion.SeVota ? 0 : segunda ? Math.Min(reglas.QuorumSegunda, Miembros.Mayoria(integran)) : Miembros.Mayoria(integran);

    private static string Vinieron(Lista lista) => $"de {lista.Integran} con voto {(lista.Votan == 1 ? "está 1" : $"están {lista.Votan}")}, y hacen falta {lista.Quorum}";

    private static async Task<IResult> RecibirAsync(
        string programa, int sesion, IFormCollection campos, Func<string, Request, ContextoDeSeguimiento, CancellationToken, Task<Result<Programa>>> hacer, string frase, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        var lista = leido.IsOk ? FormaDeSesion.Lista(sesion, campos, leido.Value.Plan.Definicion) : leido.Rechazo;
        return await VerSesion.ResponderAsync(programa, sesion, "abrir", campos, lista.IsOk ? await hacer(programa, lista.Value, c, ct) : lista.Rechazo, frase, http, c, ct);
    }
}
