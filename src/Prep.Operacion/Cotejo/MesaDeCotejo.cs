using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Http;

namespace Prep.Operacion.Cotejo;

/// <summary>The screens of a cotejador: how far the CATD is, the next acta, and one acta field by field against its paper.</summary>
public static class MesaDeCotejo
{
    public const string Ruta = "/puestos/cotejo";

    internal static void Map(RouteGroupBuilder puestos)
    {
        var mesa = puestos.MapGroup("/cotejo").RequireAuthorization(Permiso.Cotejar);
        mesa.MapGet("/", (Contexto c, CancellationToken ct, string? busca = null) => InicioAsync(c, ct, busca));
        mesa.MapGet("/siguiente", SiguienteAsync);
        mesa.MapGet("/actas/{eleccion}/{area}/{nombre}", ([AsParameters] ActaEnRuta acta, Contexto c, CancellationToken ct) => ActaAsync(acta.Id, c, ct));
        mesa.MapPost("/actas/{eleccion}/{area}/{nombre}", CotejarAsync);
    }

    public static string RutaDe(ActaId acta) => $"{Ruta}/actas/{acta.Eleccion}/{Uri.EscapeDataString(acta.Area.Clave)}/{Uri.EscapeDataString(acta.ToString().Split('/')[^1])}";

    private static async Task<IResult> InicioAsync(Contexto c, CancellationToken ct, string? busca = null, Rechazo? rechazo = null)
    {
        IReadOnlyList<ActaId> halladas = [];
        if (!string.IsNullOrWhiteSpace(busca))
        {
            // A label names one acta; section and casilla name one in each election.
            ActaId[] porEtiqueta = BuscarCasilla.DeEtiqueta(busca.Trim().ToUpperInvariant()) is { } etiqueta ? [.. BuscarCasilla.PorEtiqueta(etiqueta, c).Select(n => c.Catalogo.Acta(n)!.Value.Acta.Id)] : [];
            var buscadas = BuscarCasilla.Ejecutar(busca, c);
            halladas = porEtiqueta.Length > 0 ? porEtiqueta : buscadas.IsOk ? [.. buscadas.Value.SelectMany(h => c.Catalogo.DeCasilla(h.Clave)).Select(n => c.Catalogo.Acta(n)!.Value.Acta.Id)] : [];
            rechazo = halladas.Count == 0 && !buscadas.IsOk ? buscadas.Rechazo : rechazo;
            if (halladas is [var unica])
            {
                return TypedResults.Redirect(RutaDe(unica));
            }
        }

        var avance = c.Sitio is { } sitio ? await VerCotejo.AvanceAsync(sitio, c, ct) : null;
        return Http.Pantallas.Pantalla<PantallaDeCotejo>(new { Avance = avance, Busca = busca ?? "", Halladas = halladas, Rechazo = rechazo }).ConEstado(rechazo);
    }

    private static async Task<IResult> SiguienteAsync(Contexto c, CancellationToken ct, long tras = 0) =>
        c.Sitio is { } sitio && await VerCotejo.SiguienteAsync(sitio, tras, c, ct) is { } siguiente ? TypedResults.Redirect(RutaDe(siguiente)) : TypedResults.Redirect(Ruta);

    private static async Task<IResult> ActaAsync(ActaId id, Contexto c, CancellationToken ct, Devuelto? devuelto = null, Rechazo? rechazo = null)
    {
        if (c.Sitio is not { } sitio)
        {
            return await InicioAsync(c, ct);
        }

        var acta = await VerCotejo.ActaAsync(id, sitio, c, ct);
        return acta.IsOk
            ? Http.Pantallas.Pantalla<PantallaDeActaPorCotejar>(new { Que = acta.Value, Devuelto = devuelto }).ConEstado(rechazo)
            : await InicioAsync(c, ct, rechazo: rechazo ?? acta.Rechazo);
    }

    private static async Task<IResult> CotejarAsync(string eleccion, string area, string nombre, [FromForm] IFormCollection forma, HttpContext http, Contexto c, CancellationToken ct)
    {
        var id = new ActaEnRuta(eleccion, area, nombre).Id;
        if (c.Catalogo.Buscar(id) is not { } numero || c.Catalogo.Acta(numero) is not var (_, esperada))
        {
            return await InicioAsync(c, ct, rechazo: RechazosDeActa.ActaDesconocida);
        }

        var pedido = FormaDeCotejo.Leer(forma, Puestos.CampoDeActa.De(c.Proceso.Eleccion(id.Eleccion)!, esperada));
        var hecho = pedido.IsOk ? await CotejarActa.EjecutarAsync(id, pedido.Value, c, ct) : pedido.Rechazo;
        var frase = !hecho.IsOk || pedido.Value.Resultado == ResultadoDeCotejo.Igual ? "papel y publicación son iguales."
            : await c.SiCerradaAsync(c.Ahora, ct) is null ? "se pidió la corrección. La validará otra persona de cotejo."
            : "la publicación ya cerró y no se corrige. La diferencia quedó en la bitácora del CATD; el papel puede empaquetarse.";
        return hecho.IsOk
            ? Vuelta.Hecho(http, $"{Ruta}/siguiente?tras={numero}", $"{esperada.Casilla.Seccion} {esperada.Casilla.Etiqueta}: {frase}")
            : await ActaAsync(id, c, ct, Devuelto.De("cotejo", hecho.Rechazo.Mensaje, forma), hecho.Rechazo);
    }
}
