namespace Prep.Publicacion.Paquete;

/// <summary>What the Commission signs: every file of <c>seguimiento/</c> and the resources that its pages use.</summary>
/// <param name="Programa">With what it was made.</param>
/// <param name="Instante">When it was written.</param>
/// <param name="Asiento">Last entry of the book that it knows: a later one never gives way to an earlier one.</param>
/// <param name="Archivos">By path, relative to <c>seguimiento/</c>.</param>
public sealed record ManifiestoDeSeguimiento(int Formato, string Programa, string Instante, int Asiento, IReadOnlyList<ArchivoListado> Archivos)
{
    public const int FormatoActual = 1;
}
