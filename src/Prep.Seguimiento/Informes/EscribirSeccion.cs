using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Informes;

/// <summary>The Secretaría Técnica writes the parts of a report that no data say.</summary>
public static class EscribirSeccion
{
    public const int MaximoDeTexto = 20_000;

    /// <param name="Textos">By the key of the section; those that are not there stay as they are.</param>
    public sealed record Request(ClaveDeInforme Informe, IReadOnlyDictionary<string, string> Textos);

    internal static void Map(RouteGroupBuilder informes) => informes.MapPost("/{informe}/textos",
        async (string programa, string informe, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = VerInformes.Leer(informe);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, new(leido.Value, campos.ToDictionary(f => f.Key, f => f.Value.ToString().ReplaceLineEndings("\n").Trim())), c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerInformes.Ruta(programa, leido.Value), "Los textos quedaron guardados.")
                : await VerInformes.PintarAsync(programa, informe, Devuelto.De("textos", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>, or those of <see cref="Decidir"/>.</returns>
    public static Task<Result<Programa>> EjecutarAsync(string programa, Request r, ContextoDeSeguimiento c, CancellationToken ct) =>
        c.AnotarAsync(programa, (p, _) => Decidir(p, r), ct);

    /// <returns>What changed; or <c>sin_cambio</c>, <c>texto_largo</c>.</returns>
    public static Result<IReadOnlyList<Suceso>> Decidir(Programa programa, Request r)
    {
        var cambian = r.Informe.Secciones.Where(s => r.Textos.TryGetValue(s.Clave, out var texto) && texto != programa.Informes.Texto(r.Informe, s.Clave)).ToList();
        return cambian.Count == 0 ? new Rechazo("sin_cambio", "Ningún texto cambió.")
            : cambian.FirstOrDefault(s => r.Textos[s.Clave].Length > MaximoDeTexto) is { } largo
                ? new Rechazo("texto_largo", $"«{largo.Titulo}» tiene {r.Textos[largo.Clave].Length} letras y caben {MaximoDeTexto}. Resúmalo y entregue lo demás como documento.", ClaseDeRechazo.Entrada)
            : cambian.Select(s => new InformeEscrito($"{r.Informe}", s.Clave, r.Textos[s.Clave])).ToArray<Suceso>();
    }
}
