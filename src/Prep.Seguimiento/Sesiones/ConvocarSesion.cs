using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The Secretaría Técnica calls a session: with its notice, its place and its order of the day.</summary>
public static class ConvocarSesion
{
    /// <param name="Prevista">Name of the session of the plan; null for another one.</param>
    /// <param name="Nombre">Empty to name it by its place among those of its kind.</param>
    /// <param name="Notificada">When those called were told; null is now.</param>
    /// <param name="Peticion">The request of the members that it answers.</param>
    public sealed record Request(
        OrganoColegiado Organo, TipoDeSesion Tipo, string? Prevista, string Nombre, DateTimeOffset? Notificada, DateTimeOffset Inicio, string Lugar, string Enlace, ImmutableArray<PuntoDelOrden> Orden, int? Peticion = null);

    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapGet("/convocar", (string programa, string? prevista, int? peticion, string? organo, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerSesiones.PintarConvocatoriaAsync(programa, prevista, peticion, organo, null, null, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        sesiones.MapPost("/convocar", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = await c.ProgramaAsync(programa, ct);
            var pedida = leido.IsOk ? FormaDeSesion.Convocatoria(campos, leido.Value.Plan.Definicion) : leido.Rechazo;
            var hecho = pedida.IsOk ? await EjecutarAsync(programa, pedida.Value, c, ct) : pedida.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerSesion.Ruta(programa, hecho.Value.Sesiones.Todas.Keys.Last()), "La sesión quedó convocada. Descargue la convocatoria y notifíquela.")
                : await VerSesiones.PintarConvocatoriaAsync(programa, campos["prevista"], int.TryParse(campos["peticion"], out var p) ? p : null, campos["organo"], Devuelto.De("convocar", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <summary>Whether it may be called so.</summary>
    /// <returns><c>sesion_no_prevista</c>, <c>ya_convocada</c>, <c>ordinaria_fuera_del_plan</c>, <c>peticion_desconocida</c>, <c>peticion_atendida</c>, those of <see cref="OrdenDelDia.Falta"/> and of <see cref="Impedimento"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        var notificada = r.Notificada ?? ahora;
        return DelPlan(programa, r) is { } noEsDelPlan ? noEsDelPlan
            : DePeticion(programa, r) is { } peticion ? peticion
            : OrdenDelDia.Falta(programa, r.Tipo, r.Orden) is { } falta ? falta
            : Impedimento(definicion, r.Organo, r.Tipo, notificada, r.Inicio, r.Lugar, r.Enlace, ahora) is { } impedimento ? impedimento
            : new SesionConvocada(
                r.Organo, r.Tipo, r.Nombre.Length > 0 ? r.Nombre : r.Prevista ?? PalabrasDeSesion.Nombrar(programa.Sesiones, r.Organo, r.Tipo), r.Prevista, notificada, r.Inicio, r.Lugar, r.Enlace, r.Orden, r.Peticion);
    }

    /// <summary>Where, when and with how much notice: the same whether it is called or moved.</summary>
    /// <returns>Null, or <c>falta_lugar</c>, <c>enlace_malo</c>, <c>fecha_fuera_de_calendario</c>, <c>notificada_por_venir</c>, <c>convocatoria_tardia</c>.</returns>
    internal static Rechazo? Impedimento(DefinicionDePrograma definicion, OrganoColegiado organo, TipoDeSesion tipo, DateTimeOffset notificada, DateTimeOffset inicio, string lugar, string enlace, DateTimeOffset ahora)
    {
        var horas = Horas(definicion.Reglas(organo), tipo);
        return lugar.Length == 0 && enlace.Length == 0 ? new("falta_lugar", "Diga en qué lugar será, o con qué enlace se entra.", ClaseDeRechazo.Entrada)
            : enlace.Length > 0 && !(Uri.TryCreate(enlace, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") ? new("enlace_malo", "El enlace es como https://… Cópielo completo.", ClaseDeRechazo.Entrada)
            : definicion.FueraDeCalendario(definicion.Dia(inicio)) is { } fuera ? fuera
            : definicion.FueraDeCalendario(definicion.Dia(notificada)) is { } fueraAviso ? fueraAviso
            : notificada > ahora ? new("notificada_por_venir", "La convocatoria no puede haberse notificado después de ahora. Si la notifica hoy, deje esa fecha en blanco.")
            : inicio - notificada < TimeSpan.FromHours(horas) ? Tardia(definicion, tipo, notificada, horas)
            : null;
    }

    private static Rechazo Tardia(DefinicionDePrograma definicion, TipoDeSesion tipo, DateTimeOffset notificada, int horas) => new(
        "convocatoria_tardia",
        horas == 0
            ? "La hora de la reunión ya pasó cuando se notificó. Elija otra."
            : $"{PalabrasDeSesion.De(tipo)}: se convoca con {horas} horas de anticipación. Notificada a las {PalabrasDeSesion.Momento(definicion, notificada)}, lo más pronto es a las {PalabrasDeSesion.Momento(definicion, AlMinuto(notificada.AddHours(horas)))}.");

    // What a box of a form can hold, not before.
    private static DateTimeOffset AlMinuto(DateTimeOffset en) => en.AddTicks((TimeSpan.TicksPerMinute - (en.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute);

    private static int Horas(ReglasDeSesion reglas, TipoDeSesion tipo) => tipo switch
    {
        TipoDeSesion.Extraordinaria => reglas.HorasExtraordinaria,
        TipoDeSesion.ReunionDeTrabajo => 0,
        _ => reglas.HorasOrdinaria,
    };

    private static Rechazo? DelPlan(Programa programa, Request r)
    {
        if (r.Prevista is null)
        {
            return r.Organo == OrganoColegiado.Comision && r.Tipo is TipoDeSesion.Ordinaria or TipoDeSesion.Instalacion
                ? new("ordinaria_fuera_del_plan", "Las sesiones ordinarias de la Comisión son las del plan. Convóquela desde la lista, o convoque una extraordinaria.")
                : null;
        }

        return r.Organo != OrganoColegiado.Comision || programa.Plan.Definicion.Plan.Sesiones.FirstOrDefault(s => s.Nombre == r.Prevista) is not { } prevista || prevista.Tipo != r.Tipo
            ? new("sesion_no_prevista", $"El plan no prevé «{r.Prevista}». Elija una de la lista.", ClaseDeRechazo.NoExiste)
            : programa.Sesiones.DeLaPrevista(r.Prevista) is { } ya
                ? new("ya_convocada", $"«{r.Prevista}» ya está convocada para las {PalabrasDeSesion.Momento(programa.Plan.Definicion, ya.Inicio)}. Si cambió, reprográmela en su pantalla.", ClaseDeRechazo.Conflicto)
                : null;
    }

    private static Rechazo? DePeticion(Programa programa, Request r) => r.Peticion switch
    {
        null => null,
        { } numero when programa.Sesiones.Peticiones.GetValueOrDefault(numero) is { } peticion && peticion.Organo == r.Organo && r.Tipo == TipoDeSesion.Extraordinaria =>
            peticion.Sesion is null ? null : new("peticion_atendida", "Esa petición ya tiene su sesión.", ClaseDeRechazo.Conflicto),
        _ => new("peticion_desconocida", "No hay una petición así: las peticiones piden una sesión extraordinaria.", ClaseDeRechazo.NoExiste),
    };
}
