using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Acopio;
using Prep.Operacion.Http;

namespace Prep.Operacion.Supervision;

/// <summary>The screens of a supervisor: the list of what waits, one acta with what may be decided on it, one image that nobody identified.</summary>
public static class MesaDeSupervision
{
    public const string Ruta = "/puestos/supervision";

    /// <summary>What each form of an acta does, and the sentence that says it was done.</summary>
    private static readonly Dictionary<string, (Func<ActaId, IFormCollection, Contexto, CancellationToken, Task<Result<Acuse>>> Hacer, string Hecho)> _deActa = new()
    {
        ["resolucion"] = (ResolverAsync, "El acta quedó verificada y entrará en el siguiente corte."),
        ["redigitalizacion"] = ((id, f, c, ct) => Redigitalizar.EjecutarAsync(id, new(Motivo(f)), c, ct), "Se pidió otra imagen."),
        ["aceptacion"] = ((id, f, c, ct) => AceptarImagen.EjecutarAsync(id, new(Motivo(f)), c, ct), "La imagen se aceptó como está: el acta volvió a la cola."),
        ["retencion"] = ((id, f, c, ct) => Imagen(f) is { } i ? RetenerActa.EjecutarAsync(id, new(i, Motivo(f)), c, ct) : Falta("Elija la imagen de la otra acta."), "El acta quedó retenida: nadie la captura hasta que se elija una imagen."),
        ["liberacion"] = ((id, f, c, ct) => Imagen(f) is { } i ? LiberarActa.EjecutarAsync(id, new(i, Motivo(f)), c, ct) : Falta("Elija cuál imagen vale."), "Quedó elegida la imagen que vale."),
        ["correccion"] = ((id, f, c, ct) => AbrirCorreccion.EjecutarAsync(id, new(Motivo(f), Imagen(f), f["imagen"] == "otra"), c, ct), "La corrección está abierta. Lo publicado sigue como estaba, marcado «en corrección»."),
        ["sin-acta"] = ((id, f, c, ct) => Enum.TryParse<MotivoSinActa>(f["propuesta"], out var m) ? SinActa.ConfirmarAsync(new([id], m), c, ct) : Falta("Recargue: la propuesta ya no es la misma."), "Se confirmó que no hay acta."),
        ["rechazo"] = ((id, f, c, ct) => SinActa.RechazarAsync(new([id], Motivo(f)), c, ct), "No se aceptó la propuesta: el acta se sigue esperando."),
        ["retiro"] = (RetirarAsync, "El retiro quedó registrado. Si usted fue la primera persona, falta otra en su propio puesto."),
    };

    internal static void Map(RouteGroupBuilder puestos)
    {
        var mesa = puestos.MapGroup("/supervision").RequireAuthorization(Permiso.Supervisar);
        mesa.MapGet("/", (Contexto c, CancellationToken ct, string? busca = null, Asunto? ver = null) => ListaAsync(c, ct, busca, ver));
        mesa.MapGet("/actas/{eleccion}/{area}/{nombre}", ([AsParameters] ActaEnRuta acta, Contexto c, CancellationToken ct, long? imagen = null) => ActaAsync(acta.Id, imagen, c, ct));
        mesa.MapPost("/actas/{eleccion}/{area}/{nombre}/{accion}", HacerAsync);
        mesa.MapPost("/sin-acta", ConfirmarVariasAsync);
        MesaDeIdentidad.Map(mesa);
    }

    public static string RutaDe(ActaId acta, string resto = "") => $"{Ruta}/actas/{acta.Eleccion}/{Uri.EscapeDataString(acta.Area.Clave)}/{Uri.EscapeDataString(acta.ToString().Split('/')[^1])}{resto}";

    internal static async Task<IResult> ListaAsync(Contexto c, CancellationToken ct, string? busca = null, Asunto? ver = null, Rechazo? rechazo = null)
    {
        IReadOnlyList<ActaId> halladas = [];
        if (!string.IsNullOrWhiteSpace(busca))
        {
            var buscadas = BuscarCasilla.Ejecutar(busca, c);
            halladas = buscadas.IsOk ? [.. buscadas.Value.SelectMany(h => c.Catalogo.DeCasilla(h.Clave)).Select(n => c.Catalogo.Acta(n)!.Value.Acta.Id)] : [];
            rechazo = buscadas.IsOk ? rechazo : buscadas.Rechazo;
        }

        var pendientes = await Bandeja.LeerAsync(c, ct);
        return Http.Pantallas.Pantalla<PantallaDeSupervision>(new { Pendientes = pendientes, Ver = ver, Busca = busca ?? "", Halladas = halladas, Rechazo = rechazo }).ConEstado(rechazo);
    }

    private static async Task<IResult> ActaAsync(ActaId id, long? imagen, Contexto c, CancellationToken ct, Devuelto? devuelto = null, Rechazo? rechazo = null)
    {
        var vista = await VerActa.EjecutarAsync(id, c, ct);
        if (!vista.IsOk)
        {
            return await ListaAsync(c, ct, rechazo: vista.Rechazo);
        }

        // By its name the page would tell what the first person said that it is.
        return vista.Value is { PorIdentificar: true, Fila.Imagen: { } dudosa }
            ? Formas.Ver(MesaDeIdentidad.RutaDe(dudosa))
            : Http.Pantallas.Pantalla<PantallaDeActa>(new { Que = vista.Value, Imagen = imagen ?? vista.Value.Fila.Imagen, Devuelto = devuelto }).ConEstado(rechazo);
    }

    private static async Task<IResult> HacerAsync(string eleccion, string area, string nombre, string accion, [FromForm] IFormCollection forma, HttpContext http, Contexto c, CancellationToken ct)
    {
        ActaId id = new ActaEnRuta(eleccion, area, nombre).Id;
        if (!_deActa.TryGetValue(accion, out var decision))
        {
            return TypedResults.NotFound();
        }

        var hecho = await decision.Hacer(id, forma, c, ct);
        return hecho.IsOk
            ? Vuelta.Hecho(http, Ruta, $"{Nombre(id, c)}: {decision.Hecho}")
            : await ActaAsync(id, Imagen(forma), c, ct, Devuelto.De(accion, hecho.Rechazo.Mensaje, forma), hecho.Rechazo);
    }

    private static async Task<IResult> ConfirmarVariasAsync([FromForm] IFormCollection forma, HttpContext http, Contexto c, CancellationToken ct)
    {
        ActaId[] actas = [.. forma["acta"].Select(t => TextoDeActa.TryParse(t, out var id) ? id : default).Where(i => c.Catalogo.Buscar(i) is not null)];
        if (actas.Length == 0 || !Enum.TryParse<MotivoSinActa>(forma["propuesta"], out var motivo))
        {
            return await ListaAsync(c, ct, ver: Asunto.SinActa, rechazo: new("falta_elegir", "Marque al menos un acta.", ClaseDeRechazo.Entrada));
        }

        var hecho = await SinActa.ConfirmarAsync(new(actas, motivo), c, ct);
        return hecho.IsOk
            ? Vuelta.Hecho(http, $"{Ruta}?ver={Asunto.SinActa}", $"Se confirmó que no hay acta en {actas.Length}.")
            : await ListaAsync(c, ct, ver: Asunto.SinActa, rechazo: hecho.Rechazo);
    }

    private static async Task<Result<Acuse>> ResolverAsync(ActaId id, IFormCollection forma, Contexto c, CancellationToken ct)
    {
        var vista = await VerActa.EjecutarAsync(id, c, ct);
        if (!vista.IsOk)
        {
            return vista.Rechazo;
        }

        var decisiones = FormaDeResolucion.Leer(forma, vista.Value.Disputa);
        return decisiones.IsOk ? await ResolverEnSupervision.EjecutarAsync(id, new(decisiones.Value, Motivo(forma)), c, ct) : decisiones.Rechazo;
    }

    private static async Task<Result<Acuse>> RetirarAsync(ActaId id, IFormCollection forma, Contexto c, CancellationToken ct)
    {
        var retirada = Imagen(forma) is { } imagen ? await RetirarImagen.EjecutarAsync(imagen, new(Motivo(forma)), c, ct) : new Rechazo("falta_elegir", "Elija la imagen que se retira.", ClaseDeRechazo.Entrada);
        return retirada.IsOk ? new Acuse(c.Ahora) : retirada.Rechazo;
    }

    private static string Motivo(IFormCollection forma) => forma["motivo"].ToString().Trim();

    private static long? Imagen(IFormCollection forma) => long.TryParse(forma["imagen"], out var imagen) ? imagen : null;

    private static Task<Result<Acuse>> Falta(string mensaje) => Task.FromResult<Result<Acuse>>(new Rechazo("falta_elegir", mensaje, ClaseDeRechazo.Entrada));

    /// <summary><c>0412 C2, AYUNTAMIENTOS</c>.</summary>
    public static string Nombre(ActaId id, Contexto c) => c.Catalogo.Buscar(id) is { } numero && c.Catalogo.Acta(numero) is var (eleccion, acta)
        ? $"{acta.Casilla.Seccion} {acta.Casilla.Etiqueta}, {eleccion.Titulo}".Trim()
        : id.ClaveActa;
}
