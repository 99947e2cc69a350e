namespace Prep.Simulador.Repeticion;

/// <summary>A use case refused what a row of the original says that happened; the message names the row.</summary>
public sealed class PasoRechazadoException(string mensaje) : Exception(mensaje);
