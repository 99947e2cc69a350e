namespace Prep.Operacion.Ayuda;

/// <summary>One manual of <c>docs/operacion</c>, as the screens show it.</summary>
/// <param name="Nombre">Its file, without extension, and the end of its address.</param>
/// <param name="Titulo">Its first heading, which the screen shows as its own.</param>
/// <param name="Html">All after the title.</param>
public sealed record Manual(string Nombre, string Titulo, string Html, IReadOnlyList<Apartado> Apartados);

/// <summary>A heading of a manual and the anchor that leads to it.</summary>
public sealed record Apartado(string Ancla, string Titulo);
