using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Auditoria;

/// <summary>The ente auditor writes a finding, over its own name: nobody does it for it.</summary>
/// <remarks>Fuente: spec §8.4.</remarks>
public static class RegistrarHallazgo
{
    internal const int Largo = 8000;

    public static readonly Rechazo PruebaDesconocida = new("prueba_desconocida", "Esa prueba no está en el plan de auditoría. Elíjala en la lista.", ClaseDeRechazo.NoExiste);

    public sealed record Request(string Clave, Severidad? Severidad, string Titulo, string Evidencia, string Recomendacion, int? Prueba = null);

    internal static void Map(RouteGroupBuilder auditoria) => auditoria.MapPost("", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        VerHallazgo.ResponderAsync(new("hallazgo", programa, campos, http, c),
            (f, p, _) => Decidir(p, new(f["clave"].ToUpperInvariant(), f.Opcion<Severidad>("severidad"), f["titulo"], f["evidencia"], f["recomendacion"], f.Numero("prueba"))), "Quedó registrado el hallazgo.", ct)).RequireAuthorization(Permiso.Auditar);

    /// <returns><c>clave_de_hallazgo_invalida</c>, <c>hallazgo_repetido</c>, <c>falta_severidad</c>, <c>falta_titulo</c>, <c>falta_evidencia</c>, <c>falta_recomendacion</c>, <c>prueba_desconocida</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) =>
        r.Clave.Length is 0 or > 40 || !r.Clave.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? new Rechazo("clave_de_hallazgo_invalida", $"La clave «{r.Clave}» no sirve: use letras sin acento, cifras, punto y guiones, como H-01.", ClaseDeRechazo.Entrada)
        : programa.Auditoria.Hallazgos.ContainsKey(r.Clave) ? new Rechazo("hallazgo_repetido", $"Ya hay un hallazgo {r.Clave}. Ábralo, o use otra clave.", ClaseDeRechazo.Conflicto)
        : r.Severidad is not { } severidad ? new Rechazo("falta_severidad", "Elija la severidad.", ClaseDeRechazo.Entrada)
        : r.Titulo.Length is 0 or > 300 ? new Rechazo("falta_titulo", "Escriba qué se halló, en 300 letras o menos.", ClaseDeRechazo.Entrada)
        : r.Evidencia.Length is 0 or > Largo ? new Rechazo("falta_evidencia", $"Escriba la evidencia, en {Largo} letras o menos: cómo se vio y dónde está guardada.", ClaseDeRechazo.Entrada)
        : r.Recomendacion.Length is 0 or > Largo ? new Rechazo("falta_recomendacion", $"Escriba qué recomienda, en {Largo} letras o menos.", ClaseDeRechazo.Entrada)
        : r.Prueba is { } prueba && !programa.Auditoria.Pruebas.ContainsKey(prueba) ? PruebaDesconocida
        : new HallazgoRegistrado(r.Clave, severidad, r.Titulo, r.Evidencia, r.Recomendacion, r.Prueba);
}
