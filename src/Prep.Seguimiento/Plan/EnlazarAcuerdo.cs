using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Plan;

/// <summary>The Secretaría Técnica ties an activity to an agreement that is published elsewhere, or takes away a tie that was wrong.</summary>
public static class EnlazarAcuerdo
{
    private const int Largo = 500;

    public sealed record Request(string Actividad, string Acuerdo, string Direccion, bool Quitado = false);

    internal static void Map(RouteGroupBuilder actividades) => actividades.MapPost("/{actividad}/acuerdos",
        async (string programa, string actividad, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            Request r = new(actividad, campos["acuerdo"].ToString().Trim(), campos["direccion"].ToString().Trim(), campos["quitado"] == "si");
            var hecho = await c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerActividad.Ruta(programa, actividad)}#acuerdos", r.Quitado ? $"Se quitó el enlace a {r.Acuerdo}." : $"Quedó el enlace a {r.Acuerdo}.")
                : await VerActividad.PintarAsync(programa, actividad, Devuelto.De("acuerdos", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>actividad_desconocida</c>, <c>falta_acuerdo</c>, <c>direccion_ilegible</c>, <c>acuerdo_repetido</c>, <c>acuerdo_desconocido</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r)
    {
        if (programa.Plan.Actividad(r.Actividad) is null)
        {
            return VerActividad.Desconocida;
        }

        var hay = programa.Plan.AcuerdosDe(r.Actividad).Contains(new(r.Acuerdo, r.Direccion));
        return r.Quitado
            ? hay ? new AcuerdoDeActividad(r.Actividad, r.Acuerdo, r.Direccion, true) : new Rechazo("acuerdo_desconocido", "Ese enlace ya no está.", ClaseDeRechazo.NoExiste)
            : r.Acuerdo.Length is 0 or > Largo ? new Rechazo("falta_acuerdo", "Escriba el número del acuerdo, como IEEPCO-CG-45/2023.", ClaseDeRechazo.Entrada)
            : r.Direccion.Length > Largo || !Uri.TryCreate(r.Direccion, UriKind.Absolute, out var direccion) || direccion.Scheme is not ("https" or "http") || direccion.UserInfo.Length > 0
                ? new Rechazo("direccion_ilegible", "La dirección no se entiende: cópiela completa del navegador, como https://www.instituto.mx/acuerdo.pdf.", ClaseDeRechazo.Entrada)
            : hay ? new Rechazo("acuerdo_repetido", $"{r.Acuerdo} ya está enlazado ahí.", ClaseDeRechazo.Conflicto)
            : new AcuerdoDeActividad(r.Actividad, r.Acuerdo, r.Direccion, false);
    }
}
