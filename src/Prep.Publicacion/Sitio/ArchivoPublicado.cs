namespace Prep.Publicacion.Sitio;

/// <summary>One file of a publication, ready to be written.</summary>
/// <param name="Ruta">Relative to the root of the publication, forward slashes.</param>
public sealed record ArchivoPublicado(string Ruta, byte[] Bytes);
