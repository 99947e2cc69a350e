using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Documentos;
using Prep.Dominio;
using Prep.Operacion.Documentos;
using Prep.Operacion.Http;
using Prep.Operacion.Puestos;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Libro;
using Prep.Seguimiento.Observaciones;
using Prep.Seguimiento.Plan;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Cotaprep;

/// <summary>The final report of the committee: drafted from the data, with the conclusions that it writes; issued, its PDF is a document of the programme.</summary>
/// <remarks>Fuente: spec §9.1 entregable 32.</remarks>
public static class InformeDelCotaprep
{
    private const int Largo = 20_000;

    public const string Titulo = "Informe final del COTAPREP";

    /// <summary>What its documents and its observations are about.</summary>
    public static readonly Asunto Asunto = new(TipoDeAsunto.Informe, "cotaprep");

    public sealed record Request(string Conclusiones);

    internal static void Map(RouteGroupBuilder cotaprep)
    {
        cotaprep.MapPost("/conclusiones", (string programa, IFormCollection campos, HttpContext http, ContextoDeSeguimiento c, CancellationToken ct) => VerCotaprep.ResponderAsync(new("conclusiones", programa, campos, http, c),
            (f, p, _) => Decidir(p, new(f["texto"].ReplaceLineEndings("\n"))), "Quedaron guardadas las conclusiones.", ct)).RequireAuthorization(Permiso.LlevarSeguimiento);
        cotaprep.MapGet("/informe", PaginaAsync).RequireAuthorization(Permiso.VerSeguimiento);
        cotaprep.MapGet("/informe/pdf", PdfAsync).RequireAuthorization(Permiso.VerSeguimiento);
        cotaprep.MapPost("/informe", async (string programa, HttpContext http, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct) =>
        {
            var hecho = await EmitirAsync(programa, plantillas, impresora, ajustes, c, ct);
            return hecho.IsOk
                ? Vuelta.Hecho(http, $"{VerCotaprep.Ruta(programa)}#documentos", "El informe quedó emitido y está entre los documentos.")
                : await VerCotaprep.PintarAsync(programa, new("emitir", hecho.Rechazo.Mensaje, new Dictionary<string, string>()), hecho.Rechazo, c, ct);
        }).RequireAuthorization(Permiso.LlevarSeguimiento);
    }

    /// <returns><c>sin_cambio</c>, <c>texto_largo</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, Request r) =>
        r.Conclusiones == programa.Cotaprep.Conclusiones ? new Rechazo("sin_cambio", "El texto no cambió.")
        : r.Conclusiones.Length > Largo ? new Rechazo("texto_largo", $"Las conclusiones tienen {r.Conclusiones.Length} letras y caben {Largo}. Resúmalas y entregue lo demás como documento.", ClaseDeRechazo.Entrada)
        : new ConclusionesEscritas(r.Conclusiones);

    /// <returns>Null when it may be issued; or <c>informe_incompleto</c>, <c>revision_abierta</c>.</returns>
    public static Rechazo? Impedimento(Programa programa) =>
        programa.Cotaprep.Conclusiones.Length == 0 ? new Rechazo("informe_incompleto", "Antes de emitirlo escriba las conclusiones.")
        : programa.Cotaprep.Revisiones.Find(r => r.Concluida is null) is { } abierta ? new Rechazo("revision_abierta", $"Sigue abierta {VerRevision.Titulo(abierta)}: conclúyala antes de emitir el informe.")
        : null;

    /// <returns><c>programa_desconocido</c>; those of <see cref="Impedimento"/>, of the template, of the printer and of <see cref="EntregarDocumento"/>.</returns>
    public static async Task<Result<Programa>> EmitirAsync(string programa, Plantillas plantillas, Impresora impresora, AjustesDeDocumentos ajustes, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        if (!leido.IsOk)
        {
            return leido.Rechazo;
        }

        if (Impedimento(leido.Value) is { } impedimento)
        {
            return impedimento;
        }

        var antes = leido.Value.Documentos.De(Asunto).FirstOrDefault(d => d.Vigente.Clase == ClaseDeDocumento.Informe);
        return await DocumentoImpreso.EmitirAsync(
            programa, Pagina(leido.Value, c.Ahora, "", plantillas), new(Asunto, Titulo, "informe-cotaprep.pdf", ClaseDeDocumento.Informe, Numero: antes?.Numero), impresora, ajustes, c, ct);
    }

    /// <param name="regreso">Where its reader came from; empty in what is printed.</param>
    private static Result<string> Pagina(Programa programa, DateTimeOffset ahora, string regreso, Plantillas plantillas)
    {
        var definicion = programa.Plan.Definicion;
        return plantillas.Llenar("informe-cotaprep", new Dictionary<string, object?>
        {
            ["regreso"] = regreso,
            ["pdf"] = $"{VerCotaprep.Ruta(programa.Id)}/informe/pdf",
            ["titulo"] = Titulo,
            ["instituto"] = definicion.Plan.Institucion.Nombre,
            ["proceso"] = definicion.Plan.ProcesoElectoral,
            ["hoy"] = Palabras.De(definicion.Dia(ahora)),
            ["integrantes"] = CotaprepDelPrograma.Integrantes(programa).Select(i => Plantillas.Renglon(("nombre", i.Nombre), ("cargo", i.Cargo))).ToArray(),
            ["sesiones"] = programa.Sesiones.Todas.Values.Where(s => s.Organo == OrganoColegiado.Cotaprep).OrderBy(s => s.Inicio).Select(s => Plantillas.Renglon(
                ("nombre", s.Nombre), ("fecha", Palabras.De(definicion.Dia(s.Inicio))), ("estado", PalabrasDeSesion.De(s.Estado)), ("acuerdos", programa.Sesiones.De(s).Count()))).ToArray(),
            ["plan"] = programa.Cotaprep.Plan.Values.OrderBy(r => r.Prevista.Mes.Primero).Select(r => Plantillas.Renglon(
                ("texto", r.Prevista.Texto), ("mes", r.Prevista.Mes.EnPalabras), ("hecho", r.Hecha is { } h ? $"{Palabras.De(h.Fecha)}{(h.Nota.Length > 0 ? $": {h.Nota}" : "")}" : "Sin hacer"))).ToArray(),
            ["revisiones"] = programa.Cotaprep.Revisiones.Select(r => Plantillas.Renglon(
                ("titulo", VerRevision.Titulo(r)),
                ("que", r.Abierta.Que),
                ("opinion", r.Concluida is { } fin ? $"{fin.Opinion} ({Palabras.De(fin.Fecha)})" : "Sigue abierta."),
                ("observaciones", r.Observaciones(programa).Select(o => Plantillas.Renglon(
                    ("numero", o.Numero),
                    ("quien", NombreDePuesto.De(o.Puesto)),
                    ("texto", o.Texto),
                    ("respuesta", $"{PalabrasDeObservaciones.De(o.Atencion)}{(o.Respuestas.IsEmpty ? "" : $": {o.Respuestas[^1].Texto}")}"))).ToArray()))).ToArray(),
            ["conclusiones"] = Plantillas.Parrafos(programa.Cotaprep.Conclusiones),
        });
    }

    private static async Task<IResult> PaginaAsync(string programa, HttpContext http, Plantillas plantillas, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        var pagina = leido.IsOk ? Pagina(leido.Value, c.Ahora, VerCotaprep.Ruta(programa), plantillas) : leido.Rechazo;
        return pagina.IsOk ? DocumentoEnPantalla.De(http, pagina.Value) : pagina.Rechazo.ToProblem();
    }

    private static async Task<IResult> PdfAsync(string programa, HttpContext http, Plantillas plantillas, Impresora impresora, ContextoDeSeguimiento c, CancellationToken ct)
    {
        var leido = await c.ProgramaAsync(programa, ct);
        return leido.IsOk
            ? await DocumentoImpreso.DarAsync(http, Pagina(leido.Value, c.Ahora, "", plantillas), "informe-cotaprep-borrador.pdf", VerCotaprep.Ruta(programa), impresora, c, ct)
            : leido.Rechazo.ToProblem();
    }
}
