using Prep.Dominio;
using Prep.Seguimiento.Libro;

namespace Prep.Seguimiento.Documentos;

/// <summary>A person signs a version of a document. Who may is decided by the part whose document it is.</summary>
public static class FirmarDocumento
{
    /// <returns><c>documento_desconocido</c>, <c>version_sustituida</c>, <c>ya_firmado</c>.</returns>
    public static Result<Suceso> Decidir(Programa programa, int numero, int version, string persona) =>
        programa.Documentos.Todos.GetValueOrDefault(numero) is not { } documento || documento.Version(version) is not { } pedida ? EntregarDocumento.Desconocido
            : pedida != documento.Vigente ? new Rechazo("version_sustituida", $"Ya hay otra versión, la {documento.Vigente.Version}. Léala y firme ésa.", ClaseDeRechazo.Conflicto)
            : pedida.Firmas.Any(f => f.Persona == persona) ? new Rechazo("ya_firmado", "Usted ya firmó esta versión.", ClaseDeRechazo.Conflicto)
            : new DocumentoFirmado(numero, version, persona);
}
