namespace Prep.Publicacion.Comprobacion;

/// <summary>One thing found wrong or strange, with its place and, in the sentence, its remedy.</summary>
/// <param name="Codigo">Stable word for programs: <c>cifra_distinta</c>.</param>
/// <param name="Archivo">File name or path inside the publication.</param>
/// <param name="Linea">From 1; 0 when it is not of a line.</param>
/// <param name="Columna">Ordinal of the cell in its line, from 1; 0 when it is of the whole line.</param>
/// <param name="ClaveActa">Of the row, without apostrophes; empty when it has none.</param>
/// <param name="Campo">Column or figure as the file names it.</param>
public sealed record Hallazgo(
    string Codigo,
    string Archivo,
    int Linea,
    int Columna,
    string ClaveActa,
    string Campo,
    string Publicado,
    string Calculado,
    string Mensaje)
{
    /// <summary>As an operator reads it: place, then sentence.</summary>
    public string Lugar => (Linea, Columna) switch
    {
        (0, _) => Archivo,
        (_, 0) => $"{Archivo}, línea {Linea}",
        _ => $"{Archivo}, línea {Linea}, columna {Columna}",
    };

    public override string ToString() => $"{Lugar}: {Mensaje}";
}
