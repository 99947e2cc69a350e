using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Plan;

/// <summary>An activity of the plan says something else, or comes to it: another version of the plan.</summary>
public static class EditarActividad
{
    /// <summary>In the address, that of one that is not there yet.</summary>
    public const string Nueva = "nueva";

    private const int LargoDeTexto = 2000;

    /// <param name="Id">Null for one that comes.</param>
    public sealed record Request(string? Id, string Texto, Mes Periodo, DateOnly? Limite, string Responsable, FaseDeDocumento? Fase, int? Entregable, ImmutableArray<string> DependeDe, string Motivo, int? Sobre = null);

    internal static void Map(RouteGroupBuilder plan)
    {
        plan.MapGet("/actividades/{actividad}", (string programa, string actividad, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, actividad, null, null, c, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        plan.MapPost("/actividades/{actividad}",
            async (string programa, string actividad, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            {
                var leida = Leer(actividad, campos);
                var hecho = leida.IsOk ? await c.AnotarAsync(programa, (p, _) => Decidir(p, leida.Value), ct) : leida.Rechazo;
                return hecho.IsOk
                    ? Vuelta.Hecho(http, actividad == Nueva ? VerPlan.Ruta(programa) : VerActividad.Ruta(programa, actividad), $"Quedó la versión {hecho.Value.Plan.Version} del plan.")
                    : await PintarAsync(programa, actividad, Devuelto.De("actividad", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
            }).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    public static string Ruta(string programa, string actividad) => $"{VerPlan.Ruta(programa)}/actividades/{actividad}";

    /// <returns><c>actividad_desconocida</c>, <c>falta_texto</c>, <c>mes_fuera_de_calendario</c>, <c>fecha_fuera_de_calendario</c>, <c>entregable_desconocido</c>, <c>dependencia_desconocida</c>, <c>dependencia_en_circulo</c>, or those of <see cref="CambiarPlan"/>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var (definicion, plan) = (programa.Plan.Definicion, programa.Plan.Definicion.Plan);
        if (r.Id is not null && programa.Plan.Actividad(r.Id) is null)
        {
            return VerActividad.Desconocida;
        }

        Actividad actividad = new(r.Id ?? Clave(programa, r.Periodo), r.Texto.Trim(), r.Periodo, r.Fase, r.Entregable, r.DependeDe) { Limite = r.Limite == r.Periodo.Ultimo ? null : r.Limite, Responsable = r.Responsable.Trim() };
        ImmutableArray<Actividad> todas = r.Id is null
            ? [.. plan.Actividades, actividad]
            : [.. plan.Actividades.Select(a => a.Id == r.Id ? actividad : a)];
        return Impedimento(definicion, actividad, todas) is { } impedimento ? impedimento
            : CambiarPlan.Decidir(programa, new(definicion with { Plan = plan with { Actividades = todas } }, r.Motivo, [], r.Sobre));
    }

    private static Rechazo? Impedimento(DefinicionDePrograma definicion, Actividad actividad, ImmutableArray<Actividad> todas) => actividad switch
    {
        { Texto.Length: 0 or > LargoDeTexto } => new("falta_texto", $"Escriba qué se hace, en {LargoDeTexto} letras o menos.", ClaseDeRechazo.Entrada),
        _ when actividad.Periodo.Ultimo < definicion.Inicio || actividad.Periodo.Primero > definicion.Fin =>
            new("mes_fuera_de_calendario", $"{actividad.Periodo.EnPalabras} está fuera del calendario electoral, que va del {Palabras.De(definicion.Inicio)} al {Palabras.De(definicion.Fin)}. Revise el año."),
        { Limite: { } limite } when !definicion.EnCalendario(limite) =>
            new("fecha_fuera_de_calendario", $"La fecha límite, {Palabras.De(limite)}, está fuera del calendario electoral, que va del {Palabras.De(definicion.Inicio)} al {Palabras.De(definicion.Fin)}. Revise el año."),
        { Entregable: not null } when definicion.EntregableDe(actividad) is null => new("entregable_desconocido", "Elija un entregable de la lista, o ninguno.", ClaseDeRechazo.Entrada),
        _ when actividad.DependeDe.Any(d => todas.All(a => a.Id != d)) => new("dependencia_desconocida", "Una de las actividades a las que espera no está en el plan.", ClaseDeRechazo.Entrada),
        _ when Dependencias.Ciclo(todas.Select(a => (a.Id, a.DependeDe.AsEnumerable()))) is { } ciclo =>
            new("dependencia_en_circulo", $"Así, estas actividades se esperan unas a otras: {ciclo}. Quite una de esas esperas."),
        _ => null,
    };

    // Of a version that no longer has it, neither: a key is of one thing for ever.
    private static string Clave(Programa programa, Mes mes)
    {
        var usadas = programa.Plan.Versiones.SelectMany(v => v.Definicion.Plan.Actividades).Select(a => a.Id).ToHashSet();
        return Enumerable.Range(1, int.MaxValue - 1).Select(n => $"{mes}-{n}").First(c => !usadas.Contains(c));
    }

    private static Result<Request> Leer(string actividad, IFormCollection campos)
    {
        DateOnly? limite = DeForma.Dia(campos["limite"]);
        return !Mes.TryParse(campos["mes"], out var mes) ? new Rechazo("falta_mes", "Elija el mes.", ClaseDeRechazo.Entrada)
            : limite is null && campos["limite"].ToString().Length > 0 ? new Rechazo("fecha_ilegible", "La fecha límite no se entiende; déjela vacía para usar el último día del mes.", ClaseDeRechazo.Entrada)
            : new Request(
                actividad == Nueva ? null : actividad,
                campos["texto"].ToString(),
                mes,
                limite,
                campos["responsable"].ToString(),
                DeForma.Opcion<FaseDeDocumento>(campos["fase"]),
                int.TryParse(campos["entregable"], CultureInfo.InvariantCulture, out var entregable) ? entregable : null,
                [.. campos["depende"].OfType<string>().Distinct()],
                campos["motivo"].ToString(),
                CambiarPlan.SobreDe(campos));
    }

    internal static async Task<IResult> PintarAsync(string programa, string actividad, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return !leido.IsOk ? leido.Rechazo.ToProblem()
            : actividad != Nueva && leido.Value.Plan.Actividad(actividad) is null ? VerActividad.Desconocida.ToProblem()
            : Operacion.Http.Pantallas.Pantalla<PantallaDeEdicion>(new { Programa = leido.Value, Actividad = leido.Value.Plan.Actividad(actividad), Devuelto = devuelto }).ConEstado(rechazo);
    }
}
