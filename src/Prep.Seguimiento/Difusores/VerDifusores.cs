using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Difusores;

/// <summary>Who else publishes the results: the call, who applied, who is official.</summary>
public static class VerDifusores
{
    public static readonly Pestana Pestana = new("difusores", "Difusores", Permiso.VerSeguimiento);

    /// <summary>What the documents of all of them hang from: the call, its sheet of requirements, the list.</summary>
    public static readonly Asunto Todos = new(TipoDeAsunto.Difusor, "todos");

    internal static void Map(RouteGroupBuilder programa)
    {
        var difusores = programa.MapGroup("/difusores");
        difusores.MapGet("", (string programa, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        ConvocarDifusores.Map(difusores);
        SolicitarDifusion.Map(difusores);
        ResolverDifusor.Map(difusores);
        EmitirLista.Map(difusores);
    }

    public static string Ruta(string programa) => $"{VerTableroDelPrograma.Ruta(programa)}/difusores";

    public static Asunto AsuntoDe(int numero) => new(TipoDeAsunto.Difusor, $"{numero}");

    internal static async Task<IResult> PintarAsync(string programa, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeDifusores>(new { Programa = leido.Value, Devuelto = devuelto }).ConEstado(rechazo) : leido.Rechazo.ToProblem();
    }

    /// <summary>Writes what a form of this screen says; refused, the screen comes back with what was typed.</summary>
    internal static async Task<IResult> ResponderAsync<T>(
        string programa, string formulario, string frase, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, Result<T> leido, Func<Programa, T, DateTimeOffset, Result<Suceso>> decidir, CancellationToken ct)
    {
        var hecho = leido.IsOk ? await c.AnotarAsync(programa, (p, ahora) => decidir(p, leido.Value, ahora), ct) : leido.Rechazo;
        return hecho.IsOk ? Vuelta.Hecho(http, Ruta(programa), frase) : await PintarAsync(programa, Devuelto.De(formulario, hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
    }
}
