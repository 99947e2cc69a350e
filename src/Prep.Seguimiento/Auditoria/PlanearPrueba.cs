using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Auditoria;

/// <summary>The ente auditor plans a test, and says how it went.</summary>
public static class PlanearPrueba
{
    public sealed record Request(string Nombre, TipoDePrueba? Tipo, DateOnly? Inicio, DateOnly? Fin);

    public sealed record Resultado(int Prueba, DateOnly? Fecha, string Texto);

    internal static void Map(RouteGroupBuilder auditoria)
    {
        auditoria.MapPost("/pruebas", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerHallazgo.ResponderAsync(new("prueba", programa, campos, http, c), (f, p, _) => Decidir(p, new Request(f["nombre"], f.Opcion<TipoDePrueba>("tipo"), f.Dia("inicio"), f.Dia("fin"))), "Quedó en el plan de auditoría.", ct)).RequireAuthorization(Permiso.Auditar);
        auditoria.MapPost("/resultados", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
            VerHallazgo.ResponderAsync(new("resultado", programa, campos, http, c), (f, p, ahora) => Decidir(p, new Resultado(f.Numero("prueba") ?? 0, f.Dia("fecha"), f["texto"]), ahora), "Quedó anotado el resultado.", ct)).RequireAuthorization(Permiso.Auditar);
    }

    /// <returns><c>falta_nombre</c>, <c>falta_tipo</c>, <c>faltan_fechas</c>, <c>fechas_al_reves</c>, <c>fecha_fuera_de_calendario</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        var definicion = programa.Plan.Definicion;
        return r.Nombre.Length is 0 or > 300 ? new Rechazo("falta_nombre", "Escriba qué se prueba, en 300 letras o menos.", ClaseDeRechazo.Entrada)
            : r.Tipo is not { } tipo ? new Rechazo("falta_tipo", "Elija de qué tipo es la prueba.", ClaseDeRechazo.Entrada)
            : r is not { Inicio: { } inicio, Fin: { } fin } ? new Rechazo("faltan_fechas", "Elija de qué día a qué día.", ClaseDeRechazo.Entrada)
            : fin < inicio ? new Rechazo("fechas_al_reves", $"Termina el {Palabras.De(fin)}, antes de empezar el {Palabras.De(inicio)}.", ClaseDeRechazo.Entrada)
            : new[] { inicio, fin }.Where(d => !definicion.EnCalendario(d)).Select(d => ReglaDeEstado.FueraDeFecha(definicion, d, d)).FirstOrDefault() is { } fuera ? fuera
            : new PruebaPrevista(r.Nombre, tipo, inicio, fin);
    }

    /// <returns><c>prueba_desconocida</c>, <c>prueba_hecha</c>, <c>falta_fecha</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>falta_resultado</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Resultado r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        return !programa.Auditoria.Pruebas.TryGetValue(r.Prueba, out var prueba) ? RegistrarHallazgo.PruebaDesconocida
            : prueba.Hecha is not null ? new Rechazo("prueba_hecha", "Esa prueba ya tiene resultado. Si se repitió, agréguela al plan como otra.", ClaseDeRechazo.Conflicto)
            : r.Fecha is not { } fecha ? new Rechazo("falta_fecha", "Elija el día.", ClaseDeRechazo.Entrada)
            : ReglaDeEstado.FueraDeFecha(definicion, fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : r.Texto.Length is 0 or > 4000 ? new Rechazo("falta_resultado", "Escriba cómo resultó, en 4000 letras o menos.", ClaseDeRechazo.Entrada)
            : new PruebaHecha(r.Prueba, fecha, r.Texto);
    }
}
