using Prep.Dominio;
using Prep.Dominio.Catalogo;
using Prep.Publicacion.Paquete;
using Prep.Publicacion.Sitio;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Publico;

/// <summary>Leaves in the publication what the book says now.</summary>
/// <param name="carpeta">The publication.</param>
public sealed class PublicarSeguimiento(LibroDeSeguimiento libro, PublicadorDeSeguimiento publicador, string carpeta, ConfiguracionDeSitio sitio, TimeProvider reloj)
{
    // What stays published of each programme. Of this process only: another version draws other pages.
    private Dictionary<string, Parte>? _publicado;

    /// <summary>Draws the programmes whose book grew, and all when the day or the site beside is another; nothing when all is as the last time.</summary>
    /// <returns>Whether anything changed, or the refusal of who writes.</returns>
    public async Task<Result<bool>> EjecutarAsync(CancellationToken ct)
    {
        List<Programa> programas = [.. (await libro.LeerAsync(ct)).Values.Where(p => p.Abierto)];
        ContextoPublico contexto = new(programas, reloj.GetUtcNow(), sitio, File.Exists(Path.Combine(carpeta, RutasDePaquete.Portada)));
        var hecho = await PublicarAsync(contexto, _publicado, ct);
        if (hecho is { IsOk: false, Rechazo.Codigo: PublicadorDeSeguimiento.NoEstaIgual })
        {
            hecho = await PublicarAsync(contexto, null, ct);
        }

        return hecho;
    }

    private async Task<Result<bool>> PublicarAsync(ContextoPublico contexto, Dictionary<string, Parte>? antes, CancellationToken ct)
    {
        Parte? DeAntes(Programa programa) => antes?.GetValueOrDefault(programa.Id) is { } parte && parte.De == Momento.De(contexto, programa) ? parte : null;

        var (iguales, distintos) = (contexto.Programas.Select(DeAntes).OfType<Parte>().ToList(), contexto.Programas.Where(p => DeAntes(p) is null).ToList());
        if (antes?.Count == iguales.Count && distintos.Count == 0)
        {
            return false;
        }

        var archivos = await SitioDeSeguimiento.ArchivosAsync(contexto, distintos, ct);
        var ahora = contexto.Programas.ToDictionary(p => p.Id, p => DeAntes(p) ?? new(Momento.De(contexto, p), Paginas(p, archivos), [.. Documentos(p)]));
        var hecho = publicador.Publicar(
            archivos,
            [.. iguales.SelectMany(p => p.Paginas)],
            [.. ahora.Values.SelectMany(p => p.Documentos).DistinctBy(d => d.Ruta)],
            contexto.Programas.Max(p => (int?)p.Historia[^1].Numero) ?? 0);
        _publicado = hecho.IsOk ? ahora : null;
        return hecho;
    }

    private static IReadOnlyList<ArchivoListado> Paginas(Programa programa, IEnumerable<ArchivoPublicado> archivos) =>
        [.. archivos.Where(a => a.Ruta.StartsWith(HojaPublica.Carpeta(programa), StringComparison.Ordinal)).Select(PublicadorDeSeguimiento.Listar)];

    private IEnumerable<ArchivoDeDisco> Documentos(Programa programa) => DocumentosPublicos.De(programa).SelectMany(d => d.Versiones).DistinctBy(DocumentosPublicos.Ruta)
        .Select(v => new ArchivoDeDisco(DocumentosPublicos.Ruta(v), libro.Almacen.Documentos.Ruta(CodigoDeIntegridad.TryParse(v.Sha256, out var codigo) ? codigo : default), v.Bytes, v.Sha256));

    /// <summary>All that the pages of a programme come from, besides what never changes while this runs.</summary>
    private sealed record Momento(int Asiento, DateOnly Dia, bool ConResultados)
    {
        public static Momento De(ContextoPublico contexto, Programa programa) => new(programa.Historia[^1].Numero, programa.Plan.Definicion.Dia(contexto.Ahora), contexto.ConResultados);
    }

    private sealed record Parte(Momento De, IReadOnlyList<ArchivoListado> Paginas, IReadOnlyList<ArchivoDeDisco> Documentos);
}
