using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Http;
using Prep.Seguimiento.Documentos;

namespace Prep.Seguimiento.Informes;

/// <summary>The Secretaría Técnica issues a report: its PDF becomes a document of the programme, and another issue is another version of it.</summary>
public static class EmitirInforme
{
    internal static void Map(RouteGroupBuilder informes) => informes.MapPost("/{informe}/emision",
        async (string programa, string informe, HttpContext http, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var leido = VerInformes.Leer(informe);
            var hecho = leido.IsOk ? await EjecutarAsync(programa, leido.Value, plantillas, impresora, ajustes, c, ct) : leido.Rechazo;
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerInformes.Ruta(programa, leido.Value)}#documentos", "El informe quedó emitido y está entre los documentos.")
                : await VerInformes.PintarAsync(programa, informe, new("emitir", hecho.Rechazo.Mensaje, new Dictionary<string, string>()), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);

    /// <returns><c>programa_desconocido</c>; those of <see cref="Impedimento"/>, of the template, of the printer and of <see cref="EntregarDocumento"/>.</returns>
    public static async Task<Result<Programa>> EjecutarAsync(
        string programa, ClaveDeInforme informe, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo;
        }

        if (Impedimento(leido.Value, informe, leido.Value.Plan.Definicion.Dia(c.Ahora)) is { } impedimento)
        {
            return impedimento;
        }

        return await DocumentoImpreso.EmitirAsync(
            programa,
            TextoDeInforme.Pagina(leido.Value, informe, c.Ahora, "", plantillas),
            new(informe.Asunto, informe.Titulo, $"informe-{informe}.pdf", ClaseDeDocumento.Informe, Numero: InformesDelPrograma.Emitido(leido.Value, informe)?.Numero),
            impresora, ajustes, c, ct);
    }

    /// <returns>Null when it may be issued; or <c>informe_desconocido</c>, <c>informe_por_venir</c>, <c>informe_incompleto</c>.</returns>
    public static Rechazo? Impedimento(Programa programa, ClaveDeInforme informe, DateOnly hoy) =>
        !VerInformes.Del(programa.Plan.Definicion).Contains(informe) ? VerInformes.Desconocido
        : informe.Mes is { } mes && mes.Primero > hoy ? new Rechazo("informe_por_venir", $"{mes.EnPalabras} todavía no empieza: no hay qué informar.")
        : programa.Informes.Faltan(informe).ToList() is { Count: > 0 } faltan ? new Rechazo("informe_incompleto", $"Antes de emitirlo escriba: {string.Join(", ", faltan.Select(f => f.Titulo))}.")
        : null;
}
