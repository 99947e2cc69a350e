using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Pantallas;

namespace Prep.Operacion.Sitios;

/// <summary>The bitácora of a CATD as a document: one template is the page that is read and the PDF that is signed and kept.</summary>
public static class BitacoraDeSitio
{
    /// <summary>The kind in the register and the name of the template.</summary>
    public const string Tipo = "bitacora";

    internal static void Map(RouteGroupBuilder puestos)
    {
        puestos.MapGet("/catd/bitacora.pdf", (HttpContext http, Impresora i, Plantillas p, Contexto c, CancellationToken ct) => PdfAsync(c.Sitio ?? "", "/puestos/catd", http, i, p, c, ct)).RequireAuthorization(Permiso.OperarSitio);
        puestos.MapGet("/sitios/{sitio}/bitacora.pdf", (string sitio, HttpContext http, Impresora i, Plantillas p, Contexto c, CancellationToken ct) => PdfAsync(sitio, "/puestos", http, i, p, c, ct)).RequireAuthorization(Permiso.VerSitios);
        puestos.MapGet("/sitios/{sitio}/bitacora", async (string sitio, HttpContext http, Plantillas p, Contexto c, CancellationToken ct) =>
        {
            var uno = await VerSitios.UnoAsync(sitio, c, ct);
            var pagina = uno.IsOk ? Pagina(uno.Value, "/puestos", p, c) : uno.Rechazo;
            return pagina.IsOk ? DocumentoEnPantalla.De(http, pagina.Value) : pagina.Rechazo.ToProblem();
        }).RequireAuthorization(Permiso.VerSitios);
    }

    /// <param name="regreso">Where its reader came from; empty in what is printed.</param>
    public static Result<string> Pagina(Sitio sitio, string regreso, Plantillas plantillas, Contexto c) => plantillas.Llenar(Tipo, new Dictionary<string, object?>
    {
        ["sitio"] = sitio.Clave,
        ["proceso"] = c.Proceso.Nombre,
        ["clase"] = $"{c.Proceso.Clase}",
        ["zona"] = c.Proceso.Calendario.Zona.Id,
        ["situacion"] = Palabras.De(sitio.Estado.Situacion),
        ["cuantos"] = sitio.Bitacora.Count,
        ["regreso"] = regreso,
        ["pdf"] = $"/puestos/sitios/{Uri.EscapeDataString(sitio.Clave)}/bitacora.pdf",
        ["apuntes"] = sitio.Bitacora.Select(s => new Dictionary<string, object?>
        {
            ["numero"] = s.Numero,
            ["ocurrio"] = c.Proceso.DiaYHora(s.OcurridoEn),
            ["anotado"] = c.Proceso.DiaYHora(s.RegistradoEn),
            ["persona"] = s.Persona,
            ["puesto"] = NombreDePuesto.De(s.Puesto),
            ["que"] = Palabras.De(s.Hecho),
        }).ToArray(),
    });

    // A person asked for a file: what cannot be done is said in her screen.
    private static async Task<IResult> PdfAsync(string sitio, string regreso, HttpContext http, Impresora impresora, Plantillas plantillas, Contexto c, CancellationToken ct)
    {
        var uno = await VerSitios.UnoAsync(sitio, c, ct);
        if (!uno.IsOk)
        {
            return uno.Rechazo.ToProblem();
        }

        var pagina = Pagina(uno.Value, "", plantillas, c);
        var hecho = pagina.IsOk ? await EmitirDocumento.EjecutarAsync(new(Tipo, $"Bitácora de {sitio}", pagina.Value), impresora, c, ct) : pagina.Rechazo;
        if (hecho.IsOk)
        {
            return Results.Bytes(hecho.Value.Bytes, "application/pdf", $"bitacora-{sitio}-{hecho.Value.Numero:000}.pdf");
        }

        Vuelta.Dejar(http, hecho.Rechazo.Mensaje, TonoDeAviso.Mal);
        return Formas.Ver(regreso);
    }
}
