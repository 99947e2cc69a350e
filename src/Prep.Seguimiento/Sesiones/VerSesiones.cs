using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Marco;

namespace Prep.Seguimiento.Sesiones;

/// <summary>The sessions of a programme: what comes, what was held, and what members ask for.</summary>
public static class VerSesiones
{
    public static readonly Pestana Pestana = new("sesiones", "Sesiones", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var sesiones = programa.MapGroup($"/{Pestana.Camino}");
        sesiones.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        ConvocarSesion.Map(sesiones);
        PedirSesion.Map(sesiones);
        VerSesion.Map(sesiones);
        OrdenDelDia.Map(sesiones);
        PasosDeSesion.Map(sesiones);
        AbrirSesion.Map(sesiones);
        CambiarAsistencia.Map(sesiones);
        AnotarPunto.Map(sesiones);
        VotarPunto.Map(sesiones);
        AnularVotacion.Map(sesiones);
        VerPapel.Map(sesiones);
        EmitirPapel.Map(sesiones);
        FirmarPapel.Map(sesiones);
    }

    public static string Ruta(string programa) => PestanasDelPrograma.Ruta(programa, Pestana);

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeSesiones>(new { Programa = leido.Value, c.Ahora, Devuelto = devuelto }).ConEstado(rechazo)
            : leido.Rechazo.ToProblem();
    }

    /// <param name="prevista">The session of the plan that is called; empty for another one.</param>
    internal static async Task<IResult> PintarConvocatoriaAsync(string programa, string? prevista, int? peticion, string? organo, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        var pedida = leido.IsOk && peticion is { } numero ? leido.Value.Sesiones.Peticiones.GetValueOrDefault(numero) : null;
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeConvocatoria>(new
            {
                Programa = leido.Value,
                Prevista = leido.Value.Plan.Definicion.Plan.Sesiones.FirstOrDefault(s => s.Nombre == prevista),
                Peticion = pedida,
                Organo = pedida?.Organo ?? DeForma.Opcion<OrganoColegiado>(organo) ?? OrganoColegiado.Comision,
                Devuelto = devuelto,
            }).ConEstado(rechazo)
            : leido.Rechazo.ToProblem();
    }

    /// <summary>Back to the sessions with the sentence, or with the form that was refused.</summary>
    internal static async Task<IResult> ResponderAsync(string programa, string forma, IFormCollection campos, Result<Programa> hecho, string frase, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        hecho.IsOk ? Vuelta.Hecho(http, Ruta(programa), frase) : await PintarAsync(programa, Devuelto.De(forma, hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
}
