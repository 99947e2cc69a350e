using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prep.Datos.Filas;
using Prep.Dominio;
using Prep.Dominio.Actas;
using Prep.Dominio.Sitios;
using Prep.Operacion.Http;

namespace Prep.Operacion.Sitios;

/// <summary>Paper of a site by state: how many actas, never what they say.</summary>
public sealed record PapelDeSitio(int Esperadas, int Recibidas, int Cotejadas, int Empaquetadas, int SinBolsa);

/// <summary>A site as its coordinator, the centre, a consejo and the Commission see it.</summary>
public sealed record Sitio(string Clave, EstadoDeSitio Estado, IReadOnlyList<SucesoDeSitio> Bitacora, PapelDeSitio Papel);

/// <summary>What the bitácoras say: one site, or all those that the person follows. A coordinator sees his own, a consejo those of its area, the centre and the Commission all.</summary>
public static class VerSitios
{
    public static readonly Rechazo Ajeno = new("sitio_ajeno", "Ese CATD no es de los que usted sigue.", ClaseDeRechazo.NoPermitido);

    /// <summary>One line of the list.</summary>
    public sealed record Resumen(string Clave, SituacionDeSitio Situacion, int IncidentesAbiertos, int SinRespuesta, int ObservacionesSinAtender, DateTimeOffset? UltimoEn, PapelDeSitio Papel);

    internal static void Map(RouteGroupBuilder sitios) =>
        sitios.MapGet("/", async (Contexto c, CancellationToken ct) => (IResult)TypedResults.Ok((await TodosAsync(c, ct)).Select(Resumir))).Permite<Resumen[]>(Permiso.VerSitios);

    public static Resumen Resumir(Sitio s) => new(
        s.Clave, s.Estado.Situacion, s.Estado.Incidentes.Count(i => i.Abierto), s.Estado.Incidentes.Count(i => i.SinRespuesta),
        s.Estado.Observaciones.Count(o => o.Atencion is null), s.Bitacora.Count == 0 ? null : s.Bitacora[^1].RegistradoEn, s.Papel);

    /// <summary>Sites that this person may see.</summary>
    public static IReadOnlySet<string> Alcance(Contexto c) => c.Puesto switch
    {
        "COORDINADOR_CATD" => c.Sitio is { } suyo && c.Catalogo.Catds.Contains(suyo) ? new HashSet<string> { suyo } : [],
        "CONSEJO" => DelArea(c),
        _ => c.Catalogo.Catds,
    };

    // A consejo works at an area, written ELECCION/AREA: it follows the CATDs that expect its actas.
    private static IReadOnlySet<string> DelArea(Contexto c) => c.Sitio?.Split('/') is [var eleccion, var area]
        ? c.Proceso.Elecciones.Where(e => e.Id.Valor.Equals(eleccion, StringComparison.OrdinalIgnoreCase)).SelectMany(e => e.Actas)
            .Where(a => a.Id.Area.Clave.Equals(area, StringComparison.OrdinalIgnoreCase)).Select(a => a.Catd).OfType<string>().ToHashSet()
        : [];

    public static async Task<Result<Sitio>> UnoAsync(string sitio, Contexto c, CancellationToken ct) =>
        !c.Catalogo.Catds.Contains(sitio) ? Anotacion.Desconocido
        : Alcance(c).Contains(sitio) ? (await LeerAsync(new HashSet<string> { sitio }, c, ct))[0]
        : Ajeno;

    public static Task<IReadOnlyList<Sitio>> TodosAsync(Contexto c, CancellationToken ct) => LeerAsync(Alcance(c), c, ct);

    private static async Task<IReadOnlyList<Sitio>> LeerAsync(IReadOnlySet<string> cuales, Contexto c, CancellationToken ct)
    {
        var (bitacoras, papel) = await c.Almacen.Base.LeerAsync(
            async tx => (
                cuales.Count == 1 ? await SucesoDeSitioFila.DeSitioAsync(tx, cuales.First()) : await SucesoDeSitioFila.TodosAsync(tx),
                await tx.TodosAsync("SELECT catd, papel, COUNT(*) FROM acta WHERE catd IS NOT NULL GROUP BY catd, papel", f => (Catd: f.GetString(0), Papel: Enum.Parse<EstadoDePapel>(f.GetString(1)), Cuantas: (int)f.GetInt64(2)))),
            ct);
        var porSitio = bitacoras.ToLookup(f => f.Sitio, f => f.Suceso);
        var papelPorSitio = papel.ToLookup(p => p.Catd);
        return [.. cuales.Order(StringComparer.Ordinal).Select(clave => new Sitio(clave, EstadoDeSitio.De(porSitio[clave]), [.. porSitio[clave]], Papel(papelPorSitio[clave].ToDictionary(p => p.Papel, p => p.Cuantas))))];
    }

    private static PapelDeSitio Papel(Dictionary<EstadoDePapel, int> cuantas)
    {
        int De(EstadoDePapel papel) => cuantas.GetValueOrDefault(papel);
        return new(cuantas.Values.Sum(), De(EstadoDePapel.Recibido), De(EstadoDePapel.Cotejado), De(EstadoDePapel.Empaquetado), De(EstadoDePapel.SinBolsa));
    }
}
