using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The order of the day: written with the call, and written anew until the session begins.</summary>
public static class OrdenDelDia
{
    public const int LargoDePunto = 1000;

    /// <summary>Activities that a call brings as points of their own: nobody reads an order of the day of two hundred.</summary>
    public const int ActividadesComoMucho = 30;

    internal static void Map(RouteGroupBuilder sesiones) => sesiones.MapPost("/{sesion:int}/orden",
        async (string programa, int sesion, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            await VerSesion.ResponderAsync(programa, sesion, "orden", campos, await EjecutarAsync(programa, sesion, FormaDeSesion.Orden(campos), c, ct), "El orden del día quedó cambiado.", http, c, ct))
        .RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, int sesion, ImmutableArray<PuntoDelOrden> orden, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => Decidir(p, sesion, orden), ct);

    /// <returns><c>sesion_desconocida</c>, <c>sesion_ya_empezo</c>, or those of <see cref="Falta"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, int sesion, ImmutableArray<PuntoDelOrden> orden) =>
        VerSesion.Esperando(programa, sesion).Luego<Suceso>(s => Falta(programa, s.Tipo, orden) is { } falta ? falta : new OrdenDelDiaCambiado(sesion, orden));

    /// <summary>What a call proposes: how every one begins and ends, what was asked for, and the activities up to its month that nobody finished, the oldest first; past some, the others in one point.</summary>
    public static IReadOnlyList<PuntoDelOrden> QueSeUsa(Programa programa, SesionPrevista? prevista, PeticionDeSesion? peticion)
    {
        var debidas = prevista is null ? [] : programa.Plan.Definicion.Plan.Actividades.Where(a => a.Periodo.Primero <= prevista.Mes.Primero && !programa.Plan.De(a.Id).Cumplida).OrderBy(a => a.Periodo.Primero).ToList();
        var otras = debidas.Count - ActividadesComoMucho;
        return
        [
            new("Lista de asistencia y declaración de quórum", false),
            new("Lectura y, en su caso, aprobación del orden del día", true),
            .. peticion is null ? Array.Empty<PuntoDelOrden>() : [new(peticion.Asunto, true)],
            .. debidas.Take(ActividadesComoMucho).Select(a => new PuntoDelOrden($"Seguimiento: {a.Texto}", false, a.Id)),
            .. otras > 0 ? [new($"Seguimiento de las demás actividades sin cumplir ({otras})", false)] : Array.Empty<PuntoDelOrden>(),
            .. prevista is null ? Array.Empty<PuntoDelOrden>() : [new("Asuntos generales", false)],
            new("Clausura", false),
        ];
    }

    /// <returns>Null, or <c>falta_orden</c>, <c>punto_largo</c>, <c>punto_con_actividad_desconocida</c>, <c>reunion_no_vota</c>.</returns>
    internal static Rechazo? Falta(Programa programa, TipoDeSesion tipo, ImmutableArray<PuntoDelOrden> orden) =>
        orden.IsEmpty ? new("falta_orden", "Escriba al menos un punto del orden del día.", ClaseDeRechazo.Entrada)
        : orden.FirstOrDefault(p => p.Texto.Length is 0 or > LargoDePunto) is { } largo ? new("punto_largo", $"Un punto tiene de 1 a {LargoDePunto} letras: revise el que empieza «{largo.Texto[..Math.Min(30, largo.Texto.Length)]}».", ClaseDeRechazo.Entrada)
        : orden.FirstOrDefault(p => p.Actividad is { } a && programa.Plan.Actividad(a) is null) is { } mala ? new("punto_con_actividad_desconocida", $"En el punto {orden.IndexOf(mala) + 1}, el plan no tiene la actividad «{mala.Actividad}». Elíjala de la lista que se abre al escribir, ponga su clave, como {programa.Plan.Definicion.Plan.Actividades[0].Id}, o deje el cuadro en blanco.", ClaseDeRechazo.Entrada)
        : tipo == TipoDeSesion.ReunionDeTrabajo && orden.Any(p => p.SeVota) ? new("reunion_no_vota", "En una reunión de trabajo no se vota. Quite la marca de «se vota», o convoque una sesión.")
        : null;
}
