using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Difusores;

/// <summary>An application to be a difusor is written down as it came.</summary>
public static class SolicitarDifusion
{
    private const int Largo = 300;

    public sealed record Request(string Nombre, TipoDeDifusor Tipo, string Contacto, string Direccion, DateOnly Fecha);

    internal static void Map(RouteGroupBuilder difusores) => difusores.MapPost("/solicitudes", async (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        await VerDifusores.ResponderAsync<Request>(programa, "solicitar", "Quedó la solicitud.", campos, http, c, Leer(campos), Decidir, ct)).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>sin_convocatoria</c>, <c>falta_nombre</c>, <c>falta_contacto</c>, <c>direccion_ilegible</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>fuera_de_plazo</c>, <c>difusor_repetido</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        var (nombre, contacto, direccion) = (r.Nombre.Trim(), r.Contacto.Trim(), r.Direccion.Trim());
        return programa.Difusores.Convocatoria is not { } convocatoria ? new Rechazo("sin_convocatoria", "Todavía no hay convocatoria ni invitación. Escríbala primero: de ella salen el plazo y los requisitos.")
            : nombre.Length is 0 or > Largo ? new Rechazo("falta_nombre", $"Escriba el nombre de quien solicita, en {Largo} letras o menos.", ClaseDeRechazo.Entrada)
            : contacto.Length is 0 or > Largo ? new Rechazo("falta_contacto", "Escriba con quién tratar: nombre, correo o teléfono. No se publica.", ClaseDeRechazo.Entrada)
            : !EsDireccion(direccion) ? DireccionIlegible
            : ReglaDeEstado.FueraDeFecha(definicion, r.Fecha, definicion.Dia(ahora)) is { } fuera ? fuera
            : r.Fecha < convocatoria.Desde || r.Fecha > convocatoria.Hasta
                ? new Rechazo("fuera_de_plazo", $"El {Palabras.De(r.Fecha)} no está en el plazo, que va del {Palabras.De(convocatoria.Desde)} al {Palabras.De(convocatoria.Hasta)}. Revise la fecha o amplíe la convocatoria.")
            : programa.Difusores.Todos.Values.Any(d => d.Estado != EstadoDeDifusor.Retirado && string.Equals(d.Nombre, nombre, StringComparison.OrdinalIgnoreCase))
                ? new Rechazo("difusor_repetido", $"{nombre} ya solicitó: está en la lista.", ClaseDeRechazo.Conflicto)
            : new DifusorSolicitado(nombre, r.Tipo, contacto, direccion, r.Fecha);
    }

    internal static readonly Rechazo DireccionIlegible = new("direccion_ilegible", "La dirección donde publica no se entiende: cópiela completa del navegador, como https://www.medio.mx/prep.", ClaseDeRechazo.Entrada);

    internal static bool EsDireccion(string direccion) =>
        direccion.Length <= Largo && Uri.TryCreate(direccion, UriKind.Absolute, out var leida) && leida.Scheme is ("https" or "http") && leida.UserInfo.Length == 0;

    private static Result<Request> Leer(IFormCollection campos) =>
        DeForma.Opcion<TipoDeDifusor>(campos["tipo"]) is { } tipo && DeForma.Dia(campos["fecha"]) is { } fecha
            ? new Request(campos["nombre"].ToString(), tipo, campos["contacto"].ToString(), campos["direccion"].ToString(), fecha)
            : new Rechazo("falta_fecha", "Diga qué es quien solicita y en qué fecha lo hizo.", ClaseDeRechazo.Entrada);
}
