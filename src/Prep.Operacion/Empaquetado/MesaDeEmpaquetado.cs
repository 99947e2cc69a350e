using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Operacion.Http;

namespace Prep.Operacion.Empaquetado;

/// <summary>The screens of packing: what is ready, a look at what would be missing, and the label and receipt of each package.</summary>
public static class MesaDeEmpaquetado
{
    public const string Ruta = "/puestos/empaquetado";

    internal static void Map(RouteGroupBuilder puestos)
    {
        var mesa = puestos.MapGroup("/empaquetado").RequireAuthorization(Permiso.Empaquetar);
        mesa.MapGet("/", (Contexto c, CancellationToken ct) => ListaAsync(c, ct));
        mesa.MapPost("/revision", RevisarAsync);
        mesa.MapPost("/cambios", ([FromForm] IFormCollection forma, Contexto c, CancellationToken ct) => ListaAsync(c, ct, Devuelto.De("paquete", "", forma), null, Marcadas(forma)));
        mesa.MapPost("/cierre", CerrarAsync);
        mesa.MapGet("/{paquete:long}", ReciboAsync);
    }

    private static async Task<IResult> ListaAsync(Contexto c, CancellationToken ct, Devuelto? devuelto = null, Rechazo? rechazo = null, IReadOnlyCollection<ActaId>? marcadas = null) =>
        Http.Pantallas.Pantalla<PantallaDeEmpaquetado>(new
        {
            Papel = c.Sitio is { } sitio ? await VerPaquetes.DelCatdAsync(sitio, c, ct) : null,
            Devuelto = devuelto,
            Marcadas = marcadas ?? [],
        }).ConEstado(rechazo);

    // It changes nothing: the person sees what the package would hold and what would be missing, and says yes.
    private static async Task<IResult> RevisarAsync([FromForm] IFormCollection forma, Contexto c, CancellationToken ct)
    {
        var marcadas = Marcadas(forma);
        var etiqueta = forma["etiqueta"].ToString().Trim();
        if (c.Sitio is not { } sitio || marcadas.Count == 0 || etiqueta.Length == 0)
        {
            return await ListaAsync(c, ct, Devuelto.De("paquete", EmpaquetarActas.Incompleto.Mensaje, forma), EmpaquetarActas.Incompleto, marcadas);
        }

        var papel = await VerPaquetes.DelCatdAsync(sitio, c, ct);
        return Http.Pantallas.Pantalla<RevisionDePaquete>(new { Papel = papel, Etiqueta = etiqueta, Dentro = papel.PorEmpacar.Where(a => marcadas.Contains(a.Id)).ToArray() });
    }

    private static async Task<IResult> CerrarAsync([FromForm] IFormCollection forma, HttpContext http, Contexto c, CancellationToken ct)
    {
        var marcadas = Marcadas(forma);
        var etiqueta = forma["etiqueta"].ToString().Trim();
        var hecho = c.Sitio is { } sitio ? await EmpaquetarActas.EjecutarAsync(new(sitio, etiqueta, [.. marcadas]), c, ct) : EmpaquetarActas.Incompleto;
        return hecho.IsOk
            ? Vuelta.Hecho(http, $"{Ruta}/{hecho.Value.Id}", $"El paquete {etiqueta} quedó cerrado con {PantallaDeEmpaquetado.Cuantas(hecho.Value.Lista.Count, "acta", "actas")}. Imprima su etiqueta y su recibo.")
            : await ListaAsync(c, ct, Devuelto.De("paquete", hecho.Rechazo.Mensaje, forma), hecho.Rechazo, marcadas);
    }

    private static async Task<IResult> ReciboAsync(long paquete, Contexto c, CancellationToken ct)
    {
        var cerrado = await VerPaquetes.UnoAsync(paquete, c.Sitio, c, ct);
        return cerrado.IsOk
            ? Http.Pantallas.Pantalla<ReciboDePaquete>(new { Paquete = cerrado.Value })
            : await ListaAsync(c, ct, new Devuelto("", cerrado.Rechazo.Mensaje, new Dictionary<string, string>()), cerrado.Rechazo);
    }

    private static HashSet<ActaId> Marcadas(IFormCollection forma) => [.. forma["acta"].Select(t => TextoDeActa.TryParse(t, out var id) ? id : default).Where(i => i != default)];
}
