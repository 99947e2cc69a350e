namespace Prep.Seguimiento.Publico;

/// <summary>Something that a citizen may look for.</summary>
/// <param name="Clase">Key of the heading under which it is listed.</param>
/// <param name="Detalle">What tells it from others of the same name; it is searched too.</param>
/// <param name="Destino">File of the programme, with its anchor.</param>
public sealed record EntradaDeIndice(string Clase, string Titulo, string Detalle, string Destino);
