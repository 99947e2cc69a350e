using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Plan;

/// <summary>A person is named to the Commission, or relieved of it, with the document that says so.</summary>
public static class CambiarIntegrante
{
    /// <summary>The puestos of a Commission.</summary>
    public static readonly IReadOnlyList<string> Puestos = ["PRESIDENCIA", "INTEGRANTE", "SECRETARIA_TECNICA", "REPRESENTACION", "INVITADO"];

    private static readonly string[] _deUno = ["PRESIDENCIA", "SECRETARIA_TECNICA"];

    public sealed record Request(Integrante Integrante, bool Entra, DateOnly? Desde, string Documento);

    internal static void Map(RouteGroupBuilder plan) => plan.MapPost("/integrantes",
        async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var r = Leer(campos);
            var hecho = await c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, ahora), ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerPlan.Ruta(programa)}#integrantes", r.Entra ? $"Quedó en la Comisión: {r.Integrante.Nombre}." : $"Ya no está en la Comisión: {r.Integrante.Nombre}.")
                : await VerPlan.PintarAsync(programa, Devuelto.De(Formulario(r), hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>falta_nombre</c>, <c>puesto_desconocido</c>, <c>falta_documento</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>integrante_repetido</c>, <c>puesto_ocupado</c>, <c>integrante_desconocido</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var (definicion, quien) = (programa.Plan.Definicion, r.Integrante);
        if (quien.Nombre.Length == 0 || quien.Cargo.Length == 0)
        {
            return new Rechazo("falta_nombre", "Escriba el nombre completo y el cargo.", ClaseDeRechazo.Entrada);
        }

        if (r.Documento.Length == 0 || r.Desde is not { } desde)
        {
            return new Rechazo("falta_documento", "Diga desde qué día y qué acuerdo u oficio lo dice.", ClaseDeRechazo.Entrada);
        }

        if (ReglaDeEstado.FueraDeFecha(definicion, desde, definicion.Dia(ahora)) is { } fuera)
        {
            return fuera;
        }

        if (!r.Entra)
        {
            return definicion.Integrantes.FirstOrDefault(i => i.Nombre == quien.Nombre && i.Puesto == quien.Puesto) is { } hallado
                ? new IntegranteCambiado(hallado, false, desde, r.Documento)
                : new Rechazo("integrante_desconocido", $"{quien.Nombre} no está en la Comisión.", ClaseDeRechazo.NoExiste);
        }

        return !Puestos.Contains(quien.Puesto) ? new Rechazo("puesto_desconocido", "Elija en qué puesto entra.", ClaseDeRechazo.Entrada)
            : definicion.Integrantes.FirstOrDefault(i => i.Nombre == quien.Nombre || (i.Persona is not null && i.Persona == quien.Persona)) is { } ya
                ? new Rechazo("integrante_repetido", $"{ya.Nombre} ya está en la Comisión, en {NombreDePuesto.De(ya.Puesto)}. Si cambia de puesto, primero releve y después nombre.", ClaseDeRechazo.Conflicto)
            : _deUno.Contains(quien.Puesto) && definicion.Integrantes.FirstOrDefault(i => i.Puesto == quien.Puesto) is { } ocupa
                ? new Rechazo("puesto_ocupado", $"En {NombreDePuesto.De(quien.Puesto)} está {ocupa.Nombre}. Primero relévele.", ClaseDeRechazo.Conflicto)
            : new IntegranteCambiado(quien, true, desde, r.Documento);
    }

    /// <summary>Of the form that names, or of the one that relieves that person.</summary>
    internal static string Formulario(Request r) => r.Entra ? "nombrar" : $"relevar-{r.Integrante.Nombre}";

    private static Request Leer(IFormCollection campos)
    {
        return new(
            new(Texto("nombre"), Texto("puesto"), Texto("cargo"), Texto("persona") is { Length: > 0 } persona ? persona : null),
            campos["entra"] == "si",
            DeForma.Dia(campos["desde"]),
            Texto("documento"));

        string Texto(string campo) => campos[campo].ToString().Trim();
    }
}
