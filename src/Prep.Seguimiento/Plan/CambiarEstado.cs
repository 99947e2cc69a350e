using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The Secretaría Técnica says how far an activity is.</summary>
public static class CambiarEstado
{
    private static readonly Rechazo FaltaAcuerdo = new("falta_acuerdo", "Para dejarla aprobada diga qué órgano la aprobó, en qué fecha y con qué número de acuerdo.", ClaseDeRechazo.Entrada);

    /// <param name="Nota">Asked for when something approved stops being so.</param>
    public sealed record Request(string Actividad, EstadoDeActividad Estado, string Nota, Aprobacion? Aprobacion = null);

    internal static void Map(RouteGroupBuilder actividades) => actividades.MapPost("/{actividad}/estado",
        async (string programa, string actividad, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leida = Leer(actividad, campos);
            var hecho = leida.IsOk ? await EjecutarAsync(programa, leida.Value, c, ct) : leida.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerActividad.Ruta(programa, actividad), $"Quedó en: {Palabras.De(leida.Value.Estado)}.")
                : await VerActividad.PintarAsync(programa, actividad, Devuelto.De("estado", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);

    /// <summary>Whether it may go there: any state from any other, because drafts come back; approved, only with the body that approves it, a date and the number of the agreement.</summary>
    /// <returns><c>actividad_desconocida</c>, <c>sin_cambio</c>, <c>falta_acuerdo</c>, <c>organo_distinto</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>falta_motivo</c>, <c>aprobacion_de_mas</c>.</returns>
    /// <remarks>Fuente: spec §9.1.</remarks>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        if (programa.Plan.Actividad(r.Actividad) is not { } actividad)
        {
            return VerActividad.Desconocida;
        }

        var avance = programa.Plan.De(r.Actividad);
        if (avance.Estado == r.Estado && avance.Aprobacion == r.Aprobacion && r.Nota.Length == 0)
        {
            return new Rechazo("sin_cambio", $"La actividad ya está en: {Palabras.De(r.Estado)}. Escriba una nota o elija otro estado.");
        }

        if (avance.Estado == EstadoDeActividad.Aprobado && r.Estado != EstadoDeActividad.Aprobado && r.Nota.Length == 0)
        {
            return new Rechazo("falta_motivo", "Ya estaba aprobada: escriba en la nota por qué deja de estarlo.");
        }

        return r.Estado != EstadoDeActividad.Aprobado
            ? r.Aprobacion is null ? new ActividadEnEstado(r.Actividad, r.Estado, r.Nota, null) : new Rechazo("aprobacion_de_mas", "El acuerdo sólo se escribe cuando el estado es Aprobado.", ClaseDeRechazo.Entrada)
            : Impedimento(definicion, actividad, r.Aprobacion, definicion.Dia(ahora)) is { } impedimento ? impedimento
            : new ActividadEnEstado(r.Actividad, r.Estado, r.Nota, r.Aprobacion);
    }

    private static Rechazo? Impedimento(DefinicionDePrograma definicion, Actividad actividad, Aprobacion? aprobacion, DateOnly hoy) => aprobacion switch
    {
        null or { Acuerdo.Length: 0 } => FaltaAcuerdo,
        _ when definicion.EntregableDe(actividad) is { } e && e.Aprueba != aprobacion.Organo =>
            new("organo_distinto", $"«{e.Nombre}» lo aprueba {Palabras.De(e.Aprueba)}, no {Palabras.De(aprobacion.Organo)}."),
        _ when !definicion.EnCalendario(aprobacion.Fecha) =>
            new("fecha_fuera_de_calendario", $"El {Palabras.De(aprobacion.Fecha)} está fuera del calendario electoral, que va del {Palabras.De(definicion.Inicio)} al {Palabras.De(definicion.Fin)}. Revise el año."),
        _ when aprobacion.Fecha > hoy => new("fecha_por_venir", $"El {Palabras.De(aprobacion.Fecha)} todavía no llega."),
        _ => null,
    };

    private static Result<Request> Leer(string actividad, IFormCollection campos)
    {
        if (!Enum.TryParse<EstadoDeActividad>(campos["estado"], out var estado) || !Enum.IsDefined(estado))
        {
            return new Rechazo("falta_estado", "Elija en qué estado está.", ClaseDeRechazo.Entrada);
        }

        var nota = campos["nota"].ToString().Trim();
        if (estado != EstadoDeActividad.Aprobado)
        {
            return new Request(actividad, estado, nota);
        }

        return Enum.TryParse<Organo>(campos["organo"], out var organo) && Enum.IsDefined(organo) && DateOnly.TryParseExact(campos["fecha"], "yyyy-MM-dd", out var fecha)
            ? new Request(actividad, estado, nota, new(organo, fecha, campos["acuerdo"].ToString().Trim()))
            : FaltaAcuerdo;
    }
}
