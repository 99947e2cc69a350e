using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Observaciones;

/// <summary>Somebody observes something of the programme, in the puesto in which he works now.</summary>
public static class Observar
{
    public const int Largo = 4000;

    private static readonly string[] _deTodo = ["PRESIDENCIA", "INTEGRANTE", "REPRESENTACION"];

    // What concerns who is not of the Commission.
    private static readonly Dictionary<TipoDeAsunto, string[]> _deSuParte = new()
    {
        [TipoDeAsunto.Plan] = ["INE", "COTAPREP"],
        [TipoDeAsunto.Actividad] = ["INE", "COTAPREP", "AUDITOR"],
        [TipoDeAsunto.Entregable] = ["INE", "COTAPREP", "AUDITOR"],
        [TipoDeAsunto.Sesion] = ["COTAPREP"],
        [TipoDeAsunto.Sitio] = ["INE", "COTAPREP", "AUDITOR", "CONSEJO"],
        [TipoDeAsunto.Contrato] = ["INE", "AUDITOR"],
        [TipoDeAsunto.Hallazgo] = ["INE", "COTAPREP", "AUDITOR"],
        [TipoDeAsunto.Revision] = ["INE", "COTAPREP"],
        [TipoDeAsunto.Difusor] = ["INE"],
        [TipoDeAsunto.Informe] = ["INE", "COTAPREP", "AUDITOR"],
    };

    public sealed record Request(Asunto Asunto, string Texto);

    internal static void Map(RouteGroupBuilder programas) => programas.MapPost("/asuntos/{asunto}/observaciones",
        async (string programa, string asunto, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = Asunto.TryParse(asunto, out var leido) ? await EjecutarAsync(programa, new(leido, campos["texto"].ToString()), c, ct) : AsuntosDelPrograma.Desconocido;
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{AsuntosDelPrograma.De(hecho.Value, leido)!.Ruta}#observaciones", "Quedó su observación; la Secretaría Técnica la responde.")
                : await VerAsunto.PintarAsync(programa, asunto, Devuelto.De("observar", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.ObservarSeguimiento);

    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => Decidir(p, r, c.Puesto), ct);

    /// <returns><c>asunto_desconocido</c>, <c>asunto_ajeno</c>, <c>falta_texto</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, string puesto) =>
        !AsuntosDelPrograma.LoVe(puesto, r.Asunto) || AsuntosDelPrograma.De(programa, r.Asunto) is not { } conocido ? AsuntosDelPrograma.Desconocido
            : !Puede(puesto, r.Asunto.Tipo) ? new Rechazo("asunto_ajeno", $"En su puesto, {NombreDePuesto.De(puesto)}, no se observa «{conocido.Titulo}». Dígalo a la Secretaría Técnica o a la presidencia.", ClaseDeRechazo.NoPermitido)
            : r.Texto.Trim() is not { Length: > 0 and <= Largo } texto ? new Rechazo("falta_texto", $"Escriba su observación, en {Largo} letras o menos.", ClaseDeRechazo.Entrada)
            : new ObservacionHecha(r.Asunto, texto);

    /// <summary>What who works in that puesto observes, as people say it; empty for who observes nothing.</summary>
    public static string DeQue(string puesto) => _deTodo.Contains(puesto) ? "todas las partes del programa" : string.Join(", ", _deSuParte.Where(p => p.Value.Contains(puesto)).Select(p => PalabrasDeObservaciones.De(p.Key)));

    /// <summary>Whether who works in that puesto observes such things.</summary>
    public static bool Puede(string puesto, TipoDeAsunto tipo) => _deTodo.Contains(puesto) || _deSuParte[tipo].Contains(puesto);
}
