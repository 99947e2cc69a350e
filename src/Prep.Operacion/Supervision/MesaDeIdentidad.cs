using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Http;
using Prep.Operacion.Identificacion;

namespace Prep.Operacion.Supervision;

/// <summary>The screen of one image whose acta is not settled: each of two persons says what it is without knowing what the other said.</summary>
public static class MesaDeIdentidad
{
    internal static void Map(RouteGroupBuilder mesa)
    {
        mesa.MapGet("/imagenes/{imagen:long}", (long imagen, Contexto c, CancellationToken ct) => VerAsync(imagen, c, ct));
        mesa.MapPost("/imagenes/{imagen:long}/{accion}", HacerAsync);
    }

    public static string RutaDe(long imagen, string resto = "") => $"{MesaDeSupervision.Ruta}/imagenes/{imagen}{resto}";

    private static async Task<IResult> VerAsync(long imagen, Contexto c, CancellationToken ct, Devuelto? devuelto = null, Rechazo? rechazo = null, IReadOnlyList<long>? halladas = null)
    {
        var fila = await VerActa.ImagenAsync(imagen, c, ct);
        return fila is null
            ? await MesaDeSupervision.ListaAsync(c, ct, rechazo: RechazosDeActa.ImagenDesconocida)
            : Http.Pantallas.Pantalla<PantallaDeIdentidad>(new { Imagen = fila, Devuelto = devuelto, Halladas = halladas ?? [] }).ConEstado(rechazo);
    }

    private static async Task<IResult> HacerAsync(long imagen, string accion, [FromForm] IFormCollection forma, HttpContext http, Contexto c, CancellationToken ct)
    {
        if (accion == "busqueda")
        {
            // Nothing is recorded yet: the person sees which acta it would be, and says yes.
            var buscadas = BuscarCasilla.Ejecutar(forma["busca"], c);
            return buscadas.IsOk
                ? await VerAsync(imagen, c, ct, Devuelto.De(accion, "", forma), null, [.. buscadas.Value.SelectMany(h => c.Catalogo.DeCasilla(h.Clave))])
                : await VerAsync(imagen, c, ct, Devuelto.De(accion, buscadas.Rechazo.Mensaje, forma), buscadas.Rechazo);
        }

        var hecho = accion switch
        {
            "identificacion" => Frase(TextoDeActa.TryParse(forma["acta"], out var acta) ? await Identificar.EjecutarAsync(imagen, acta, c, ct) : RechazosDeActa.ActaDesconocida),
            "fuera-de-catalogo" => Frase(await FueraDeCatalogo.EjecutarAsync(imagen, new(forma["eleccion"].ToString()), c, ct)),
            "redigitalizacion" => await PedirOtraAsync(imagen, forma, c, ct),
            _ => new Rechazo("accion_desconocida", "Esa acción no existe.", ClaseDeRechazo.NoExiste),
        };
        return hecho.IsOk ? Vuelta.Hecho(http, MesaDeSupervision.Ruta, hecho.Value) : await VerAsync(imagen, c, ct, Devuelto.De(accion, hecho.Rechazo.Mensaje, forma), hecho.Rechazo);
    }

    private static Result<string> Frase(Result<Identificar.Avance> avance) => avance switch
    {
        { IsOk: false } => avance.Rechazo,
        { Value.Resuelta: true } => $"Imagen identificada: {avance.Value.Acta}.",
        _ => "Quedó anotado lo que usted dijo. Falta que otra persona, en su propio puesto, diga lo mismo sin verlo.",
    };

    private static async Task<Result<string>> PedirOtraAsync(long imagen, IFormCollection forma, Contexto c, CancellationToken ct)
    {
        if (await VerActa.ImagenAsync(imagen, c, ct) is not { Acta: { } numero, Estado: EstadoDeImagen.Vigente } || c.Catalogo.Acta(numero) is not var (_, acta))
        {
            return new Rechazo("sin_casilla", "Nadie sabe de qué casilla es esta imagen: no hay a quién pedirle otra. Identifíquela primero.", ClaseDeRechazo.Conflicto);
        }

        var pedida = await Redigitalizar.EjecutarAsync(acta.Id, new(forma["motivo"].ToString()), c, ct);
        return pedida.IsOk ? "Se pidió otra imagen." : pedida.Rechazo;
    }
}
