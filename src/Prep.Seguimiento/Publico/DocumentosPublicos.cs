using Prep.Publicacion.Paquete;
using Prep.Seguimiento.Asuntos;
using Prep.Seguimiento.Documentos;
using Prep.Seguimiento.Sesiones;

namespace Prep.Seguimiento.Publico;

/// <summary>A document as the public has it: only the versions that nobody reserved.</summary>
/// <param name="Versiones">Oldest first; never empty.</param>
public sealed record DocumentoPublico(Documento Documento, IReadOnlyList<VersionDeDocumento> Versiones)
{
    public VersionDeDocumento Ultima => Versiones[^1];
}

/// <summary>What of the documents everyone may read, and under which name it lies. A document whose every version is reserved leaves no trace here.</summary>
public static class DocumentosPublicos
{
    // What a browser or a desk opens without running it; of the rest only that they are bytes.
    private static readonly HashSet<string> _conocidas = new(StringComparer.Ordinal) { ".pdf", ".png", ".jpg", ".jpeg", ".txt", ".csv", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp" };

    /// <summary>The same bytes reserved once are reserved wherever they were brought again.</summary>
    public static IEnumerable<DocumentoPublico> De(Programa programa)
    {
        var reservados = programa.Documentos.Todos.Values.SelectMany(d => d.Versiones).Where(v => v.Reservado).Select(v => v.Sha256).ToHashSet(StringComparer.Ordinal);
        return programa.Documentos.Todos.Values.Where(d => LugarPublico.EsPublico(d.Asunto))
            .Select(d => new DocumentoPublico(d, [.. d.Publicas.Where(v => !reservados.Contains(v.Sha256) && !EsDeAdentro(programa, d, v))]))
            .Where(d => d.Versiones.Count > 0);
    }

    // A minuta or an acta that somebody has yet to sign is still a draft; a call with the address to attend from afar is for those called.
    private static bool EsDeAdentro(Programa programa, Documento documento, VersionDeDocumento version) =>
        documento.Asunto.Tipo == TipoDeAsunto.Sesion
        && programa.Sesiones.Todas.Values.FirstOrDefault(s => Asunto.De(s) == documento.Asunto) is { } sesion
        && PapelesDeSesion.Todos.Where(p => version.Archivo == p.Archivo(sesion)).Any(p => p == PapelDeSesion.Convocatoria
            ? sesion.Enlace.Length > 0
            : p.Firman(programa, sesion).Any(a => version.Firmas.All(f => f.Persona != a.Clave)));

    public static ILookup<Asunto, DocumentoPublico> PorAsunto(Programa programa) => De(programa).ToLookup(d => d.Documento.Asunto);

    /// <summary>Where its file lies, relative to the root of the publication.</summary>
    public static string Ruta(VersionDeDocumento version)
    {
        var extension = Path.GetExtension(version.Archivo).ToLowerInvariant();
        return $"{RutasDePaquete.DocumentosDelSeguimiento}/{version.Sha256[..2]}/{version.Sha256}{(_conocidas.Contains(extension) ? extension : ".bin")}";
    }
}
