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
    private (int Asiento, string Dias, bool ConResultados)? _publicado;

    /// <summary>Nothing is drawn while the book, the day and the site beside are those of the last time.</summary>
    /// <returns>Whether anything changed, or the refusal of who writes.</returns>
    public async Task<Result<bool>> EjecutarAsync(CancellationToken ct)
    {
        List<Programa> programas = [.. (await libro.LeerAsync(ct)).Values.Where(p => p.Abierto)];
        ContextoPublico contexto = new(programas, reloj.GetUtcNow(), sitio, File.Exists(Path.Combine(carpeta, RutasDePaquete.Portada)));
        var asiento = programas.Max(p => p.Historia.Max(a => (int?)a.Numero)) ?? 0;
        var ahora = (asiento, string.Join(' ', programas.Select(p => p.Plan.Definicion.Dia(contexto.Ahora))), contexto.ConResultados);
        if (_publicado == ahora)
        {
            return false;
        }

        var hecho = publicador.Publicar(await SitioDeSeguimiento.ArchivosAsync(contexto, ct), [.. Documentos(programas)], asiento);
        _publicado = hecho.IsOk ? ahora : null;
        return hecho;
    }

    private IEnumerable<ArchivoDeDisco> Documentos(IEnumerable<Programa> programas) => programas
        .SelectMany(DocumentosPublicos.De).SelectMany(d => d.Versiones).DistinctBy(DocumentosPublicos.Ruta)
        .Select(v => new ArchivoDeDisco(DocumentosPublicos.Ruta(v), libro.Almacen.Documentos.Ruta(CodigoDeIntegridad.TryParse(v.Sha256, out var codigo) ? codigo : default), v.Bytes, v.Sha256));
}
