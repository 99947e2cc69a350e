using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A fe de erratas: a wrong word of an agreement is mended once its session closed. What it said, why and who approved it stay beside it; an acta already issued does not change.</summary>
public static class CorregirAcuerdo
{
    /// <param name="Sesion">The one that approved the correction; null when it is a note of the Secretaría.</param>
    public sealed record Request(int Acuerdo, string Texto, string Motivo, int? Sesion);

    internal static void Map(RouteGroupBuilder acuerdos) => acuerdos.MapPost("/{acuerdo:int}/correccion",
        async (string programa, int acuerdo, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = await EjecutarAsync(programa, FormaDeSesion.Correccion(acuerdo, campos), c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerAcuerdo.Ruta(programa, acuerdo), "Quedó la fe de erratas. El acta ya emitida dice lo de antes: emítala otra vez si hace falta.")
                : await VerAcuerdo.PintarAsync(programa, acuerdo, Devuelto.De("correccion", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) => c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns><c>acuerdo_desconocido</c>, <c>acuerdo_sin_efecto</c>, <c>sesion_abierta</c>, <c>falta_texto_de_acuerdo</c>, <c>sin_cambio</c>, <c>falta_motivo</c>, <c>sesion_ajena</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) => programa.Sesiones.Acuerdos.GetValueOrDefault(r.Acuerdo) switch
    {
        null => VerAcuerdo.Desconocido,
        { Estado: EstadoDeAcuerdo.SinEfecto } => new Rechazo("acuerdo_sin_efecto", "El acuerdo quedó sin efecto: ya no se corrige."),
        var a when programa.Sesiones.Todas[a.Sesion].EnCurso => new Rechazo("sesion_abierta", "La sesión sigue abierta: anule la votación del punto y vótelo otra vez con el texto bueno."),
        _ when r.Texto.Length == 0 => new Rechazo("falta_texto_de_acuerdo", "Escriba completo lo que el acuerdo debe decir.", ClaseDeRechazo.Entrada),
        var a when a.Texto == r.Texto => new Rechazo("sin_cambio", "El acuerdo ya dice eso."),
        _ when r.Motivo.Length == 0 => new Rechazo("falta_motivo", "Escriba por qué se corrige: el motivo se publica.", ClaseDeRechazo.Entrada),
        var a when r.Sesion is { } sesion && !QuePuedenAprobarla(programa, a).Any(s => s.Numero == sesion) => new Rechazo("sesion_ajena", "La corrección la aprueba una sesión del mismo órgano, abierta el día del acuerdo o después. Elija una de la lista.", ClaseDeRechazo.Entrada),
        _ => new AcuerdoCorregido(r.Acuerdo, r.Texto, r.Motivo, r.Sesion),
    };

    /// <summary>Sessions of its organ where the correction may have been approved.</summary>
    internal static IEnumerable<SesionColegiada> QuePuedenAprobarla(Programa programa, AcuerdoDeSesion acuerdo) =>
        programa.Sesiones.Todas.Values.Where(s => s.Organo == acuerdo.Organo && s.SeVota && s.AbiertaEn is { } abierta && programa.Plan.Definicion.Dia(abierta) >= acuerdo.Fecha);
}
