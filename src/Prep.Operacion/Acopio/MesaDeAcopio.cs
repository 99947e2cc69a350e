using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Acopio;

/// <summary>The screens of acopio: find a casilla, receive its bolsa, print its labels, say that there is no acta, send paper on.</summary>
public static class MesaDeAcopio
{
    public const string Ruta = "/puestos/acopio";

    internal static void Map(RouteGroupBuilder puestos)
    {
        var acopio = puestos.MapGroup("/acopio").RequireAuthorization(Permiso.Acopiar);
        acopio.MapGet("/", ListaAsync);
        acopio.MapGet("/casillas/{clave}", (string clave, string? hecho, Contexto c, CancellationToken ct) => CasillaAsync(clave, c, ct, hecho));
        acopio.MapPost("/casillas/{clave}/bolsa", RecibirAsync);
        acopio.MapPost("/casillas/{clave}/sin-acta", SinActaAsync);
        acopio.MapGet("/casillas/{clave}/etiquetas", EtiquetasAsync);
        acopio.MapPost("/traslados", TrasladarAsync);
        acopio.MapPost("/ajenas", EntregarAsync);
        acopio.MapGet("/no-instaladas", (int? hechas) => Http.Pantallas.Pantalla<CasillasNoInstaladas>(new { Hechas = hechas ?? 0 }));
        acopio.MapPost("/no-instaladas", NoInstaladasAsync);
    }

    /// <summary>Address of a casilla's screen.</summary>
    public static string RutaDe(string clave, string resto = "") => $"{Ruta}/casillas/{Uri.EscapeDataString(clave)}{resto}";

    private static async Task<IResult> ListaAsync(Contexto c, CancellationToken ct, string? busca = null, FiltroDeAcopio ver = FiltroDeAcopio.PorLlegar, int pagina = 1, string? hecho = null)
    {
        IReadOnlyList<BuscarCasilla.Hallada> halladas = [];
        Rechazo? rechazo = null;
        if (!string.IsNullOrWhiteSpace(busca))
        {
            var resultado = BuscarCasilla.Ejecutar(busca, c);
            if (resultado is { IsOk: true, Value: [var unica] })
            {
                return TypedResults.Redirect(RutaDe(unica.Clave));
            }

            halladas = resultado.IsOk ? resultado.Value : [];
            rechazo = resultado.IsOk ? null : resultado.Rechazo;
        }

        return await PantallaAsync(c, new() { Busca = busca ?? "", Halladas = halladas, Ver = ver, Pagina = pagina, Hecho = hecho, Rechazo = rechazo }, ct);
    }

    private static async Task<IResult> PantallaAsync(Contexto c, PantallaDeAcopio.Modelo modelo, CancellationToken ct) =>
        Http.Pantallas.Pantalla<PantallaDeAcopio>(new
        {
            Que = modelo with { Lista = c.Sitio is { } sitio ? await VerEsperadas.EjecutarAsync(sitio, modelo.Ver, modelo.Pagina, c, ct) : null },
        }).ConEstado(modelo.Rechazo);

    private static async Task<IResult> CasillaAsync(string clave, Contexto c, CancellationToken ct, string? hecho = null, Rechazo? rechazo = null, IFormCollection? forma = null) =>
        await CasillaEnAcopio.LeerAsync(clave, c, ct) is { IsOk: true } leida
            ? Http.Pantallas.Pantalla<PantallaDeBolsa>(new { Que = leida.Value, Hecho = hecho, Rechazo = rechazo, Forma = forma }).ConEstado(rechazo)
            : TypedResults.Redirect($"{Ruta}?busca={Uri.EscapeDataString(clave)}");

    private static async Task<IResult> RecibirAsync(string clave, [FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        var casilla = await CasillaEnAcopio.LeerAsync(clave, c, ct);
        if (!casilla.IsOk)
        {
            return await CasillaAsync(clave, c, ct);
        }

        // Sent twice, or received meanwhile by somebody else: what is registered stands.
        if (casilla.Value.Completa)
        {
            return Formas.Ver(RutaDe(clave, "?hecho=ya"));
        }

        var pedido = FormaDeBolsa.Leer(forma, casilla.Value, c);
        var hecho = pedido.IsOk ? await RegistrarBolsa.EjecutarAsync(pedido.Value, c, ct) : pedido.Rechazo;
        return hecho.IsOk ? Formas.Ver(RutaDe(clave, "?hecho=bolsa")) : await CasillaAsync(clave, c, ct, null, hecho.Rechazo, forma);
    }

    private static async Task<IResult> SinActaAsync(string clave, [FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        ActaId[] Elegidas() => [.. forma["acta"].Select(t => TextoDeActa.TryParse(t, out var id) ? id : default).Where(i => c.Catalogo.Buscar(i) is not null)];
        if (Elegidas() is not { Length: > 0 } actas || !Enum.TryParse<MotivoSinActa>(forma["motivo"], out var motivo))
        {
            return await CasillaAsync(clave, c, ct, null, new("falta_motivo", "Marque de qué elecciones no hay acta y el motivo.", ClaseDeRechazo.Entrada), forma);
        }

        var hecho = await SinActa.ProponerAsync(new SinActa.Request(actas, motivo), c, ct);
        return hecho.IsOk ? Formas.Ver(RutaDe(clave, "?hecho=sin-acta")) : await CasillaAsync(clave, c, ct, null, hecho.Rechazo, forma);
    }

    private static async Task<IResult> EtiquetasAsync(string clave, Contexto c, CancellationToken ct) =>
        await CasillaEnAcopio.LeerAsync(clave, c, ct) is { IsOk: true } leida
            ? Http.Pantallas.Pantalla<EtiquetasDeCasilla>(new { Que = leida.Value })
            : TypedResults.Redirect($"{Ruta}?busca={Uri.EscapeDataString(clave)}");

    private static async Task<IResult> TrasladarAsync([FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        _ = TextoDeActa.TryParse(forma["acta"], out var acta);
        var hecho = await TrasladarPapel.EjecutarAsync(acta, new(forma["catd"].ToString(), forma["recibo"].ToString()), c, ct);
        return hecho.IsOk
            ? Formas.Ver($"{Ruta}?ver={FiltroDeAcopio.PorTrasladar}&hecho=traslado")
            : await PantallaAsync(c, new() { Ver = FiltroDeAcopio.PorTrasladar, Rechazo = hecho.Rechazo }, ct);
    }

    private static async Task<IResult> EntregarAsync([FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        EntregarActaAjena.Request pedido = new(forma["que"].ToString(), forma["quien"].ToString(), forma["recibo"].ToString());
        var hecho = await EntregarActaAjena.EjecutarAsync(pedido, c, ct);
        return hecho.IsOk ? Formas.Ver($"{Ruta}?hecho=ajena") : await PantallaAsync(c, new() { Rechazo = hecho.Rechazo, Ajena = pedido }, ct);
    }

    private static async Task<IResult> NoInstaladasAsync([FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        var lista = forma["lista"].ToString();
        var claves = ListaDeCasillas.Leer(lista, c);
        var actas = claves.Luego(l => SinActa.DeCasillasNoInstaladas(l, c.Proceso));
        var hecho = actas.IsOk ? await SinActa.ProponerAsync(actas.Value, c, ct) : actas.Rechazo;
        return hecho.IsOk
            ? Formas.Ver($"{Ruta}/no-instaladas?hechas={claves.Value.Count}")
            : Http.Pantallas.Pantalla<CasillasNoInstaladas>(new { Lista = lista, Rechazo = hecho.Rechazo }).ConEstado(hecho.Rechazo);
    }
}
