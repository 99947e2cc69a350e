using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Http;
using Prep.Seguimiento.Documentos;

namespace Prep.Seguimiento.Sesiones;

/// <summary>A paper of a session, to read and to keep: the one that was issued, or the draft from what the book says now.</summary>
public static class VerPapel
{
    public static readonly Rechazo Desconocido = new("papel_desconocido", "Esa sesión no tiene ese papel todavía: la convocatoria está desde que se convoca; la minuta y el acta, desde que empieza.", ClaseDeRechazo.NoExiste);

    internal static void Map(RouteGroupBuilder sesiones)
    {
        sesiones.MapGet("/{sesion:int}/{papel}", PaginaAsync).RequireAuthorization(Permiso.VerSeguimiento);
        sesiones.MapGet("/{sesion:int}/{papel}/pdf", PdfAsync).RequireAuthorization(Permiso.VerSeguimiento);
    }

    public static string Ruta(string programa, int sesion, PapelDeSesion papel) => $"{VerSesion.Ruta(programa, sesion)}/{papel.EnRuta()}";

    /// <returns><c>sesion_desconocida</c>, <c>papel_desconocido</c>.</returns>
    internal static Result<(SesionColegiada Sesion, PapelDeSesion Papel)> Hallar(Programa programa, int sesion, string papel) =>
        programa.Sesiones.Todas.GetValueOrDefault(sesion) is not { } hallada ? VerSesion.Desconocida
        : PapelesDeSesion.Leer(papel) is not { } pedido || !pedido.SePuede(hallada) ? Desconocido
        : (hallada, pedido);

    private static async Task<IResult> PaginaAsync(string programa, int sesion, string papel, HttpContext http, Plantillas plantillas, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var pagina = (await c.ProgramaAsync(programa, ct)).Luego(p => Hallar(p, sesion, papel)
            .Luego(h => TextoDeSesion.Pagina(p, h.Sesion, h.Papel, p.Emitido(h.Sesion, h.Papel) is null, VerSesion.Ruta(programa, sesion), plantillas)));
        return pagina.IsOk ? DocumentoEnPantalla.De(http, pagina.Value) : pagina.Rechazo.ToProblem();
    }

    private static async Task<IResult> PdfAsync(string programa, int sesion, string papel, HttpContext http, Plantillas plantillas, Impresora impresora, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var pagina = (await c.ProgramaAsync(programa, ct)).Luego(p => Hallar(p, sesion, papel).Luego(h => TextoDeSesion.Pagina(p, h.Sesion, h.Papel, proyecto: true, "", plantillas)));
        return await DocumentoImpreso.DarAsync(http, pagina, $"{papel}-sesion-{sesion}-proyecto.pdf", VerSesion.Ruta(programa, sesion), impresora, c, ct);
    }
}
