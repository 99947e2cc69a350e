using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>The committee's own plan of work: what it will do each month, and what was done.</summary>
/// <remarks>Fuente: spec §9.1 entregable 5.</remarks>
public static class PlanearCotaprep
{
    public sealed record Request(string Texto, string Mes);

    public sealed record Hecho(int Actividad, DateOnly? Fecha, string Nota);

    internal static void Map(RouteGroupBuilder cotaprep)
    {
        cotaprep.MapPost("/plan", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("actividad", programa, campos, http, c),
            (f, p, _) => Decidir(p, new Request(f["texto"], f["mes"])), "Quedó en el plan del COTAPREP.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        cotaprep.MapPost("/plan/hecho", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("hecho", programa, campos, http, c),
            (f, p, ahora) => Decidir(p, new Hecho(f.Numero("actividad") ?? 0, f.Dia("fecha"), f["nota"]), ahora), "Quedó anotado que se hizo.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>falta_texto</c>, <c>falta_mes</c>, <c>fecha_fuera_de_calendario</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var definicion = programa.Plan.Definicion;
        return r.Texto.Length is 0 or > 500 ? new Rechazo("falta_texto", "Escriba qué hará el COTAPREP, en 500 letras o menos.", ClaseDeRechazo.Entrada)
            : !Mes.TryParse(r.Mes, out var mes) ? new Rechazo("falta_mes", "Elija el mes.", ClaseDeRechazo.Entrada)
            : mes.Ultimo < definicion.Inicio || mes.Primero > definicion.Fin ? new Rechazo("fecha_fuera_de_calendario", $"{mes.EnPalabras} está fuera del calendario electoral, que va del {Palabras.De(definicion.Inicio)} al {Palabras.De(definicion.Fin)}. Revise el año.")
            : new ActividadDelCotaprep(r.Texto, mes);
    }

    /// <returns><c>actividad_desconocida</c>, <c>ya_hecha</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Hecho r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return !programa.Cotaprep.Plan.TryGetValue(r.Actividad, out var renglon) ? new Rechazo("actividad_desconocida", "Elija una actividad del plan del COTAPREP.", ClaseDeRechazo.NoExiste)
            : renglon.Hecha is not null ? new Rechazo("ya_hecha", "Ya está anotado que se hizo.", ClaseDeRechazo.Conflicto)
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : new ActividadDelCotaprepHecha(r.Actividad, fecha, r.Nota);
    }
}
