using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Observaciones;

/// <summary>The Secretaría Técnica answers an observation; it may answer again, and every answer stays.</summary>
public static class ResponderObservacion
{
    public static readonly Rechazo Desconocida = new("observacion_desconocida", "No hay una observación con ese número en este programa. Vuelva a la lista y elíjala ahí.", ClaseDeRechazo.NoExiste);

    public sealed record Request(int Numero, string Texto, Atencion Atencion);

    internal static void Map(RouteGroupBuilder programas) => programas.MapPost("/observaciones/{numero:int}/respuesta",
        async (string programa, int numero, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = DeForma.Opcion<Atencion>(campos["atencion"]) is { } atencion
                ? await EjecutarAsync(programa, new(numero, campos["texto"].ToString(), atencion), c, ct)
                : new Rechazo("falta_atencion", "Diga si se atendió, si no procede o si está en estudio.", ClaseDeRechazo.Entrada);
            var visto = hecho.IsOk ? hecho : await c.ProgramaAsync(programa, ct);
            return !visto.IsOk ? visto.Rechazo.ToProblem()
                : visto.Value.Observaciones.Todas.GetValueOrDefault(numero) is not { } observacion ? Desconocida.ToProblem()
                : hecho.IsOk ? Vuelta.Hecho(http, $"{AsuntosDelPrograma.De(visto.Value, observacion.Asunto)?.Ruta ?? VerAsunto.Ruta(programa, observacion.Asunto)}#observaciones", "Quedó la respuesta.")
                : await VerAsunto.PintarAsync(programa, $"{observacion.Asunto}", Devuelto.De($"responder-{numero}", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    internal static string Ruta(string programa, int numero) => $"{VerTableroDelPrograma.Ruta(programa)}/observaciones/{numero}/respuesta";

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>observacion_desconocida</c>, <c>falta_texto</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) =>
        !programa.Observaciones.Todas.ContainsKey(r.Numero) ? Desconocida
            : r.Texto.Trim() is not { Length: > 0 and <= Observar.Largo } texto ? new Rechazo("falta_texto", $"Escriba la respuesta, en {Observar.Largo} letras o menos.", ClaseDeRechazo.Entrada)
            : new ObservacionRespondida(r.Numero, texto, r.Atencion);
}
