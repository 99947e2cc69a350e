using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Http;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Marco;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Tablero;

namespace Prep.Seguimiento.Informes;

/// <summary>The reports: one by month of the plan and the last one, drafted from the data as a page and as PDF.</summary>
public static class VerInformes
{
    public static readonly Rechazo Desconocido = new("informe_desconocido", "El programa no tiene ese informe: hay uno por mes del plan, y el final.", ClaseDeRechazo.NoExiste);

    public static readonly Pestana Pestana = new("informes", "Informes", Permiso.VerSeguimiento);

    internal static void Map(RouteGroupBuilder programa)
    {
        var informes = programa.MapGroup("/informes");
        informes.MapGet("", VerTodosAsync).RequireAuthorization(Permiso.VerSeguimiento);
        informes.MapGet("/{informe}", (string programa, string informe, ContextoDeSeguimiento c, CancellationToken ct) => PintarAsync(programa, informe, null, null, c, ct)).RequireAuthorization(Permiso.VerSeguimiento);
        informes.MapGet("/{informe}/pagina", PaginaAsync).RequireAuthorization(Permiso.VerSeguimiento);
        informes.MapGet("/{informe}/pdf", PdfAsync).RequireAuthorization(Permiso.VerSeguimiento);
        EscribirSeccion.Map(informes);
        EmitirInforme.Map(informes);
    }

    public static string Ruta(string programa, ClaveDeInforme informe) => $"{VerTableroDelPrograma.Ruta(programa)}/informes/{informe}";

    /// <summary>Those that a programme has: from the month of its first session or activity to that of the last, and the final one.</summary>
    public static IEnumerable<ClaveDeInforme> Del(DefinicionDePrograma definicion)
    {
        var meses = definicion.Plan.Actividades.Select(a => a.Periodo).Concat(definicion.Plan.Sesiones.Select(s => s.Mes)).Distinct().OrderBy(m => m.Primero);
        return meses.Select(m => new ClaveDeInforme(m)).Append(ClaveDeInforme.Final);
    }

    /// <returns><c>informe_desconocido</c>.</returns>
    internal static Result<ClaveDeInforme> Leer(string informe) => ClaveDeInforme.TryParse(informe, out var clave) ? clave : Desconocido;

    internal static async Task<IResult> PintarAsync(string programa, string informe, Devuelto? devuelto, Rechazo? rechazo, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await HallarAsync(programa, informe, c, ct);
        return leido.IsOk
            ? Operacion.Http.Pantallas.Pantalla<PantallaDeInforme>(new { leido.Value.Programa, leido.Value.Informe, Devuelto = devuelto }).ConEstado(rechazo)
            : leido.Rechazo.ToProblem();
    }

    private static async Task<Result<(Programa Programa, ClaveDeInforme Informe)>> HallarAsync(string programa, string informe, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var (leido, clave) = (await c.ProgramaAsync(programa, ct), Leer(informe));
        return !leido.IsOk ? leido.Rechazo
            : !clave.IsOk || !Del(leido.Value.Plan.Definicion).Contains(clave.Value) ? Desconocido
            : (leido.Value, clave.Value);
    }

    private static async Task<IResult> VerTodosAsync(string programa, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk ? Operacion.Http.Pantallas.Pantalla<PantallaDeInformes>(new { Programa = leido.Value, Hoy = leido.Value.Plan.Definicion.Dia(c.Ahora) }) : leido.Rechazo.ToProblem();
    }

    private static async Task<IResult> PaginaAsync(string programa, string informe, HttpContext http, Plantillas plantillas, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await HallarAsync(programa, informe, c, ct);
        var pagina = leido.IsOk ? TextoDeInforme.Pagina(leido.Value.Programa, leido.Value.Informe, c.Ahora, Ruta(programa, leido.Value.Informe), plantillas) : leido.Rechazo;
        return pagina.IsOk ? DocumentoEnPantalla.De(http, pagina.Value) : pagina.Rechazo.ToProblem();
    }

    private static async Task<IResult> PdfAsync(string programa, string informe, HttpContext http, Plantillas plantillas, Impresora impresora, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await HallarAsync(programa, informe, c, ct);
        return leido.IsOk
            ? await DocumentoImpreso.DarAsync(
                http, TextoDeInforme.Pagina(leido.Value.Programa, leido.Value.Informe, c.Ahora, "", plantillas), $"informe-{leido.Value.Informe}-borrador.pdf", Ruta(programa, leido.Value.Informe), impresora, c, ct)
            : leido.Rechazo.ToProblem();
    }
}
