using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;

namespace Prep.Seguimiento.Instalacion;

/// <summary>The Secretaría Técnica, or the consejo of the place, writes down a visit to it, point by point. Its photographs are documents of the place.</summary>
public static class RegistrarVisita
{
    private const int LargoDeTexto = 4000;

    /// <param name="Respuestas">One for each point of the list of the programme, in its order; null is not answered.</param>
    public sealed record Request(string Sitio, DateOnly Fecha, string Visitantes, ImmutableArray<Respuesta> Respuestas, string Texto);

    public sealed record Respuesta(RespuestaDeLista? Valor, string Nota);

    internal static void Map(RouteGroupBuilder instalacion) => instalacion.MapPost("/{sitio}/visitas",
        async (string programa, string sitio, IFormCollection campos, HttpContext http, AlcanceDeVisitas alcance, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct) =>
        {
            var leida = Leer(sitio, campos);
            var hecho = leida.IsOk ? await EjecutarAsync(programa, leida.Value, alcance, c, lector, ct) : leida.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, VerSitio.Ruta(programa, sitio), $"Quedó anotada la visita del {Palabras.De(leida.Value.Fecha)}. Suba sus fotografías abajo, en documentos.")
                : await VerSitio.PintarAsync(programa, sitio, Devuelto.De("visita", hecho.Rechazo.Mensaje, campos), hecho.Rechazo, c, lector, ct);
        }).RequireAuthorization(Permiso.VisitarSitio);

    /// <returns><c>programa_desconocido</c>, those of <see cref="AlcanceDeVisitas.Falta"/> and of <see cref="Decidir"/>.</returns>
    public static async Task<Result<Programa>> EjecutarAsync(string programa, Request r, AlcanceDeVisitas alcance, ContextoDeSeguimiento c, LectorDeInstalacion lector, CancellationToken ct)
    {
        if (alcance.Falta(r.Sitio) is { } ajeno)
        {
            return ajeno;
        }

        var enVivo = (await lector.LeerAsync(ct)).Sitios;
        return await c.AnotarAsync(programa, (p, ahora) => Decidir(p, r, enVivo.ContainsKey(r.Sitio), ahora), ct);
    }

    /// <param name="enLaOperacion">The operation knows the place, also when the plan does not.</param>
    /// <returns><c>sitio_desconocido</c>, <c>fecha_fuera_de_calendario</c>, <c>fecha_por_venir</c>, <c>faltan_visitantes</c>, <c>faltan_puntos</c>, <c>falta_nota</c>, <c>visita_vacia</c>, <c>texto_largo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r, bool enLaOperacion, DateTimeOffset ahora)
    {
        var definicion = programa.Plan.Definicion;
        var lista = definicion.ListaDeVisita;
        if (!enLaOperacion && !programa.Instalacion.Sitios.ContainsKey(r.Sitio))
        {
            return VerSitio.Desconocido;
        }

        if (ReglaDeEstado.FueraDeFecha(definicion, r.Fecha, definicion.Dia(ahora)) is { } fuera)
        {
            return fuera;
        }

        var sinResponder = lista.Where((_, i) => r.Respuestas.ElementAtOrDefault(i)?.Valor is null).ToList();
        return r.Visitantes.Length == 0 ? new Rechazo("faltan_visitantes", "Escriba quiénes fueron.", ClaseDeRechazo.Entrada)
            : sinResponder.Count > 0 ? new Rechazo("faltan_puntos", $"Faltan puntos de la lista: «{string.Join("»; «", sinResponder)}».", ClaseDeRechazo.Entrada)
            : lista.Where((_, i) => r.Respuestas[i] is { Valor: RespuestaDeLista.No, Nota.Length: 0 }).FirstOrDefault() is { } sinNota ? new Rechazo("falta_nota", $"En «{sinNota}» diga qué falta.", ClaseDeRechazo.Entrada)
            : lista.IsEmpty && r.Texto.Length == 0 ? new Rechazo("visita_vacia", "Escriba qué se vio.", ClaseDeRechazo.Entrada)
            : r.Visitantes.Length + r.Texto.Length + r.Respuestas.Sum(x => x.Nota.Length) > LargoDeTexto ? new Rechazo("texto_largo", $"Lo escrito pasa de {LargoDeTexto} caracteres. Resúmalo, o súbalo como documento.", ClaseDeRechazo.Entrada)
            : new SitioVisitado(r.Sitio, r.Fecha, r.Visitantes, [.. lista.Select((texto, n) => new PuntoVisto(texto, r.Respuestas[n].Valor!.Value, r.Respuestas[n].Nota))], r.Texto);
    }

    private static Result<Request> Leer(string sitio, IFormCollection campos)
    {
        if (DeForma.Dia(campos["fecha"]) is not { } fecha)
        {
            return new Rechazo("falta_fecha", "Elija el día de la visita.", ClaseDeRechazo.Entrada);
        }

        var cuantas = campos.Keys.Count(k => k.StartsWith("nota-", StringComparison.Ordinal));
        return new Request(sitio, fecha, campos["visitantes"].ToString().Trim(),
            [.. Enumerable.Range(0, cuantas).Select(i => new Respuesta(DeForma.Opcion<RespuestaDeLista>(campos[$"punto-{i}"]), campos[$"nota-{i}"].ToString().Trim()))],
            campos["texto"].ToString().Trim());
    }
}
